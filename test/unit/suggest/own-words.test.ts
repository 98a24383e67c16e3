import { describe, expect, it } from 'vitest'
import { lexiconFor } from '#core/suggest/lexicons/index'
import { lexiconWith, type OwnWordsByLanguage } from '#core/suggest/lexicons/own-words'
import { suggestQuotations } from '#core/suggest/quotations'
import { readArticle } from '#core/suggest/reading'
import { bodyOf } from './suggesting'

/** Contents and speaker of what is suggested with a person's own words, low scores left out. */
function found(text: string, language: string | null, own: OwnWordsByLanguage): string[][] {
  const body = bodyOf(text)
  const reading = readArticle(body, lexiconWith(own, language))
  return suggestQuotations(body, language, reading)
    .filter(({ score }) => score >= 0.35)
    .map(({ content, cue, speakerSpan }) =>
      [speakerSpan, cue, ...content].map((range) => (range ? text.slice(range.start, range.end) : '')),
    )
}

describe('own reporting words', () => {
  it('find what the program alone does not, in every form of an English verb', () => {
    const text = 'Ann Ode murblated that the pier would hold. Nobody murblates that boats float.'
    expect(found(text, 'en', {})).toEqual([])
    const own = { en: { verbs: 'Murblate,  burble', accordingTo: '' } }
    expect(found(text, 'en-GB', own).map(([speaker, cue]) => [speaker, cue])).toEqual([
      ['Ann Ode', 'murblated'],
      ['Nobody', 'murblates'],
    ])
  })

  it('take phrases before a speaker', () => {
    const text = 'In the telling of Ann Ode, the pier would hold for years.'
    expect(found(text, 'en', {})).toEqual([])
    const own = { en: { verbs: '', accordingTo: 'in the telling of\nby the lights of' } }
    expect(found(text, 'en', own)[0]?.[0]).toBe('Ann Ode')
  })

  it('are of one language, or of all that have no lexicon', () => {
    const own = { other: { verbs: 'disse', accordingTo: '' } }
    const text = 'Anna Ode disse that the pier would hold.'
    expect(found(text, 'it', own).map(([speaker, cue]) => [speaker, cue])).toEqual([['Anna Ode', 'disse']])
    expect(found(text, 'en', own)).toEqual([])
  })

  it('leave the lexicon of the program as it is where there are none', () => {
    expect(lexiconWith({}, 'fr')).toBe(lexiconFor('fr'))
    expect(lexiconWith({ fr: { verbs: ' ', accordingTo: '\n' } }, 'fr')).toBe(lexiconFor('fr'))
    expect(lexiconWith({ de: { verbs: 'meinte', accordingTo: '' } }, 'constructor')).toBe(lexiconFor('en'))
    const own = { fr: { verbs: 'susurre', accordingTo: '' } }
    expect(lexiconWith(own, 'fr')).toBe(lexiconWith(own, 'fr-CA'))
    expect(lexiconFor('fr').forms.has('susurre')).toBe(false)
  })
})
