import type { Qualifier, Quantity } from '../model/annotation'
import type { Agreement } from './agreement'
import { COUNTED_ALIKE, MEASURES, PEOPLE } from './lexicons/english-units'
import { relativesOf } from './relatedness'
import { englishStem } from './stems'

/** Of values from here up an exact figure may stand for a rounded one: "1,000" but not "12". */
const ROUNDED_FROM = 1000
/** Furthest, as a share of the value, that an exact figure is taken for a rounded one. */
const ROUNDING = 0.05
/** Widest and narrowest that "about" reaches to either side, as a share of the value. */
const ABOUT_MOST = 0.15
const ABOUT_LEAST = 0.05
/** How far "more than" and "less than" reach at least and at most, as a share of the value. */
const BEYOND_LEAST = 0.1
const BEYOND_MOST = 0.35
/** How far "up to" reaches down, as a share of the value. */
const UP_TO = 0.4
/** Difference, as a share, that converting units and rounding the result makes. */
const CONVERSION = 0.06
/** A ton is short, long or metric, and news rarely say which. */
const TON = 0.13
/** How near in meaning two counted nouns must be to count the same. */
const NEAR = 0.5

/** A unit as it compares with others. */
interface UnitKind {
  /** What is measured, or the stem of a counted noun; null where no unit is stated. */
  readonly dimension: string | null
  readonly factor: number
  readonly isMeasure: boolean
}

const groups = new Map<string, Set<number>>()
COUNTED_ALIKE.trim()
  .split('\n')
  .forEach((line, group) => {
    for (const noun of line.split(' ')) {
      const stem = englishStem(noun)
      const known = groups.get(stem) ?? new Set<number>()
      known.add(group)
      groups.set(stem, known)
    }
  })
const people: ReadonlySet<string> = new Set(PEOPLE.split(' ').map(englishStem))
/** What somebody is by what he does: marchers, observers, activists. */
const DOERS = /(?:ers|ors|ists|ants|ians|men|women)$/u
const anyPeople: ReadonlySet<string> = new Set(
  ['people', 'persons', 'individuals', 'others'].map(englishStem),
)

/** What a unit measures: currencies by their code, measures by their dimension, counted nouns by their stem. */
function kindOf(unit: string | null): UnitKind {
  if (unit === null) return { dimension: null, factor: 1, isMeasure: false }
  const measure = MEASURES[unit]
  if (measure) return { dimension: measure[0], factor: measure[1], isMeasure: true }
  if (/^[A-Z]{3}$/u.test(unit)) return { dimension: unit, factor: 1, isMeasure: true }
  return { dimension: englishStem(unit.toLowerCase()), factor: 1, isMeasure: false }
}

/**
 * How alike two units are: 1 the same or convertible, above 0 where both count the same under other names or one is not
 * stated, 0 where they cannot be compared.
 */
export function unitLikeness(a: string | null, b: string | null): number {
  if (a !== null && b !== null && isDoers(a, b)) return 0.7
  const first = kindOf(a)
  const second = kindOf(b)
  if (first.dimension === second.dimension) return 1
  if (first.dimension === null || second.dimension === null) {
    return first.isMeasure || second.isMeasure ? 0.2 : 0.5
  }
  if (first.isMeasure || second.isMeasure) return 0
  return countedLikeness(first.dimension, second.dimension)
}

/** True for a counted noun, false for a measure, a currency, a label and where no unit is stated. */
export function isCount(unit: string | null): boolean {
  return unit !== null && !kindOf(unit).isMeasure && unit !== 'ordinal'
}

/** "People" beside what they do. */
function isDoers(a: string, b: string): boolean {
  const any = (unit: string) => anyPeople.has(englishStem(unit.toLowerCase()))
  return (any(a) && DOERS.test(b)) || (any(b) && DOERS.test(a))
}

/** The value in the first unit of its dimension: 1.5 hours for "90 minutes". */
export function measuredValue({ value, unit }: Quantity): number {
  return value * kindOf(unit).factor
}

function countedLikeness(a: string, b: string): number {
  const other = groups.get(b)
  if ([...(groups.get(a) ?? [])].some((group) => other?.has(group))) return 0.9
  if (people.has(a) && people.has(b) && (anyPeople.has(a) || anyPeople.has(b))) return 0.7
  const nearness = relativesOf(a).get(b) ?? relativesOf(b).get(a) ?? 0
  return nearness >= NEAR ? nearness : 0
}

/** What the true value may be, in the first unit of its dimension. */
interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * How two quantities go together. Roundness tells how exact a number is meant: "about 100,000" reaches further than "about
 * 103,000", "more than 60" further than "more than 64". Two numbers with one qualifier are compared as numbers: "more than 60" and
 * "more than 90" conflict, although both could be true.
 */
export function quantityAgreement(a: Quantity, b: Quantity): Agreement {
  if (unitLikeness(a.unit, b.unit) === 0) return 'not-comparable'
  // Where one names no unit, the numbers alone are compared.
  const bare = a.unit === null || b.unit === null
  const first = kindOf(bare ? null : a.unit)
  const second = kindOf(bare ? null : b.unit)
  const [valueA, valueB] = [a.value * first.factor, b.value * second.factor]
  const temperature =
    first.dimension === 'temperature' && a.unit !== b.unit && ![a.unit, b.unit].includes('degrees')
  if (temperature) return near(celsius(a), celsius(b), CONVERSION) ? 'compatible' : 'conflict'
  // Of degrees alone one text may mean Celsius and the other Fahrenheit.
  if ((a.unit === 'degrees' || b.unit === 'degrees') && !near(a.value, b.value, 1e-9)) {
    const [low, high] = a.value < b.value ? [a.value, b.value] : [b.value, a.value]
    if (near(low * 1.8 + 32, high, CONVERSION)) return 'compatible'
  }
  const converted = first.factor !== second.factor
  if (near(valueA, valueB, 1e-9)) return a.qualifier === b.qualifier ? 'same' : 'compatible'
  const tons = a.unit === 'tons' || b.unit === 'tons'
  if ((converted || tons) && near(valueA, valueB, tons ? TON : CONVERSION)) return 'compatible'
  if (a.qualifier === b.qualifier && a.qualifier !== 'exactly') {
    return isRounded(a, b) || near(valueA, valueB, ROUNDING) ? 'compatible' : 'conflict'
  }
  const left = intervalOf(a, first.factor)
  const right = intervalOf(b, second.factor)
  return (left.low <= right.high && right.low <= left.high) || isRounded(a, b) ? 'compatible' : 'conflict'
}

function celsius({ value, unit }: Quantity): number {
  return unit === '°F' ? ((value - 32) * 5) / 9 : value
}

function near(a: number, b: number, share: number): boolean {
  return Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b))
}

/** The unit of the last digit that is not zero: 1000 for 105,000, 0.1 for 3.5. */
function grainOf(value: number): number {
  const digits = Math.abs(value).toPrecision(12).replace(/0+$/u, '')
  const [whole = '', fraction = ''] = Number(digits).toString().split('.')
  if (fraction !== '' && !fraction.includes('e')) return 10 ** -fraction.length
  const zeros = /0*$/u.exec(whole)?.[0].length ?? 0
  return whole === '0' ? 1 : 10 ** zeros
}

/** True where one exact figure is the other, rounded: 1,234,567 and 1.2 million, 39.6 and 40; not 12 and 10. */
function isRounded(a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit && a.unit !== null && b.unit !== null && MEASURES[a.unit] !== MEASURES[b.unit])
    return false
  const [round, exact] = grainOf(a.value) >= grainOf(b.value) ? [a, b] : [b, a]
  const fraction = !Number.isInteger(exact.value) && Number.isInteger(round.value)
  const finer = !Number.isInteger(exact.value) && grainOf(round.value) < 1
  const grain = fraction ? 1 : grainOf(round.value)
  if (!fraction && !finer && Math.abs(round.value) < ROUNDED_FROM) return false
  return (
    near(round.value, exact.value, ROUNDING) &&
    Math.abs(Math.round(exact.value / grain) * grain - round.value) < grain * 1e-6
  )
}

function intervalOf({ value, qualifier }: Quantity, factor: number): Interval {
  const size = Math.abs(value)
  const grain = grainOf(value)
  const beyond = Math.max(BEYOND_LEAST * size, Math.min(grain, BEYOND_MOST * size))
  const about = Math.max(ABOUT_LEAST * size, Math.min(grain / 2, ABOUT_MOST * size))
  const [below, above] = REACH[qualifier](size, beyond, about)
  return { low: (value - below) * factor, high: (value + above) * factor }
}

/** How far below and above the stated value the true one may lie. */
const REACH: Readonly<
  Record<Qualifier, (size: number, beyond: number, about: number) => readonly [below: number, above: number]>
> = {
  exactly: () => [0, 0],
  about: (_, __, about) => [about, about],
  'more-than': (_, beyond) => [0, beyond],
  'at-least': (_, beyond) => [0, beyond],
  'less-than': (_, beyond) => [beyond, 0],
  'up-to': (size) => [UP_TO * size, 0],
}
