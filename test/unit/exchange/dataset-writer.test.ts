import { describe, expect, it } from 'vitest'
import { DatasetWriteError } from '#core/exchange/dataset-errors'
import { parseDataset } from '#core/exchange/dataset-reader'
import { datasetChunks, type DatasetSource } from '#core/exchange/dataset-writer'
import type { Annotation } from '#core/model/annotation'
import type { Dataset } from '#core/model/dataset'
import type { AppError } from '#core/model/result'
import { OPTIONS, articleOf, highlightOf, sourceWith, written } from './dataset-samples'

const plain = articleOf('a.txt', 'The ferry sails again.')
const emoji = articleOf('b.txt', '⛴️🚢 “Fine,” she said.')

async function datasetOf(source: DatasetSource, options: Partial<typeof OPTIONS> = {}): Promise<Dataset> {
  const parsed = parseDataset(await written(source, options))
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

async function refusal(source: DatasetSource): Promise<AppError> {
  try {
    await written(source)
  } catch (error) {
    if (error instanceof DatasetWriteError) return error.error
    throw error
  }
  throw new Error('the export went through')
}

describe('datasetChunks', () => {
  it('counts offsets in code points', async () => {
    const { annotations, articles } = await datasetOf(
      sourceWith([{ ...emoji, annotations: [highlightOf(emoji, '“Fine,”')] }]),
    )
    expect(annotations[0]).toMatchObject({ start: 4, end: 11, exact: '“Fine,”' })
    expect(articles[0]?.blocks).toEqual([{ kind: 'paragraph', start: 0, end: 21 }])
  })

  it('keeps the keys in the order of the format', async () => {
    const file = JSON.parse(
      await written(sourceWith([{ ...plain, annotations: [highlightOf(plain, 'ferry')] }]), {
        exportedAt: '2031-03-05T10:00:00.000Z',
      }),
    ) as Record<string, unknown> & { articles: object[]; annotations: object[] }
    expect(Object.keys(file).join(' ')).toBe(
      'format version offsetUnit generator exportedAt corpus codebook annotators sources speakers articles annotations stories clusters findings',
    )
    expect(Object.keys(file.articles[0] ?? {}).join(' ')).toBe(
      'id path title source byline publishedAt language url sha256 encoding text blocks furniture dateline paths originalSha256 format encodingCertain encodingConfidence words guessed status',
    )
    expect(Object.keys(file.annotations[0] ?? {}).join(' ')).toBe(
      'id article layer start end exact status tags note creator created modified',
    )
  })

  it('leaves out suggestions, but not what a person rejected', async () => {
    const annotations = (['suggested', 'accepted', 'rejected'] as const).map((status) =>
      highlightOf(plain, 'ferry', { id: status, status }),
    )
    const dataset = await datasetOf(sourceWith([{ ...plain, annotations }]), { suggestions: false })
    expect(dataset.annotations.map(({ status }) => status)).toEqual(['accepted', 'rejected'])
  })

  it('leaves out the text, and keeps hash and spans', async () => {
    const dataset = await datasetOf(sourceWith([{ ...plain, annotations: [highlightOf(plain, 'ferry')] }]), {
      text: false,
    })
    expect(dataset.articles[0]).toMatchObject({ text: null, sha256: plain.article.textSha256 })
    expect(dataset.annotations[0]).toMatchObject({ start: 4, end: 9, exact: 'ferry' })
  })

  it('leaves out removed articles, also from stories', async () => {
    const removed = articleOf('c.txt', 'Gone.', { removed: true })
    const dataset = await datasetOf(
      sourceWith([plain, { ...removed, annotations: [highlightOf(removed, 'Gone')] }], {
        stories: [{ id: 's', name: 'Ferry', articles: [removed.article.id, plain.article.id] }],
      }),
    )
    expect(dataset.articles.map(({ path }) => path)).toEqual(['a.txt'])
    expect(dataset.annotations).toEqual([])
    expect(dataset.stories[0]?.articles).toEqual([plain.article.id])
  })

  it('keeps all records for a corpus, and those in use for a part of it', async () => {
    const article = { ...plain.article, source: 'src-b' }
    const part = {
      ...plain,
      article,
      annotations: [
        highlightOf(plain, 'ferry', {
          layer: 'claim',
          claim: { claimant: 'spk-b', quantities: [], dates: [] },
        }),
      ],
    }
    const source = sourceWith([part], {
      annotators: [
        { id: 'ann-2', name: 'Bea' },
        { id: 'ann-1', name: 'Ada' },
      ],
      sources: [
        { id: 'src-b', name: 'B' },
        { id: 'src-a', name: 'A' },
      ],
      speakers: [
        { id: 'spk-b', name: 'B', aliases: [] },
        { id: 'spk-a', name: 'A', aliases: [] },
      ],
      stories: [
        { id: 's1', name: 'One', articles: [article.id] },
        { id: 's2', name: 'Two', articles: [] },
      ],
    })
    const ids = (dataset: Dataset) =>
      [dataset.annotators, dataset.sources, dataset.speakers, dataset.stories].map((records) =>
        records.map(({ id }) => id),
      )
    expect(ids(await datasetOf(source))).toEqual([
      ['ann-1', 'ann-2'],
      ['src-a', 'src-b'],
      ['spk-a', 'spk-b'],
      ['s1'],
    ])
    expect(ids(await datasetOf(source, { usedOnly: true }))).toEqual([
      ['ann-1'],
      ['src-b'],
      ['spk-b'],
      ['s1'],
    ])
  })

  it('lists tags in tree order', async () => {
    const tag = (id: string, name: string, parent: string | null) => ({
      id,
      name,
      parent,
      color: '#000000',
      shortcut: null,
      definition: '',
    })
    const tags = [
      tag('1', 'b', null),
      tag('2', 'z', '4'),
      tag('3', 'a', '1'),
      tag('4', 'a', null),
      tag('5', 'y', '4'),
    ]
    const dataset = await datasetOf(sourceWith([], { codebook: { layers: [], tags } }))
    expect(dataset.codebook.tags.map(({ id }) => id)).toEqual(['4', '5', '2', '1', '3'])
  })

  it('gives large chunks that are text by themselves, and does not hold many annotations', async () => {
    const items = Array.from({ length: 12 }, (_, index) => {
      const item = articleOf(`${String(index).padStart(3, '0')}.txt`, `😀 ${String(index)} `.repeat(5000))
      const note = '🚢'.repeat(400_000)
      return {
        ...item,
        annotations: ['a', 'b'].map((id) =>
          highlightOf(item, '😀', { id: `${id}${String(index).padStart(3, '0')}`, note }),
        ),
      }
    })
    const source = sourceWith(items)
    const chunks: string[] = []
    for await (const chunk of datasetChunks(source, OPTIONS)) chunks.push(chunk)
    const encoder = new TextEncoder()
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const file = chunks.map((chunk) => decoder.decode(encoder.encode(chunk))).join('')
    expect(file).toBe(chunks.join(''))
    expect(chunks.slice(0, -1).every((chunk) => chunk.length >= 1 << 20)).toBe(true)
    const dataset = JSON.parse(file) as Dataset
    expect(dataset.annotations.map(({ id }) => id)).toEqual(
      items.flatMap(({ annotations }) => annotations.map(({ id }) => id)),
    )
    expect(source.calls).toBe(2)
  })

  it('reads the source once where the annotations are few', async () => {
    const source = sourceWith([{ ...plain, annotations: [highlightOf(plain, 'ferry')] }, emoji])
    await written(source)
    expect(source.calls).toBe(1)
  })

  it.each<[string, Partial<Annotation>, RegExp]>([
    ['moved', { start: 5, end: 10 }, /range of annotation x in "a\.txt" should read "ferry".* reads "erry "/],
    ['past the end', { start: 4, end: 99 }, /annotation x in "a\.txt" runs from 4 to 99/],
    ['backwards', { start: 9, end: 4 }, /annotation x in "a\.txt" runs from 9 to 4/],
    [
      'in a part',
      {
        layer: 'quotation',
        quotation: {
          type: 'direct',
          speaker: null,
          speakerSpan: null,
          cue: { start: 0, end: 3, exact: 'the' },
          content: [{ start: 4, end: 9, exact: 'ferry' }],
        },
      },
      /cue of annotation x in "a\.txt" should read "the".* reads "The"/,
    ],
  ])('refuses a span that is %s', async (_, change, message) => {
    const annotation = { ...highlightOf(plain, 'ferry', { id: 'x' }), ...change }
    const error = await refusal(sourceWith([{ ...plain, annotations: [annotation] }]))
    expect(error.kind).toBe('offset-mismatch')
    expect(error.message).toMatch(message)
  })

  it('refuses a span that halves a surrogate pair', async () => {
    const item = articleOf('a.txt', 'a🚢b')
    const half = { ...highlightOf(item, 'a'), end: 2, exact: item.body.text.slice(0, 2) }
    const error = await refusal(sourceWith([{ ...item, annotations: [half] }]))
    expect(error.kind).toBe('offset-mismatch')
  })

  it.each<[string, Partial<Annotation>, RegExp]>([
    ['tag', { tags: ['t'] }, /Annotation x in "a\.txt" names the tag t/],
    ['annotator', { creator: 'nobody' }, /names the annotator nobody/],
    ['layer', { layer: 'gone' }, /names the layer gone/],
    ['speaker', { claim: { claimant: 's', quantities: [], dates: [] } }, /names the speaker s/],
  ])('refuses a reference to a missing %s', async (_, change, message) => {
    const annotation = highlightOf(plain, 'ferry', { id: 'x', ...change })
    const error = await refusal(sourceWith([{ ...plain, annotations: [annotation] }]))
    expect(error.kind).toBe('conflict')
    expect(error.message).toMatch(message)
  })

  it('refuses what its own reader would refuse', async () => {
    const claim = {
      claimant: null,
      quantities: [
        { start: 4, end: 9, exact: 'ferry', value: Number.NaN, unit: null, qualifier: 'about' as const },
      ],
      dates: [],
    }
    const error = await refusal(
      sourceWith([{ ...plain, annotations: [highlightOf(plain, 'ferry', { claim })] }]),
    )
    expect(error).toMatchObject({ kind: 'invalid-input' })
    expect(error.message).toContain('claim.quantities[0].value')
  })

  it('does not accept articles out of order', async () => {
    await expect(written(sourceWith([emoji, plain]))).rejects.toThrow('out of order')
  })
})
