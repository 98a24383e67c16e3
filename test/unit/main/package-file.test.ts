import { writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageChunks } from '#core/exchange/package-writer'
import { PACKAGE_MEMBERS } from '#core/model/package'
import { createPackageReader, inspectPackage } from '../../../src/main/package-file'
import { articleOf, highlightOf, OPTIONS, sourceWith, written } from '../exchange/dataset-samples'
import { zipOf, type Packed } from './packing'
import { createFolder } from './temporary-folder'

const ferry = articleOf('ferry.txt', `Ferries 👍 sail again. ${'The pier is open. '.repeat(4000)}`)
const source = sourceWith([{ ...ferry, annotations: [highlightOf(ferry, 'sail')] }])

async function packed(): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of packageChunks(source, OPTIONS)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function manifest(): Promise<{ dataset: Record<string, unknown> } & Record<string, unknown>> {
  const path = saved(await packed())
  const read = await inspectPackage(path, 'p.crossread')
  if (!read.ok) throw new Error(read.error.message)
  return structuredClone(read.value)
}

function saved(bytes: Uint8Array): string {
  return join(createFolder({ 'p.crossread': bytes }), 'p.crossread')
}

/** What is said of these bytes under the name of a package, by both ways of reading one. */
async function refusal(bytes: Uint8Array): Promise<readonly [kind: string, message: string]> {
  const path = saved(bytes)
  const looked = await inspectPackage(path, 'p.crossread')
  const reader = createPackageReader(path, 'p.crossread')
  let read = await reader.read(0, 1000)
  for (let at = 0; read.ok && read.value.length > 0;) {
    at += read.value.length
    read = await reader.read(at, 1000)
  }
  if (looked.ok || read.ok) throw new Error('It was let through.')
  expect(read.error).toEqual(looked.error)
  expect(looked.error.kept).toBe('Nothing of it was imported.')
  return [looked.error.kind, looked.error.message]
}

/** A package with another dataset, description or further members. */
async function forged(
  change: {
    readonly dataset?: string
    readonly manifest?: (known: Awaited<ReturnType<typeof manifest>>) => unknown
    readonly more?: readonly Packed[]
  } = {},
): Promise<Uint8Array> {
  const known = await manifest()
  return zipOf([
    { name: PACKAGE_MEMBERS.dataset, content: change.dataset ?? (await written(source)) },
    { name: PACKAGE_MEMBERS.manifest, content: JSON.stringify(change.manifest?.(known) ?? known) },
    ...(change.more ?? []),
  ])
}

describe('a package', () => {
  it('is read back as it was written, in parts of any size, and from the start again', async () => {
    const reader = createPackageReader(saved(await packed()), 'p.crossread')
    const all = await written(source)
    for (const most of [100_000_000, 1000, 1 << 16]) {
      const parts: Uint8Array[] = []
      let at = 0
      for (;;) {
        const part = await reader.read(at, most)
        if (!part.ok) throw new Error(part.error.message)
        if (part.value.length === 0) break
        expect(part.value.length).toBeLessThanOrEqual(most)
        at += part.value.length
        parts.push(part.value)
      }
      expect(Buffer.concat(parts).toString()).toBe(all)
    }
    const middle = await reader.read(500, 100)
    expect(middle.ok && Buffer.from(middle.value).toString()).toBe(
      Buffer.from(all).subarray(500, 600).toString(),
    )
    await reader.close()
  })

  it('is read as well when another program has packed it, with files of its own', async () => {
    const repacked = saved(await forged({ more: [{ name: 'notes/mine.txt', content: 'x' }] }))
    expect(await inspectPackage(repacked, 'p.crossread')).toMatchObject({
      ok: true,
      value: { counts: { articles: 1 } },
    })
  })

  it('that is being looked into can be left', async () => {
    const stopping = new AbortController()
    stopping.abort()
    expect(await inspectPackage(saved(await packed()), 'p.crossread', stopping.signal)).toMatchObject({
      error: { kind: 'cancelled' },
    })
  })
})

describe('a package is refused', () => {
  it('that is empty, something else, cut off or damaged', async () => {
    expect(await refusal(new Uint8Array())).toEqual(['unreadable', 'p.crossread is empty (0 bytes).'])
    expect((await refusal(Buffer.from('<html>not a zip</html>')))[0]).toBe('not-a-dataset')
    const whole = await packed()
    expect((await refusal(whole.subarray(0, whole.length - 40)))[1]).toMatch(
      /no Crossread package, or it is cut off/,
    )
    const spoilt = Buffer.from(whole)
    spoilt.fill(0xff, 60, 120)
    expect((await refusal(spoilt))[0]).toBe('unreadable')
  })

  it('that cannot be opened', async () => {
    const missing = join(createFolder(), 'gone.crossread')
    expect(await inspectPackage(missing, 'gone.crossread')).toMatchObject({ error: { kind: 'unreadable' } })
  })

  it('that is a ZIP of something else', async () => {
    expect(await refusal(zipOf([{ name: 'a.txt', content: 'An article.' }]))).toEqual([
      'not-a-dataset',
      'p.crossread is a ZIP archive, but no Crossread package: there is no dataset.json in it.',
    ])
  })

  it('whose dataset was changed, with or without its length', async () => {
    const dataset = await written(source)
    expect((await refusal(await forged({ dataset: dataset.replace('Ferries', 'Fairies') })))[1]).toMatch(
      /the checksum of its dataset is another/,
    )
    expect((await refusal(await forged({ dataset: `${dataset} ` })))[1]).toMatch(/another length/)
  })

  it('of a newer version', async () => {
    expect(await refusal(await forged({ manifest: (known) => ({ ...known, version: 2 }) }))).toEqual([
      'unsupported-version',
      expect.stringMatching(/newer Crossread wrote this package/) as string,
    ])
    const dataset = (known: Awaited<ReturnType<typeof manifest>>) => ({ ...known.dataset, version: 9 })
    const newer = await forged({ manifest: (known) => ({ ...known, dataset: dataset(known) }) })
    expect((await refusal(newer))[1]).toMatch(/the dataset in it has version 9/)
  })

  it.each(['../evil.txt', '/etc/evil', 'a/../../b', 'C:\\evil.exe', '..\\..\\evil'])(
    'with a name in it that leads out: %s',
    async (name) => {
      expect((await refusal(await forged({ more: [{ name, content: 'x' }] })))[1]).toMatch(/made to do harm/)
    },
  )

  it('with two files of one name, which two programs could read differently', async () => {
    const twice = await forged({ more: [{ name: PACKAGE_MEMBERS.dataset, content: '{}' }] })
    expect((await refusal(twice))[1]).toMatch(/two files of one name/)
  })

  it('that is encrypted', async () => {
    const locked = zipOf([{ name: PACKAGE_MEMBERS.dataset, content: 'x', encrypted: true }])
    expect((await refusal(locked))[0]).toBe('unreadable')
  })

  it('with a description that is far too long, or nonsense', async () => {
    const long = await forged({
      manifest: () => ({ format: 'crossread-package', more: 'x'.repeat(5_000_000) }),
    })
    expect((await refusal(long))[0]).toBe('too-large')
    expect((await refusal(await forged({ manifest: () => 'text' })))[0]).toBe('not-a-dataset')
  })

  it('with more files than any package has', async () => {
    const more = Array.from({ length: 1_100 }, (_, index) => ({ name: `${String(index)}.txt`, content: '' }))
    expect((await refusal(await forged({ more })))[0]).toBe('too-large')
  })

  it('that says it unpacks to what would fill the machine, before anything is unpacked', async () => {
    const path = saved(await forged())
    const bytes = readFileSync(path)
    // The size in the directory, after the names' own first header: 2 GB.
    const entry = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
    bytes.writeUInt32LE(2 ** 31, entry + 24)
    writeFileSync(path, bytes)
    expect(await inspectPackage(path, 'p.crossread')).toMatchObject({ error: { kind: 'too-large' } })
  })

  it('that unpacks to more than its directory says', async () => {
    const known = await manifest()
    const bytes = Buffer.from(
      await forged({ manifest: () => ({ ...known, dataset: { ...known.dataset, bytes: 10 } }) }),
    )
    const entry = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
    bytes.writeUInt32LE(10, entry + 24)
    expect((await refusal(bytes))[0]).toBe('unreadable')
  })
})
