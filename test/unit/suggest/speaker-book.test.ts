import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Speaker } from '#core/model/speaker'
import { linkSpeakers } from '#core/suggest/link-speakers'
import { SpeakerBook } from '#core/suggest/speaker-book'

/** Reads articles one by one as a run does: links while reading, and loose names again at the end. */
function linkAll(articles: readonly (readonly string[])[], known: readonly Speaker[] = [], anew = true) {
  const book = new SpeakerBook(known, anew)
  const linked = articles.map((names, index) => {
    book.read(names)
    return names.map((name) => book.link(String(index), name, names))
  })
  const ids = articles.map((names, index) =>
    names.map((name, place) => {
      const first = linked[index]?.[place]
      const last = first?.loose ? book.link(String(index), name, names) : first
      if (last) book.count(last.id, name)
      return last?.id ?? null
    }),
  )
  return { book, ids, nameOf: (index: number, place: number) => book.record(ids[index]?.[place] ?? '')?.name }
}

describe('SpeakerBook', () => {
  const first = fc.constantFrom('Sergey', 'Sergei', 'Ivan', 'I.', 'Mr', 'Maria', 'M', 'Joe', 'Joseph')
  const surname = fc.constantFrom('Lavrov', 'Lavrow', 'Zelensky', 'Zelenskyy', 'Ode', '—')
  const name = fc.oneof(
    surname,
    fc.tuple(first, surname).map((words) => words.join(' ')),
  )

  it('agrees with linkSpeakers once everything is read, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.array(name, { maxLength: 5 }), { maxLength: 6 }), (articles) => {
        const mentions = articles.flatMap((names, index) =>
          names.map((one) => ({ article: String(index), name: one })),
        )
        const expected = linkSpeakers(mentions)
        const { book, ids } = linkAll(articles)
        expect(ids.flat()).toEqual(expected.ids)
        expect([...book.counted()].sort().map((id) => book.record(id))).toEqual(expected.speakers)
      }),
      { numRuns: 500 },
    )
  })

  it('takes a spelling that a person gave to a speaker for that speaker', () => {
    const merged: Speaker = {
      id: 'spk_1',
      name: 'Sergey Lavrov',
      aliases: ['Lavrov', 'the minister'],
      settled: { names: ['Sergey Lavrov', 'Lavrov', 'the minister'], instead: [] },
    }
    const { ids } = linkAll([['Sergei Lavrov'], ['Ivan Lavrov'], ['Lavrov'], ['the minister']], [merged])
    expect(ids[0]).toEqual(['spk_1'])
    expect(ids[1]).not.toEqual(['spk_1'])
    expect(ids[2]).toEqual(['spk_1'])
    expect(ids[3]).toEqual(['spk_1'])
  })

  it('still takes a surname for the full name of its own article', () => {
    const merged: Speaker = {
      id: 'spk_1',
      name: 'Sergey Lavrov',
      aliases: ['Lavrov'],
      settled: { names: ['Sergey Lavrov', 'Lavrov'], instead: [] },
    }
    const { ids } = linkAll([['Ivan Lavrov', 'Lavrov']], [merged])
    expect(ids[0]?.[1]).toBe(ids[0]?.[0])
  })

  it('keeps two apart in the articles where a person told them apart', () => {
    const old = linkSpeakers([{ article: '0', name: 'John Smith' }]).speakers[0]
    if (!old) throw new Error('A name makes a speaker.')
    const other: Speaker = {
      id: '018f-by-hand',
      name: 'John Smith junior',
      aliases: [],
      settled: { names: ['John Smith junior'], instead: [{ article: '1', of: old.id }] },
    }
    const { ids } = linkAll([['John Smith'], ['John Smith', 'Smith']], [old, other])
    expect(ids).toEqual([[old.id], [other.id, other.id]])
  })

  it('keeps a spelling that was split off apart from others of the same sound', () => {
    const old = linkSpeakers([{ article: '0', name: 'Sergey Ode' }]).speakers[0]
    if (!old) throw new Error('A name makes a speaker.')
    const left: Speaker = { ...old, settled: { names: [], instead: [] } }
    const other: Speaker = { id: '018f-by-hand', name: 'Sergei Ode', aliases: [] }
    expect(linkAll([['Sergey Ode', 'Sergei Ode']], [left, other]).ids).toEqual([[old.id, other.id]])
  })

  it('takes a full name in the record of another, as a dataset brings it, for a person’s merge', () => {
    const [lavrov] = linkSpeakers([{ article: '0', name: 'Sergey Lavrov' }]).speakers
    if (!lavrov) throw new Error('A name makes a speaker.')
    const { ids } = linkAll([['Ivan Lavrov']], [{ ...lavrov, aliases: ['Ivan Lavrov'] }])
    expect(ids).toEqual([[lavrov.id]])
  })

  it('forgets records that only the program made when everything is read anew, and keeps them otherwise', () => {
    const known = [...linkSpeakers([{ article: '0', name: 'Sergey Lavrov' }]).speakers]
    expect(linkAll([['Lavrov']], known, true).nameOf(0, 0)).toBe('Lavrov')
    const kept = linkAll([['Lavrov']], known, false)
    expect(kept.ids).toEqual([[known[0]?.id]])
    expect(kept.book.record(known[0]?.id ?? '')).toEqual({ ...known[0], aliases: ['Lavrov'] })
  })

  it('never changes the name that a person gave', () => {
    const renamed: Speaker = {
      id: linkSpeakers([{ article: '0', name: 'Joe Ode' }]).ids[0] ?? '',
      name: 'J. Ode',
      aliases: [],
      settled: { names: ['Joe Ode', 'J. Ode'], instead: [] },
    }
    const { book, ids } = linkAll([['Joseph Peter Ode', 'Joe Ode']], [renamed])
    expect(book.record(ids[0]?.[1] ?? '')).toMatchObject({ id: renamed.id, name: 'J. Ode' })
  })

  it('links by the records as they are after a person changed one', () => {
    const book = new SpeakerBook([], true)
    book.read(['Sergey Lavrov', 'Ivan Lavrov'])
    expect(book.link('1', 'Lavrov', [])?.loose).toBe(true)
    const both = ['Sergey Lavrov', 'Ivan Lavrov']
    book.setKnown(
      [{ id: 'spk_1', name: 'Sergey Lavrov', aliases: [], settled: { names: both, instead: [] } }],
      true,
    )
    expect(book.link('1', 'Lavrov', [])?.id).toBe('spk_1')
  })
})
