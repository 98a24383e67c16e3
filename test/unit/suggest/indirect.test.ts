import { describe, expect, it } from 'vitest'
import { suggest } from './suggesting'

describe('indirect quotations', () => {
  it.each([
    ['Ann Ode said that the pier would float.', 'Ann Ode', 'said', 'that the pier would float'],
    ['Ann Ode said the pier would float.', 'Ann Ode', 'said', 'the pier would float'],
    ['Ode said on Tuesday that the pier would float.', 'Ode', 'said', 'that the pier would float'],
    ['Ode told reporters that the pier would float.', 'Ode', 'told', 'that the pier would float'],
    ['Ode told Ash the pier would float.', 'Ode', 'told', 'the pier would float'],
    [
      'Ode has repeatedly denied that ropes were missing.',
      'Ode',
      'has repeatedly denied',
      'that ropes were missing',
    ],
    ['The union rejected the offer.', 'The union', 'rejected', 'the offer'],
    ['Ode called for a new pier.', 'Ode', 'called for', 'a new pier'],
    ['The council vowed to mend the ropes.', 'The council', 'vowed', 'to mend the ropes'],
    ['Ode urged the council to mend the ropes.', 'Ode', 'urged', 'to mend the ropes'],
    ['Ode described the plan as folly.', 'Ode', 'described', 'the plan as folly'],
    ['Ode asked whether the ropes would hold.', 'Ode', 'asked', 'whether the ropes would hold'],
    ['The pier will float, an official noted.', 'an official', 'noted', 'The pier will float'],
    ['The pier will float, said Ann Ode, the mayor.', 'Ann Ode, the mayor', 'said', 'The pier will float'],
  ])('reads %s', (text, speaker, cue, content) => {
    expect(suggest(text)).toMatchObject([{ speaker, cue, content: [content], type: 'indirect' }])
  })

  it.each([
    [
      'Ann Ode said many of the boats that people point to sank.',
      ['many of the boats that people point to sank'],
    ],
    ['That’s why, she argued, the pier should be prepared.', ['That’s why', 'the pier should be prepared']],
    ['One of nine boats this fall is expected to sink.', ['One of nine boats', 'to sink']],
  ])('takes all that is reported in %s', (text, content) => {
    expect(suggest(text)).toMatchObject([{ content }])
  })

  it.each(['Most states have closed the pier.', 'It was below the top 33 percent rate.'])(
    'sees no verb of speech in %s',
    (text) => {
      expect(suggest(text)).toEqual([])
    },
  )

  it('reads "according to" before, after and within what it reports', () => {
    expect(suggest('According to the port, two boats sank.')).toMatchObject([
      { speaker: 'the port', cue: 'According to', content: ['two boats sank'] },
    ])
    expect(suggest('Two boats sank off the old pier, according to the port.')).toMatchObject([
      { speaker: 'the port', content: ['Two boats sank off the old pier'] },
    ])
  })

  it('lets a cue between commas interrupt what it reports', () => {
    expect(suggest('Over time, experts say, the pier will sink into the sand.')).toMatchObject([
      { content: ['Over time', 'the pier will sink into the sand'], speaker: 'experts', cue: 'say' },
    ])
  })

  it('lets a closing tail claim reports within its report', () => {
    expect(suggest('The union believes the pier is safe and denies any blame, Ode said.')).toMatchObject([
      { speaker: 'Ode', content: ['The union believes the pier is safe and denies any blame'] },
    ])
  })

  it('shares a subject between verbs, and ends the first content before the second', () => {
    expect(suggest('Ode rejected the offer and vowed to mend the ropes.')).toMatchObject([
      { speaker: 'Ode', cue: 'rejected', content: ['the offer'] },
      { speaker: 'Ode', cue: 'vowed', content: ['to mend the ropes'] },
    ])
  })

  it('steps over an apposition between subject and verb', () => {
    expect(suggest('Ann Ode, a spokeswoman for the port, said two boats sank.')).toMatchObject([
      { speaker: 'Ann Ode, a spokeswoman for the port', name: 'Ann Ode', content: ['two boats sank'] },
    ])
  })

  it('does not take a noun for the verb it looks like', () => {
    expect(suggest('Four states voted. Their party plans matter. The figures rose.')).toEqual([])
    expect(suggest('A majority of pledged delegates arrived.')).toEqual([])
  })

  it('reads a noun with its owner', () => {
    expect(suggest("The mayor's claim that the pier floats drew laughter.")).toMatchObject([
      { cue: 'claim', rule: 'indirect.noun-that' },
    ])
  })

  it('keeps the subject of a passive in the content', () => {
    expect(suggest('The pier is expected to float again.')).toMatchObject([
      { content: ['The pier', 'to float again'], speaker: null, rule: 'indirect.passive' },
    ])
  })
})

describe('other languages', () => {
  it.each([
    ['fr', '« Nous irons jusqu’au bout », a déclaré Anne Ode.', 'Anne Ode', '« Nous irons jusqu’au bout »'],
    ['fr', 'Le ministre a affirmé que le port fermerait.', 'Le ministre', 'que le port fermerait'],
    ['fr', 'Selon la police, deux hommes ont fui.', 'la police', 'deux hommes ont fui'],
    ['de', '„Wir machen weiter“, sagte Anna Ode.', 'Anna Ode', '„Wir machen weiter“'],
    ['de', 'Karl Asche sagte, er komme nicht.', 'Karl Asche', 'er komme nicht'],
    ['de', 'Der Minister erklärte, dass der Hafen schließt.', 'Der Minister', 'dass der Hafen schließt'],
    ['es', '«Vamos a seguir», dijo Ana Oda.', 'Ana Oda', '«Vamos a seguir»'],
    ['es', 'Según la policía, dos hombres huyeron.', 'la policía', 'dos hombres huyeron'],
    ['id', '"Kami akan lanjut," kata Ani Oda.', 'Ani Oda', '"Kami akan lanjut,"'],
    ['id', 'Menteri Budi Abu mengatakan bahwa dermaga ditutup.', 'Menteri Budi Abu', 'bahwa dermaga ditutup'],
    ['id', 'Menurut polisi, dua orang melarikan diri.', 'polisi', 'dua orang melarikan diri'],
    ['ru', '«Мы продолжим», — сказала Анна Ода.', 'Анна Ода', '«Мы продолжим»'],
    ['ru', 'Павел Пепел заявил, что порт закроют.', 'Павел Пепел', 'что порт закроют'],
    ['ru', 'По словам полиции, двое мужчин бежали.', 'полиции', 'двое мужчин бежали'],
    ['uk', '«Ми продовжимо», — сказала Ганна Ода.', 'Ганна Ода', '«Ми продовжимо»'],
    ['uk', 'За словами поліції, двоє чоловіків утекли.', 'поліції', 'двоє чоловіків утекли'],
  ])('reads %s: %s', (language, text, speaker, content) => {
    expect(suggest(text, language)).toMatchObject([{ speaker, content: [content] }])
  })

  it('splits a quotation that carries its cue between the marks', () => {
    expect(suggest('«Да, — ответил Пепел. — Мы готовы».', 'ru')).toMatchObject([
      { content: ['«Да', 'Мы готовы»'], cue: 'ответил', speaker: 'Пепел' },
    ])
  })

  it('finds marks in a language without a lexicon, and where none is known', () => {
    expect(suggest('「私たちは明日も必ずこの港で働き続けるつもりですと彼らは言う」', 'ja')).toHaveLength(1)
    expect(suggest('“The pier floats,” Ann Ode said.', null)).toHaveLength(1)
  })
})
