import { describe, expect, it } from 'vitest'
import { bratAnnotator, readBrat, toBratAnnotations, type BratReading } from '#core/exchange/brat'
import { pairBratFiles } from '#core/exchange/brat-files'

/** Spans of a brat line by their words, in code points as brat counts them. */
function at(text: string, ...pieces: readonly string[]): string {
  return pieces
    .map((piece) => {
      const start = [...text.slice(0, text.indexOf(piece))].length
      return `${String(start)} ${String(start + [...piece].length)}`
    })
    .join(';')
}

/** A brat file's line of a span. */
function bound(text: string, id: number, kind: string, ...pieces: readonly string[]): string {
  return `T${String(id)}\t${kind} ${at(text, ...pieces)}\t${pieces.join(' ').replaceAll('\n', ' ')}`
}

function read(lines: readonly string[], text: string, original = text): BratReading {
  return readBrat(lines.join('\n'), { text, original })
}

/** Quotations as words. */
function words(text: string, { quotations }: BratReading) {
  const slice = (range: { start: number; end: number } | null) => range && text.slice(range.start, range.end)
  return quotations.map(({ content, speakerSpan, cue }) => ({
    content: content.map(slice),
    speaker: slice(speakerSpan),
    cue: slice(cue),
  }))
}

const TEXT = '“The pier,” Ann Ode said, “floats.”\nBen Carr agreed that it did.'
const LINES = [
  bound(TEXT, 1, 'Source', 'Ann Ode'),
  bound(TEXT, 2, 'Cue', 'said'),
  bound(TEXT, 3, 'Content', '“The pier,”', '“floats.”'),
  bound(TEXT, 4, 'Attribution', 'said'),
  'E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1',
]

describe('readBrat', () => {
  it('ties the spans of an attribution, discontinuous ones in pieces', () => {
    const reading = read(LINES, TEXT)
    expect(reading.problems).toEqual([])
    expect(words(TEXT, reading)).toEqual([
      { content: ['“The pier,”', '“floats.”'], speaker: 'Ann Ode', cue: 'said' },
    ])
  })

  it('counts code points: an emoji before a span shifts nothing', () => {
    const text = `👩‍🚀 𝒬 ${TEXT}`
    const lines = [
      bound(text, 1, 'Source', 'Ann Ode'),
      bound(text, 2, 'Content', '“floats.”'),
      'E1\tAttribution:T9 Content:T2 Source:T1',
    ]
    expect(words(text, read(lines, text))).toEqual([
      { content: ['“floats.”'], speaker: 'Ann Ode', cue: null },
    ])
  })

  it('reads a file whose offsets count what import drops: a byte order mark and CR', () => {
    const original = `\ufeff${TEXT.replace('\n', '\r\n')}`
    const lines = [
      bound(original, 1, 'Source', 'Ben Carr'),
      bound(original, 2, 'Content', 'that it did'),
      'E1\tAttribution:T9 Content:T2 Source:T1',
    ]
    const expected = [{ content: ['that it did'], speaker: 'Ben Carr', cue: null }]
    expect(words(TEXT, read(lines, TEXT, original))).toEqual(expected)
    const without = [
      bound(TEXT, 1, 'Source', 'Ben Carr'),
      bound(TEXT, 2, 'Content', 'that it did'),
      'E1\tAttribution:T9 Content:T2 Source:T1',
    ]
    expect(words(TEXT, read(without, TEXT, original))).toEqual(expected)
  })

  it('takes the pieces in the order of the file, and several contents of a relation together', () => {
    const lines = [
      bound(TEXT, 1, 'Content', '“floats.”', '“The pier,”'),
      bound(TEXT, 2, 'Content', 'that it did'),
      bound(TEXT, 3, 'Content', 'it did.'),
      'E1\tAttribution:T9 Content:T1 Content2:T2 Content3:T3',
    ]
    expect(words(TEXT, read(lines, TEXT))).toEqual([
      { content: ['“The pier,”', '“floats.”', 'that it did.'], speaker: null, cue: null },
    ])
  })

  it('leaves out a span that does not match its text, and a quotation without content', () => {
    const wrong = 'T3\tContent 0 11\t“The quay,”'
    const reading = read([...LINES.slice(0, 2), wrong, ...LINES.slice(3)], TEXT)
    expect(reading.quotations).toEqual([])
    expect(reading.problems.map(({ line }) => line)).toEqual([3, 5])
    expect(reading.problems[0]?.message).toContain('should read ““The quay,””')
    const speakerless = read(['T1\tSource 0 3\tBen', ...LINES.slice(1)], TEXT)
    expect(words(TEXT, speakerless)).toMatchObject([{ speaker: null, cue: 'said' }])
    expect(speakerless.problems).toHaveLength(1)
  })

  it('leaves out a span outside the text, or an empty one', () => {
    for (const offsets of ['10 9000', '9000 9001', '5 5', '9 5']) {
      const reading = read([`T1\tContent ${offsets}\tword`, 'E1\tAttribution:T9 Content:T1'], TEXT)
      expect(reading.quotations).toEqual([])
      expect(reading.problems.map(({ line }) => line)).toEqual([1, 2])
    }
  })

  it('mends a line that was broken over two, and says so', () => {
    const [source = '', cue = '', content = '', trigger = '', event = ''] = LINES
    const broken = content.replace(' “floats', '\n“floats')
    const reading = read([source, cue, broken, trigger, event], TEXT)
    expect(words(TEXT, reading)).toMatchObject([{ content: ['“The pier,”', '“floats.”'] }])
    expect(reading.problems).toEqual([{ line: 4, message: expect.stringContaining('no annotation') }])
  })

  it('reports what is no annotation without losing what stands before it', () => {
    const reading = read([...LINES.slice(0, 3), 'rubbish', 'T7\tContent x y\tno', ...LINES.slice(3)], TEXT)
    expect(words(TEXT, reading)).toMatchObject([{ content: ['“The pier,”', '“floats.”'] }])
    expect(reading.problems.map(({ line }) => line)).toEqual([4, 5])
  })

  it('passes over notes, attributes, relations and relations without content', () => {
    const others = [
      '#1\tAnnotatorNotes T1\tsure',
      'A1\tNegated T1',
      'R1\tSame Arg1:T1 Arg2:T2',
      '*\tEquiv T1 T2',
      '',
    ]
    const reading = read([...others, ...LINES, 'E2\tAttribution:T4 Source:T1', 'E3\tAttribution:T4 '], TEXT)
    expect(reading.quotations).toHaveLength(1)
    expect(reading.problems).toEqual([])
  })

  it('reads files with CRLF and a byte order mark of their own', () => {
    const reading = readBrat(`\ufeff${LINES.join('\r\n')}\r\n`, { text: TEXT, original: TEXT })
    expect(reading.quotations).toHaveLength(1)
    expect(reading.problems).toEqual([])
  })
})

describe('toBratAnnotations', () => {
  const annotator = bratAnnotator('d473')
  const { quotations } = read(LINES, TEXT)

  it('makes accepted annotations with exact spans, the same ones each time', () => {
    const made = toBratAnnotations('art_1', TEXT, annotator, [...quotations, ...quotations])
    expect(made).toMatchObject([
      {
        layer: 'quotation',
        status: 'accepted',
        creator: annotator.id,
        created: null,
        exact: '“The pier,” Ann Ode said, “floats.”',
        quotation: {
          type: 'direct',
          speaker: null,
          speakerSpan: { exact: 'Ann Ode' },
          cue: { exact: 'said' },
        },
      },
    ])
    expect(toBratAnnotations('art_1', TEXT, annotator, quotations)).toEqual(made)
    expect(toBratAnnotations('art_2', TEXT, annotator, quotations)[0]?.id).not.toBe(made[0]?.id)
  })
})

describe('pairBratFiles', () => {
  it('pairs side by side and folder beside folder, and takes the first annotator by name', () => {
    const { documents, orphans } = pairBratFiles([
      'attributions/pier_b.ann',
      'attributions/pier_a.ann',
      'attributions/pier_two_c.ann',
      'text/pier.txt',
      'text/pier_two.txt',
      'text/alone.txt',
      'attributions/quay_a.ann',
      'more/pier.ann',
      'more/pier.txt',
    ])
    expect(documents).toEqual([
      { text: 'more/pier.txt', annotations: 'more/pier.ann', annotator: null, others: [] },
      { text: 'text/alone.txt', annotations: null, annotator: null, others: [] },
      {
        text: 'text/pier.txt',
        annotations: 'attributions/pier_a.ann',
        annotator: 'a',
        others: ['attributions/pier_b.ann'],
      },
      { text: 'text/pier_two.txt', annotations: 'attributions/pier_two_c.ann', annotator: 'c', others: [] },
    ])
    expect(orphans).toEqual(['attributions/quay_a.ann'])
  })

  it('takes no text from elsewhere for its own', () => {
    expect(pairBratFiles(['a/b/pier.ann', 'c/pier.txt']).orphans).toEqual(['a/b/pier.ann'])
    expect(pairBratFiles(['pier.ann', 'pier.TXT']).documents).toMatchObject([{ annotations: 'pier.ann' }])
  })
})
