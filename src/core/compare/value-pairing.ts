import type { Span } from '../model/range'
import type { Agreement } from './agreement'
import { relativesOf } from './relatedness'
import type { Fact } from './stated-facts'

/** Two values that speak of one thing and cannot both be true of it. */
export interface ValueConflict<Value extends Span> {
  readonly a: Fact<Value>
  readonly b: Fact<Value>
  /** 0..1: how alike what stands around them is. */
  readonly likeness: number
}

/** How values of one kind are compared. */
export interface ValueComparison<Value extends Span> {
  agreement(a: Value, b: Value): Agreement
  /** 0..1: how surely the two count or date the same thing, by their unit or precision alone. */
  likeness(a: Value, b: Value): number
  /** True for an agreement by which a value stands in the other text, although another value there agrees with it too. */
  restates(agreement: Agreement, a: Value, b: Value): boolean
  /** True for the same value, however it is hedged: it goes before one that merely could be meant. */
  equals(a: Value, b: Value): boolean
  /** True where some of `parts` together are `whole`: 5 dead and 10 hurt are 15. */
  addUp(parts: readonly Value[], whole: Value): boolean
}

/** Likeness from which two values that are left over are taken for values of one thing. */
const ALIKE = 0.45
/** … and where each text has no other value left of that kind. */
const ALIKE_ALONE = 0.2
/** Likeness by unit alone up to which two values conflict with nothing, and up to which one does not restate the other. */
const BARE = 0.2
const WEAK = 0.3
/** Weight of the words around a value against its unit. */
const CONTEXT_WEIGHT = 0.5

/**
 * The conflicts between the values of two renderings of a statement. Values that agree are put together first, wherever they
 * stand; only what is left on both sides, speaks of the same thing by unit and by the words around it, and is not found again
 * elsewhere in the other text is a conflict.
 */
export function valueConflicts<Value extends Span>(
  a: readonly Fact<Value>[],
  b: readonly Fact<Value>[],
  comparison: ValueComparison<Value>,
): ValueConflict<Value>[] {
  const candidates = a.flatMap((first, i) =>
    b.map((second, j) => ({
      i,
      j,
      agreement: comparison.agreement(first.value, second.value),
      likeness: likenessOf(first, second, comparison),
    })),
  )
  const usedA = new Set<number>()
  const usedB = new Set<number>()
  const best = candidates.sort((x, y) => y.likeness - x.likeness || x.i - y.i || x.j - y.j)
  const isEqual = ({ i, j, agreement }: (typeof candidates)[number]) => {
    const [first, second] = [a[i], b[j]]
    return agreement === 'compatible' && first && second && comparison.equals(first.value, second.value)
  }
  const inTurn = [
    best.filter(({ agreement }) => agreement === 'same'),
    best.filter(isEqual),
    best.filter(({ agreement }) => agreement === 'compatible'),
  ]
  for (const { i, j } of inTurn.flat()) {
    if (usedA.has(i) || usedB.has(j)) continue
    usedA.add(i)
    usedB.add(j)
  }
  // A value told twice in one text agrees with the one in the other all the same.
  const agrees = (side: 'i' | 'j', index: number) =>
    candidates.some((pair) => {
      const [first, second] = [a[pair.i], b[pair.j]]
      return (
        pair[side] === index &&
        first &&
        second &&
        comparison.likeness(first.value, second.value) > WEAK &&
        comparison.restates(pair.agreement, first.value, second.value)
      )
    })
  const isComparable = (i: number, j: number) => {
    const [first, second] = [a[i], b[j]]
    return first && second && comparison.likeness(first.value, second.value) > BARE
  }
  const conflicting = best.filter(
    ({ i, j, agreement }) =>
      agreement === 'conflict' && !usedA.has(i) && !usedB.has(j) && !agrees('i', i) && !agrees('j', j),
  )
  // A bare number beside a measure is looked at only where nothing else conflicts.
  const comparable = conflicting.filter(({ i, j }) => isComparable(i, j))
  const open = comparable.length > 0 ? comparable : conflicting
  const alone = new Set(open.map(({ i }) => i)).size === 1 && new Set(open.map(({ j }) => j)).size === 1
  const conflicts: ValueConflict<Value>[] = []
  for (const { i, j, likeness } of open) {
    const first = a[i]
    const second = b[j]
    if (!first || !second || usedA.has(i) || usedB.has(j)) continue
    if (likeness < (alone ? ALIKE_ALONE : ALIKE)) continue
    const values = (facts: readonly Fact<Value>[]) => facts.map(({ value }) => value)
    if (comparison.addUp(values(a), second.value) || comparison.addUp(values(b), first.value)) continue
    usedA.add(i)
    usedB.add(j)
    conflicts.push({ a: first, b: second, likeness })
  }
  return conflicts
}

function likenessOf<Value extends Span>(
  a: Fact<Value>,
  b: Fact<Value>,
  comparison: ValueComparison<Value>,
): number {
  const kind = comparison.likeness(a.value, b.value)
  return kind === 0 ? 0 : kind * (1 - CONTEXT_WEIGHT) + CONTEXT_WEIGHT * contextLikeness(a.context, b.context)
}

/** Share of the nearest words of the shorter context that the other has, the same or near in meaning. */
function contextLikeness(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 0) return 0.5
  let sum = 0
  let total = 0
  short.forEach((stem, place) => {
    const weight = 1 / (1 + place / 3)
    total += weight
    sum += weight * Math.max(0, ...long.map((other) => nearness(stem, other)))
  })
  return sum / total
}

function nearness(a: string, b: string): number {
  return a === b ? 1 : (relativesOf(a).get(b) ?? relativesOf(b).get(a) ?? 0)
}
