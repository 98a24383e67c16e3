import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLog, describeThrown, LOG_LIMIT } from '../../../src/main/log'
import { createFolder } from './temporary-folder'

const now = (): Date => new Date(0)

describe('the log', () => {
  it('has a line an entry, also for a message of several', () => {
    const path = join(createFolder(), 'logs', 'a.log')
    const log = createLog(path, now)
    log.write('warn', 'one\r\ntwo')
    log.write('error', 'three')
    expect(readFileSync(path, 'utf8')).toBe(
      '1970-01-01T00:00:00.000Z warn one ⏎ two\n1970-01-01T00:00:00.000Z error three\n',
    )
  })

  it('moves the full log aside, so that the two stay bounded', () => {
    const path = join(createFolder(), 'a.log')
    writeFileSync(path, 'x'.repeat(LOG_LIMIT))
    const log = createLog(path, now)
    log.write('info', 'first of the new')
    expect(statSync(`${path}.1`).size).toBe(LOG_LIMIT)
    expect(readFileSync(path, 'utf8')).toMatch(/first of the new\n$/)
    for (let line = 0; line < 300; line += 1) log.write('info', 'y'.repeat(8_000))
    expect(statSync(path).size).toBeLessThanOrEqual(LOG_LIMIT)
    expect(statSync(`${path}.1`).size).toBeLessThanOrEqual(LOG_LIMIT)
  })

  it('that cannot be written breaks nothing', () => {
    const folder = createFolder({ file: 'x' })
    expect(() => createLog(join(folder, 'file', 'a.log')).write('info', 'lost')).not.toThrow()
  })
})

describe('describeThrown', () => {
  it('finds words for anything', () => {
    expect(describeThrown(new Error('why'))).toContain('why')
    expect(describeThrown(undefined)).toBe('undefined')
  })
})
