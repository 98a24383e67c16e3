import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { backupName, partName } from '#core/backup/manifest'
import { openBackups, type Backups } from '../../../src/main/backups'
import { createMemoryLog } from './memory-log'
import { createFolder } from './temporary-folder'

const BASE = '0123456789ab'
const FILE = backupName(Date.parse('2026-11-30T12:00:00Z'), BASE)
const PART = partName(BASE, 0)
const corpus = { id: 'cor_1', name: 'Bridges' }
const bytes = new TextEncoder().encode('bytes')

let data: string
let backups: Backups

beforeEach(() => {
  data = createFolder()
  backups = openBackups(data, createMemoryLog())
})

it('writes files whole and lists them with the name of their corpus', async () => {
  expect(await backups.write(corpus.id, PART, bytes)).toMatchObject({ ok: true })
  expect(await backups.write(corpus.id, FILE, bytes)).toMatchObject({ ok: true })
  expect(await backups.settle(corpus, [])).toMatchObject({ ok: true })
  const files = [FILE, PART].map((name) => ({ name, bytes: bytes.length }))
  expect(await backups.list()).toEqual([
    { place: 'own', corpus, files: expect.arrayContaining(files) as unknown },
  ])
  expect(readdirSync(join(data, 'backups', corpus.id)).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

it('gives no path for a name that is none of its own', () => {
  for (const [id, name] of [
    ['..', FILE],
    ['cor_1', '../grants.json'],
    ['cor_1', 'corpus.json'],
    ['cor_1/..', FILE],
    ['', FILE],
  ] as const) {
    expect(backups.locate('own', id, name), `${id} ${name}`).toBeNull()
  }
  expect(backups.locate('chosen', corpus.id, FILE)).toBeNull()
})

it('removes what is not needed, and only what is its own', async () => {
  await backups.write(corpus.id, FILE, bytes)
  const foreign = join(data, 'backups', corpus.id, 'mine.txt')
  writeFileSync(foreign, 'kept')
  await backups.settle(corpus, [FILE, 'mine.txt', '../../grants.json'])
  expect(existsSync(join(data, 'backups', corpus.id, FILE))).toBe(false)
  expect(readFileSync(foreign, 'utf8')).toBe('kept')
})

it('keeps a second copy in the chosen folder, also after a restart, and says when it cannot', async () => {
  const chosen = createFolder()
  backups.setFolder(chosen)
  await backups.write(corpus.id, PART, bytes)
  await backups.write(corpus.id, FILE, bytes)
  expect(await backups.settle(corpus, [])).toMatchObject({ ok: true })
  const again = openBackups(data, createMemoryLog())
  expect(again.folder()).toBe(chosen)
  expect((await again.list()).map(({ place }) => place)).toEqual(['own', 'chosen'])
  await again.settle(corpus, [FILE])
  expect(existsSync(join(chosen, 'Crossread backups', corpus.id, FILE))).toBe(false)
  expect(existsSync(join(chosen, 'Crossread backups', corpus.id, PART))).toBe(true)
  rmSync(chosen, { recursive: true })
  writeFileSync(chosen, 'a file where the folder was')
  expect(await again.settle(corpus, [])).toMatchObject({ ok: false })
  rmSync(chosen)
})

it('remembers the corpora, and begins anew from a damaged file', () => {
  backups.noteCorpora([corpus])
  expect(openBackups(data, createMemoryLog()).notedCorpora()).toEqual([corpus])
  writeFileSync(join(data, 'backups.json'), '{"corpora":[{"id":"../..","name":"x"}],"folder":null}')
  expect(openBackups(data, createMemoryLog()).notedCorpora()).toEqual([])
})
