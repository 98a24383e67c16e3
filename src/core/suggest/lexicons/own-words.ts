import { compileLexicon } from './compile'
import { lexiconFor, LEXICONS } from './index'
import type { CompiledLexicon, CueLexicon } from './types'

/** A person's own reporting words of one language, added to those of the program. */
export interface OwnWords {
  /** Verbs, split by commas or white space: dictionary forms in English, elsewhere every form that is used. */
  readonly verbs: string
  /** Phrases before a speaker, split by commas or line breaks: "in the words of". */
  readonly accordingTo: string
}

/** Own words by BCP 47 primary tag; `OTHER_LANGUAGES` for all that the program has no lexicon of. */
export type OwnWordsByLanguage = Readonly<Record<string, OwnWords>>

/** The key of own words for languages without a lexicon. */
export const OTHER_LANGUAGES = 'other'

/** The keys that own words can have. */
export const OWN_WORDS_LANGUAGES: readonly string[] = [
  ...LEXICONS.map(({ language }) => language),
  OTHER_LANGUAGES,
]

/** More are cut off: a list of this length, in UTF-16 code units, is no list of reporting words. */
export const LONGEST_OWN_WORDS = 20_000

const extended = new WeakMap<OwnWordsByLanguage, Map<string, CompiledLexicon>>()

/** The lexicon of a language tag with a person's own words; that of the program where there are none. */
export function lexiconWith(own: OwnWordsByLanguage, language: string | null): CompiledLexicon {
  const program = lexiconFor(language)
  const primary = (language ?? 'en').split('-')[0]?.toLowerCase() ?? 'en'
  const key = OWN_WORDS_LANGUAGES.includes(primary) ? primary : OTHER_LANGUAGES
  const words = Object.hasOwn(own, key) ? own[key] : undefined
  const base = LEXICONS.find((one) => one.language === program.language)
  if (!words || !base || (words.verbs.trim() === '' && words.accordingTo.trim() === '')) return program
  const made = extended.get(own) ?? new Map<string, CompiledLexicon>()
  extended.set(own, made)
  const known = made.get(key)
  if (known) return known
  const compiled = compileLexicon(extendLexicon(base, words, key === OTHER_LANGUAGES))
  made.set(key, compiled)
  return compiled
}

function extendLexicon(base: CueLexicon, { verbs, accordingTo }: OwnWords, asWritten: boolean): CueLexicon {
  const lemmas = inLowerCase(verbs)
    .split(/[\s,;]+/u)
    .join(' ')
  const phrases = inLowerCase(accordingTo)
    .split(/[,;\n]+/u)
    .map((phrase) => phrase.trim().split(/\s+/u).join('_'))
    .join(' ')
  return {
    ...base,
    verbs: [...base.verbs, { frames: ['quote', 'that', 'tell'], lemmas, asWritten }],
    accordingTo: `${base.accordingTo} ${phrases}`,
  }
}

function inLowerCase(list: string): string {
  return list.slice(0, LONGEST_OWN_WORDS).normalize('NFC').toLowerCase()
}
