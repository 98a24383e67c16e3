import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../../tools/setup/paths.mjs'

const page = readFileSync(join(ROOT, 'docs', 'security.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => /^\| \d+ /u.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('the security checklist', () => {
  it('has each of the twenty rules of Electron, with what is done and what holds it', () => {
    expect(rows.map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
    for (const [, , rule, here, held] of rows) {
      for (const cell of [rule, here, held]) expect(cell?.length).toBeGreaterThan(4)
    }
  })

  it('names no file that is not there', () => {
    const named = [...page.matchAll(/`((?:src|test|tools|electron-builder)[\w./-]*)`/gu)].map(
      ([, path = '']) => path,
    )
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })
})
