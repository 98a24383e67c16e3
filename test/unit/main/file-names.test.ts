import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareNames,
  comparePaths,
  extensionOf,
  isLitter,
  isSupported,
  showNames,
} from '../../../src/main/file-names'

const sign = (order: number): number => Math.sign(order)

describe('compareNames', () => {
  it('orders as the code points do, that is as the UTF-8 bytes do', () => {
    const name = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(sign(compareNames(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
      }),
    )
  })

  it('puts an emoji after the private use area, unlike <', () => {
    expect('😀' < '\uE000').toBe(true)
    expect(compareNames('😀', '\uE000')).toBeGreaterThan(0)
  })
})

describe('comparePaths', () => {
  it('goes segment by segment, so that a folder stands where its name does', () => {
    const paths = ['a', 'a/z', 'a b/x', 'a.txt', 'b']
    expect([...paths].reverse().sort(comparePaths)).toEqual(paths)
  })
})

describe('showNames', () => {
  it('shows bytes that are no UTF-8 and keeps names apart', () => {
    const raws = [Buffer.from([0x63, 0xe9, 0x2e, 0x74]), Buffer.from('c%E9.t'), Buffer.from('😀.t')]
    const names = showNames(raws)
    expect(names.map(({ shown }) => shown)).toEqual(['c%E9.t', '😀.t', '%c%E9.t'])
    expect(names[2]?.raw).toEqual(raws[0])
  })
})

describe('names', () => {
  it.each(['.DS_Store', '.git', 'Thumbs.db', 'desktop.ini', '~$notes.docx', '__MACOSX', 'Icon\r'])(
    'takes %j for litter',
    (name) => expect(isLitter(name)).toBe(true),
  )

  it.each(['a.TXT', 'a.md', 'a.b.html', 'x.jsonl', 'x.ndjson', '😀\n.markdown'])('reads %j', (name) => {
    expect(isSupported(name)).toBe(true)
    expect(isLitter(name)).toBe(false)
  })

  it.each(['a.png', 'a', 'txt', 'a.png.gz', 'a.zip.gz', '.gz', 'a.'])('does not read %j', (name) =>
    expect(isSupported(name)).toBe(false),
  )

  it('finds no extension in a name that is all extension', () => expect(extensionOf('.txt')).toBe(''))
})
