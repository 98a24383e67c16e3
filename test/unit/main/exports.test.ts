import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createExports, type Exports } from '../../../src/main/exports'
import { openGrantStore } from '../../../src/main/grants'
import { createMemoryLog } from './memory-log'
import { createFolder } from './temporary-folder'

const PART = new TextEncoder().encode('part')

function open(data: string): Exports {
  return createExports(openGrantStore(join(data, 'grants.json'), createMemoryLog()), createMemoryLog())
}

async function begin(exports: Exports, target: string): Promise<string> {
  const grant = await exports.grant(target)
  if (!grant.ok) throw new Error(grant.error.message)
  expect(await exports.append(grant.value.token, 0, PART)).toMatchObject({ ok: true })
  return grant.value.token
}

describe('exports', () => {
  it('write a file, say where it is, and forget the grant', async () => {
    const [data, folder] = [createFolder(), createFolder()]
    const exports = open(data)
    const token = await begin(exports, join(folder, 'a.json'))
    expect(exports.finishedPath(token)).toBeNull()
    expect(await exports.finish(token)).toEqual({ ok: true, value: { name: 'a.json', bytes: 4 } })
    expect(exports.finishedPath(token)).toBe(join(folder, 'a.json'))
    expect(await exports.finish(token)).toMatchObject({ error: { kind: 'not-found' } })
    expect(JSON.parse(readFileSync(join(data, 'grants.json'), 'utf8'))).toEqual({ imports: [], exports: [] })
  })

  it('give a package its name only when it was read again and is whole', async () => {
    const folder = createFolder({ 'a.crossread': 'old' })
    const exports = open(createFolder())
    const grant = await exports.grant(join(folder, 'a.crossread'), 'package')
    if (!grant.ok) throw new Error(grant.error.message)
    await exports.append(grant.value.token, 0, PART)
    expect(await exports.finish(grant.value.token)).toMatchObject({
      error: { kind: 'unreadable', message: expect.stringMatching(/^a\.crossread was read again/) as string },
    })
    expect(readdirSync(folder)).toEqual(['a.crossread'])
    expect(readFileSync(join(folder, 'a.crossread'), 'utf8')).toBe('old')
  })

  it('left behind by a killed program are cleaned up by the next start', async () => {
    const [data, folder] = [createFolder(), createFolder({ 'a.json': 'old', '.mine.tmp': 'keep' })]
    await begin(open(data), join(folder, 'a.json'))
    expect(readdirSync(folder)).toHaveLength(3)
    open(data)
    expect(readdirSync(folder).sort()).toEqual(['.mine.tmp', 'a.json'])
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('old')
  })

  it('do not remove a file that an edited list of grants names', () => {
    const folder = createFolder({ 'thesis.docx': 'x' })
    const data = createFolder({
      'grants.json': JSON.stringify({
        imports: [],
        exports: [{ token: 'a'.repeat(32), target: '/x', temporary: join(folder, 'thesis.docx'), since: 1 }],
      }),
    })
    open(data)
    expect(existsSync(join(folder, 'thesis.docx'))).toBe(true)
  })

  it('begun by a page that is gone end; those only granted stay', async () => {
    const [data, folder] = [createFolder(), createFolder()]
    const exports = open(data)
    const begun = await begin(exports, join(folder, 'a.json'))
    const granted = await exports.grant(join(folder, 'b.json'))
    await exports.abortBegun()
    expect(readdirSync(folder)).toEqual([])
    expect(await exports.append(begun, 1, PART)).toMatchObject({ error: { kind: 'not-found' } })
    expect(await exports.append(granted.ok ? granted.value.token : '', 0, PART)).toMatchObject({ ok: true })
  })

  it('are all gone after discardAll', async () => {
    const [data, folder] = [createFolder(), createFolder()]
    const exports = open(data)
    await begin(exports, join(folder, 'a.json'))
    await begin(exports, join(folder, 'b.json'))
    exports.discardAll()
    expect(readdirSync(folder)).toEqual([])
  })
})
