/** English words of dates, as data for `dates.ts`. */

/** January is at 0. Abbreviations may carry a full stop. */
export const MONTHS: readonly (readonly [name: string, ...abbreviations: string[]])[] = [
  ['January', 'Jan'],
  ['February', 'Feb'],
  ['March', 'Mar'],
  ['April', 'Apr'],
  ['May'],
  ['June', 'Jun'],
  ['July', 'Jul'],
  ['August', 'Aug'],
  ['September', 'Sept', 'Sep'],
  ['October', 'Oct'],
  ['November', 'Nov'],
  ['December', 'Dec'],
]

/** Months that are also names or words: alone they are a month only after a preposition. */
export const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set(['March', 'April', 'May', 'June', 'August'])

/** Monday is at 0. Abbreviations count only beside a date, as "Sun" and "Wed" are words. */
export const WEEKDAYS: readonly (readonly [name: string, ...abbreviations: string[]])[] = [
  ['Monday', 'Mon'],
  ['Tuesday', 'Tues', 'Tue'],
  ['Wednesday', 'Wed'],
  ['Thursday', 'Thurs', 'Thur', 'Thu'],
  ['Friday', 'Fri'],
  ['Saturday', 'Sat'],
  ['Sunday', 'Sun'],
]

/** Before a weekday these make a name of it. */
export const WEEKDAY_NAMES_BEFORE = ['Black', 'Good', 'Ash', 'Palm', 'Easter', 'Bloody', 'Cyber', 'Super']

/** After a weekday these make a name of it. */
export const WEEKDAY_NAMES_AFTER = [
  'Times',
  'Telegraph',
  'Mirror',
  'Express',
  'Post',
  'Herald',
  'Mail',
  'Agreement',
  'Night Live',
]

/** Words before which a bare month or year is a date. */
export const DATE_PREPOSITIONS = [
  'in',
  'since',
  'by',
  'until',
  'till',
  'before',
  'after',
  'during',
  'from',
  'to',
  'of',
  'through',
  'throughout',
  'for',
  'between',
  'last',
  'next',
  'this',
  'mid',
]

/**
 * Words that make a weekday after them, in the same sentence, one to come. Without them it is one gone by, as news
 * report what happened.
 */
export const FUTURE_WORDS = [
  'will',
  "won't",
  'won’t',
  'shall',
  'due',
  'scheduled',
  'expected',
  'set to',
  'planned',
  'plan',
  'plans',
  'going',
  'upcoming',
  'resume',
  'resumes',
  'begin',
  'begins',
  'must',
  'is to',
  'are to',
]
