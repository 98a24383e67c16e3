import { anchoredMatches, anchoredSearch, type AnchoredPattern } from './anchored-patterns'
import { addDays, weekdayOf, type CivilDate } from './civil-date'
import { FUTURE_WORDS, MONTHS, WEEKDAYS, WEEKDAY_NAMES_AFTER, WEEKDAY_NAMES_BEFORE } from './english-dates'
import { itemAt } from './indexing'
import { SPACE } from './number-words'

/**
 * A place in a text that names a date or time, before it is known which: "on Monday" is a date once there is a day of
 * reference. Offsets are UTF-16.
 */
export interface DateMention {
  readonly start: number
  readonly end: number
  /** `weekday` needs a date beside it when it is abbreviated, and gives way to the date when there is one. */
  readonly kind: 'date' | 'weekday' | 'time' | 'instant'
  /** For a weekday: 1 (Monday) to 7, and whether it is only an abbreviation. */
  readonly weekday?: { readonly number: number; readonly abbreviated: boolean }
  /** ISO 8601 value; null when it cannot be told, mostly for want of a reference. `weekday` is the one stated beside it. */
  resolve(reference: CivilDate | null, weekday: number | null): string | null
}

/** A pattern of mentions. `read` answers null where the match is no mention after all. */
export interface MentionPattern extends AnchoredPattern {
  read(
    groups: Readonly<Record<string, string | undefined>>,
    context: { readonly before: string; readonly after: string },
  ): Pick<DateMention, 'kind' | 'resolve' | 'weekday'> | null
}

/** How much of the text on either side a pattern may look at, in UTF-16 units. */
const CONTEXT = 120

/** A source that matches any of the words, the longest first. */
export function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    .join('|')
}

/** Every month name and abbreviation with its number, 1..12. */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)
const WEEKDAY_NUMBERS: ReadonlyMap<string, number> = new Map(
  WEEKDAYS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)

/** Finds all mentions that `patterns` find in a text, overlapping ones included. */
export function mentionFinder(patterns: readonly MentionPattern[]): (text: string) => DateMention[] {
  const search = anchoredSearch(patterns)
  return (text) =>
    anchoredMatches(text, search).flatMap((matches, index) =>
      matches.flatMap((match) => {
        const start = match.index
        const end = start + match[0].length
        const found = itemAt(patterns, index).read(match.groups ?? {}, {
          before: text.slice(Math.max(0, start - CONTEXT), start),
          after: text.slice(end, end + CONTEXT),
        })
        return found ? [{ start, end, ...found }] : []
      }),
    )
}

const SENTENCE_END = /[.!?;:“”"\n]/u
const REPORTED = /\b(?:said|says|told|added|announced|reported|wrote|noted|warned|stated|spoke)\b/giu
const FUTURE = new RegExp(`\\b(?:${anyOf(FUTURE_WORDS)})\\b`, 'giu')

/** "ahead of Monday", "is preparing for Monday night's debate". */
const LEADS_UP =
  /\b(?:by|until|till|ahead of|in advance of|prepar(?:e|es|ed|ing|ation|ations) for|get(?:s|ting)? ready for|(?:heading|going|looking) (?:into|to)|run-up to|lead-up to)\s(?:the\s)?$/iu
/** "Monday's debate will be hard", "Monday is to be the last day": what is said of the day itself. */
const IS_TO_COME =
  /^(?:['’]s(?:\s[\p{L}-]+){1,4})?\s(?:will|is (?:to|set|due|expected|scheduled)|are (?:to|set|due|expected|scheduled))\b/u

/** True when what follows a day says that it is to come. */
export function isToCome(after: string): boolean {
  return IS_TO_COME.test(after)
}

/** True when the sentence up to here speaks of what is to come ("will meet on …"), and not of who said so. */
export function speaksOfFuture(before: string): boolean {
  const sentence = before.split(SENTENCE_END).at(-1) ?? ''
  const lastOf = (pattern: RegExp) => [...sentence.matchAll(pattern)].at(-1)?.index ?? -1
  return LEADS_UP.test(before) || lastOf(FUTURE) > lastOf(REPORTED)
}

/** The day that a weekday names, seen from `reference`. Without a word that tells, the latest one up to that day. */
export function weekdayNear(
  reference: CivilDate,
  weekday: number,
  which: 'last' | 'next' | 'latest' | 'coming',
): CivilDate {
  const back = (weekdayOf(reference) - weekday + 7) % 7
  const forward = (7 - back) % 7
  switch (which) {
    case 'last':
      return addDays(reference, back === 0 ? -7 : -back)
    case 'next':
      return addDays(reference, forward === 0 ? 7 : forward)
    case 'latest':
      return addDays(reference, -back)
    case 'coming':
      return addDays(reference, forward)
  }
}

const NAME_BEFORE = new RegExp(`(?:${anyOf(WEEKDAY_NAMES_BEFORE)})\\s$`, 'u')
const NAME_AFTER = new RegExp(`^\\s(?:${anyOf(WEEKDAY_NAMES_AFTER)})\\b`, 'u')

/** Weekdays: "Monday", "next Tuesday", "Monday night"; abbreviated ones only beside a date. */
export function weekdayPattern(format: (date: CivilDate) => string): MentionPattern {
  const full = anyOf(WEEKDAYS.map(([name]) => name))
  const short = anyOf(WEEKDAYS.flatMap(([, ...abbreviations]) => abbreviations))
  return {
    begins: [
      'last',
      'next',
      'this',
      'coming',
      ...[...WEEKDAY_NUMBERS.keys()].map((name) => name.toLowerCase()),
    ],
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}'’-])(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming)${SPACE})?(?:(?<full>${full})(?:${SPACE}(?:morning|afternoon|evening|night))?|(?<short>${short})\\.?)(?![\\p{L}\\p{N}-])`,
      'gu',
    ),
    read({ which, full: name, short: abbreviation }, { before, after }) {
      const number = WEEKDAY_NUMBERS.get(name ?? abbreviation ?? '')
      if (number === undefined) return null
      if (NAME_BEFORE.test(before) || NAME_AFTER.test(after)) return null
      const stated = which?.toLowerCase()
      // Asked only where there is a day of reference.
      const near = () =>
        stated === 'last' || stated === 'next'
          ? stated
          : stated === 'this' || stated === 'coming' || speaksOfFuture(before) || isToCome(after)
            ? 'coming'
            : 'latest'
      return {
        kind: 'weekday',
        weekday: { number, abbreviated: name === undefined },
        resolve: (reference) => (reference ? format(weekdayNear(reference, number, near())) : null),
      }
    },
  }
}
