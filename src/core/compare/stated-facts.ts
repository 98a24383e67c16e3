import type { Annotation, Quantity, StatedDate } from '../model/annotation'
import { overlaps, spanOf, type Span } from '../model/range'
import { dateMentions, findDates } from '../suggest/dates'
import { findQuantities } from '../suggest/quantities'
import { comparedWords, type ComparedWord } from './difference-words'
import { weekdayValue } from './date-agreement'
import { MAY_SHARE, statedClocks, statedSeasons, statedShares } from './stated-shares'
import type { ComparedArticle } from './types'

/** A value with the words around it, which tell what it is a value of. */
export interface Fact<Value extends Span> {
  /** Offsets in the article. */
  readonly value: Value
  /** Stems of the content words near it, nearest first. */
  readonly context: readonly string[]
}

/** What an annotation states in numbers and dates. */
export interface StatedFacts {
  readonly quantities: readonly Fact<Quantity>[]
  readonly dates: readonly Fact<StatedDate>[]
}

/** How many content words on either side of a value tell what it is about. */
const CONTEXT_WORDS = 5

/**
 * The quantities and dates of an annotation: those of a claim as it keeps them, those of a quotation found in its words. What the
 * finders leave out for want of a day of printing or a unit, but two texts can be compared by, comes besides: weekdays, and
 * numbers that name ("Article 5") or order ("the 21st"), and "both".
 */
export function statedFacts(annotation: Annotation, article: ComparedArticle): StatedFacts {
  const text = article.body.text
  const pieces = annotation.quotation?.content ?? [spanOf(text, annotation)]
  const facts = pieces.map((piece) => factsOfPiece(annotation, piece, article))
  return {
    quantities: facts.flatMap(({ quantities }) => quantities),
    dates: facts.flatMap(({ dates }) => dates),
  }
}

/** What every number and date has something of; most statements have none, and the finders cost more than a look. */
const MAY_STATE =
  /\p{N}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|[mb]illions?|trillions?|half|quarter|both|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\p{L}+day|tonight|tomorrow|ago|last|past|this|next|early|late|mid|noon|midday|midnight|night|january|february|march|april|may|june|july|august|september|october|november|december)\b/iu

function factsOfPiece(annotation: Annotation, piece: Span, article: ComparedArticle): StatedFacts {
  if (!annotation.claim && !MAY_STATE.test(piece.exact) && !MAY_SHARE.test(piece.exact))
    return { quantities: [], dates: [] }
  const mentions = dateMentions(piece.exact)
  const moved = <Value extends Span>(value: Value): Value => ({
    ...value,
    start: value.start + piece.start,
    end: value.end + piece.start,
  })
  const { claim } = annotation
  const dates = [...(claim?.dates ?? findDates(piece.exact, article.publishedAt, mentions).map(moved))]
  const counted = [...(claim?.quantities ?? findQuantities(piece.exact, mentions).map(moved))]
  const listed = dates.flatMap((date) => listedDays(piece, date))
  dates.push(...listed)
  for (const mention of mentions) {
    const span = moved(spanOf(piece.exact, mention))
    if (mention.weekday && !mention.weekday.abbreviated && !dates.some((date) => overlaps(date, span)))
      dates.push({ ...span, value: weekdayValue(mention.weekday.number) })
  }
  dates.forEach((date, index) => (dates[index] = withNightBefore(date, piece)))
  const seasons = statedSeasons(piece.exact).map(moved)
  for (const season of seasons) {
    // The finder has read one of the two years.
    for (const part of dates.filter((date) => overlaps(date, season))) dates.splice(dates.indexOf(part), 1)
    dates.push(season)
  }
  const clocks = statedClocks(piece.exact).map(moved)
  dates.push(...clocks.filter((clock) => !dates.some((date) => overlaps(date, clock))))
  dates.push(...dates.flatMap(clockOfDay))
  const shares = statedShares(piece.exact)
    .map(moved)
    .filter((share) => !dates.some((date) => overlaps(date, share)))
  // "One in five members" is a share and no five members; "half a million" stays a number.
  const quantities = withRanges(counted, piece).filter(
    (one) =>
      ![...listed, ...clocks, ...seasons, ...shares.filter(takesNumbers)].some((other) =>
        overlaps(other, one),
      ),
  )
  quantities.push(...shares)
  for (const numbered of numberedThings(piece.exact).map(moved)) {
    const taken = [...dates, ...quantities].some((other) => overlaps(other, numbered))
    if (!taken) quantities.push(numbered)
  }
  const words = comparedWords(piece.exact, article.language)
  const inPiece = (value: Span): Span => ({
    ...value,
    start: value.start - piece.start,
    end: value.end - piece.start,
  })
  const withContext = <Value extends Span>(value: Value): Fact<Value> => ({
    value,
    context: contextOf(words, inPiece(value)),
  })
  const inOrder = (a: Span, b: Span) => a.start - b.start
  return {
    quantities: quantities.sort(inOrder).map(withContext),
    dates: dates.sort(inOrder).map(withContext),
  }
}

/** True for a share whose numbers count nothing by themselves: "one in five", but not "one of the 15 newcomers". */
function takesNumbers({ exact }: Quantity): boolean {
  return !/\bof the\b/iu.test(exact)
}

const NIGHT_BEFORE = /\bnight (?:before|to|into|leading (?:in)?to)\s$/iu

/** The date with "the night before" as its words, as it is another day than it names. */
function withNightBefore(date: StatedDate, piece: Span): StatedDate {
  const before = NIGHT_BEFORE.exec(piece.exact.slice(0, date.start - piece.start))?.[0]
  return before === undefined
    ? date
    : { ...date, start: date.start - before.length, exact: before + date.exact }
}

/** The time of a date that has one: another wording may name the day elsewhere. */
function clockOfDay(date: StatedDate): StatedDate[] {
  const clock = /^[\d-]+(?<time>T\d\d:\d\d.*)$/u.exec(date.value)?.groups?.['time']
  return clock === undefined || clock.includes('/') ? [] : [{ ...date, value: clock }]
}

/** The ends of a range that a unit parts, read as those of any other: "from 2 to 4 euros" is "between 2 and 4 euros". */
function withRanges(quantities: readonly Quantity[], piece: Span): Quantity[] {
  const gap = (from: Quantity, to: Quantity) =>
    piece.exact.slice(from.end - piece.start, to.start - piece.start)
  const isLow = (one: Quantity, next: Quantity | undefined) =>
    next !== undefined &&
    one.unit === null &&
    one.qualifier === 'exactly' &&
    next.qualifier === 'exactly' &&
    /^\s(?:to|and)\s$/u.test(gap(one, next)) &&
    /\b(?:from|between)\s$/iu.test(piece.exact.slice(0, one.start - piece.start))
  return quantities.map((one, index) => {
    const [before, next] = [quantities[index - 1], quantities[index + 1]]
    if (isLow(one, next)) return { ...one, unit: next?.unit ?? null, qualifier: 'at-least' }
    return before && isLow(before, one) ? { ...one, qualifier: 'up-to' } : one
  })
}

const DAYS_BEFORE = /(?:\d{1,2}(?:,\s|,?\s(?:and|or)\s))+$/u
const DAYS_AFTER = /^(?:(?:,\s|,?\s(?:and|or)\s)\d{1,2}(?![\d:%]|[.,]\d|\s?[ap]\.?m|\s\p{L}*s\b))+/u

/** The other days of a list: "5, 6 and 8 May" and "May 5, 6 and 8" state three dates, of which the finder sees one. */
function listedDays(piece: Span, date: StatedDate): StatedDate[] {
  if (!/^(?:\d{4}|-)-\d\d-\d\d$/u.test(date.value)) return []
  const from = date.start - piece.start
  const to = date.end - piece.start
  const before = /^\d/u.test(date.exact) ? DAYS_BEFORE.exec(piece.exact.slice(0, from)) : null
  const after = /\p{L}\.?\s\d{1,2}$/u.test(date.exact) ? DAYS_AFTER.exec(piece.exact.slice(to)) : null
  const days = (list: string, at: number) =>
    [...list.matchAll(/\d{1,2}/gu)].map((match) => {
      const start = at + match.index
      return {
        ...spanOf(piece.exact, { start, end: start + match[0].length }),
        start: start + piece.start,
        end: start + match[0].length + piece.start,
        value: date.value.slice(0, -2) + match[0].padStart(2, '0'),
      }
    })
  return [...(before ? days(before[0], from - before[0].length) : []), ...(after ? days(after[0], to) : [])]
}

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
)
const NUMBERED = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(?:(?<label>Article|Chapter|Section|Resolution|Route|Highway|Flight|Pier|Gate|Unit|Phase|Group|Room|Page|Line|No\\.)\\s(?<number>\\d{1,5})|(?<ordinal>\\d{1,3})(?:st|nd|rd|th)|(?:the|a|its|his|her|their)\\s(?<word>${ORDINALS.slice(1).join('|')})|both(?:\\sof)?(?:\\s(?:the|their|its))?(?:\\s\\p{Ll}+){0,2}?\\s(?<pair>\\p{Ll}+s))(?![\\p{L}\\p{N}]|[.,]\\d)`,
  'giu',
)

/** Numbers that name or order and count nothing, whose unit is the label or `ordinal`; and "both" of something. */
function numberedThings(text: string): Quantity[] {
  return [...text.matchAll(NUMBERED)].map((match) => {
    const { label, number, ordinal, word, pair } = match.groups ?? {}
    return {
      ...spanOf(text, { start: match.index, end: match.index + match[0].length }),
      value:
        pair !== undefined
          ? 2
          : word === undefined
            ? Number(number ?? ordinal)
            : ORDINALS.indexOf(word.toLowerCase()) + 1,
      unit: pair ?? label?.toLowerCase() ?? 'ordinal',
      qualifier: 'exactly',
    }
  })
}

function contextOf(words: readonly ComparedWord[], value: Span): string[] {
  const content = words.filter(
    (word) => !word.isFunction && word.value === null && !(word.start < value.end && value.start < word.end),
  )
  const before = content.filter(({ end }) => end <= value.start).slice(-CONTEXT_WORDS)
  const after = content.filter(({ start }) => start >= value.end).slice(0, CONTEXT_WORDS)
  const distance = (word: ComparedWord) =>
    word.end <= value.start ? value.start - word.end : word.start - value.end
  return [...before, ...after].sort((a, b) => distance(a) - distance(b)).map(({ stem }) => stem)
}
