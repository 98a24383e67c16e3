import { itemAt } from '../indexing'
import { compileLexicon } from './compile'
import { ENGLISH } from './en'
import { INDONESIAN, RUSSIAN, UKRAINIAN } from './indonesian-slavic'
import { FRENCH, GERMAN, SPANISH } from './romance-germanic'
import type { CompiledLexicon, CueLexicon } from './types'

/** The lexicons that come with the program, by BCP 47 primary tag. */
export const LEXICONS: readonly CueLexicon[] = [
  ENGLISH,
  FRENCH,
  GERMAN,
  SPANISH,
  INDONESIAN,
  RUSSIAN,
  UKRAINIAN,
]

const compiled = new Map<string, CompiledLexicon>()

/** The compiled lexicon of a language tag ("en-GB"); English where the language is unknown or has none, so that marks still work. */
export function lexiconFor(language: string | null): CompiledLexicon {
  const primary = itemAt((language ?? 'en').split('-'), 0).toLowerCase()
  const lexicon = LEXICONS.find((one) => one.language === primary) ?? ENGLISH
  const known = compiled.get(lexicon.language)
  if (known) return known
  const made = compileLexicon(lexicon)
  compiled.set(lexicon.language, made)
  return made
}
