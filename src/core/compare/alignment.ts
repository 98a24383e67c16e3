import type { Cluster, ClusterDecision, ClusterKind } from '../model/comparison'
import { findCandidates } from './candidates'
import { buildClusters } from './cluster-builder'
import { describeLink } from './link-reasons'
import { contentScore, probability } from './link-score'
import { linkStatements, unitsOf, type ComparedPair } from './linking'
import { deniesAny, likenessOf, type Likeness } from './similarity'
import type { PlacedStatement } from './statements'
import { createVectors, type Vector, type Vectors } from './vectors'

/** What aligning statements of one kind needs to know of that kind. */
export interface AlignmentRules {
  readonly kind: ClusterKind
  /** Log odds (nats) that the particulars of two statements add to those of their words: speaker, quantities, dates. */
  readonly particulars: (a: PlacedStatement, b: PlacedStatement) => number
  /** Whether two neighbouring statements of one article may be parts of what another article has in one. */
  readonly maySplit: (a: PlacedStatement, b: PlacedStatement) => boolean
  /** Whether the statement, if short, may be an answer that its place tells more about than its words. */
  readonly mayAnswer: (statement: PlacedStatement) => boolean
}

/**
 * Candidates that a statement proposes, shared among the other articles, but not fewer or more of each: in a story of many
 * articles, one that is missed between two is found through a third. And cheap scores from which they are looked at.
 */
const CANDIDATES = 100
const LEAST_PER_ARTICLE = 3
const MOST_PER_ARTICLE = 10
const LEAST_SCORE = { fewArticles: 0.06, manyArticles: 0.13 } as const
const MANY_ARTICLES = 8
const LEAST_OWN_SCORE = 0.6
/** Work between two yields, about 10 ms: each pair of terms that may meet counts as one, each pair of statements as more. */
const SLICE = 400_000
const PAIR = 2_000

/** Words of the longest answer whose place says more than its words, and the log odds it starts from. */
const LONGEST_ANSWER = 3
const ANSWER_BASE = -3.5
/** With more short answers than this in an article, place cannot tell them apart either. */
const MOST_ANSWERS = 40
/** Share of a split part that the rest of the whole must hold, and its weight (nats). */
const LEAST_REST = 0.5
const LEAST_REST_WEIGHT = 6

/**
 * Clusters of the statements of a story that say the same, every statement in exactly one. Yields the share done, 0..1.
 * Articles are taken two by two; between two, each statement belongs with one other at most.
 */
export function* alignStatements(
  statements: readonly PlacedStatement[],
  story: { readonly id: string; readonly decisions: readonly ClusterDecision[] },
  rules: AlignmentRules,
): Generator<number, Cluster[]> {
  const vectors = yield* silently(createVectors(statements), 0.1)
  const columns = statements.map(({ column }) => column)
  const articles = new Set(columns).size
  const candidates = yield* silently(
    findCandidates(vectors, {
      groups: columns,
      perGroup: Math.max(LEAST_PER_ARTICLE, Math.min(MOST_PER_ARTICLE, Math.round(CANDIDATES / articles))),
      least: articles < MANY_ARTICLES ? LEAST_SCORE.fewArticles : LEAST_SCORE.manyArticles,
      own: LEAST_OWN_SCORE,
    }),
    0.3,
  )
  const answers = statements.map(
    (statement) => statement.terms.list.length <= LONGEST_ANSWER && rules.mayAnswer(statement),
  )
  const compared: ComparedPair[] = []
  const known = new Set<number>()
  let work = 0
  for (const [index, { a, b }] of candidates.entries()) {
    if (work > SLICE) {
      work = 0
      yield 0.3 + (0.5 * index) / candidates.length
    }
    const one = statements[a]
    const two = statements[b]
    const first = vectors.all[a]
    const second = vectors.all[b]
    if (!one || !two || !first || !second) continue
    work += PAIR + first.terms.length * second.terms.length
    const likeness = likenessOf(first, second)
    const content = contentScore(likeness)
    const answered = answers[a] === true && answers[b] === true && likeness.negation === 0
    const score = (answered ? Math.max(ANSWER_BASE, content) : content) + rules.particulars(one, two)
    compared.push({ a, b, score })
    if (answered) known.add(a * statements.length + b)
  }
  compared.push(...answerPairs(statements, answers, known, rules))
  const units = unitsOf(statements, compared)
  const links = yield* silently(
    linkStatements({
      statements,
      compared,
      units,
      isAnswer: (index) => answers[index] === true,
      restScore: (whole, part, rest) => restScore(statements, vectors, rules, { whole, part, rest }),
    }),
    0.85,
  )
  yield 0.95
  const scores = new Map(compared.map(({ a, b, score }) => [a * statements.length + b, probability(score)]))
  // Of linked pairs, place and rivals have had their say.
  for (const { a, b, score } of links) scores.set(Math.min(a, b) * statements.length + Math.max(a, b), score)
  const clusters = buildClusters({
    story: story.id,
    kind: rules.kind,
    members: statements.map(({ id, column }, index) => ({ id, column, unit: units[index] ?? index })),
    links,
    scoreOf: (a, b) => scores.get(Math.min(a, b) * statements.length + Math.max(a, b)) ?? null,
    decisions: story.decisions,
    describe: (a, b, score) => {
      const [one, two] = [statements[a], statements[b]] as [PlacedStatement, PlacedStatement]
      const [first, second] = [vectors.all[a], vectors.all[b]] as [Vector, Vector]
      const likeness: Likeness = likenessOf(first, second)
      return describeLink({ one, two, first, second, likeness, score })
    },
  })
  return yield* silently(clusters, 0.95)
}

/** Runs a part to its end, and yields the share done in its stead. */
function* silently<T>(part: Generator<void, T>, share: number): Generator<number, T> {
  for (;;) {
    const step = part.next()
    if (step.done) return step.value
    yield share
  }
}

/** Pairs of short answers of different articles that share no word, so that their places may tell whether they belong together. */
function answerPairs(
  statements: readonly PlacedStatement[],
  answers: readonly boolean[],
  known: ReadonlySet<number>,
  rules: AlignmentRules,
): ComparedPair[] {
  const perColumn = new Map<number, number>()
  const short = statements.flatMap((statement, index) => {
    if (answers[index] !== true) return []
    const before = perColumn.get(statement.column) ?? 0
    perColumn.set(statement.column, before + 1)
    return before < MOST_ANSWERS ? [index] : []
  })
  const pairs: ComparedPair[] = []
  for (const a of short) {
    for (const b of short) {
      const one = statements[a]
      const two = statements[b]
      if (a >= b || !one || !two || one.column === two.column || known.has(a * statements.length + b))
        continue
      if (deniesAny(one.terms) !== deniesAny(two.terms)) continue
      pairs.push({ a, b, score: ANSWER_BASE + rules.particulars(one, two) })
    }
  }
  return pairs
}

/** How far the rest says what the part leaves of the whole; null where it does not, or the rules do not let them be parts. */
function restScore(
  statements: readonly PlacedStatement[],
  vectors: Vectors,
  rules: AlignmentRules,
  { whole, part, rest }: { readonly whole: number; readonly part: number; readonly rest: number },
): number | null {
  const one = statements[part]
  const two = statements[rest]
  const all = vectors.all[whole]
  const first = vectors.all[part]
  const second = vectors.all[rest]
  if (!one || !two || !all || !first || !second || !rules.maySplit(one, two)) return null
  const used = new Set(likenessOf(all, first).pairs.map(({ a }) => a))
  let held = 0
  for (const { a, b, nearness } of likenessOf(all, second).pairs)
    if (!used.has(a)) held += nearness * (second.terms[b]?.weight ?? 0)
  const share = held / Math.max(1e-9, second.mass)
  return share >= LEAST_REST && held >= LEAST_REST_WEIGHT ? share : null
}
