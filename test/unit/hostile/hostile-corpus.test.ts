import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFile } from '#core/intake/intake'
import { wordsOf } from '#core/search/words'
import { suggestQuotations } from '#core/suggest/quotations'
import { findAll } from '#core/text/find'
import { containerKind, readContainer } from '../../../src/main/containers/containers'
import { inspectPackage } from '../../../src/main/package-file'
import { hostileCorpus, INTRUDED, regexBait } from '../../fixtures/hostile/hostile-corpus'
import { createFolder } from '../main/temporary-folder'

/*
 * The folder of test/e2e/hostile-corpus.spec.ts, file by file, without a window. Time is that of the processor.
 */

/** Longest that one file may take, in milliseconds. */
const HANG = 5_000

const FILES = Object.entries(hostileCorpus('http://127.0.0.1:1'))

const read = (path: string, content: string | Uint8Array) =>
  readFile({
    path,
    rootName: 'press',
    clues: path,
    firstLine: null,
    bytes: new Uint8Array(Buffer.from(content)),
  })

function inTime<T>(work: () => T): T {
  const before = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1_000).toBeLessThan(HANG)
  return value
}

describe('a hostile file', () => {
  it.each(FILES.filter(([path]) => /\.(?:txt|md|html|jsonl?)$/u.test(path)))(
    'is text or nothing, in time, and changes nothing of the program: %j',
    (path, content) => {
      const { drafts, problems } = inTime(() => read(path, content))
      expect(drafts.length + problems.length).toBeGreaterThan(0)
      for (const { body } of drafts) inTime(() => suggestQuotations(body, 'en'))
      expect(Reflect.get({}, INTRUDED)).toBeUndefined()
      expect(Reflect.get(Object, INTRUDED)).toBeUndefined()
      expect(Object.keys(Object.prototype)).toEqual([])
    },
  )

  it('with entities of entities is not unfolded, and asks for no file', () => {
    const laughs = hostileCorpus('http://127.0.0.1:1')['laughs.html'] ?? ''
    const [draft] = read('laughs.html', laughs).drafts
    expect(draft?.body.text.length).toBeLessThan(5_000)
    expect(draft?.body.text).not.toContain('root:')
  })

  it.each(FILES.filter(([path]) => path.endsWith('.zip')))(
    'that is an archive gives what is harmless in it, and says what is not: %j',
    async (path, content) => {
      const kind = containerKind(path)
      if (kind === null) throw new Error(`${path} is no container`)
      const reasons: string[] = []
      const file = join(createFolder({ [path]: content }), path)
      for await (const { outcome } of readContainer(kind, file, path, 50 * 1024 * 1024)) {
        reasons.push(outcome.kind === 'bytes' ? 'read' : outcome.detail)
      }
      expect(reasons).not.toContain('read')
      expect(reasons.at(-1)).toMatch(/as a trap would|leads out of the archive/)
    },
  )

  it('that is a package is not opened', async () => {
    const content = hostileCorpus('http://127.0.0.1:1')['slip.crossread'] ?? ''
    const file = join(createFolder({ 'slip.crossread': content }), 'slip.crossread')
    expect(await inspectPackage(file, 'slip.crossread')).toMatchObject({ error: { kind: 'refused' } })
  })
})

describe('ten megabytes made to keep expressions busy', () => {
  const text = regexBait(10_000_000)

  it('are imported in time', () => {
    expect(inTime(() => read('bait.txt', text)).drafts).toHaveLength(1)
  })

  it('are taken apart for the search in time', () => {
    expect(inTime(() => wordsOf(text)).starts.length).toBeGreaterThan(100_000)
  })

  it.each(['that that that', 'aaaaaaaa', '“‘“‘', '1,1,'])('are looked through in time for %j', (words) => {
    const options = { matchCase: false, wholeWord: false, foldDiacritics: true }
    expect(inTime(() => findAll(text, words, options)).length).toBeGreaterThan(0)
  })
})
