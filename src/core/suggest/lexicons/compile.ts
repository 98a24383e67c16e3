import { inflectEnglish } from './english-forms'
import type { CompiledLexicon, CueLexicon, Frame, Inflection, VerbForm } from './types'

const ANY_INFLECTION: ReadonlySet<Inflection> = new Set(['base', 'third', 'past', 'participle'])

interface MutableForm {
  lemma: string
  inflections: Set<Inflection>
  frames: Set<Frame>
  prepositions: Set<string>
}

function words(list: string): string[] {
  return list.split(/\s+/u).filter((word) => word !== '')
}

function byFirstWord(phrases: readonly (readonly string[])[]): Map<string, (readonly string[])[]> {
  const map = new Map<string, (readonly string[])[]>()
  for (const phrase of phrases) {
    const [first = ''] = phrase
    map.set(first, [...(map.get(first) ?? []), phrase])
  }
  return map
}

/** Spells out a lexicon's verb forms and turns its lists into sets. Languages other than English list their forms themselves. */
export function compileLexicon(lexicon: CueLexicon): CompiledLexicon {
  const forms = new Map<string, MutableForm>()
  const add = (
    lemma: string,
    frames: readonly Frame[],
    prepositions: readonly string[],
    asWritten = false,
  ): void => {
    const spelled =
      lexicon.language === 'en' && !asWritten
        ? inflectEnglish(lemma)
        : new Map<string, ReadonlySet<Inflection>>([[lemma, ANY_INFLECTION]])
    for (const [form, inflections] of spelled) {
      const known = forms.get(form)
      if (!known)
        forms.set(form, {
          lemma,
          inflections: new Set(inflections),
          frames: new Set(frames),
          prepositions: new Set(prepositions),
        })
      else if (known.lemma === lemma || known.lemma.length > lemma.length || inflections.has('base')) {
        for (const inflection of inflections) known.inflections.add(inflection)
        for (const frame of frames) known.frames.add(frame)
        for (const preposition of prepositions) known.prepositions.add(preposition)
      }
    }
  }
  for (const group of lexicon.verbs)
    for (const lemma of words(group.lemmas)) add(lemma, group.frames, [], group.asWritten)
  for (const [lemma, prepositions] of Object.entries(lexicon.prepositional))
    add(lemma, [], words(prepositions))
  const nouns = new Map<string, ReadonlySet<string>>()
  for (const [noun, followers] of Object.entries(lexicon.nouns)) {
    const set = new Set(words(followers))
    nouns.set(noun, set)
    if (lexicon.language === 'en') nouns.set(noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`, set)
  }
  const pronouns = new Map<string, 'masculine' | 'feminine' | 'plural' | 'other'>()
  for (const gender of ['masculine', 'feminine', 'plural', 'other'] as const)
    for (const word of words(lexicon.pronouns[gender])) pronouns.set(word, gender)
  return {
    language: lexicon.language,
    forms: forms as ReadonlyMap<string, VerbForm>,
    nouns,
    homographs: new Set(words(lexicon.homographs)),
    accordingTo: byFirstWord(words(lexicon.accordingTo).map((phrase) => phrase.split('_'))),
    that: new Set(words(lexicon.that)),
    complementisers: new Set(words(lexicon.complementisers)),
    pronouns,
    conjunctions: new Set(words(lexicon.conjunctions)),
    prepositions: new Set(words(lexicon.prepositions)),
    determiners: new Set(words(lexicon.determiners)),
    auxiliaries: new Set(words(lexicon.auxiliaries)),
    adverbs: new Set(words(lexicon.adverbs)),
    titles: new Set(words(lexicon.titles)),
    times: new Set(words(lexicon.times)),
  }
}
