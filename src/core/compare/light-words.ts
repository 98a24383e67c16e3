/**
 * How common everyday English words are, as the share of news sentences that hold them. A story is too small to tell: in
 * ten statements "of" may be as rare as "ceasefire". Rounded by hand into four classes; only the order of size matters.
 */
const SHARES: readonly (readonly [number, string])[] = [
  [0.35, 'the a an of to in and is be was were are been that for on as with by at it its'],
  [
    0.12,
    'he she they we i you his her their our my your him them us me from have has had will would this but not who which said say says ' +
      'or if do does did so there what when also can could may might should must shall than more into no all one about up out ' +
      'these those some other after over such only any where while how then',
  ],
  [
    0.03,
    'new people year time make take go get come give see know think want need use work country state government president minister ' +
      'two three first last many most very just now even still because between during before against through under both each ' +
      'well way day week month part number group world national high long own too much back where here per since until within ' +
      'without among around however although though whether being become put set let keep tell ask call report according include ' +
      'continue add like good great own same another every part point place official public case end next several percent per cent',
  ],
]
const UNLISTED = 0.004

const COMMON: ReadonlyMap<string, number> = new Map(
  SHARES.flatMap(([share, words]) => words.split(' ').map((word) => [word, share] as const)).reverse(),
)

/** Share (0..1) of news sentences that hold the folded word, roughly. */
export function commonness(word: string): number {
  return COMMON.get(word) ?? UNLISTED
}

/** True for words that say little by themselves: articles, pronouns, prepositions, auxiliaries. */
export function isFunctionWord(word: string): boolean {
  return commonness(word) > 0.1
}

/** Function words whose change tells something all the same: how many, on what condition, in what order, able or obliged. */
const TELLING = new Set(
  'all some any no not one only more such other after before if or but could may might should must can'.split(
    ' ',
  ),
)

/** True for words that may be exchanged with hardly a change of what is said: "a" and "the", "on" and "over". */
export function isQuietWord(word: string): boolean {
  return isFunctionWord(word) && !TELLING.has(word)
}

/** Every word the table names. */
export function commonWords(): readonly string[] {
  return [...COMMON.keys()]
}
