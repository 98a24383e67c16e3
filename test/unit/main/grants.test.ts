import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openGrantStore, outermostPaths, rootNames } from '../../../src/main/grants'
import { createMemoryLog } from './memory-log'
import { createFolder } from './temporary-folder'

const DAY = 24 * 60 * 60 * 1000

describe('the grant store', () => {
  it('finds a grant again after a start, under a token nobody can guess', () => {
    const path = join(createFolder(), 'grants.json')
    const first = openGrantStore(path, createMemoryLog())
    const grants = [first.addImport(['/a']), first.addImport(['/a'])]
    expect(new Set(grants.map((grant) => grant.token)).size).toBe(2)
    const second = openGrantStore(path, createMemoryLog())
    for (const grant of grants) {
      expect(grant.token).toMatch(/^[A-Za-z0-9_-]{32}$/)
      expect(second.findImport(grant.token)).toEqual(grant)
    }
    expect(readdirSync(join(path, '..'))).toEqual(['grants.json'])
  })

  it('forgets what is closed, and what nobody resumed for long', () => {
    const path = join(createFolder(), 'grants.json')
    const first = openGrantStore(path, createMemoryLog(), () => 0)
    const [closed, old] = [first.addImport(['/a']), first.addImport(['/b'])]
    first.removeImport(closed.token)
    expect(openGrantStore(path, createMemoryLog(), () => 89 * DAY).findImport(old.token)).toEqual(old)
    const later = openGrantStore(path, createMemoryLog(), () => 91 * DAY)
    expect([later.findImport(closed.token), later.findImport(old.token)]).toEqual([null, null])
  })

  it.each(['', '{', '[]', '{"imports":[{"token":"x","roots":["/"],"since":1}],"exports":[]}'])(
    'grants nothing by the broken list %j, and says so in the log',
    (text) => {
      const path = join(createFolder(), 'grants.json')
      writeFileSync(path, text)
      const log = createMemoryLog()
      const store = openGrantStore(path, log)
      expect(store.findImport('x')).toBeNull()
      expect(log.lines).toHaveLength(1)
      const grant = store.addImport(['/a'])
      expect(readFileSync(path, 'utf8')).toContain(grant.token)
    },
  )

  it('keeps exports until they are over', () => {
    const path = join(createFolder(), 'grants.json')
    const store = openGrantStore(path, createMemoryLog())
    const grant = store.addExport('/a/b.json', '/a/.b.json.tmp')
    expect(openGrantStore(path, createMemoryLog()).exports()).toEqual([grant])
    store.removeExport(grant.token)
    expect(openGrantStore(path, createMemoryLog()).exports()).toEqual([])
  })
})

describe('roots', () => {
  it('inside one another or chosen twice are one', () => {
    expect(outermostPaths(['/a/b', '/a', '/a/', '/ab', '/c'])).toEqual(['/a', '/ab', '/c'])
    expect(outermostPaths(['/', '/a'])).toEqual(['/'])
  })

  it('are named by their last part', () => expect(rootNames(['/a/b', '/'])).toEqual(['b', '/']))
})
