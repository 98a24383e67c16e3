import type { MemberLink } from './cluster-builder'
import { probability } from './link-score'
import { choosePairs, type ScoredPair } from './pair-matching'
import type { PlacedStatement } from './statements'

/** Two statements, by index with `a` before `b`, and the log odds (nats) of their words and particulars. */
export interface ComparedPair {
  readonly a: number
  readonly b: number
  readonly score: number
}

/** What linking the statements of a story needs. */
export interface LinkingTask {
  readonly statements: readonly PlacedStatement[]
  readonly compared: readonly ComparedPair[]
  /** The unit of each statement, as `unitsOf` gives them. */
  readonly units: readonly number[]
  /** Whether a statement is a short answer. */
  readonly isAnswer: (index: number) => boolean
  /** How sure (0..1) it is that `rest` says what `part`, which belongs with `whole`, leaves of it; null where it does not. */
  readonly restScore: (whole: number, part: number, rest: number) => number | null
}

/** Share from which two statements of one article are one that it repeats. */
const REPEATED = 0.97
/** How far the parts of a split statement lie apart, in statements. */
const SPLIT_REACH = 2
/** Pairs of articles linked between two yields. */
const SLICE = 8

/** The unit of each statement: the first statement of its article that says the same. */
export function unitsOf(
  statements: readonly PlacedStatement[],
  compared: readonly ComparedPair[],
): readonly number[] {
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

/** The links between statements, article by article: each unit with one of another article at most, and its split parts. */
export function* linkStatements(task: LinkingTask): Generator<void, MemberLink[]> {
  const { statements, compared, units } = task
  const links: MemberLink[] = []
  const between = new Map<number, ComparedPair[]>()
  for (const pair of compared) {
    const one = statements[pair.a]
    const two = statements[pair.b]
    if (!one || !two) continue
    if (one.column === two.column) {
      if (units[pair.a] === units[pair.b])
        links.push({ ...pair, score: probability(pair.score), extends: false })
      continue
    }
    const key = one.column * statements.length + two.column
    const own = between.get(key)
    if (own) own.push(pair)
    else between.set(key, [pair])
  }
  const places = createPlaces(statements)
  let done = 0
  for (const pairs of between.values()) {
    if (++done % SLICE === 0) yield
    const chosen = linkArticles(task, pairs)
    links.push(...chosen, ...splitParts(task, chosen, places))
  }
  return links
}

/** Statement indices by article and place. */
type Places = ReadonlyMap<number, readonly number[]>

function createPlaces(statements: readonly PlacedStatement[]): Places {
  const places = new Map<number, number[]>()
  for (const [index, { column }] of statements.entries()) {
    const own = places.get(column)
    if (own) own.push(index)
    else places.set(column, [index])
  }
  return places
}

function linkArticles(
  { statements, units, isAnswer }: LinkingTask,
  pairs: readonly ComparedPair[],
): MemberLink[] {
  const count = statements.length
  const best = new Map<number, ScoredPair & { readonly pair: ComparedPair }>()
  for (const pair of pairs) {
    const a = units[pair.a] ?? pair.a
    const b = units[pair.b] ?? pair.b
    if ((best.get(a * count + b)?.score ?? -Infinity) < pair.score)
      best.set(a * count + b, { a, b, score: pair.score, pair })
  }
  const placeOf = (unit: number) => statements[unit]?.place ?? 0
  return choosePairs([...best.values()], { placeOf, isAnswer }).flatMap(({ a, b, final }) => {
    const pair = best.get(a * count + b)?.pair
    return pair ? [{ a: pair.a, b: pair.b, score: probability(final), extends: false }] : []
  })
}

/** Links to what one article says in a statement of its own and the other in the rest of a linked one. */
function splitParts(
  { statements, units, restScore }: LinkingTask,
  chosen: readonly MemberLink[],
  places: Places,
): MemberLink[] {
  const taken = new Set(chosen.flatMap(({ a, b }) => [units[a], units[b]]))
  const found: MemberLink[] = []
  for (const { a, b } of chosen) {
    for (const [whole, part] of [
      [a, b],
      [b, a],
    ] as const) {
      const own = statements[part]
      const row = own && places.get(own.column)
      if (!own || !row) continue
      for (let place = own.place - SPLIT_REACH; place <= own.place + SPLIT_REACH; place++) {
        const rest = row[place]
        if (rest === undefined || rest === part || taken.has(units[rest])) continue
        const score = restScore(whole, part, rest)
        if (score === null) continue
        taken.add(units[rest])
        found.push({ a: Math.min(whole, rest), b: Math.max(whole, rest), score, extends: true })
      }
    }
  }
  return found
}
