import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ArticleBody } from '#core/model/article'
import { bodyIn, packBodies, packsOf } from '#data/bodies'

const offset = fc.nat(10_000)
const range = fc.record({ start: offset, end: offset })
const body: fc.Arbitrary<ArticleBody> = fc.record({
  // Every UTF-16 unit may occur: a text from JSON can hold half of a surrogate pair, and begin with U+FEFF.
  text: fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 40 }),
  blocks: fc.array(
    fc.record({
      kind: fc.constantFrom('paragraph' as const, 'heading' as const, 'list-item' as const, 'quote' as const),
      start: offset,
      end: offset,
    }),
    { maxLength: 5 },
  ),
  furniture: fc.array(range, { maxLength: 3 }),
})

it('gives back every body as it was', () => {
  fc.assert(
    fc.property(fc.array(body, { maxLength: 8 }), (bodies) => {
      const named = bodies.map((one, index) => ({ id: `id ${String(index)}`, body: one }))
      const packs = packBodies(named, 7)
      for (const { id, body: one } of named) {
        const pack = packs.find(({ ids }) => ids.includes(id))
        expect(pack && bodyIn(pack, id)).toEqual(one)
      }
    }),
  )
})

it('keeps emoji, a leading U+FEFF and half a pair', () => {
  const texts = ['\ufeffkept', '“So” 👩‍🚀', 'half \ud83d of a pair', '']
  const [pack] = packBodies(
    texts.map((text, index) => ({ id: String(index), body: { text, blocks: [], furniture: [] } })),
    1,
  )
  expect(texts.map((_, index) => pack && bodyIn(pack, String(index))?.text)).toEqual(texts)
})

it('numbers packs of fifty from the first, and knows where each article is', () => {
  const named = Array.from({ length: 120 }, (_, index) => ({
    id: String(index),
    body: { text: 'x', blocks: [], furniture: [] },
  }))
  const packs = packBodies(named, 4)
  expect(packs.map(({ pack, ids }) => [pack, ids.length])).toEqual([
    [4, 50],
    [5, 50],
    [6, 20],
  ])
  expect(packsOf(packs).get('119')).toBe(6)
})

it('keeps packs of news articles small enough for the database itself to hold', () => {
  const named = Array.from({ length: 250 }, (_, index) => ({
    id: String(index),
    body: { text: 'Some words. '.repeat(350), blocks: [], furniture: [] },
  }))
  const packs = packBodies(named, 1)
  // Beyond 64 KiB compressed Chromium puts a value into a file; prose is compressed to two thirds at worst.
  expect(Math.max(...packs.map(({ bytes }) => bytes.length)) * (2 / 3)).toBeLessThan(64 * 1024)
  expect(packs.length).toBeLessThanOrEqual(15)
})

it('gives a long text a pack of its own', () => {
  const named = [10, 400_000, 10].map((length, index) => ({
    id: String(index),
    body: { text: 'x'.repeat(length), blocks: [], furniture: [] },
  }))
  expect(packBodies(named, 1).map(({ ids }) => ids)).toEqual([['0'], ['1'], ['2']])
})

it('answers null for an article of another pack', () => {
  const [pack] = packBodies([{ id: 'a', body: { text: 'x', blocks: [], furniture: [] } }], 1)
  expect(pack && bodyIn(pack, 'b')).toBeNull()
})
