import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { prepareTarget } from '../../../src/main/export-target'
import { createExportWriter } from '../../../src/main/export-writer'

// A real file system of 256 KB, where the machine lets this account mount one (a container, usually).
const folder = mkdtempSync(join(tmpdir(), 'crossread-disk-'))
const mounted =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]).status === 0

afterAll(() => {
  if (mounted) spawnSync('umount', [folder])
  rmSync(folder, { recursive: true, force: true })
})

describe.runIf(mounted)('a disk that fills up', () => {
  it('costs the export, not the file that was there', async () => {
    const target = join(folder, 'out.json')
    writeFileSync(target, 'old')
    const place = await prepareTarget(target)
    if (!place.ok) throw new Error(place.error.message)
    const writer = createExportWriter(place.value)
    const part = new Uint8Array(100_000).fill(120)
    expect(await writer.append(0, part)).toMatchObject({ ok: true })
    expect(await writer.append(1, part)).toMatchObject({ ok: true })
    expect(await writer.append(2, part)).toMatchObject({ ok: false, error: { kind: 'disk-full' } })
    expect(await writer.finish()).toMatchObject({ ok: false, error: { kind: 'disk-full' } })
    expect(readdirSync(folder)).toEqual(['out.json'])
    expect(readFileSync(target, 'utf8')).toBe('old')
  })
})

describe.runIf(mounted)('a disk that may only be read', () => {
  it('is found out before the work, even by an administrator', async () => {
    spawnSync('mount', ['-o', 'remount,ro', folder])
    try {
      expect(await prepareTarget(join(folder, 'new.json'))).toMatchObject({
        ok: false,
        error: { kind: 'read-only' },
      })
      expect(await prepareTarget(join(folder, 'out.json'))).toMatchObject({
        ok: false,
        error: { kind: 'read-only' },
      })
    } finally {
      spawnSync('mount', ['-o', 'remount,rw', folder])
    }
  })
})
