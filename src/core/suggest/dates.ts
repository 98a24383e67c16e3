import type { StatedDate } from '../model/annotation'
import { spanOf } from '../model/range'
import { civilDateOf, type CivilDate } from './civil-date'
import { mentionFinder, type DateMention } from './date-mentions'
import { DATE_PATTERNS } from './date-patterns'

/**
 * The dates and times that an English text states, in text order, not overlapping; offsets are UTF-16 code units.
 *
 * `reference` is the day the text was printed (ISO 8601, with or without time), null when unknown. Values are ISO 8601
 * at the precision stated: `2031`, `2031-02`, `2031-W10`, `2031-02-16`, `2031-02-16T14:30`, intervals such as
 * `2031-03-08/2031-03-12` and `1990/1999` (a decade), a time alone as `T14:30`, with `Z` where GMT or UTC is stated.
 *
 * - A day or month without year is the one nearest to the reference; without reference, `--02-16` or `--02`.
 * - A weekday is the latest one up to the reference, or the coming one where the sentence speaks of what is to come.
 * - "15/2/2022" is read as the numbers allow; "3/4/2031" as the weekday beside it says, else as the reading nearest to
 *   the reference, else day first.
 * - What is relative to the day of printing ("yesterday", "on Monday", "last week") is left out without reference.
 * - What is relative to another time ("the next day", "two days later") is never found: it is not the reference's.
 *
 * Spans hold the weekday, brackets and time that belong to the date ("Tuesday (15/2/2022)", "10 a.m. on Monday") and
 * words such as "early", "next" and "ago"; prepositions stay outside.
 *
 * `mentions` are the text's, as `dateMentions` gives them; left out, they are read here.
 *
 * Own patterns and not chrono-node, as that gives every date a day where only a year, month or week is stated, reads
 * time zones of the machine, and finds neither bare years nor decades.
 */
export function findDates(
  text: string,
  reference: string | null,
  mentions: readonly DateMention[] = dateMentions(text),
): StatedDate[] {
  const day = reference === null ? null : civilDateOf(reference)
  return mentions.flatMap((mention) => {
    const value = mention.resolve(day, null)
    return value === null ? [] : [{ ...spanOf(text, mention), value }]
  })
}

const mentionsIn = mentionFinder(DATE_PATTERNS)

/** What may stand between a weekday and its date, a date and its time, a time and its date. */
const WEEKDAY_TO_DATE = /^(?:,?[^\S\n]+(?:the[^\S\n]+)?|[^\S\n]?\()$|^(?=\()$/u
const DATE_TO_TIME = /^(?:,?[^\S\n]+(?:at[^\S\n]+)?|[^\S\n]*[-–—|][^\S\n]*)$/u
const TIME_TO_DATE = /^(?:,?[^\S\n]+(?:on[^\S\n]+)?)$/u

/**
 * What names a date or time in `text`, whether or not it can be told which: no quantity is in them. Who asks for dates and quantities
 * of one text reads the mentions once and gives them to both.
 */
export function dateMentions(text: string): readonly DateMention[] {
  const joined: DateMention[] = []
  for (const mention of withoutOverlaps(mentionsIn(text))) {
    const before = joined.at(-1)
    const pair = before && join(text, before, mention)
    if (pair) joined[joined.length - 1] = pair
    else joined.push(mention)
  }
  return joined.filter(({ weekday }) => !weekday?.abbreviated)
}

/** Of overlapping mentions the one that starts first, of those the longest. */
function withoutOverlaps(mentions: readonly DateMention[]): DateMention[] {
  let end = 0
  return [...mentions]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((mention) => {
      if (mention.start < end) return false
      end = mention.end
      return true
    })
}

/** The two as one mention, where they name one date together. */
function join(text: string, first: DateMention, second: DateMention): DateMention | null {
  const gap = text.slice(first.end, second.start)
  const start = first.start
  if (first.kind === 'weekday' && second.kind === 'date' && WEEKDAY_TO_DATE.test(gap)) {
    const closes = gap.includes('(') && text.startsWith(')', second.end)
    if (gap.includes('(') && !closes) return null
    const number = first.weekday?.number ?? null
    return {
      start,
      end: second.end + (closes ? 1 : 0),
      kind: 'date',
      resolve: (reference) => second.resolve(reference, number),
    }
  }
  const isDay = ({ kind }: DateMention) => kind === 'date' || kind === 'weekday'
  if (isDay(first) && second.kind === 'time' && DATE_TO_TIME.test(gap))
    return withTime(start, second.end, first, second)
  if (first.kind === 'time' && isDay(second) && TIME_TO_DATE.test(gap))
    return withTime(start, second.end, second, first)
  return null
}

function withTime(start: number, end: number, date: DateMention, time: DateMention): DateMention {
  return {
    start,
    end,
    kind: 'instant',
    resolve(reference: CivilDate | null, weekday: number | null) {
      const day = date.resolve(reference, weekday)
      const clock = time.resolve(reference, weekday)
      // A week or an interval has no time of day; without a reference, the time is what remains of "Monday at 10:15".
      return day !== null && /^\d{4}-\d{2}-\d{2}$/u.test(day) && clock !== null ? `${day}${clock}` : clock
    },
  }
}
