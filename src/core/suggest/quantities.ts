import type { Qualifier, Quantity } from '../model/annotation'
import { overlaps, spanOf, type TextRange } from '../model/range'
import { dateMentions } from './dates'
import { LABELS, UNITS } from './english-quantities'
import {
  currencyOf,
  numbersAndShares,
  qualifierAfter,
  qualifierBefore,
  readNumber,
  readShare,
  unitAfter,
  type FoundUnit,
} from './quantity-patterns'

/** How much of the text on either side of a number is looked at, in UTF-16 units. */
const CONTEXT = 80

/** A number with what belongs to it, before ranges are put together. */
interface Candidate extends TextRange {
  /** Where the number itself starts and ends, without qualifier and unit. */
  readonly number: TextRange
  readonly value: number
  readonly scale: number
  readonly unit: string | null
  readonly qualifier: Qualifier | null
}

/**
 * The quantities that an English text states, in text order, not overlapping; offsets are UTF-16 code units.
 *
 * - Numbers in digits ("100,000", "1.2 million", "$2bn", "14.000") and in words up to trillions ("two dozen", "half a
 *   million", "one hundred and five"), parts of a measure ("half a metre") and shares in words ("by a third", "two thirds
 *   of the boats"), which are per cent; vague ones ("dozens", "several", "a couple") are none.
 * - The span runs from the qualifier next to the number to the end of the unit: "more than 100,000 troops".
 * - `unit` is `%`, an ISO 4217 code, a measure in the form `english-quantities.ts` gives it ("hours" for "48-hour"),
 *   else the counted noun as printed; null where none follows. `value` is in that unit, shares in per cent.
 * - A range ("between 10 and 20 people", "10 to 15 minutes", "$2-3bn") gives two quantities: the lower one `at-least`,
 *   the upper one `up-to`, both with the unit and scale of the upper. "From 11 to 15" is a change and no range.
 * - Ordinals, dates and times of day, names ("Article 5", "F-16", "Pier 12"), versions and addresses are left out, and
 *   so are small number words that only point ("the two met").
 * - `dates` are where the text names dates, as `dateMentions` gives them; left out, they are read here.
 */
export function findQuantities(text: string, dates: readonly TextRange[] = dateMentions(text)): Quantity[] {
  let date = 0
  const candidates: Candidate[] = []
  const { numbers, shares } = numbersAndShares(text)
  for (const match of numbers) {
    const number = { start: match.index, end: match.index + match[0].length }
    while ((dates[date]?.end ?? Infinity) <= number.start) date++
    const near = dates[date]
    if (near && overlaps(near, number)) continue
    const candidate = candidateOf(text, number, match.groups ?? {}, { last: dates[date - 1], next: near })
    const before = candidates.at(-1)
    if (candidate && (!before || before.end <= candidate.start)) candidates.push(candidate)
  }
  return withRanges(text, withShares(text, candidates, shares, dates)).map((found) => ({
    ...spanOf(text, found),
    value: found.value,
    unit: found.unit,
    qualifier: found.qualifier ?? 'exactly',
  }))
}

/** The candidates with the shares in words that lie in none of them and in no date, in text order. */
function withShares(
  text: string,
  candidates: readonly Candidate[],
  matches: readonly RegExpExecArray[],
  dates: readonly TextRange[],
): readonly Candidate[] {
  const shares: Candidate[] = []
  for (const match of matches) {
    const number = { start: match.index, end: match.index + match[0].length }
    const before = text.slice(Math.max(0, number.start - CONTEXT), number.start)
    const value = readShare(match.groups ?? {}, before, text.slice(number.end, number.end + CONTEXT))
    // "two thirds" reads as two of something called thirds; "a quarter of a million" is a number of its own.
    const isNumber = candidates.some(
      (other) => overlaps(other.number, number) && other.number.end > number.end,
    )
    if (value === null || isNumber || dates.some((date) => overlaps(date, number))) continue
    const early = qualifierBefore(before)
    const start = number.start - (early?.length ?? 0)
    const whole = percentAfter(text, number.end, candidates)
    shares.push({
      start,
      end: whole?.end ?? number.end,
      number,
      value: whole ? Number(((value * whole.value) / 100).toPrecision(4)) : value,
      scale: 1,
      unit: whole?.unit ?? '%',
      qualifier: early?.qualifier ?? null,
    })
  }
  if (shares.length === 0) return candidates
  const counted = candidates.filter((other) => !shares.some((share) => overlaps(share, other)))
  return [...counted, ...shares].sort((a, b) => a.start - b.start)
}

/** "half of 1 per cent", "a tenth of a percentage point": what a share is a share of, where that is in per cent itself. */
function percentAfter(
  text: string,
  at: number,
  candidates: readonly Candidate[],
): Pick<Candidate, 'end' | 'value' | 'unit'> | null {
  const of = /^\sof\s(?:an?(?=\s))?/u.exec(text.slice(at, at + CONTEXT))?.[0]
  if (of === undefined) return null
  const start = at + of.length
  const counted = candidates.find((one) => one.number.start === start)
  if (counted) return counted.unit?.startsWith('percent') === true || counted.unit === '%' ? counted : null
  const unit = of.endsWith('a') ? unitAfter(text.slice(start, start + CONTEXT)) : null
  return unit?.unit?.startsWith('percent') === true || unit?.unit === '%'
    ? { end: start + unit.length, value: 1, unit: unit.unit }
    : null
}

function candidateOf(
  text: string,
  number: TextRange,
  groups: Readonly<Record<string, string | undefined>>,
  dates: { readonly last: TextRange | undefined; readonly next: TextRange | undefined },
): Candidate | null {
  const before = text.slice(Math.max(0, number.start - CONTEXT), number.start)
  // A unit never reaches into a date: "36 on Monday".
  const after = text.slice(number.end, Math.min(number.end + CONTEXT, dates.next?.start ?? text.length))
  const { digits, words, currency, short } = groups
  if (isPartOfName(before, after, digits ?? '')) return null
  if (/^(?:st|nd|rd|th)(?!\p{L})/iu.test(after)) return null

  const { value, scale } = readNumber(groups)
  const early = qualifierBefore(before)
  const late = qualifierAfter(after)
  const skipped = late?.length ?? 0
  const code = currency === undefined ? null : currencyOf(currency)
  const unit = code === null ? unitAfter(after.slice(skipped)) : null
  const end = number.end + skipped + (unit?.length ?? 0)
  const bare = code === null && unit === null && early === null && late === null

  if (words !== undefined && !isCountWord(words, { before, after, bare, unit })) return null
  // "100m" is a distance unless it counts something or is money.
  const metres = short === 'm' && code === null && (unit === null || unit.unit === null)
  // "On Monday twelve died": what stands before is a date and no name.
  const followsDate = dates.last !== undefined && /^[\s,]*$/u.test(text.slice(dates.last.end, number.start))
  if (bare && scale === 1 && !followsDate && isLabelled(before)) return null
  const minus = /(?<![\p{L}\p{N}])minus\s$/iu.exec(before)
  return {
    start: number.start - (early?.length ?? minus?.[0].length ?? 0),
    end,
    number,
    value: (minus ? -1 : 1) * (metres ? value / 1e6 : value),
    scale: metres ? 1 : scale,
    unit: metres ? 'm' : (code ?? unit?.unit ?? null),
    qualifier: late?.qualifier ?? early?.qualifier ?? null,
  }
}

/** True for digits that are part of a word, a version, a score or an address, or number a list. */
function isPartOfName(before: string, after: string, digits: string): boolean {
  if (digits === '') return false
  // Longer than any count, or an attribute of markup: an identifier.
  if (digits.length > 15 || /=["']?$/u.test(before)) return true
  if (
    /^[\p{L}_/@]|^[.:]\d|^,\d|^['’]\p{L}|^-\d+-/u.test(after) &&
    !/^(?:st|nd|rd|th)(?!\p{L})/iu.test(after)
  ) {
    return unitAfter(after) === null
  }
  if (/(?:^|\n)[^\S\n]*$/u.test(before) && /^[.)]\s/u.test(after) && digits.length <= 2) return true
  return /(?:www\.|https?:|\/)\S*$/u.test(before)
}

const LABEL = /(?<word>\p{L}[\p{L}'’]*)\.?\s?[:#]?\s?$/u

/** True where the word before a bare number makes it a name: "Article 5", "Channel 4", "Story Code : 979141". */
function isLabelled(before: string): boolean {
  const word = LABEL.exec(before)?.groups?.['word']
  if (word === undefined) return false
  if (LABELS.has(word.toLowerCase()) || /(?:\p{Lu}\p{L}+|\d)\sof\s$/u.test(before)) return true
  const opensSentence = /(?:^|[.!?:;“"\n])\s*\p{L}[\p{L}'’]*\s$/u.test(before)
  return /^\p{Lu}/u.test(word) && !opensSentence
}

/** Words after which a number word points at what was counted before: "the two met". */
const POINTING =
  /(?:^|[^\p{L}])(?:the|these|those|both|all|any|no|other|previous|last|first|next|its|their|or|in|war|phase)\s$/iu

/** True where a number word counts something, and does not just point or number a list ("Two, the harbour …"). */
function isCountWord(
  words: string,
  { before, after, bare, unit }: { before: string; after: string; bare: boolean; unit: FoundUnit | null },
): boolean {
  if (/^-(?:first|second|third|\p{L}+(?:th|ths|rd|rds))(?!\p{L})/u.test(after)) return false
  // A hyphen after a word makes an adjective, and only a measure is a number in it: "three-day", but "two-faced".
  if (/^-\p{L}/u.test(after)) return unit?.isMeasure === true
  // "half a metre", but not "half a mind".
  if (/^half\s+an?$/iu.test(words)) return unit?.isMeasure === true
  // "one" is a pronoun more often than a number.
  if (/^one$/iu.test(words)) {
    return unit?.isMeasure === true && !/\b(?:no|any|every|each|which|this|that|the)\s$/iu.test(before)
  }
  if (!bare) return true
  const numbersList = /(?:^|[.!?:\n])\s*$/u.test(before) && after.startsWith(',')
  return !numbersList && !POINTING.test(before) && !/^\s(?:of|or|in)\s/u.test(after)
}

const RANGE_GAP = /^\s?(?:-|–|—|to|and)\s?$/u

/** Puts the ends of ranges together: "between 10 and 20 people" and "10 to 15 minutes". */
function withRanges(text: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const found: Candidate[] = []
  for (const upper of candidates) {
    const lower = found.at(-1)
    const range = lower && rangeOf(text, lower, upper)
    const share = shareOf(text, lower, upper)
    if (share) found.splice(share.start === lower?.start ? -1 : found.length, 1, share)
    else if (range) found.splice(-1, 1, ...range)
    else found.push(upper)
  }
  // A bare number joined to another by a dash, and no range: a score or a code, such as "4-3".
  return found.filter(({ number, unit, qualifier }) => {
    const around =
      text.slice(Math.max(0, number.start - 2), number.start) + '|' + text.slice(number.end, number.end + 2)
    return unit !== null || qualifier !== null || !/\d[-–]\||\|[-–]\d/u.test(around)
  })
}

const SHARE_GAP = /^\s(?:in|out\sof|of\severy|in\severy)\s$/u
const ONE_BEFORE = /(?<!\p{L})(?<one>one\s(?:in|out\sof|of\severy|in\severy)\s)$/iu

/** "one in four residents", "2 out of 10": a share of those counted, in per cent; null where the numbers are none. */
function shareOf(text: string, lower: Candidate | undefined, upper: Candidate): Candidate | null {
  if (upper.qualifier !== null || (upper.unit !== null && MEASURES.has(upper.unit))) return null
  const share = (part: number): number => Number(((100 * part) / upper.value).toPrecision(4))
  if (lower && lower.unit === null && lower.value > 0 && lower.value < upper.value)
    if (SHARE_GAP.test(text.slice(lower.end, upper.start)))
      return {
        ...upper,
        start: lower.start,
        number: { start: lower.number.start, end: upper.number.end },
        value: share(lower.value),
        unit: '%',
        qualifier: lower.qualifier,
      }
  const before = text.slice(Math.max(0, upper.start - CONTEXT), upper.start)
  const one = ONE_BEFORE.exec(before)?.groups?.['one']
  if (one === undefined || upper.value <= 1) return null
  const start = upper.start - one.length
  const early = qualifierBefore(before.slice(0, before.length - one.length))
  return {
    ...upper,
    start: start - (early?.length ?? 0),
    number: { start, end: upper.number.end },
    value: share(1),
    unit: '%',
    qualifier: early?.qualifier ?? null,
  }
}

/** Units that measure instead of count: "scored one in 10 minutes" is no share. */
const MEASURES: ReadonlySet<string> = new Set(
  UNITS.map(([unit]) => unit).filter((unit) => !/^(?:people|members)$/u.test(unit)),
)

function rangeOf(text: string, lower: Candidate, upper: Candidate): readonly Candidate[] | null {
  const gap = text.slice(lower.number.end, upper.number.start)
  const before = text.slice(Math.max(0, lower.start - CONTEXT), lower.start)
  const between = /(?:^|[^\p{L}])between\s$/iu.exec(before)?.[0].replace(/^[^\p{L}]/u, '')
  if (!RANGE_GAP.test(gap) || (gap.trim() === 'and') !== (between !== undefined)) return null
  if (upper.qualifier !== null || lower.qualifier !== null || /(?:^|[^\p{L}])from\s$/iu.test(before))
    return null
  const value =
    lower.scale === 1 && lower.value * upper.scale < upper.value ? lower.value * upper.scale : lower.value
  const unit = lower.unit ?? upper.unit
  const isDash = !/\p{L}/u.test(gap)
  // "4-3" is a score; two bare numbers with a dash are a range only with a unit.
  if (value >= upper.value || (isDash && unit === null)) return null
  return [
    { ...lower, start: lower.start - (between?.length ?? 0), value, unit, qualifier: 'at-least' },
    { ...upper, unit: upper.unit ?? unit, qualifier: 'up-to' },
  ]
}
