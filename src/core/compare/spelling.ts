import { ALWAYS_ISE, DOUBLED_L, PLACE_PAIRS, SPELLING_PAIRS } from './lexicons/english-spelling'

function pairs(source: string): (readonly [string, string])[] {
  return source
    .trim()
    .split(/[|\n]/u)
    .map((pair) => pair.split(' '))
    .flatMap(([from, to]) => (from !== undefined && to !== undefined ? [[from, to] as const] : []))
}

const WHOLE: ReadonlyMap<string, string> = new Map([...pairs(SPELLING_PAIRS), ...pairs(PLACE_PAIRS)])
const ISE_STAYS = new RegExp(`(?:${ALWAYS_ISE.split(' ').join('|')})$`, 'u')
const L_DOUBLED = new RegExp(
  `^(?<stem>${DOUBLED_L.split(' ').join('|')})l(?<ending>ed|ing|ings|er|ers)$`,
  'u',
)

/**
 * One spelling for the British and American ones of a folded (lower-case, unmarked) English word, and for abbreviations
 * and names of places with two forms ("Feb", "Kiev"). The result is a key to compare by and not always a word.
 */
export function canonicalSpelling(word: string): string {
  const whole = WHOLE.get(word)
  if (whole !== undefined) return whole
  if (word.length < 6) return word
  const doubled = L_DOUBLED.exec(word)?.groups
  if (doubled) return `${doubled['stem'] ?? ''}${doubled['ending'] ?? ''}`
  const ise = /^(?<stem>.*is)(?<ending>e|es|ed|er|ers|ing|ation|ations)$/u.exec(word)?.groups
  if (ise && !ISE_STAYS.test(`${ise['stem'] ?? ''}e`))
    return `${(ise['stem'] ?? '').slice(0, -1)}z${ise['ending'] ?? ''}`
  return word
    .replace(/(?<=[a-z]{2})our(?=s?$|ed$|ing$|able$|ably$|ite|hood|less|ful|er|ers)/u, 'or')
    .replace(/ys(?=e[ds]?$|ing$)/u, 'yz')
    .replace(/ogue(?=s?$)/u, 'og')
}
