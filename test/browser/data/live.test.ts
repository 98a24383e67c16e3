import { expect, it } from 'vitest'
import { countArticles } from '#data/comparisons'
import { pacedOf } from '#data/live'
import { withCorpus } from './samples'

it('a paced value follows single writes one by one, and many in a row without asking for each', () =>
  withCorpus(async (db) => {
    const seen: number[] = []
    let asked = 0
    const started = performance.now()
    const paced = pacedOf(db, [db.counts.name], () => {
      asked += 1
      return countArticles(db)
    })
    const stop = paced.subscribe((count) => seen.push(count))
    const write = (value: number) => db.counts.put({ key: 'articles', value })
    await expect.poll(() => seen).toEqual([0])
    await write(1)
    await expect.poll(() => seen).toEqual([0, 1])
    await write(2)
    await expect.poll(() => seen).toEqual([0, 1, 2])
    for (let value = 3; value <= 60; value++) await write(value)
    await expect.poll(() => seen.at(-1)).toBe(60)
    // Four that need not wait, and one each half second.
    expect(asked).toBeLessThanOrEqual(4 + Math.ceil((performance.now() - started) / 500))
    stop()
    await write(61)
    await expect.poll(async () => countArticles(db)).toBe(61)
    expect(seen.at(-1)).toBe(60)
  }))
