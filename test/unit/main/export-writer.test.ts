import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createExportWriter, type ExportWriter, type WriteCalls } from '../../../src/main/export-writer'
import { createFolder } from './temporary-folder'

const OLD = 'what was there before'

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}

function createTarget(): { folder: string; target: string; temporary: string } {
  const folder = createFolder({ 'out.json': OLD })
  return { folder, target: join(folder, 'out.json'), temporary: join(folder, '.out.json.0123456789ab.tmp') }
}

/** Real files, but the disk is full after `room` bytes, or the sync or the rename fails. */
function failingCalls(failure: { room?: number; sync?: string; rename?: string }): WriteCalls {
  let room = failure.room ?? Infinity
  return {
    open: async (path, flags) => {
      const handle = await open(path, flags)
      return {
        write: async (data: Uint8Array, offset: number, length: number) => {
          if (room <= 0) throw systemError('ENOSPC')
          const written = await handle.write(data, offset, Math.min(length, room))
          room -= written.bytesWritten
          return written
        },
        sync: () => (failure.sync === undefined ? handle.sync() : Promise.reject(systemError(failure.sync))),
        close: () => handle.close(),
        chmod: (mode: number) => handle.chmod(mode),
      } as Awaited<ReturnType<WriteCalls['open']>>
    },
    rename: (from, to) =>
      failure.rename === undefined ? rename(from, to) : Promise.reject(systemError(failure.rename)),
  }
}

async function send(writer: ExportWriter, ...parts: string[]): Promise<void> {
  for (const [part, text] of parts.entries())
    expect(await writer.append(part, bytes(text))).toMatchObject({ ok: true })
}

describe('an export', () => {
  it('has its name only when it is whole', async () => {
    const place = createTarget()
    const writer = createExportWriter(place)
    await send(writer, 'one ', 'two ', 'thrée')
    expect(readFileSync(place.target, 'utf8')).toBe(OLD)
    expect(await writer.finish()).toEqual({ ok: true, value: { name: 'out.json', bytes: 14 } })
    expect(readFileSync(place.target, 'utf8')).toBe('one two thrée')
    expect(readdirSync(place.folder)).toEqual(['out.json'])
  })

  it('keeps the permissions of the file it replaces', async () => {
    const place = createTarget()
    writeFileSync(place.target, OLD, { mode: 0o600 })
    const before = statSync(place.target).mode
    const writer = createExportWriter(place)
    await send(writer, 'x')
    await writer.finish()
    expect(statSync(place.target).mode).toBe(before)
  })

  it('takes parts in order only, though they are sent without waiting', async () => {
    const place = createTarget()
    const writer = createExportWriter(place)
    await Promise.all(['a', 'b', 'c'].map((text, part) => writer.append(part, bytes(text))))
    await writer.finish()
    expect(readFileSync(place.target, 'utf8')).toBe('abc')
  })

  it.each([
    ['skipped', [0, 2]],
    ['sent twice', [0, 0]],
    ['first', [1]],
  ])('ends when a part is %s: a file with a hole must not come to be', async (_name, parts) => {
    const place = createTarget()
    const writer = createExportWriter(place)
    const results = []
    for (const part of parts) results.push(await writer.append(part, bytes('x')))
    expect(results.at(-1)).toMatchObject({ ok: false, error: { kind: 'conflict' } })
    expect(await writer.finish()).toMatchObject({ ok: false, error: { kind: 'conflict' } })
    expect(readFileSync(place.target, 'utf8')).toBe(OLD)
    expect(readdirSync(place.folder)).toEqual(['out.json'])
  })

  it('on a full disk says so, leaves the old file and nothing else', async () => {
    const place = createTarget()
    const writer = createExportWriter(place, failingCalls({ room: 5 }))
    await send(writer, 'abc')
    expect(await writer.append(1, bytes('defghi'))).toMatchObject({ ok: false, error: { kind: 'disk-full' } })
    expect(await writer.append(2, bytes('x'))).toMatchObject({ ok: false, error: { kind: 'disk-full' } })
    expect(await writer.finish()).toMatchObject({ ok: false, error: { kind: 'disk-full' } })
    expect(readFileSync(place.target, 'utf8')).toBe(OLD)
    expect(readdirSync(place.folder)).toEqual(['out.json'])
  })

  it('writes the rest when the system takes less than it was given', async () => {
    const place = createTarget()
    const calls = failingCalls({})
    const writer = createExportWriter(place, {
      ...calls,
      open: async (path, flags) => {
        const handle = await calls.open(path, flags)
        const write = (data: Uint8Array, offset: number): Promise<unknown> => handle.write(data, offset, 1)
        return { ...handle, write } as Awaited<ReturnType<WriteCalls['open']>>
      },
    })
    await send(writer, 'abc', 'def')
    await writer.finish()
    expect(readFileSync(place.target, 'utf8')).toBe('abcdef')
  })

  it.each([
    [{ sync: 'ENOSPC' }, 'disk-full'],
    [{ sync: 'EIO' }, 'unavailable'],
    [{ rename: 'EPERM' }, 'read-only'],
    [{ rename: 'EROFS' }, 'read-only'],
    [{ rename: 'ENOENT' }, 'not-found'],
  ])('that fails at the very end (%j) is %s and leaves the old file', async (failure, kind) => {
    const place = createTarget()
    const writer = createExportWriter(place, failingCalls(failure))
    await send(writer, 'abc')
    expect(await writer.finish()).toMatchObject({ ok: false, error: { kind } })
    expect(readFileSync(place.target, 'utf8')).toBe(OLD)
    expect(readdirSync(place.folder)).toEqual(['out.json'])
  })

  it.each(['abort', 'discard'] as const)(
    'stopped by %s leaves nothing, whatever is still on its way',
    async (stop) => {
      const place = createTarget()
      const writer = createExportWriter(place)
      await send(writer, 'abc')
      await writer[stop]()
      expect(await writer.append(1, bytes('late'))).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
      expect(await writer.finish()).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
      expect(readdirSync(place.folder)).toEqual(['out.json'])
      expect(existsSync(place.temporary)).toBe(false)
    },
  )

  it('without a part writes no empty file', async () => {
    const place = createTarget()
    expect(await createExportWriter(place).finish()).toMatchObject({ ok: false, error: { kind: 'conflict' } })
    expect(readFileSync(place.target, 'utf8')).toBe(OLD)
  })
})
