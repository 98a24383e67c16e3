import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeWriteFailure, prepareTarget } from '../../../src/main/export-target'
import { createFolder } from './temporary-folder'

describe('prepareTarget', () => {
  it('tries the folder and leaves nothing in it', async () => {
    const folder = createFolder()
    const result = await prepareTarget(join(folder, 'out.json'))
    expect(result.ok && dirname(result.value.temporary)).toBe(folder)
    expect(readdirSync(folder)).toEqual([])
  })

  it('goes through a link to the file it stands for', async () => {
    const folder = createFolder({ 'real/out.json': 'x' })
    symlinkSync('real/out.json', join(folder, 'link.json'))
    const result = await prepareTarget(join(folder, 'link.json'))
    expect(result.ok && result.value.target).toBe(join(folder, 'real/out.json'))
    expect(result.ok && dirname(result.value.temporary)).toBe(join(folder, 'real'))
  })

  it('does not replace a file marked read-only, even where the system would', async () => {
    const folder = createFolder({ 'out.json': 'x' })
    chmodSync(join(folder, 'out.json'), 0o444)
    expect(await prepareTarget(join(folder, 'out.json'))).toMatchObject({
      ok: false,
      error: { kind: 'read-only' },
    })
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('x')
  })

  it('refuses a folder, a missing folder, and a folder that is a file', async () => {
    const folder = createFolder({ 'file.txt': 'x' })
    mkdirSync(join(folder, 'sub'))
    expect(await prepareTarget(join(folder, 'sub'))).toMatchObject({ error: { kind: 'invalid-input' } })
    expect(await prepareTarget(join(folder, 'gone/out.json'))).toMatchObject({ error: { kind: 'not-found' } })
    expect(await prepareTarget(join(folder, 'file.txt/out.json'))).toMatchObject({
      error: { kind: 'not-found' },
    })
  })

  it.runIf(existsSync('/proc/sys/kernel'))('finds out about a read-only place before the work', async () => {
    const result = await prepareTarget('/proc/sys/kernel/out.json')
    expect(result.ok).toBe(false)
    expect(!result.ok && ['read-only', 'not-found'].includes(result.error.kind)).toBe(true)
  })

  it('takes a name as long as the system allows', async () => {
    const folder = createFolder()
    expect(await prepareTarget(join(folder, `${'ü'.repeat(120)}.json`))).toMatchObject({ ok: true })
  })
})

describe('describeWriteFailure', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'read-only'],
    ['EROFS', 'read-only'],
    ['ENOTDIR', 'not-found'],
    ['EFBIG', 'too-large'],
    ['EIO', 'unavailable'],
  ])('tells %s as %s, with what was kept and what to do', (code, kind) => {
    const error = describeWriteFailure(Object.assign(new Error(), { code }), 'out.json')
    expect(error.kind).toBe(kind)
    expect(error.message).toContain('out.json')
    expect(error.kept).toContain('unchanged')
    expect(error.advice).toBeTruthy()
  })
})
