import type { TextRange } from '#core/model/range'
import { suggestQuotations } from '#core/suggest/quotations'
import type { QuotationSuggestion } from '#core/suggest/types'
import { polnearFolder, readPolnear, type GoldArticle } from './polnear'
import { describeScores, emptyScores, score, type Scores } from './quotation-scores'

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
    print('-- rules, every suggestion, titles and single terms in marks included')
    print(describeScores(scoreAll(articles, proposals, 0)))
  }
}

const option = process.argv.find((argument) => argument.startsWith('--polnear='))?.slice('--polnear='.length)
const folder = polnearFolder(option)
if (folder) benchRules(folder)
else
  print(
    'PolNeAR is not here: nothing measured. Put its train/ and dev/ folders in ../shared/polnear, or name their folder with CROSSREAD_POLNEAR or --polnear=FOLDER.',
  )
