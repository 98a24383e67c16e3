import { describe, expect, it } from 'vitest'
import { ReuseIndex } from '#core/compare/reuse-index'
import { NewsCorpus } from '../../../tools/corpus/news-corpus'

function pairsOf(texts: Readonly<Record<string, string>>): readonly { a: string; b: string }[] {
  const index = new ReuseIndex()
  for (const [id, text] of Object.entries(texts)) index.add(id, text)
  return index.pairs()
}

const corpus = new NewsCorpus(5, 2_400)
const [first = '', second = '', third = ''] = [1, 6, 11].map((index) => corpus.article(index).text)

describe('ReuseIndex', () => {
  it('finds planted copies with up to half of their words or sentences edited, and no other pair', () => {
    const articles = Array.from({ length: 1_200 }, (_, index) => corpus.article(index))
    const index = new ReuseIndex()
    for (const { id, text } of articles) index.add(id, text)
    const found = new Set(index.pairs().map(({ a, b }) => `${a} ${b}`))
    const copies = articles.filter(({ original }) => original !== null)
    const rootOf = new Map(articles.map(({ id, original }) => [id, original ?? id]))
    const hits = copies.filter(({ id, original }) => found.has(`${original ?? ''} ${id}`))
    const wrong = [...found].filter((pair) => {
      const [a = '', b = ''] = pair.split(' ')
      return rootOf.get(a) !== rootOf.get(b)
    })
    expect(copies).toHaveLength(59)
    expect(copies.length - hits.length).toBe(0)
    expect(wrong).toEqual([])
  })

  it('says how much of each is in the other', () => {
    const index = new ReuseIndex()
    index.add('short', 'one two three four five six')
    index.add('long', 'one two three four five six seven eight nine ten eleven twelve')
    expect(index.pairs()).toEqual([{ a: 'short', b: 'long', aInB: 1, bInA: 2 / 8 }])
  })

  it('takes case, marks, quotes and soft hyphens for nothing', () => {
    const plain = 'The cafe in Kyiv said "we stay open" on Tuesday, and its owners agreed at once'
    const other = 'THE CAFÉ in Kyiv said “we stay op\u00aden” on Tuesday – and its owners agreed, at once!'
    const index = new ReuseIndex()
    index.add('a', plain)
    index.add('b', other)
    expect(index.pairs()).toEqual([{ a: 'a', b: 'b', aInB: 1, bInA: 1 }])
  })

  it('knows copies of texts written without spaces', () => {
    const text = '外交部长周一在电视上建议总统继续与西方谈判，总统表示同意。'
    expect(pairsOf({ a: text, b: `据报道，${text}双方将于下周再次会面。` })).toHaveLength(1)
  })

  it('does not take a shared quotation or a shared footer for a copy', () => {
    const quotation = second.split(' ').slice(40, 70).join(' ')
    const footer = third.split(' ').slice(10, 45).join(' ')
    expect(pairsOf({ a: `${first} ${quotation}`, b: `${quotation} ${third}` })).toEqual([])
    expect(pairsOf({ a: `${first} ${footer}`, b: `${second} ${footer}` })).toEqual([])
  })

  it('does not take one long quotation in two short reports for a copy, but does take a passage of it', () => {
    const words = (text: string, from: number, to: number): string =>
      text.split(' ').slice(from, to).join(' ')
    const quotation = words(first, 0, 30)
    const [one, other] = [words(second, 0, 70), words(third, 0, 70)]
    expect(pairsOf({ a: `${one} ${quotation}`, b: `${quotation} ${other}` })).toEqual([])
    const passage = words(first, 0, 80)
    expect(pairsOf({ a: `${one} ${passage}`, b: `${passage} ${other}` })).toHaveLength(1)
  })

  it('finds every two of many reprints, and keeps them apart from the rest', () => {
    const reprints = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`r${index}`, `${first} Reprint number ${index}.`]),
    )
    expect(pairsOf({ ...reprints, other: second })).toHaveLength((50 * 49) / 2)
  })

  it('copes with no text, empty texts and texts of a few words', () => {
    expect(pairsOf({})).toEqual([])
    expect(pairsOf({ a: '', b: '', c: '…' })).toEqual([])
    expect(pairsOf({ a: 'No comment.', b: 'No comment.' })).toEqual([])
  })

  it('says how far it is while it searches', () => {
    const index = new ReuseIndex()
    index.add('a', first)
    const shares: number[] = []
    const search = index.search()
    for (let step = search.next(); !step.done; step = search.next()) shares.push(step.value)
    expect(shares.length).toBeGreaterThan(2)
    expect(shares).toEqual([...shares].sort((one, other) => one - other))
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
  })
})
