import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFile } from '#core/intake/intake'

const folder = new URL('../../../resources/sample-corpus/', import.meta.url)
const read = readdirSync(folder).map((path) => ({
  path,
  outcome: readFile({ path, rootName: 'sample-corpus', bytes: readFileSync(new URL(path, folder)) }),
}))
const drafts = read.flatMap(({ outcome }) => outcome.drafts)

/** Text of the one file whose name begins so. */
function textOf(name: string): string {
  const found = drafts.filter(({ path }) => path.startsWith(name))
  expect(found).toHaveLength(1)
  return found[0]?.body.text ?? ''
}

describe('the sample corpus', () => {
  it('is five articles of five outlets in three formats, without a problem', () => {
    expect(read.flatMap(({ outcome }) => outcome.problems)).toEqual([])
    expect(drafts).toHaveLength(5)
    const outlets = drafts.map(({ metadata }) => metadata.sourceName)
    expect(new Set(outlets).size).toBe(5)
    expect(outlets).not.toContain(null)
    expect(new Set(drafts.map(({ format }) => format))).toEqual(new Set(['text', 'html', 'json']))
    for (const { words } of drafts) {
      expect(words).toBeGreaterThanOrEqual(350)
      expect(words).toBeLessThanOrEqual(900)
    }
  })

  it('renders the same words in different ways', () => {
    expect(textOf('selatraya')).toContain('“Good,” Tolvane said')
    expect(textOf('northwind')).toContain('“Fine,” Tolvane replied')
    expect(textOf('dailyglimpse')).toContain('"Fine," Tolvane said')
    expect(textOf('northwind')).toContain('I would suggest leaving the line')
    expect(textOf('dailyglimpse')).toContain('I would propose that we leave the line')
    expect(textOf('northwind')).toContain('Andrey Kolvenik')
    expect(textOf('meridian')).toContain('Andrei Kolvenik')
    expect(textOf('northwind')).toContain('More than 100,000 passengers')
    expect(textOf('an-hour')).toContain('Some 100,000 passengers')
  })

  it('has one article that puts the words of the minister into the mouth of the president', () => {
    expect(textOf('northwind')).toMatch(/under the keel,” Foreign Minister Andrey Kolvenik told/)
    expect(textOf('dailyglimpse')).toMatch(/beneath the keel," President Maresh Tolvane said/)
  })

  it('has one article that repeats itself whole', () => {
    const text = textOf('meridian').trim()
    const half = text.indexOf(text.slice(0, 200), 1)
    expect(text.slice(half).trim()).toBe(text.slice(0, half).trim())
  })

  it('has a character outside the basic plane, an unclosed quotation and one over several paragraphs', () => {
    expect(textOf('northwind')).toMatch(/[\u{10000}-\u{10ffff}]/u)
    const selatraya = textOf('selatraya')
    expect(selatraya.split('“').length).toBe(selatraya.split('”').length + 1)
    const opened = textOf('northwind')
      .split('\n')
      .filter((line) => line.startsWith('“') && !line.includes('”'))
    expect(opened).toHaveLength(1)
  })

  it('shows no text that a script of the page would have written', () => {
    expect(textOf('dailyglimpse')).not.toMatch(/Advertisement|tracked|must never run/)
  })
})
