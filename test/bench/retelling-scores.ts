import { alignUtterances } from '../../src/core/compare/utterances'
import { matchStatements, type StatementMatch } from '../../src/core/compare/match-statements'
import { prepareStatements } from '../../src/core/compare/statements'
import { articleOf, shuffled, storyOf } from '../fixtures/compare/retold-story'
import { characterTokens, similarities, wordTokens } from './tf-idf'

/** Similarity (0..1) of every text of `a` with every text of `b`. */
export type Similarity = (a: readonly string[], b: readonly string[]) => number[][]

/** What is compared: plain TF-IDF of two kinds, and the program's own odds, by the words of two statements alone and with their rivals. */
export const METHODS: readonly (readonly [string, Similarity])[] = [
  ['word TF-IDF', (a, b) => similarities(a, b, wordTokens)],
  ['character TF-IDF', (a, b) => similarities(a, b, characterTokens)],
  ['Crossread, words alone', (a, b) => ownSimilarities(a, b, ({ alone }) => alone)],
  ['Crossread', (a, b) => ownSimilarities(a, b, ({ score }) => score)],
]

const MOST_SHORT = 8
const PRECISION = 0.98

/** Runs a generator to its end. */
export function run<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

function ownSimilarities(
  a: readonly string[],
  b: readonly string[],
  of: (match: StatementMatch) => number,
): number[][] {
  return matchStatements(a, b, 'en').map((matches) => {
    const row = b.map(() => 0)
    for (const match of matches) row[match.b] = of(match)
    return row
  })
}

/** Place of the highest value, the first of equals. */
export function bestOf(row: readonly number[]): number {
  return row.reduce((best, value, index) => (value > (row[best] ?? 0) ? index : best), 0)
}

/** How many words a text has. */
export function wordsIn(text: string): number {
  return text.split(/\s+/u).length
}

/** A share as it is printed. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

/** Whether each statement of `a` is most like the text at its own place in `b`, and whether both are short. */
export interface TopOne {
  readonly hit: boolean
  readonly short: boolean
  readonly texts: readonly [statement: string, right: string, chosen: string]
}

/** For each statement, whether the most similar text is the one at its place in `b`, or says the same word for word. */
export function topOne(similarity: Similarity, a: readonly string[], b: readonly string[]): TopOne[] {
  return similarity(a, b).map((row, index) => {
    const best = bestOf(row)
    const [statement = '', right = '', chosen = ''] = [a[index], b[index], b[best]]
    return {
      hit: best === index || chosen === right,
      short: Math.max(wordsIn(statement), wordsIn(right)) <= MOST_SHORT,
      texts: [statement, right, chosen],
    }
  })
}

/** Two lists of texts of which some say the same: place in `a` -> place in `b`. */
export interface OpenSet {
  readonly a: readonly string[]
  readonly b: readonly string[]
  readonly gold: ReadonlyMap<number, number>
}

/** Two lists of which `pairs` say the same; the rest of either belongs with nothing. The second is shuffled. */
export function openSetOf(
  pairs: readonly (readonly [string, string])[],
  onlyA: readonly string[],
  onlyB: readonly string[],
): OpenSet {
  const inOrder = [...pairs.map(([, second]) => second), ...onlyB]
  const order = shuffled(inOrder.length)
  return {
    a: [...pairs.map(([first]) => first), ...onlyA],
    b: order.map((index) => inOrder[index] ?? ''),
    gold: new Map(order.flatMap((index, place) => (index < pairs.length ? [[index, place] as const] : []))),
  }
}

/** A pair that a method puts together, with how sure it is. */
export interface Found {
  readonly right: boolean
  readonly score: number
}

/** The pairs that are each other's most similar text. */
export function mutualBest(similarity: Similarity, { a, b, gold }: OpenSet): Found[] {
  const table = similarity(a, b)
  const columns = b.map((_, at) => bestOf(table.map((row) => row[at] ?? 0)))
  return table.flatMap((row, index) => {
    const best = bestOf(row)
    return columns[best] === index ? [{ right: gold.get(index) === best, score: row[best] ?? 0 }] : []
  })
}

/** The pairs that the program clusters, two articles of one story. */
export function clustered({ a, b, gold }: OpenSet): Found[] {
  const story = storyOf(articleOf('a', a), articleOf('b', b))
  const placeOf = (id: string) => Number(id.split('-')[1])
  return run(alignUtterances(prepareStatements(story).quotations, story))
    .filter(({ members }) => members.length > 1)
    .map(({ members, score }) => {
      const of = (article: string) => members.filter((id) => id.startsWith(`${article}-`)).map(placeOf)
      const others = of('b')
      return { right: of('a').some((place) => others.includes(gold.get(place) ?? -1)), score }
    })
}

/** The largest share of `size` that is found with the asked precision, by the best threshold in hindsight. */
export function recallAtPrecision(found: readonly Found[], size: number): number {
  let right = 0
  let recall = 0
  for (const [rank, one] of [...found].sort((x, y) => y.score - x.score).entries()) {
    if (one.right) right++
    if (right / (rank + 1) >= PRECISION) recall = right / size
  }
  return recall
}
