import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkSpeakers } from '#core/suggest/link-speakers'
import { soundKey } from '#core/suggest/sound-key'

describe('soundKey', () => {
  it.each([
    ['Sergey', 'Sergei'],
    ['Zelensky', 'Zelenskyy'],
    ['Zelenskiy', 'Zelensky'],
    ['Лавров', 'Lavrov'],
    ['Зеленський', 'Zelensky'],
    ['António', 'Antonio'],
    ['Dmitry', 'Dmitri'],
    ['Joe', 'Joseph'],
  ])('is the same for %s and %s', (a, b) => {
    expect(soundKey(a)).toBe(soundKey(b))
  })

  it.each([
    ['Putin', 'Peskov'],
    ['Vladimir', 'Volodymyr'],
    ['Ode', 'Ash'],
  ])('is not the same for %s and %s', (a, b) => {
    expect(soundKey(a)).not.toBe(soundKey(b))
  })
})

describe('linkSpeakers', () => {
  it('links spellings across articles into one record with aliases', () => {
    const { speakers, ids } = linkSpeakers([
      { article: 'a', name: 'Sergey Lavrenko' },
      { article: 'b', name: 'Sergei Lavrenko' },
      { article: 'b', name: 'Lavrenko' },
      { article: 'c', name: 'Foreign Minister Sergey Lavrenko' },
    ])
    expect(speakers).toHaveLength(1)
    expect(new Set(ids).size).toBe(1)
    expect(speakers[0]).toMatchObject({
      name: 'Sergey Lavrenko',
      aliases: ['Foreign Minister Sergey Lavrenko', 'Lavrenko', 'Sergei Lavrenko'],
    })
    expect(speakers[0]?.id).toMatch(/^spk_/)
  })

  it('gives a bare surname to the namesake of its own article', () => {
    const { ids } = linkSpeakers([
      { article: 'a', name: 'Ann Ode' },
      { article: 'b', name: 'Bo Ode' },
      { article: 'b', name: 'Ode' },
    ])
    expect(ids[2]).toBe(ids[1])
    expect(ids[0]).not.toBe(ids[1])
  })

  it('keeps a surname that fits two persons elsewhere apart from both', () => {
    const { ids } = linkSpeakers([
      { article: 'a', name: 'Ann Ode' },
      { article: 'b', name: 'Bo Ode' },
      { article: 'c', name: 'Ode' },
    ])
    expect(new Set(ids).size).toBe(3)
  })

  it('links an initial to the only first name that begins with it', () => {
    const { ids } = linkSpeakers([
      { article: 'a', name: 'Ann Ode' },
      { article: 'b', name: 'A. Ode' },
    ])
    expect(ids[1]).toBe(ids[0])
  })

  it('gives an empty name no record', () => {
    expect(linkSpeakers([{ article: 'a', name: ' ' }])).toEqual({ speakers: [], ids: [null] })
  })

  it('makes the same records whatever the order of the mentions', () => {
    const mention = fc.record({
      article: fc.constantFrom('a', 'b', 'c'),
      name: fc.constantFrom(
        'Ann Ode',
        'Bo Ode',
        'Ode',
        'A. Ode',
        'Mr. Ash',
        'Sergey Ash',
        'Sergei Ash',
        'Port Board',
      ),
    })
    fc.assert(
      fc.property(fc.array(mention, { maxLength: 12 }), (mentions) => {
        const forward = linkSpeakers(mentions)
        const backward = linkSpeakers([...mentions].reverse())
        expect(backward.speakers).toEqual(forward.speakers)
        expect([...backward.ids].reverse()).toEqual(forward.ids)
      }),
    )
  })
})
