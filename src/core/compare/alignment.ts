import type { Cluster, ClusterDecision, ClusterKind } from '../model/comparison'
import { findCandidates } from './candidates'
import { buildClusters, type MemberLink } from './cluster-builder'
import { describeLink } from './link-reasons'
import { contentScore, probability } from './link-score'
import { choosePairs, type ScoredPair } from './pair-matching'
import { likenessOf, type Likeness } from './similarity'
import type { PlacedStatement } from './statements'
import { createVectors, type Vector } from './vectors'

/** What aligning statements of one kind needs to know of that kind. */
export interface AlignmentRules {
  readonly kind: ClusterKind
  /** Log odds (nats) that the particulars of two statements add to those of their words: speaker, quantities, dates. */
  readonly particulars: (a: PlacedStatement, b: PlacedStatement) => number
}

/** Candidates of each other article that a statement proposes, and cheap scores from which they are looked at. */
const PER_ARTICLE = 5
const LEAST_SCORE = 0.1
const LEAST_OWN_SCORE = 0.6
/** Share from which two statements of one article are one that it repeats. */
const REPEATED = 0.97
/** Pairs compared between two yields: about 10 ms. */
const SLICE = 400

interface Compared {
  readonly a: number
  readonly b: number
  readonly score: number
}

/**
 * Clusters of the statements of a story that say the same, every statement in exactly one. Yields the share done, 0..1.
 * Articles are taken two by two; between two, each statement belongs with one other at most.
 */
export function* alignStatements(
  statements: readonly PlacedStatement[],
  story: { readonly id: string; readonly decisions: readonly ClusterDecision[] },
  rules: AlignmentRules,
): Generator<number, Cluster[]> {
  const vectors = yield* silently(createVectors(statements.map(({ terms }) => terms)), 0.1)
  const columns = statements.map(({ column }) => column)
  const candidates = yield* silently(
    findCandidates(vectors, {
      groups: columns,
      perGroup: PER_ARTICLE,
      least: LEAST_SCORE,
      own: LEAST_OWN_SCORE,
    }),
    0.3,
  )
  const compared: Compared[] = []
  for (const [index, { a, b }] of candidates.entries()) {
    if (index % SLICE === SLICE - 1) yield 0.3 + (0.6 * index) / candidates.length
    const one = statements[a]
    const two = statements[b]
    const first = vectors.all[a]
    const second = vectors.all[b]
    if (!one || !two || !first || !second) continue
    compared.push({ a, b, score: contentScore(likenessOf(first, second)) + rules.particulars(one, two) })
  }
  const units = unitsOf(statements, compared)
  const links = linksOf(statements, compared, units)
  yield 0.95
  const scores = new Map(compared.map(({ a, b, score }) => [a * statements.length + b, probability(score)]))
  return buildClusters({
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
}

/** Runs a part to its end, and yields the share done in its stead. */
function* silently<T>(part: Generator<void, T>, share: number): Generator<number, T> {
  for (;;) {
    const step = part.next()
    if (step.done) return step.value
    yield share
  }
}

/** The unit of each statement: that of the first statement of its article that says the same. */
function unitsOf(statements: readonly PlacedStatement[], compared: readonly Compared[]): readonly number[] {
  const units = statements.map((_, index) => index)
  for (const { a, b, score } of compared) {
    if (statements[a]?.column !== statements[b]?.column || probability(score) < REPEATED) continue
    const from = units[b]
    const into = units[a] ?? a
    if (from === into) continue
    for (const [index, unit] of units.entries()) if (unit === from) units[index] = into
  }
  return units
}

function linksOf(
  statements: readonly PlacedStatement[],
  compared: readonly Compared[],
  units: readonly number[],
): MemberLink[] {
  const links: MemberLink[] = []
  const between = new Map<number, Compared[]>()
  const count = statements.length
  for (const pair of compared) {
    const one = statements[pair.a]
    const two = statements[pair.b]
    if (!one || !two) continue
    if (one.column === two.column) {
      if (units[pair.a] === units[pair.b])
        links.push({ ...pair, score: probability(pair.score), extends: false })
      continue
    }
    const key = one.column * count + two.column
    const own = between.get(key)
    if (own) own.push(pair)
    else between.set(key, [pair])
  }
  const placeOf = (unit: number) => statements[unit]?.place ?? 0
  for (const pairs of between.values()) {
    const best = new Map<string, ScoredPair & { readonly pair: Compared }>()
    for (const pair of pairs) {
      const a = units[pair.a] ?? pair.a
      const b = units[pair.b] ?? pair.b
      const key = `${String(a)} ${String(b)}`
      if ((best.get(key)?.score ?? -Infinity) < pair.score) best.set(key, { a, b, score: pair.score, pair })
    }
    for (const { a, b, final } of choosePairs([...best.values()], placeOf)) {
      const pair = best.get(`${String(a)} ${String(b)}`)?.pair
      if (pair) links.push({ a: pair.a, b: pair.b, score: probability(final), extends: false })
    }
  }
  return links
}
