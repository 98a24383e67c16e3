import type { TextRange } from '#core/model/range'
import { suggestClaims } from '#core/suggest/claims'
import { lexiconFor } from '#core/suggest/lexicons/index'
import { suggestQuotations } from '#core/suggest/quotations'
import { readArticle } from '#core/suggest/reading'
import type { QuotationSuggestion } from '#core/suggest/types'
import type { TaggerModel } from '#core/suggest/tagger/model'
import { fitScoreCurve, judge } from '#core/suggest/tagger/score-curve'
import { tagArticle } from '#core/suggest/tagger/tag-article'
import { trainTagger } from '#core/suggest/tagger/train'
import { polnearFolder, readPolnear, toQuotations, type GoldArticle } from './polnear'
import {
  describeExactScores,
  describeScores,
  emptyExactScores,
  emptyScores,
  score,
  scoreExact,
  type Proposal,
  type Scores,
} from './quotation-scores'

/** Suggestions below this score are shown to a person last; the figures leave them out, and say what they would be with them. */
const SHOWN_FROM = 0.35

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function scoreAll(
  articles: readonly GoldArticle[],
  proposals: readonly (readonly QuotationSuggestion[])[],
  from: number,
): Scores {
  const scores = emptyScores()
  articles.forEach((article, index) => {
    score(
      scores,
      (proposals[index] ?? []).filter((one) => one.score >= from),
      article,
    )
  })
  return scores
}

/** Seconds of this process's own time that `run` takes: other programs on the machine do not count. */
function cpuSeconds(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** The reference of the same run: quotation marks alone, every stretch between them a direct quotation. */
function marksAlone(text: string): { content: TextRange[]; cue: null; speakerSpan: null }[] {
  return [...text.matchAll(/“[^”\n]+”|"[^"\n]+"|''[^'\n]+''/gu)].map((match) => ({
    content: [{ start: match.index, end: match.index + match[0].length }],
    cue: null,
    speakerSpan: null,
  }))
}

/** Rules alone on both splits: what they find, and how fast beside quotation marks alone. */
export function benchRules(folder: string): void {
  for (const split of ['train', 'dev'] as const) {
    const articles = readPolnear(folder, split)
    const reference = emptyScores()
    const referenceSeconds = cpuSeconds(() => {
      for (const article of articles) score(reference, marksAlone(article.body.text), article)
    })
    let proposals: QuotationSuggestion[][] = []
    const seconds = cpuSeconds(() => {
      proposals = articles.map((article) => suggestQuotations(article.body, 'en'))
    })
    const withClaims = cpuSeconds(() => {
      for (const { body } of articles) {
        const reading = readArticle(body, lexiconFor('en'))
        suggestClaims(body, 'en', '2016-09-12', suggestQuotations(body, 'en', reading), reading)
      }
    })
    print(
      `\n== PolNeAR ${split}, ${articles.length} articles${split === 'train' ? ' (rules were tuned here)' : ''}`,
    )
    print(
      `-- quotation marks alone, reference of this run (${Math.round(articles.length / referenceSeconds)} articles/s)`,
    )
    print(describeScores(reference))
    print(
      `-- rules, suggestions scored ${SHOWN_FROM} and up (${Math.round(articles.length / seconds)} articles/s of processor time)`,
    )
    print(describeScores(scoreAll(articles, proposals, SHOWN_FROM)))
    print(
      `-- quotations and claims of one reading, as a run does it: ${Math.round(articles.length / withClaims)} articles/s of processor time`,
    )
    print('-- rules, every suggestion, titles and single terms in marks included')
    print(describeScores(scoreAll(articles, proposals, 0)))
  }
}

function exactLine(articles: readonly GoldArticle[], proposals: readonly (readonly Proposal[])[]): string {
  const exact = emptyExactScores()
  articles.forEach((article, index) => {
    scoreExact(exact, proposals[index] ?? [], article)
  })
  return describeExactScores(exact)
}

/** The tagger trained on train, scored on dev. The model stays in memory: its weights derive from PolNeAR and are never written. */
export function benchLearned(folder: string): void {
  const train = readPolnear(folder, 'train')
  const dev = readPolnear(folder, 'dev')
  const examples = train.map((article) => ({ body: article.body, quotations: toQuotations(article) }))
  let model: ReturnType<typeof trainTagger> = null
  const started = performance.now()
  const trainSeconds = cpuSeconds(() => {
    model = trainTagger(examples)
  })
  const wallSeconds = (performance.now() - started) / 1000
  const trained = model as ReturnType<typeof trainTagger>
  if (!trained) return
  let proposals: QuotationSuggestion[][] = []
  const seconds = cpuSeconds(() => {
    proposals = dev.map((article) => tagArticle(trained, article.body))
  })
  print(`\n== PolNeAR dev, learned on ${train.length} articles of train`)
  print(
    `-- trained in ${trainSeconds.toFixed(0)} s of processor time (${wallSeconds.toFixed(0)} s on the clock), ${trained.rows.length} rows; tags ${Math.round(dev.length / seconds)} articles/s of processor time`,
  )
  print(describeScores(scoreAll(dev, proposals, 0)))
  print(exactLine(dev, proposals))
  const rules = dev.map((article) =>
    suggestQuotations(article.body, 'en').filter((one) => one.score >= SHOWN_FROM),
  )
  print(`-- for comparison, rules on the same articles: ${exactLine(dev, rules)}`)
}

/** In five, one article is held back to fit the scores, as a training in the program does it. */
const HELD_BACK = 5

/** How often suggestions are right that the tagger gives about one score, on dev: learned and fitted on train alone. */
function benchScores(folder: string): void {
  const train = readPolnear(folder, 'train')
  const isHeld = (_: GoldArticle, index: number) => index % HELD_BACK === 0
  const model = trainTagger(
    train
      .filter((one, index) => !isHeld(one, index))
      .map((article) => ({ body: article.body, quotations: toQuotations(article) })),
  )
  if (!model) return
  const judgedIn = (tagger: TaggerModel, articles: readonly GoldArticle[]) =>
    articles.flatMap((article) => judge(tagArticle(tagger, article.body), toQuotations(article)))
  const curve = fitScoreCurve(judgedIn(model, train.filter(isHeld)))
  const judged = judgedIn({ ...model, curve }, readPolnear(folder, 'dev'))
  print(
    '\n== PolNeAR dev, score of the tagger and how often it is right; a fifth of train held back to fit it',
  )
  for (const [from, to] of [
    [0.9, 1],
    [0.8, 0.9],
    [0.7, 0.8],
    [0.6, 0.7],
    [0, 0.6],
  ] as const) {
    const some = judged.filter(({ score }) => score >= from && score < to)
    const mean = some.reduce((sum, { score }) => sum + score, 0) / some.length
    const right = some.filter(({ isRight }) => isRight).length / some.length
    print(
      `${from.toFixed(1)} to ${to.toFixed(1)}: ${some.length} suggestions, mean score ${mean.toFixed(2)}, right ${right.toFixed(2)}`,
    )
  }
}

const option = process.argv.find((argument) => argument.startsWith('--polnear='))?.slice('--polnear='.length)
const folder = polnearFolder(option)
if (folder) {
  benchRules(folder)
  if (!process.argv.includes('--rules-only')) {
    benchLearned(folder)
    benchScores(folder)
  }
} else
  print(
    'PolNeAR is not here: nothing measured. Put its train/ and dev/ folders in ../shared/polnear, or name their folder with CROSSREAD_POLNEAR or --polnear=FOLDER.',
  )
