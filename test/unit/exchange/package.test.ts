import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readPackageManifest } from '#core/exchange/package-manifest'
import { packageChunks } from '#core/exchange/package-writer'
import { parseDataset } from '#core/exchange/dataset-reader'
import type { DatasetOptions, DatasetSource } from '#core/exchange/dataset-writer'
import { articleOf, highlightOf, OPTIONS, sourceWith, written } from './dataset-samples'

/** A whole package of the source. */
async function packed(source: DatasetSource, options: Partial<DatasetOptions> = {}): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of packageChunks(source, { ...OPTIONS, ...options })) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8')

const ferry = articleOf('ferry.txt', 'Ferries 👍 sail again.')
const source = sourceWith([
  {
    ...ferry,
    annotations: [
      highlightOf(ferry, 'sail'),
      highlightOf(ferry, 'again', { creator: 'crossread', status: 'suggested' }),
      highlightOf(ferry, '👍', { creator: 'crossread' }),
    ],
  },
])

describe('a package', () => {
  it('holds the dataset as it is written by itself, and says what is in it with its checksum', async () => {
    const members = unzipSync(await packed(source))
    expect(Object.keys(members)).toEqual(['dataset.json', 'README.txt', 'crossread.json'])
    const dataset = text(members['dataset.json'])
    expect(dataset).toBe(await written(source))
    expect(parseDataset(dataset).ok).toBe(true)
    const manifest = readPackageManifest(text(members['crossread.json']))
    expect(manifest).toMatchObject({
      ok: true,
      value: {
        corpus: { name: 'Ferry' },
        counts: { articles: 1, annotations: 2, suggestions: 1, stories: 0 },
        annotators: [{ name: 'Ada', annotations: 1 }],
        dataset: {
          texts: true,
          bytes: Buffer.byteLength(dataset),
          sha256: createHash('sha256').update(dataset).digest('hex'),
        },
      },
    })
    const readme = text(members['README.txt'])
    expect(readme).toContain('1 article, 2 annotations, 1 open suggestion and 0 stories')
    expect(readme).toContain('Ada: 1 annotation')
  })

  it('is the same bytes again where the time of export is left out', async () => {
    expect(await packed(source)).toEqual(await packed(source))
    const timed = unzipSync(await packed(source, { exportedAt: '2031-03-05T10:00:00.000Z' }))
    expect(text(timed['README.txt'])).toContain('2031-03-05T10:00:00.000Z')
  })

  it('says that the texts were left out', async () => {
    const members = unzipSync(await packed(source, { text: false }))
    expect(text(members['README.txt'])).toContain('(without the texts)')
    expect(JSON.parse(text(members['crossread.json']))).toMatchObject({ dataset: { texts: false } })
  })

  it('writes no line break of a name into the text for people', async () => {
    const named = sourceWith([ferry], { corpus: { id: 'c', name: 'A\r\nOpen evil.exe', description: '' } })
    expect(text(unzipSync(await packed(named))['README.txt'])).toContain('package: A Open evil.exe\n')
  })
})

describe('the description of a package', () => {
  const manifest = async () =>
    JSON.parse(text(unzipSync(await packed(source))['crossread.json'])) as Record<string, object | number>

  it.each([
    ['no JSON', () => '{', 'unreadable'],
    ['of another kind', () => '{"format":"crossread-dataset"}', 'not-a-dataset'],
    ['a list', () => '[]', 'not-a-dataset'],
  ])('is refused: %s', (_, make, kind) => {
    expect(readPackageManifest(make())).toMatchObject({ ok: false, error: { kind } })
  })

  it('is refused of a newer version, whatever else is in it', async () => {
    expect(readPackageManifest('{"format":"crossread-package","version":2}')).toMatchObject({
      error: { kind: 'unsupported-version' },
    })
    const known = await manifest()
    const newer = { ...known, dataset: { ...(known['dataset'] as object), version: 2 } }
    expect(readPackageManifest(JSON.stringify(newer))).toMatchObject({
      error: { kind: 'unsupported-version' },
    })
  })

  it('is refused with a wrong field, and takes fields it does not know', async () => {
    const known = await manifest()
    expect(readPackageManifest(JSON.stringify({ ...known, counts: { articles: -1 } }))).toMatchObject({
      error: { kind: 'invalid-input' },
    })
    expect(readPackageManifest(JSON.stringify({ ...known, extra: 1 }))).toMatchObject({ ok: true })
  })
})
