/**
 * Stems of English words: irregular forms first, then the suffix-stripping algorithm of M. F. Porter ("An algorithm for
 * suffix stripping", Program 14(3), 1980), which makes one of "negotiate", "negotiations" and "negotiator". Words of other
 * languages keep their form but for a plural s: what else they share is seen by their character n-grams.
 */

/** Irregular verbs and nouns: the base form, then the others. Forms that are words of their own ("left", "found") stay out where the other reading is as common. */
const IRREGULAR = `
be am is are was were been being|have has had having|do does did done|go goes went gone|say said|make made|take took taken|come came|see saw seen
get got gotten|give gave given|find found|think thought|tell told|become became|leave left|feel felt|put|bring brought|begin began begun
keep kept|hold held|write wrote written|stand stood|hear heard|mean meant|meet met|run ran|pay paid|sit sat|speak spoke spoken|lie lay lain
lead led|grow grew grown|lose lost|fall fell fallen|send sent|build built|understand understood|draw drew drawn|break broke broken
spend spent|rise rose risen|drive drove driven|buy bought|wear wore worn|choose chose chosen|seek sought|throw threw thrown|catch caught
deal dealt|win won|forget forgot forgotten|lay laid|sell sold|fight fought|teach taught|eat ate eaten|sing sang sung|strike struck stricken
hang hung|shake shook shaken|ride rode ridden|feed fed|shoot shot|drink drank drunk|hide hid hidden|fly flew flown|steal stole stolen
rid|freeze froze frozen|swear swore sworn|sleep slept|tear tore torn|bear bore borne born|blow blew blown|know knew known|show shown
sink sank sunk|swim swam swum|spring sprang sprung|ring rang rung|bind bound|wind wound|grind ground|light lit|bleed bled|breed bred
flee fled|cling clung|stick stuck|swing swung|dig dug|spin spun|bend bent|lend lent|shrink shrank shrunk|forbid forbade forbidden
forgive forgave forgiven|undergo underwent undergone|undertake undertook undertaken|withdraw withdrew withdrawn|withhold withheld
uphold upheld|overcome overcame|overthrow overthrew overthrown|foresee foresaw foreseen|arise arose arisen|awake awoke awoken|wake woke woken
bite bit bitten|weave wove woven|tread trod trodden|mistake mistook mistaken|rebuild rebuilt|resell resold|retake retook retaken|rewrite rewrote rewritten
dare|can could|will would|shall should|may might|man men|woman women|child children|person people persons|foot feet|tooth teeth|mouse mice|goose geese
life lives|wife wives|knife knives|leaf leaves|half halves|self selves|shelf shelves|thief thieves|wolf wolves|loaf loaves|calf calves
crisis crises|basis bases|analysis analyses|thesis theses|hypothesis hypotheses|criterion criteria|phenomenon phenomena|medium media|datum data
die dies died dying dead death|lie lies lied lying|tie ties tied tying|good better best well|bad worse worst badly|far further furthest farther|little less least|many more most much
policeman policemen|businessman businessmen|spokesman spokesmen spokeswoman spokesperson|serviceman servicemen|gunman gunmen|fisherman fishermen|lawmaker lawmakers
large larger largest|big bigger biggest|grave graver gravest|i me my mine myself|we us our ours ourselves|he him his himself|she her hers herself|they them their theirs themselves|it its itself|you your yours yourself|who whom whose
`

const BASES: ReadonlyMap<string, string> = new Map(
  IRREGULAR.trim()
    .split(/[|\n]/u)
    .flatMap((line) => {
      const [base = '', ...forms] = line.trim().split(' ')
      return [base, ...forms].map((form) => [form, base] as const)
    }),
)

const STEP_2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['logi', 'log'],
]

const STEP_3: readonly (readonly [string, string])[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
]

const STEP_4 = 'ement ance ence able ible ment ant ent ism ate iti ous ive ize al er ic ou'.split(' ')

/** British spellings into American ones; where the word was neither, both texts get the same change. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{3})is(?=e[ds]?$|ing$|ations?$|ers?$)/u, 'iz'],
  [/(?<=[a-z]{2})our(?=s?$|ed$|ing$|able$|ite|hood|less|ful)/u, 'or'],
  [/(?<=[a-z]{2}[bt])re(?=s?$)/u, 'er'],
  [/ens(?=e[sd]?$|ive)/u, 'enc'],
  [/ogramme/u, 'ogram'],
]

/** The stem of a folded (lower-case, unmarked) English word, the same for all its forms. */
export function englishStem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size > 50_000) stems.clear()
  const base = BASES.get(word) ?? word
  const stem = porter(SPELLINGS.reduce((form, [pattern, spelling]) => form.replace(pattern, spelling), base))
  stems.set(word, stem)
  return stem
}

/** Stems already made: a story repeats its words. Cleared when it grows large. */
const stems = new Map<string, string>()

function isConsonant(word: string, at: number): boolean {
  const letter = word[at] ?? ''
  if ('aeiou'.includes(letter)) return false
  return letter !== 'y' || at === 0 || !isConsonant(word, at - 1)
}

/** How often a consonant follows a vowel: Porter's measure m. */
function measure(stem: string): number {
  let count = 0
  let vowel = false
  for (let at = 0; at < stem.length; at++) {
    const consonant = isConsonant(stem, at)
    if (consonant && vowel) count++
    vowel = !consonant
  }
  return count
}

function hasVowel(stem: string): boolean {
  for (let at = 0; at < stem.length; at++) if (!isConsonant(stem, at)) return true
  return false
}

function endsDouble(stem: string): boolean {
  return stem.length > 1 && stem.at(-1) === stem.at(-2) && isConsonant(stem, stem.length - 1)
}

/** Consonant, vowel, consonant at the end, the last not w, x or y: an e has gone. */
function endsShort(stem: string): boolean {
  const last = stem.length - 1
  return (
    last >= 2 &&
    isConsonant(stem, last) &&
    !isConsonant(stem, last - 1) &&
    isConsonant(stem, last - 2) &&
    !'wxy'.includes(stem[last] ?? '')
  )
}

function cut(word: string, ending: string): string {
  return word.slice(0, word.length - ending.length)
}

function replaced(word: string, rules: readonly (readonly [string, string])[]): string {
  const rule = rules.find(([ending]) => word.endsWith(ending))
  if (!rule) return word
  const stem = cut(word, rule[0])
  return measure(stem) > 0 ? stem + rule[1] : word
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') && !word.endsWith('is')
    ? word.slice(0, -1)
    : word
}

function withoutTense(word: string): string {
  if (word.endsWith('eed')) return measure(cut(word, 'eed')) > 0 ? word.slice(0, -1) : word
  const ending = word.endsWith('ed') ? 'ed' : word.endsWith('ing') ? 'ing' : ''
  const stem = cut(word, ending)
  if (ending === '' || !hasVowel(stem)) return word
  if (/(?:at|bl|iz)$/u.test(stem)) return `${stem}e`
  if (endsDouble(stem) && !/[lsz]$/u.test(stem)) return stem.slice(0, -1)
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem
}

function withoutSuffix(word: string): string {
  const stem = /[st]ion$/u.test(word) ? cut(word, 'ion') : null
  if (stem !== null) return measure(stem) > 1 ? stem : word
  const ending = STEP_4.find((candidate) => word.endsWith(candidate))
  if (ending === undefined) return word
  return measure(cut(word, ending)) > 1 ? cut(word, ending) : word
}

function porter(word: string): string {
  if (word.length < 3) return word
  let stem = withoutTense(withoutPlural(word))
  if (stem.endsWith('y') && hasVowel(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`
  stem = withoutSuffix(replaced(replaced(stem, STEP_2), STEP_3))
  if (stem.endsWith('e')) {
    const rest = stem.slice(0, -1)
    const size = measure(rest)
    if (size > 1 || (size === 1 && !endsShort(rest))) stem = rest
  }
  return measure(stem) > 1 && stem.endsWith('ll') ? stem.slice(0, -1) : stem
}
