import { describe, expect, it } from 'vitest'
import { RowCache } from '../../../src/renderer/src/features/library/row-cache'
import { articleRow } from '../../browser/library/articles'

const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => articleRow(from + at)).map((row) => [row.article.id, row] as const)

/** Takes and adds those rows as a list does; the ids that were to be read. */
function read(cache: RowCache, wanted: ReturnType<typeof rows>): readonly string[] {
  const byId = new Map(wanted)
  const ids = cache.take([...byId.keys()])
  cache.add(
    ids,
    ids.flatMap((id) => byId.get(id) ?? []),
  )
  return ids
}

describe('rows kept', () => {
  it('are those wanted last, also where they were read first', () => {
    const cache = new RowCache()
    const first = rows(0, 200)
    read(cache, first)
    for (let from = 200; from < 2_000; from += 200) read(cache, rows(from, 200))
    // In the new order, old rows stand beside new ones.
    const mixed = [...first.slice(0, 100), ...rows(2_000, 100)]
    expect(read(cache, mixed)).toHaveLength(100)
    expect(mixed.filter(([id]) => cache.get(id) === undefined)).toEqual([])
    const gone = first.slice(100)
    expect(gone.filter(([id]) => cache.get(id) !== undefined)).toEqual([])
    expect(read(cache, gone)).toHaveLength(100)
  })

  it('are read again after a change, and stay the same object where they did not change', () => {
    const cache = new RowCache()
    read(cache, rows(0, 2))
    const before = cache.get(articleRow(0).article.id)
    cache.expire(null)
    const same = articleRow(0).article.id
    const { id } = articleRow(1).article
    const changed = articleRow(1, { status: 'todo' })
    expect(read(cache, [...rows(0, 1), [id, changed]])).toEqual([same, id])
    expect(cache.get(same)).toBe(before)
    expect(cache.get(id)).toBe(changed)
  })

  it('are read again alone where a change names them', () => {
    const cache = new RowCache()
    read(cache, rows(0, 3))
    const { id } = articleRow(1).article
    cache.expire([id, 'in no list'])
    expect(read(cache, rows(0, 3))).toEqual([id])
  })

  it('are asked for again where none was found', () => {
    const cache = new RowCache()
    expect(cache.take(['a'])).toEqual(['a'])
    expect(cache.take(['a'])).toEqual([])
    cache.add(['a'], [])
    expect(cache.take(['a'])).toEqual(['a'])
  })
})
