/** English number words: patterns that find them and what they say. Patterns are sources, to be put into larger ones. */

const ONES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const TEENS = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const VALUES: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, index) => [word, index] as const),
  ...TEENS.map((word, index) => [word, index + 10] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
])

/** Words that multiply what stands before them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])

/** Space within a line: a number and its unit never stand on two lines, as lines are often paragraphs. */
export const SPACE = '[^\\S\\n]+'
/** The same, or nothing. */
export const MAYBE_SPACE = '[^\\S\\n]*'

const UNDER_100 = `(?:(?:${TENS.join('|')})(?:(?:-|${SPACE})(?:${ONES.slice(1).join('|')}))?|${[...TEENS, ...ONES].join('|')})`
/** A spelled-out cardinal up to a hundred, or "a thousand": for patterns where `SPELLED_NUMBER` would take long to compile. */
export const SPELLED_SMALL = `an?${SPACE}(?:hundred|thousand)|one${SPACE}hundred|${UNDER_100}`
const UNDER_1000 = `(?:(?:an?|${UNDER_100})${SPACE}hundred(?:${SPACE}(?:and${SPACE})?${UNDER_100})?|${UNDER_100})`
const BIG = '(?:thousand|million|billion|trillion)'
const AND_A_HALF = `(?:${SPACE}and${SPACE}a${SPACE}half)`
const SCALED = `(?:an?|${UNDER_1000})${AND_A_HALF}?${SPACE}${BIG}`

/**
 * A spelled-out cardinal: "two", "twenty-three", "a hundred", "two thousand four hundred", "one and a half million",
 * "half a million", "two dozen". Not bounded: put `\b` around it.
 */
export const SPELLED_NUMBER = [
  `half${SPACE}an?${SPACE}(?:dozen|hundred|${BIG})`,
  `a${SPACE}quarter${SPACE}of${SPACE}a${SPACE}${BIG}`,
  `an?${SPACE}${BIG}${AND_A_HALF}`,
  `${SCALED}(?:,?${SPACE}(?:and${SPACE})?${SCALED})*(?:,?${SPACE}(?:and${SPACE})?${UNDER_1000}(?!${SPACE}${BIG}))?`,
  `(?:an?|${UNDER_1000})${AND_A_HALF}?${SPACE}dozen`,
  `${UNDER_1000}${AND_A_HALF}?`,
  `half${SPACE}an?`,
].join('|')

/** Every word that a text can begin with which `SPELLED_NUMBER` matches. */
export const SPELLED_BEGINS: readonly string[] = ['a', 'an', 'half', ...VALUES.keys()]

/** Value of a text that `SPELLED_NUMBER` matched. */
export function spelledValue(text: string): number {
  const words = text
    .toLowerCase()
    .replace(/\band a half\b/gu, 'and-a-half')
    .replace(/\bquarter of a\b/gu, 'quarter-of-a')
    .split(/[\s,]+/u)
    .flatMap((word) => (word.startsWith('and-') || word.startsWith('quarter-') ? [word] : word.split('-')))
  let total = 0
  let group: number | null = null
  for (const word of words) {
    const scale = SCALES.get(word)
    if (word === 'half') group = 0.5
    else if (word === 'quarter-of-a') group = 0.25
    else if (word === 'and-a-half') {
      // "a million and a half": the half is one of millions, which have been added up already.
      if (group === null) total *= 1.5
      else group += 0.5
    } else if (scale === undefined) {
      const value = VALUES.get(word)
      if (value !== undefined) group = (group ?? 0) + value
    } else if (scale >= 1e3) {
      total += (group ?? 1) * scale
      group = null
    } else group = (group ?? 1) * scale
  }
  return total + (group ?? 0)
}
