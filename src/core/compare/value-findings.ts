import type { Quantity, StatedDate } from '../model/annotation'
import type { Cluster, Evidence } from '../model/comparison'
import { spanOf, type Span } from '../model/range'
import { dateAgreement } from './date-agreement'
import { crossPairs, has, outletsOf, quoted, type FindingDraft, type Member } from './finding-members'
import { isCount, measuredValue, quantityAgreement, unitLikeness } from './quantity-agreement'
import type { Fact } from './stated-facts'
import { valueConflicts, type ValueComparison } from './value-pairing'

/** Likeness of two counted nouns that no list knows as one: only the words around can tell. */
const UNRELATED = 0.3

const QUANTITIES: ValueComparison<Quantity> = {
  agreement(a, b) {
    const agreement = quantityAgreement(a, b)
    return agreement === 'not-comparable' && areCounts(a, b)
      ? quantityAgreement({ ...a, unit: null }, { ...b, unit: null })
      : agreement
  },
  likeness: (a, b) => Math.max(unitLikeness(a.unit, b.unit), areCounts(a, b) ? UNRELATED : 0),
  restates: (agreement, a, b) => agreement === 'same' || (agreement === 'compatible' && areEqual(a, b)),
  equals: areEqual,
  addUp(parts, whole) {
    // The end of a range is no sum of what the other range has.
    if (whole.qualifier === 'up-to') return false
    const values = parts.filter(({ unit }) => unitLikeness(unit, whole.unit) >= UNRELATED).map(measuredValue)
    const sum = measuredValue(whole)
    return values.some((value, i) =>
      values.slice(i + 1).some((other) => Math.abs(value + other - sum) <= 1e-9 * sum),
    )
  },
}

function areEqual(a: Quantity, b: Quantity): boolean {
  return measuredValue(a) === measuredValue(b)
}

/** True for counted nouns, which translators choose freely, and not for measures, money and shares. */
function areCounts(a: Quantity, b: Quantity): boolean {
  return isCount(a.unit) && isCount(b.unit)
}

const DATES: ValueComparison<StatedDate> = {
  agreement: dateAgreement,
  // A weekday or day beside another; a day beside a year dates another thing more often than not.
  likeness: (a, b) => (precisionOf(a) === precisionOf(b) ? 1 : 0.5),
  // "Next week" is no second telling of "Wednesday".
  restates: (agreement, a, b) =>
    agreement === 'same' || (agreement === 'compatible' && precisionOf(a) === precisionOf(b)),
  equals: (a, b) => a.value === b.value,
  addUp: () => false,
}

function precisionOf({ value }: StatedDate): number {
  if (/^(?:\d{4}-\d\d-\d\d|--\d\d-\d\d|-W-\d)/u.test(value)) return 3
  return value.startsWith('T') ? 4 : value.length > 4 ? 2 : 1
}

/** The same thing with another number (`number-conflict`) or another date (`date-conflict`); one finding for each thing. */
export function valueFindings(cluster: Cluster, members: readonly Member[]): FindingDraft[] {
  return [
    ...findingsOf(cluster, members, 'number-conflict', ({ facts }) => facts.quantities, QUANTITIES),
    ...findingsOf(cluster, members, 'date-conflict', ({ facts }) => facts.dates, DATES),
  ]
}

/** A value in a member, of which several may be one thing. */
interface Place<Value extends Span> {
  readonly member: Member
  readonly fact: Fact<Value>
}

function findingsOf<Value extends Span>(
  cluster: Cluster,
  members: readonly Member[],
  kind: 'number-conflict' | 'date-conflict',
  factsOf: (member: Member) => readonly Fact<Value>[],
  comparison: ValueComparison<Value>,
): FindingDraft[] {
  const things: { readonly places: Place<Value>[]; likeness: number }[] = []
  for (const [a, b] of crossPairs(members)) {
    for (const conflict of valueConflicts(factsOf(a), factsOf(b), comparison)) {
      const ends: Place<Value>[] = [
        { member: a, fact: conflict.a },
        { member: b, fact: conflict.b },
      ]
      const known = things.filter(({ places }) =>
        ends.some((end) => places.some((place) => place.fact === end.fact)),
      )
      const [first, ...others] = known
      const thing = first ?? { places: [], likeness: 0 }
      if (!first) things.push(thing)
      for (const other of others) {
        thing.places.push(...other.places)
        things.splice(things.indexOf(other), 1)
      }
      for (const end of ends) if (!thing.places.some(({ fact }) => fact === end.fact)) thing.places.push(end)
      thing.likeness = Math.max(thing.likeness, conflict.likeness)
    }
  }
  return things.map(({ places, likeness }) => {
    const ordered = [...places].sort((a, b) => members.indexOf(a.member) - members.indexOf(b.member))
    return {
      kind,
      cluster,
      members: [...new Set(ordered.map(({ member }) => member))],
      evidence: ordered.map(evidenceOfPlace),
      explanation: explain(ordered, comparison),
      signs: ['value'],
      score: 0.5 + 0.5 * likeness,
    }
  })
}

function evidenceOfPlace<Value extends Span>({ member, fact }: Place<Value>): Evidence {
  return {
    ...spanOf(member.article.body.text, fact.value),
    article: member.article.id,
    annotation: member.annotation.id,
  }
}

/** "For the same thing A has “23 signatories”, B and C have “32 signatories”." */
function explain<Value extends Span>(
  places: readonly Place<Value>[],
  comparison: ValueComparison<Value>,
): string {
  const stated: { readonly fact: Fact<Value>; readonly members: Member[] }[] = []
  for (const { member, fact } of places) {
    const same = stated.find(({ fact: other }) => comparison.agreement(other.value, fact.value) === 'same')
    if (same) same.members.push(member)
    else stated.push({ fact, members: [member] })
  }
  const parts = stated.map(
    ({ fact, members }) => `${outletsOf(members)} ${has(members)} ${quoted(fact.value.exact)}`,
  )
  return `For the same thing ${parts.join(', ')}.`
}
