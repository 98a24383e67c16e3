import { describe, expect, it } from 'vitest'
import { readFile } from '#core/intake/intake'
import { namesOf, normalName, readSidecar } from '#core/intake/sidecar'
import { Sidecars } from '#workers/import-sidecars'
import { only } from './fixture'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const TABLE = 'filename,headline,outlet,date\na.txt,Ferry sails,Lund Echo,2019-05-14\nb/c.txt,Pier closed,,\n'

describe('a sidecar', () => {
  it('is a table with the names of files', () => {
    const rows = readSidecar(bytesOf(TABLE), 'metadata.csv')?.rows
    expect(rows?.map(({ name, place }) => [name, place])).toEqual([
      ['a.txt', '2'],
      ['b/c.txt', '3'],
    ])
    expect(rows?.[0]?.stated).toMatchObject({
      title: 'Ferry sails',
      sourceName: 'Lund Echo',
      publishedAt: '2019-05-14',
    })
  })

  it.each([
    ['a list', JSON.stringify([{ file: 'a.txt', title: 'Ferry' }])],
    ['records by name', JSON.stringify({ 'a.txt': { title: 'Ferry' } })],
    ['a list in an object', JSON.stringify({ documents: [{ path: 'a.txt', title: 'Ferry' }] })],
  ])('is JSON, %s', (_, json) => {
    const rows = readSidecar(bytesOf(json), 'metadata.json')?.rows
    expect(rows?.map(({ name, stated }) => [name, stated.title])).toEqual([['a.txt', 'Ferry']])
  })

  it.each([
    ['names no files', 'title,date\nx,2019-05-14\n', 'metadata.csv'],
    ['has texts of its own', 'file,title,text\na.txt,x,It sailed.\n', 'metadata.csv'],
    ['says nothing', 'file,colour\na.txt,red\n', 'metadata.csv'],
    ['is an article', '{"title":"x","text":"It sailed."}', 'metadata.json'],
    ['is broken', '{"a.txt":', 'metadata.json'],
    ['is not text', '\u0000\u0001', 'metadata.csv'],
  ])('is none when it %s', (_, text, path) => {
    expect(readSidecar(bytesOf(text), path)).toBeNull()
  })

  it('means a file by its path, its name, and both without extension', () => {
    expect(namesOf('b/C.txt.gz')).toEqual(['b/c.txt.gz', 'b/c.txt', 'b/c', 'c.txt.gz', 'c.txt', 'c'])
    expect(normalName('.\\b\\Cafe\u0301.TXT')).toBe('b/café.txt')
  })

  it('counts before what a file says of itself, and is no guess', () => {
    const given = readSidecar(bytesOf(TABLE), 'metadata.csv')?.rows[0]?.stated ?? null
    const bytes = bytesOf('---\ntitle: Another\nauthor: Ada Quill\n---\nThe ferry sailed at noon.\n')
    const draft = only(readFile({ path: 'times_2001-01-01_x.md', rootName: null, bytes, given }))
    expect(draft.metadata).toMatchObject({
      title: 'Ferry sails',
      sourceName: 'Lund Echo',
      publishedAt: '2019-05-14',
      byline: 'Ada Quill',
    })
    expect(draft.guessed).toEqual([])
  })

  it('fills what the records of a file leave open', () => {
    const given = readSidecar(bytesOf('file,title,outlet\nx.json,T,Lund Echo\n'), 'metadata.csv')?.rows[0]
      ?.stated
    const bytes = bytesOf(JSON.stringify([{ title: 'Own', text: 'It sailed.' }]))
    const { drafts } = readFile({ path: 'x.json', rootName: null, bytes, given: given ?? null })
    expect(drafts[0]?.metadata).toMatchObject({ title: 'Own', sourceName: 'Lund Echo' })
  })
})

describe('the sidecars of an import', () => {
  const header = (path: string, root: number | null = 0) => ({
    kind: 'sidecar' as const,
    root,
    path,
    folder: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '',
    size: 0,
  })
  const titleFor = (sidecars: Sidecars, path: string, root = 0) =>
    sidecars.givenFor(root, path)?.title ?? null

  it('tell of the files beside and below them, the nearest first', () => {
    const sidecars = new Sidecars()
    sidecars.add(header('metadata.csv'), bytesOf('file,title\na,Far\nx.txt,Only here\n'))
    sidecars.add(header('d/e/metadata.csv'), bytesOf('file,title\na.txt,Near\n'))
    expect(titleFor(sidecars, 'd/e/a.txt')).toBe('Near')
    expect(titleFor(sidecars, 'd/a.txt')).toBe('Far')
    expect(titleFor(sidecars, 'd/e/x.txt')).toBe('Only here')
    expect(titleFor(sidecars, 'd/e/x.txt', 1)).toBeNull()
    expect(titleFor(sidecars, 'other.txt')).toBeNull()
    expect(sidecars.has(0, 'd/e/metadata.csv')).toBe(true)
    expect(sidecars.has(0, 'd/metadata.csv')).toBe(false)
    expect(sidecars.leftovers()).toEqual([])
  })

  it('that were chosen with the files beside them tell of all of these', () => {
    const sidecars = new Sidecars()
    sidecars.add(header('metadata.csv', null), bytesOf('file,title\na.txt,Given\n'))
    expect(titleFor(sidecars, 'a.txt', 4)).toBe('Given')
    expect(sidecars.has(2, 'metadata.csv')).toBe(true)
  })

  it('say at the end which names have no file, and which files are named twice', () => {
    const sidecars = new Sidecars()
    sidecars.add(header('k/metadata.csv'), bytesOf('file,title\na.txt,One\nb.txt,Two\nA.TXT,Three\n'))
    expect(titleFor(sidecars, 'k/a.txt')).toBe('One')
    expect(sidecars.leftovers().map(({ path, message }) => [path, message])).toEqual([
      ['k/metadata.csv#3', 'There is no file “b.txt” beside it.'],
      ['k/metadata.csv#4', '“A.TXT” is named twice in it; what is said of it first counts.'],
    ])
  })

  it('of an import that was interrupted know the files from before', () => {
    const sidecars = new Sidecars(['k/a.txt', 'b.txt'])
    sidecars.add(header('k/metadata.csv'), bytesOf('file,title\na.txt,One\nb.txt,Two\n'))
    expect(sidecars.leftovers().map(({ path }) => path)).toEqual(['k/metadata.csv#3'])
  })
})
