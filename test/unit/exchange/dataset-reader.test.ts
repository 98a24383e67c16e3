import { describe, expect, it } from 'vitest'
import { fromDataset, parseDataset } from '#core/exchange/dataset-reader'
import type { Dataset } from '#core/model/dataset'
import type { AppError } from '#core/model/result'
import { articleOf, highlightOf, sourceWith, written } from './dataset-samples'

const item = articleOf('a.txt', '🚢 “Fine,” she said on Friday.')
const quotation = highlightOf(item, '“Fine,”', {
  id: 'q',
  layer: 'quotation',
  quotation: {
    type: 'direct',
    speaker: null,
    speakerSpan: { start: 11, end: 14, exact: 'she' },
    cue: { start: 15, end: 19, exact: 'said' },
    content: [{ start: 3, end: 10, exact: '“Fine,”' }],
  },
})
const file = await written(sourceWith([{ ...item, annotations: [quotation] }]))

/** What the reader says of the file after `change`. */
function refusal(change: (dataset: Dataset) => void): AppError {
  const dataset = JSON.parse(file) as Dataset
  change(dataset)
  const result = parseDataset(JSON.stringify(dataset))
  if (result.ok) throw new Error('the dataset was accepted')
  return result.error
}

describe('parseDataset', () => {
  it('accepts what the writer wrote, with or without a byte order mark', () => {
    expect(parseDataset(file).ok).toBe(true)
    expect(parseDataset(`\ufeff${file}`).ok).toBe(true)
  })

  it('ignores fields it does not know', () => {
    const dataset = { ...(JSON.parse(file) as object), later: 1 }
    const parsed = parseDataset(JSON.stringify(dataset))
    expect(parsed.ok && 'later' in parsed.value).toBe(false)
  })

  it.each([10, 500, file.length - 3])('says that a file is cut off at character %i', (end) => {
    const result = parseDataset(file.slice(0, end))
    expect(!result.ok && result.error).toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining(`cut off: it ends at character ${String(end)}`) as string,
      kept: 'Nothing was imported.',
    })
  })

  it.each([
    ['<html></html>', 'not JSON from character 0'],
    ['[]', 'not a dataset'],
    ['{"title": "An article", "text": "…"}', 'not a dataset'],
    ['null', 'not a dataset'],
  ])('says that %s is no dataset', (text, message) => {
    const result = parseDataset(text)
    expect(!result.ok && result.error).toMatchObject({
      kind: 'not-a-dataset',
      message: expect.stringContaining(message) as string,
    })
  })

  it('names both versions of a dataset from the future', () => {
    const error = refusal((dataset) => Object.assign(dataset, { version: 3 }))
    expect(error.kind).toBe('unsupported-version')
    expect(error.message).toMatch(/version 3 .* up to version 1/)
  })

  it('says where the schema does not hold, three places at most', () => {
    const error = refusal(({ articles, annotations }) => {
      Object.assign(articles[0] ?? {}, {
        title: 7,
        sha256: 'abc',
        blocks: [{ kind: 'verse', start: 0, end: 1 }],
      })
      Object.assign(annotations[0]?.quotation?.content[0] ?? {}, { start: -1, end: 'x' })
    })
    expect(error.kind).toBe('invalid-input')
    expect(error.message).toContain('articles[0].title: expected string')
    expect(error.message).toContain('articles[0].sha256: must be 64')
    expect(error.message).toContain('articles[0].blocks[0].kind')
    expect(error.message).toMatch(/and 2 more/)
  })

  it.each<[string, (dataset: Dataset) => void, string]>([
    ['article', (d) => d.articles.push(...d.articles), 'articles[1] has the id'],
    ['annotation', (d) => d.annotations.push(...d.annotations), 'annotations[1] has the id q'],
    ['annotator', (d) => d.annotators.push({ id: 'ann-1', name: 'Other' }), 'annotators[1] has the id ann-1'],
  ])('refuses an %s with the id of another', (_, change, message) => {
    expect(refusal(change)).toMatchObject({
      kind: 'invalid-input',
      message: expect.stringContaining(message) as string,
    })
  })

  const tag = { id: 't', name: 'T', color: '#000000', shortcut: null, definition: '' }
  it.each<[string, (dataset: Dataset) => void]>([
    [
      'annotations[0] names the missing article x',
      (d) => Object.assign(d.annotations[0] ?? {}, { article: 'x' }),
    ],
    ['annotations[0] names the missing tag x', (d) => d.annotations[0]?.tags.push('x')],
    [
      'annotations[0] names the missing layer x',
      (d) => Object.assign(d.annotations[0] ?? {}, { layer: 'x' }),
    ],
    [
      'annotations[0] names the missing annotator x',
      (d) => Object.assign(d.annotations[0] ?? {}, { creator: 'x' }),
    ],
    [
      'annotations[0] names the missing speaker x',
      (d) => Object.assign(d.annotations[0]?.quotation ?? {}, { speaker: 'x' }),
    ],
    ['articles[0] names the missing source x', (d) => Object.assign(d.articles[0] ?? {}, { source: 'x' })],
    ['stories[0] names the missing article x', (d) => d.stories.push({ id: 's', name: '', articles: ['x'] })],
    ['codebook.tags[0] names the missing tag x', (d) => d.codebook.tags.push({ ...tag, parent: 'x' })],
    ['codebook.tags[0] is below itself', (d) => d.codebook.tags.push({ ...tag, parent: 't' })],
    [
      'clusters[0] names the missing annotation x',
      (d) => {
        d.stories.push({ id: 's', name: '', articles: [] })
        d.clusters.push({
          id: 'c',
          kind: 'utterance',
          story: 's',
          members: ['x'],
          status: 'accepted',
          findings: [],
        })
      },
    ],
  ])('refuses when %s', (message, change) => {
    expect(refusal(change)).toMatchObject({
      kind: 'invalid-input',
      message: expect.stringContaining(message) as string,
    })
  })

  it('refuses a text that is not the one that was hashed', () => {
    const error = refusal(({ articles }) => Object.assign(articles[0] ?? {}, { text: `${item.body.text} ` }))
    expect(error.kind).toBe('invalid-input')
    expect(error.message).toContain('articles[0] (a.txt) does not have its SHA-256')
  })

  it('counts wrong offsets and shows three', () => {
    const error = refusal(({ annotations }) => {
      const first = annotations[0]
      if (!first) return
      for (let index = 1; index < 5; index++)
        annotations.push({ ...first, id: `q${String(index)}`, start: 3 })
    })
    expect(error.kind).toBe('offset-mismatch')
    expect(error.message).toContain('wrong offsets in 4 places')
    expect(error.message).toContain(
      'annotations[1] in "a.txt": range 3 to 9 should read "“Fine,”" but reads "Fine,”"',
    )
    expect(error.message).toContain('and 1 more')
    expect(error.kept).toBe('Nothing was imported.')
  })

  it.each<[string, (dataset: Dataset) => void]>([
    ['a cue', (d) => Object.assign(d.annotations[0]?.quotation?.cue ?? {}, { start: 15, end: 19 })],
    ['a block past the end', (d) => Object.assign(d.articles[0]?.blocks[0] ?? {}, { end: 30 })],
    ['UTF-16 offsets', (d) => Object.assign(d.annotations[0] ?? {}, { start: 3, end: 10 })],
    [
      'content that is not the range',
      (d) => Object.assign(d.annotations[0] ?? {}, { start: 0, exact: '🚢 “Fine,”' }),
    ],
  ])('sees the wrong offsets of %s', (_, change) => {
    expect(refusal(change).kind).toBe('offset-mismatch')
  })

  it('checks the length of spans where the text is left out', async () => {
    const withoutText = await written(sourceWith([{ ...item, annotations: [quotation] }]), { text: false })
    expect(parseDataset(withoutText).ok).toBe(true)
    const wrong = parseDataset(withoutText.replace('"start":2,"end":9', '"start":2,"end":10'))
    expect(!wrong.ok && wrong.error.kind).toBe('offset-mismatch')
  })
})

describe('fromDataset', () => {
  it('gives offsets in UTF-16 and sensible values for fields another program left out', () => {
    const dataset = JSON.parse(file) as Dataset
    for (const key of [
      'paths',
      'words',
      'format',
      'status',
      'guessed',
      'dateline',
      'originalSha256',
    ] as const) {
      delete dataset.articles[0]?.[key]
    }
    const parsed = parseDataset(JSON.stringify(dataset))
    const content = parsed.ok ? fromDataset(parsed.value, '2032-01-01T00:00:00.000Z') : parsed
    if (!content.ok) throw new Error(content.error.message)
    expect(content.value.annotations).toEqual([quotation])
    expect(content.value.articles[0]?.article).toMatchObject({
      paths: ['a.txt'],
      words: 5,
      format: 'dataset',
      status: 'todo',
      length: item.body.text.length,
      importedAt: '2032-01-01T00:00:00.000Z',
    })
  })

  it('needs the text', async () => {
    const parsed = parseDataset(await written(sourceWith([item]), { text: false }))
    if (!parsed.ok) throw new Error(parsed.error.message)
    const content = fromDataset(parsed.value)
    expect(!content.ok && content.error).toMatchObject({
      kind: 'invalid-input',
      message: expect.stringContaining('1 of its 1 articles have none (a.txt)') as string,
    })
  })
})
