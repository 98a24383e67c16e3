import { ReuseIndex, type TextPair } from '#core/compare/reuse-index'
import { MinHash } from './min-hash'
import { NewsCorpus, type NewsArticle } from '../../tools/corpus/news-corpus'
import { polnearFolder, readPolnear } from './polnear'

/*
 * Near-duplicates, all pairs: seconds to add every text and find every pair, making the texts not counted; recall and
 * precision on planted copies. The reference, in the same run, is MinHash on the 10,000 articles.
 */

const LENGTH = 4_200
const SEED = 20_160_912
/** Number of articles, and seconds, that the project asks of itself on one core. */
const SIZES: readonly (readonly [number, number])[] = process.env['CROSSREAD_BENCH_ARTICLES']
  ? [[Number(process.env['CROSSREAD_BENCH_ARTICLES']), 1]]
  : [
      [10_000, 1],
      [100_000, 12],
    ]
const POLNEAR_BUDGET = 0.5
const MEMORY_BUDGET = 600
const REFERENCE_SIZE = 10_000

interface Planted {
  readonly key: string
  readonly article: NewsArticle
}

/** Seconds of this process's own time: other programs on the machine do not count. */
class Stopwatch {
  clock = 0
  processor = 0

  run<T>(work: () => T): T {
    const started = performance.now()
    const before = process.cpuUsage()
    const value = work()
    const { user, system } = process.cpuUsage(before)
    this.clock += (performance.now() - started) / 1000
    this.processor += (user + system) / 1e6
    return value
  }
}

function row(name: string, value: string): void {
  console.log(`${name.padEnd(38)}${value}`)
}

function megabytes(): number {
  return process.memoryUsage().rss / 1024 / 1024
}

/** Pairs and the most memory beyond what there was before, in megabytes. */
function search(index: ReuseIndex, before: number): { pairs: readonly TextPair[]; peak: number } {
  let peak = 0
  const steps = index.search()
  for (;;) {
    const step = steps.next()
    peak = Math.max(peak, megabytes() - before)
    if (step.done) return { pairs: step.value, peak }
  }
}

function benchPolnear(): void {
  const folder = polnearFolder()
  if (!folder) {
    row('PolNeAR', 'not here: not measured')
    return
  }
  const articles = [...readPolnear(folder, 'train'), ...readPolnear(folder, 'dev')]
  const watch = new Stopwatch()
  const pairs = watch.run(() => {
    const index = new ReuseIndex()
    for (const { name, body } of articles) index.add(name, body.text)
    return index.pairs()
  })
  row(`PolNeAR, ${articles.length} articles`, `${watch.processor.toFixed(2)} s, ${pairs.length} pairs`)
  row('  ratio to the budget', `${(watch.processor / POLNEAR_BUDGET).toFixed(2)} (${POLNEAR_BUDGET} s)`)
}

function scoreCopies(planted: readonly Planted[], found: ReadonlySet<string>): void {
  for (const level of ['word', 'sentence'] as const) {
    const shares = [0.1, 0.2, 0.3, 0.4, 0.5].map((most) => {
      const copies = planted.filter(
        ({ article: { edits } }) => edits?.level === level && edits.share <= most && edits.share > most - 0.1,
      )
      const hits = copies.filter(({ key }) => found.has(key)).length
      return `${(hits / copies.length).toFixed(3)} of ${copies.length}`
    })
    row(`  recall, ${level}s edited 0 to 50 %`, shares.join(', '))
  }
  const hits = planted.filter(({ key }) => found.has(key)).length
  row('  recall of all', (hits / planted.length).toFixed(4))
  // Two copies of one original share text too.
  const origins = new Map(planted.map(({ article }) => [article.id, article.original]))
  const right = [...found].filter((pair) => {
    const [a = '', b = ''] = pair.split(' ')
    return (origins.get(a) ?? a) === (origins.get(b) ?? b)
  })
  row('  precision', (right.length / Math.max(1, found.size)).toFixed(4))
}

function benchGenerated(size: number, budget: number): void {
  const corpus = new NewsCorpus(SEED, LENGTH)
  const planted: Planted[] = []
  const before = megabytes()
  const index = new ReuseIndex()
  const watch = new Stopwatch()
  for (let at = 0; at < size; at += 500) {
    const articles = Array.from({ length: Math.min(500, size - at) }, (_, offset) =>
      corpus.article(at + offset),
    )
    for (const article of articles) {
      if (article.original) planted.push({ key: `${article.original} ${article.id}`, article })
    }
    watch.run(() => {
      for (const { id, text } of articles) index.add(id, text)
    })
  }
  const adding = watch.processor
  const { pairs, peak } = watch.run(() => search(index, before))
  row(
    `${size} articles`,
    `${watch.processor.toFixed(2)} s (reading ${adding.toFixed(2)} s), ${watch.clock.toFixed(2)} s on the clock, ${pairs.length} pairs`,
  )
  row('  ratio to the budget', `${(watch.processor / budget).toFixed(2)} (${budget} s)`)
  row(
    '  memory at its peak, texts included',
    `${peak.toFixed(0)} MB, ratio ${(peak / MEMORY_BUDGET).toFixed(2)} (${MEMORY_BUDGET} MB)`,
  )
  scoreCopies(planted, new Set(pairs.map(({ a, b }) => `${a} ${b}`)))
  if (size === REFERENCE_SIZE) benchReference(corpus, planted, size, watch.processor)
}

function benchReference(corpus: NewsCorpus, planted: readonly Planted[], size: number, own: number): void {
  const reference = new MinHash()
  const watch = new Stopwatch()
  for (let at = 0; at < size; at += 500) {
    const articles = Array.from({ length: Math.min(500, size - at) }, (_, offset) =>
      corpus.article(at + offset),
    )
    watch.run(() => {
      for (const { id, text } of articles) reference.add(id, text)
    })
  }
  const found = watch.run(() => reference.pairs())
  row(
    `MinHash 32×4, ${size} articles`,
    `${watch.processor.toFixed(2)} s, ratio to it ${(own / watch.processor).toFixed(2)}`,
  )
  scoreCopies(planted, found)
}

benchPolnear()
for (const [size, budget] of SIZES) benchGenerated(size, budget)
