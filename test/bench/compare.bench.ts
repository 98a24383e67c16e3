import { findCandidates } from '../../src/core/compare/candidates'
import { prepareStatements } from '../../src/core/compare/statements'
import { alignUtterances } from '../../src/core/compare/utterances'
import { createVectors } from '../../src/core/compare/vectors'
import {
  articleOf,
  retoldStatements,
  shuffled,
  storyOf,
  type RetoldHalf,
} from '../fixtures/compare/retold-story'
import { generateStatements } from './generate-statements'
import { bestOf, METHODS, percent, run, wordsIn } from './retelling-scores'

/*
 * How well retold statements are found, against plain TF-IDF in the same run, and how fast. Accuracy comes from
 * test/fixtures/compare/retold.txt; times from generated statements.
 */

const MOST_SHORT = 8
const PRECISION = 0.98

/** Share of statements whose most similar text is the other wording; with 200 distractors beside it. */
function printTopOne(half: RetoldHalf, wording: 'second' | 'free'): void {
  const retold = retoldStatements(half)
  const a = retold.map(({ statement }) => statement)
  const b = [...retold.map((each) => each[wording]), ...retold.map(({ distractor }) => distractor)]
  for (const [name, similarity] of METHODS) {
    const hits = similarity(a, b).map((row, index) => bestOf(row) === index)
    const short = hits.filter(
      (_, index) => Math.max(wordsIn(a[index] ?? ''), wordsIn(b[index] ?? '')) <= MOST_SHORT,
    )
    const share = (list: readonly boolean[]) => percent(list.filter(Boolean).length / list.length)
    console.log(
      `${half}, ${wording} wording, ${name}: top-1 ${share(hits)}, of ${String(short.length)} with <= 8 words ${share(short)}`,
    )
  }
}

/** Both articles hold the statements and half of the distractors each; what belongs together is to be found, and nothing else. */
function openSet(half: RetoldHalf): { a: string[]; b: string[]; gold: ReadonlyMap<number, number> } {
  const retold = retoldStatements(half)
  const others = retold.map(({ distractor }) => distractor)
  const a = [...retold.map(({ statement }) => statement), ...others.filter((_, index) => index % 2 === 1)]
  const inOrder = [...retold.map(({ second }) => second), ...others.filter((_, index) => index % 2 === 0)]
  const order = shuffled(inOrder.length)
  return {
    a,
    b: order.map((index) => inOrder[index] ?? ''),
    gold: new Map(order.flatMap((index, place) => (index < retold.length ? [[index, place] as const] : []))),
  }
}

function printOpenSet(half: RetoldHalf): void {
  const { a, b, gold } = openSet(half)
  for (const [name, similarity] of METHODS.slice(0, 2)) {
    const table = similarity(a, b)
    const mutual = table
      .map((row, index) => ({ index, best: bestOf(row), score: Math.max(...row) }))
      .filter(({ index, best }) => bestOf(table.map((row) => row[best] ?? 0)) === index)
      .sort((x, y) => y.score - x.score)
    let right = 0
    let recall = 0
    for (const [rank, { index, best }] of mutual.entries()) {
      if (gold.get(index) === best) right++
      if (right / (rank + 1) >= PRECISION) recall = right / gold.size
    }
    console.log(
      `${half}, open set, ${name}: recall ${percent(recall)} at precision 98 % (best threshold, mutual best)`,
    )
  }
  const story = storyOf(articleOf('a', a), articleOf('b', b))
  const clusters = run(alignUtterances(prepareStatements(story).quotations, story))
  const placeOf = (id: string) => Number(id.split('-')[1])
  const links = clusters
    .filter(({ members }) => members.length > 1)
    .map(({ members: [one = '', two = ''] }) => gold.get(placeOf(one)) === placeOf(two))
  const right = links.filter(Boolean).length
  console.log(
    `${half}, open set, Crossread: precision ${percent(right / links.length)}, recall ${percent(right / gold.size)} (its own threshold, clusters, order shuffled)`,
  )
}

function timed<T>(name: string, count: number, work: () => T): T {
  const start = performance.now()
  const processor = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(processor)
  console.log(
    `${name}: ${(performance.now() - start).toFixed(0)} ms by the clock, ${((user + system) / 1000).toFixed(0)} ms of processor time, ${String(count)} quotations`,
  )
  return result
}

function printSpeed(): void {
  const perArticle = 40
  const texts = generateStatements(50 * perArticle, 25)
  const story = storyOf(
    ...Array.from({ length: 50 }, (_, index) =>
      articleOf(`article${String(index)}`, texts.slice(index * perArticle, (index + 1) * perArticle)),
    ),
  )
  const { quotations } = timed('prepare 50 articles', texts.length, () => prepareStatements(story))
  let longest = 0
  const clusters = timed('align 50 articles', texts.length, () => {
    const work = alignUtterances(quotations, story)
    for (;;) {
      const start = performance.now()
      const step = work.next()
      longest = Math.max(longest, performance.now() - start)
      if (step.done) return step.value
    }
  })
  console.log(`longest step ${longest.toFixed(0)} ms, ${String(clusters.length)} clusters`)
}

function printCandidates(): void {
  const texts = generateStatements(10_000, 2)
  const { quotations } = prepareStatements(storyOf(articleOf('a', texts)))
  const vectors = run(createVectors(quotations))
  const candidates = timed('candidates, all against all', texts.length, () =>
    run(findCandidates(vectors, { groups: new Uint8Array(texts.length), perGroup: 10, least: 0, own: 0.02 })),
  )
  // Statement and retelling stand half the list apart.
  const half = texts.length / 2
  const found = new Set(candidates.filter(({ a, b }) => b - a === half).map(({ a }) => a))
  console.log(`right one among the ten candidates of either: ${percent(found.size / half)}`)
}

for (const half of ['shaping', 'held-back'] as const) {
  printTopOne(half, 'second')
  printTopOne(half, 'free')
  printOpenSet(half)
}
printSpeed()
printCandidates()
