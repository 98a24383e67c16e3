import { describe, expect, it } from 'vitest'
import { blocksOf, furnitureOf, only, readFixture, readText } from './fixture'

const PROSE =
  'Ferries between the bay and the island will run again from Thursday, the board said, ending a stoppage of nine days.'

describe('plain text articles', () => {
  it('reads a dateline with an outlet, the date after a weekday, and the author code', () => {
    const draft = only(readFixture('dateline-outlet.txt'))
    expect(draft.metadata).toMatchObject({
      sourceName: 'CNN Indonesia',
      dateline: 'Surabaya, CNN Indonesia',
      publishedAt: '2022-03-08',
      language: 'en',
      byline: null,
    })
    expect(draft.metadata.title).toMatch(/^Ferries between Ostrava Bay .{40,110}…$/)
    expect(draft.guessed).toEqual(['title', 'source', 'publishedAt', 'language', 'dateline'])
    expect(furnitureOf(draft)).toEqual(['(rkt)', '–'])
    expect(blocksOf(draft)).toHaveLength(7)
    expect(new Set(blocksOf(draft).map(([kind]) => kind))).toEqual(new Set(['paragraph']))
  })

  it('passes over a date line and a story code to the title', () => {
    const draft = only(readFixture('date-line-above-title.txt'))
    expect(draft.metadata).toMatchObject({
      title: 'Harbour Board and Union Agree to End Ferry Stoppage',
      publishedAt: '2022-03-09T07:41',
      sourceName: null,
    })
    expect(furnitureOf(draft)).toEqual(['Story Code : 440217'])
    expect(
      blocksOf(draft)
        .slice(0, 3)
        .map(([kind]) => kind),
    ).toEqual(['paragraph', 'heading', 'paragraph'])
  })

  it('flags what a blog puts under its text, and reads the source from it', () => {
    const draft = only(readFixture('blog-furniture.txt'))
    expect(draft.metadata).toMatchObject({
      title: 'The ferries are said to be going to sail again after the harbour dispute.',
      sourceName: 'News Agencies',
      publishedAt: null,
    })
    expect(furnitureOf(draft)).toEqual(['SOURCE: NEWS AGENCIES', 'Post a Comment', 'Previous Post Next Post'])
  })

  it('flags the title repeated under the text, and keeps headings, questions among them', () => {
    const draft = only(readFixture('reprint.txt'))
    expect(draft.metadata).toMatchObject({
      title: 'Board, union hold ‘open’ talks on Lund ferries',
      sourceName: 'Lund Evening Echo',
      byline: 'qm/rk (AP, AFP, Reuters)',
    })
    expect(furnitureOf(draft)).toEqual([
      'Board, union hold ‘open’ talks on Lund ferries',
      'Source: Lund Evening Echo',
      'Post a Comment',
      '0 Comments',
    ])
    expect(draft.body.furniture[0]?.start).toBeGreaterThan(500)
    expect(blocksOf(draft).filter(([kind]) => kind === 'heading')).toEqual([
      ['heading', 'Board, union hold ‘open’ talks on Lund ferries'],
      ['heading', 'What did the two sides say?'],
      ['heading', 'Islanders run short of bread'],
    ])
  })

  it('flags nothing in an article that repeats itself whole', () => {
    const draft = only(readFixture('repeats-itself.txt'))
    expect(draft.body.furniture).toEqual([])
    expect(draft.body.blocks).toHaveLength(8)
  })

  it('reads outlet and date from the name before anything else', () => {
    const draft = only(readFixture('guardian_2022-03-09_ferries-to-sail-again-.txt'))
    expect(draft.metadata).toMatchObject({
      title: 'Ferries to sail again.',
      sourceName: 'The Guardian',
      publishedAt: '2022-03-09',
      byline: 'Marta Quill and Owen de Vries',
      dateline: 'LONDON (Reuters)',
    })
    expect(furnitureOf(draft)).toEqual([
      'Advertisement',
      'Read more: Islanders run short of bread',
      'Follow Marta Quill on Twitter @martaquill.',
      '© 2022 Example Press. All rights reserved.',
    ])
  })

  it('never changes the text', () => {
    const text = `  Title\u00a0\n\n${PROSE}  \n\nPost a Comment\n\n\n`
    expect(only(readText(text)).body.text).toBe(text)
  })

  it('takes the file’s name for a title when the text has none', () => {
    expect(only(readText('– – –\n\n***', 'bbc_2022-03-09_ferry-talks.txt')).metadata.title).toBe(
      'ferry talks',
    )
    expect(only(readText('...', '😀\n.txt')).metadata.title).toBe('😀')
  })
})

describe('Markdown articles', () => {
  it('reads front matter as metadata that is not guessed, and flags it', () => {
    const draft = only(readFixture('ferries.md'))
    expect(draft.metadata).toEqual({
      title: 'Ferries: what we know',
      publishedAt: '2022-03-09',
      byline: 'Marta Quill, Owen de Vries',
      sourceName: 'Lund Evening Echo',
      language: 'en',
      url: 'https://echo.example/ferries',
      dateline: null,
    })
    expect(draft.guessed).toEqual([])
    expect(furnitureOf(draft)[0]).toMatch(/^---\ntitle: [^]*\n---$/)
    expect(blocksOf(draft).map(([kind]) => kind)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
      'list-item',
      'list-item',
      'quote',
    ])
  })

  it('guesses the title from the first heading, without its marks', () => {
    const draft = only(
      readText(`Some kicker line.\n\n## The **long** [night](https://x.example/a) ##\n\n${PROSE}`, 'a.md'),
    )
    expect(draft.metadata.title).toBe('The long night')
    expect(draft.guessed).toContain('title')
  })
})
