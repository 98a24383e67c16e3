import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#core/intake/intake'
import { readPdfContent } from '#workers/pdf-content'
import { blocksOf, furnitureOf, only } from './fixture'
import { pdfOf, type MadeLine } from './made-documents'

const read = (bytes: Uint8Array, path = 'a.pdf') =>
  readDocument({ path, rootName: null, bytes }, 'pdf', (document) => readPdfContent(document.slice()))

/** Lines below one another, the first at a height. */
const lines = (from: number, texts: readonly string[], x = 72): MadeLine[] =>
  texts.map((text, index) => [x, from - 14 * index, text])

const WIDE = [
  'The ferry sailed at noon on Monday with forty people on board, the har-',
  'bour master said, and it came back before anybody had missed the well-',
  'known captain. Nobody had expected it to sail at all in such a storm, as',
]

describe('a PDF document', () => {
  it('gives paragraphs, headings, and words that were hyphenated at the end of a line', async () => {
    const page: MadeLine[] = [
      [72, 740, 'Ferry Sails Again', 20],
      ...lines(700, [...WIDE, 'the sea was high.']),
      ...lines(630, ['The well-known captain was not there, said the people on the quay at', 'Torvale.']),
    ]
    const draft = only(await read(pdfOf([page])))
    expect(blocksOf(draft)).toEqual([
      ['heading', 'Ferry Sails Again'],
      [
        'paragraph',
        'The ferry sailed at noon on Monday with forty people on board, the harbour master said, and it came back before anybody had missed the well-known captain. Nobody had expected it to sail at all in such a storm, as the sea was high.',
      ],
      ['paragraph', 'The well-known captain was not there, said the people on the quay at Torvale.'],
    ])
    expect(draft).toMatchObject({ format: 'pdf', metadata: { title: 'Ferry Sails Again' } })
  })

  it('goes on over pages, and names headers, footers and page numbers as furniture', async () => {
    const page = (number: number, texts: readonly string[]): MadeLine[] => [
      [72, 810, `Harbour Post, issue ${String(number)}`, 9],
      ...lines(760, texts),
      [290, 30, `Page ${String(number)} of 3`, 9],
    ]
    const draft = only(
      await read(
        pdfOf([
          page(1, WIDE),
          page(2, ['the sea was high and the wind had been turning all the morning long.']),
          page(3, ['Another paragraph stands here by itself, at the end of the whole thing.']),
        ]),
      ),
    )
    expect(draft.body.text).toContain('in such a storm, as the sea was high')
    expect(furnitureOf(draft).filter((text) => text.startsWith('Page'))).toHaveLength(3)
    expect(furnitureOf(draft).filter((text) => text.startsWith('Harbour Post'))).toHaveLength(3)
    expect(draft.metadata.title).not.toContain('Harbour Post')
  })

  it('reads columns one after the other', async () => {
    const left = ['The left column begins here and', 'goes on to its own end without', 'a word of the other.']
    const right = ['The right column begins here', 'and has its own end.']
    const draft = only(await read(pdfOf([[...lines(700, left), ...lines(700, right, 330)]])))
    expect(blocksOf(draft).map(([, text]) => text)).toEqual([left.join(' '), right.join(' ')])
  })

  it('states the title that is noted in it, and guesses author and day', async () => {
    const info = '/Title (Ferry sails) /Author (Ada Quill) /CreationDate (D:20220309080000Z)'
    const { metadata, guessed } = only(await read(pdfOf([lines(700, ['It sailed.'])], '', info)))
    expect(metadata).toMatchObject({ title: 'Ferry sails', byline: 'Ada Quill', publishedAt: '2022-03-09' })
    expect(guessed).toEqual(expect.arrayContaining(['byline', 'publishedAt']))
  })

  it('says that a scanned one has no text', async () => {
    const { problems } = await read(pdfOf([[], []]))
    expect(problems[0]?.message).toBe(
      'Its 2 pages have no text: it is scanned, or drawn. Have its text recognised (OCR) and import what comes of it.',
    )
  })

  it('says that one is protected by a password', async () => {
    const key = 'A'.repeat(64)
    const encrypted = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >> /ID [<${key}> <${key}>]`
    const { problems } = await read(pdfOf([lines(700, ['It sailed.'])], encrypted))
    expect(problems[0]?.message).toContain('protected by a password')
  })

  it.each([
    ['nothing', new Uint8Array(0), 'empty'],
    ['another thing', new TextEncoder().encode('The ferry sailed.'), 'no PDF document'],
    ['the beginning of one', pdfOf([lines(700, ['It sailed.'])]).slice(0, 60), 'no PDF document'],
  ])('that is %s is reported', async (_, bytes, why) => {
    const { drafts, problems } = await read(bytes)
    expect(drafts).toEqual([])
    expect(problems[0]?.message).toContain(why)
  })

  it('is taken apart by a library that makes no code from text', () => {
    for (const name of ['pdf.mjs', 'pdf.worker.mjs']) {
      const source = readFileSync(
        new URL(`../../../node_modules/pdfjs-dist/legacy/build/${name}`, import.meta.url),
        'utf8',
      )
      expect(source).not.toMatch(/\beval\s*\(/)
    }
  })
})
