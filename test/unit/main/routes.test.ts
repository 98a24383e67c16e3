import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { decodeFrames } from '#ipc/import-frames'
import { openBackups } from '../../../src/main/backups'
import { createExports, type Exports } from '../../../src/main/exports'
import { openGrantStore } from '../../../src/main/grants'
import { createImports, type Imports } from '../../../src/main/imports'
import { createRequestHandler } from '../../../src/main/routes'
import { createMemoryLog } from './memory-log'
import { createFolder } from './temporary-folder'

let imports: Imports
let exports: Exports
let get: (path: string) => Promise<Response>
let post: (path: string, body: string) => Promise<Response>
let handle: (request: Request) => Promise<Response>

beforeEach(() => {
  const log = createMemoryLog()
  const grants = openGrantStore(join(createFolder(), 'grants.json'), log)
  imports = createImports(grants, null)
  exports = createExports(grants, log)
  const assets = createFolder({ 'index.html': '<head></head>' })
  const backups = openBackups(createFolder(), log)
  handle = createRequestHandler({ assets, imports, exports, backups, log })
  get = (path) => handle(new Request(`app://crossread${path}`))
  post = (path, body) => handle(new Request(`app://crossread${path}`, { method: 'POST', body }))
})

async function readBatch(response: Response): Promise<string[]> {
  const frames = decodeFrames(new Uint8Array(await response.arrayBuffer()))
  return frames.map(({ header }) =>
    header.kind === 'status' ? `status ${header.seen}` : `${header.kind} ${header.path}`,
  )
}

describe('the import stream', () => {
  it('answers batches from the beginning and from a place on', async () => {
    const { token } = imports.grant([createFolder({ 'a &+ü.txt': 'x', '😀\n.txt': 'y' })])
    expect(await readBatch(await get(`/import/${token}`))).toEqual([
      'file a &+ü.txt',
      'file 😀\n.txt',
      'status 2',
    ])
    const query = new URLSearchParams({ root: '0', after: 'a &+ü.txt' })
    expect(await readBatch(await get(`/import/${token}?${query}`))).toEqual(['file 😀\n.txt', 'status 2'])
  })

  it('hands out a dataset part by part, and nothing but a dataset', async () => {
    const text = `{"format":"crossread-dataset","x":"${'é'.repeat(200_000)}"}`
    const { token } = imports.grant([createFolder({ 'd/set.json': text, 'a.json': '{}', 'a.txt': text })])
    const part = async (from: number) => {
      return Buffer.from(
        await (await get(`/import/${token}/dataset?root=0&path=d%2Fset.json&from=${from}`)).arrayBuffer(),
      )
    }
    const bytes = Buffer.from(text)
    expect((await part(0)).equals(bytes)).toBe(true)
    expect((await part(300_001)).equals(bytes.subarray(300_001))).toBe(true)
    expect((await part(bytes.length)).length).toBe(0)
    expect((await part(bytes.length + 1)).length).toBe(0)
    for (const path of ['a.json', 'a.txt', 'gone.json', '../set.json', '%2Fetc%2Fpasswd']) {
      expect((await get(`/import/${token}/dataset?root=0&path=${path}&from=0`)).status, path).toBe(404)
    }
  })

  it('ends with its grant', async () => {
    const { token } = imports.grant([createFolder({ 'a.txt': 'x' })])
    imports.close(token)
    expect((await get(`/import/${token}`)).status).toBe(404)
  })

  it.each([
    ['/import/short', 404],
    [`/import/${'a'.repeat(32)}`, 404],
    [`/import/${'a'.repeat(32)}/other`, 404],
    [`/import/${'a'.repeat(32)}/dataset/more`, 404],
    [`/import/${'a'.repeat(32)}/dataset?root=0&path=x`, 400],
    [`/import/${'a'.repeat(32)}?after=x`, 400],
    [`/import/${'a'.repeat(32)}?after=x&root=-1`, 400],
    [`/export/${'a'.repeat(32)}?part=0`, 405],
  ])('answers %s with %i', async (path, status) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
  })
})

describe('resume', () => {
  it('knows a grant while one of its roots is there', async () => {
    const root = createFolder({ 'a.txt': 'x' })
    const { token } = imports.grant([root, join(root, '..', 'gone-for-good')])
    expect(await imports.resume(token)).toMatchObject({ ok: true, value: { token } })
    const lost = imports.grant([join(root, 'gone')])
    expect(await imports.resume(lost.token)).toMatchObject({ ok: false, error: { kind: 'not-found' } })
    expect(await imports.resume('b'.repeat(32))).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  })
})

describe('an import from brat', () => {
  it('hands out texts and annotations and nothing else, under the same token', async () => {
    const root = createFolder({ 'a.txt': 'x', 'a.ann': 'T1', 'b.md': 'y' })
    const { token } = imports.grant([root])
    const unread = 'skipped a.ann'
    expect(await readBatch(await get(`/import/${token}`))).toContain(unread)
    const brat = await readBatch(await get(`/import/${token}?format=brat`))
    expect(brat).toEqual(['file a.ann', 'file a.txt', 'skipped b.md', 'status 3'])
    expect((await get(`/import/${token}?format=other`)).status).toBe(400)
  })
})

describe('the limit', () => {
  it('of the command line stands above that of the settings', async () => {
    const root = createFolder({ 'a.txt': 'x'.repeat(2_000) })
    imports.setLimit(1_000)
    const free = imports.grant([root])
    expect(await readBatch(await get(`/import/${free.token}`))).toEqual(['skipped a.txt', 'status 1'])
    const grants = openGrantStore(join(createFolder(), 'grants.json'), createMemoryLog())
    const fixed = createImports(grants, 5_000)
    fixed.setLimit(1_000)
    const batch = await fixed.nextBatch(fixed.grant([root]).token, null, 'articles')
    expect(decodeFrames(batch ?? new Uint8Array())[0]?.header.kind).toBe('file')
  })
})

describe('the export stream', () => {
  it('appends parts and answers failures as errors a page can show', async () => {
    const target = join(createFolder(), 'out.json')
    const grant = await exports.grant(target)
    const token = grant.ok ? grant.value.token : ''
    expect(await (await post(`/export/${token}?part=0`, 'ä')).json()).toEqual({ bytes: 2 })
    expect(await (await post(`/export/${token}?part=1`, 'b')).json()).toEqual({ bytes: 3 })
    await exports.finish(token)
    expect(readFileSync(target, 'utf8')).toBe('äb')
    const late = await post(`/export/${token}?part=2`, 'c')
    expect([late.status, await late.json()]).toMatchObject([404, { kind: 'not-found' }])
  })

  it('answers a part out of order with 409, and no number with 400', async () => {
    const grant = await exports.grant(join(createFolder(), 'out.json'))
    const token = grant.ok ? grant.value.token : ''
    expect((await post(`/export/${token}?part=one`, 'x')).status).toBe(400)
    expect((await post(`/export/${token}?part=3`, 'x')).status).toBe(409)
  })
})

describe('any other request', () => {
  it('is for a file of the renderer, by GET', async () => {
    expect((await get('/')).status).toBe(200)
    expect((await get('/gone.js')).status).toBe(404)
    expect((await post('/', 'x')).status).toBe(405)
  })

  it('is refused for another host', async () => {
    expect((await handle(new Request('app://elsewhere/index.html'))).status).toBe(403)
    expect((await handle(new Request('https://crossread/'))).status).toBe(403)
  })
})
