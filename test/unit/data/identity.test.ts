import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleDraft } from '#core/intake/intake'
import { articleId, type Article } from '#core/model/article'
import { hashText } from '#core/model/ids'
import { createSource } from '#core/model/source'
import { planBatch, type BatchPlan, type ImportItem } from '#data/identity'

const AT = '2024-05-01T10:00:00.000Z'

function draft(path: string, text: string, sourceName: string | null = null): ImportItem {
  const made: ArticleDraft = {
    path,
    body: { text, blocks: [], furniture: [] },
    textSha256: hashText(text),
    originalSha256: hashText(`bytes of ${text}`),
    format: 'text',
    encoding: { name: 'utf-8', certain: true, confidence: 1 },
    words: 1,
    metadata: {
      title: text,
      sourceName,
      byline: null,
      publishedAt: null,
      language: 'en',
      url: null,
      dateline: null,
    },
    guessed: sourceName === null ? ['title'] : ['title', 'source'],
  }
  return { kind: 'draft', draft: made }
}

/** The corpus after a batch. */
function after(corpus: readonly Article[], plan: BatchPlan): Article[] {
  const changed = new Map(plan.changed.map((article) => [article.id, article]))
  return [
    ...corpus.map((article) => changed.get(article.id) ?? article),
    ...plan.created.map(({ article }) => article),
  ]
}

function importAll(...batches: readonly (readonly ImportItem[])[]): Article[] {
  return batches.reduce<Article[]>((corpus, items) => after(corpus, planBatch(items, corpus, AT)), [])
}

const idOf = (text: string, source: string | null) =>
  articleId(hashText(text), source === null ? null : createSource(source).id)

describe('the identity rule', () => {
  it('makes one article of the same text from unknown outlets, with every path', () => {
    const plan = planBatch([draft('a.txt', 'T'), draft('b.txt', 'T')], [], AT)
    expect(plan.created.map(({ article }) => [article.id, article.paths])).toEqual([
      [idOf('T', null), ['a.txt', 'b.txt']],
    ])
    expect(plan.lines.map(({ path, outcome, sameAs }) => [path, outcome, sameAs])).toEqual([
      ['a.txt', 'imported', null],
      ['b.txt', 'same-as', 'a.txt'],
    ])
    expect(plan.listed).toBe(1)
  })

  it('makes two flagged articles of the same text from two outlets', () => {
    const corpus = importAll([draft('a.txt', 'T', 'Daily'), draft('b.txt', 'T', 'Weekly')])
    expect(corpus.map(({ id, sameText }) => [id, sameText])).toEqual([
      [idOf('T', 'Daily'), true],
      [idOf('T', 'Weekly'), true],
    ])
  })

  it('flags the article that was there when another outlet prints its text later', () => {
    const corpus = importAll([draft('a.txt', 'T', 'Daily')], [draft('b.txt', 'T', 'Weekly')])
    expect(corpus.map(({ sameText }) => sameText)).toEqual([true, true])
  })

  it('lets an article of an unknown outlet adopt a known one as a guess, its id unchanged', () => {
    const [article, ...others] = importAll([draft('a.txt', 'T')], [draft('b.txt', 'T', 'Daily')])
    expect(others).toEqual([])
    expect(article).toMatchObject({
      id: idOf('T', null),
      source: createSource('Daily').id,
      guessed: ['title', 'source'],
      paths: ['a.txt', 'b.txt'],
      sameText: false,
    })
  })

  it('takes an unknown outlet for that of the article that is there', () => {
    expect(importAll([draft('a.txt', 'T', 'Daily')], [draft('b.txt', 'T')])).toMatchObject([
      { source: createSource('Daily').id, paths: ['a.txt', 'b.txt'] },
    ])
  })

  it('keeps what a person said of the outlet when the same file comes again', () => {
    const [made] = importAll([draft('a.txt', 'T', 'Daily')])
    if (!made) throw new Error('It was made')
    const corrected = { ...made, source: createSource('Weekly').id, guessed: [] }
    expect(after([corrected], planBatch([draft('a.txt', 'T', 'Daily')], [corrected], AT))).toEqual([
      corrected,
    ])

    const adopted = { ...corrected, id: idOf('T', null) }
    expect(after([adopted], planBatch([draft('a.txt', 'T', 'Daily')], [adopted], AT))).toEqual([adopted])
  })

  it('brings a removed article back when it is imported again', () => {
    const [made] = importAll([draft('a.txt', 'T')])
    if (!made) throw new Error('It was made')
    const removed = { ...made, removed: true, status: 'done' as const }
    const plan = planBatch([draft('a.txt', 'T')], [removed], AT)
    expect(plan.changed).toEqual([{ ...removed, removed: false }])
    expect(plan.listed).toBe(1)
    expect(plan.lines).toMatchObject([{ outcome: 'imported', article: made.id }])
  })

  it('reports every item once, in order, skipped ones among them', () => {
    const skipped: ImportItem = {
      kind: 'skipped',
      line: { path: 'x.png', outcome: 'skipped', article: null, sameAs: null, message: 'Not text.' },
    }
    const { lines } = planBatch([draft('a.txt', 'T'), skipped, draft('b.txt', 'U')], [], AT)
    expect(lines.map(({ path }) => path)).toEqual(['a.txt', 'x.png', 'b.txt'])
  })

  it('tells of a guessed encoding', () => {
    const item = draft('a.txt', 'T')
    if (item.kind !== 'draft') throw new Error('It is a draft')
    const encoding = { name: 'windows-1252', certain: false, confidence: 0.61 }
    const { lines } = planBatch([{ ...item, draft: { ...item.draft, encoding } }], [], AT)
    expect(lines[0]?.message).toContain('windows-1252 (61 % sure)')
  })
})

describe('any import', () => {
  const item = fc
    .record({
      path: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      text: fc.constantFrom('T', 'U', 'V'),
      source: fc.constantFrom(null, 'Daily', 'Weekly', 'DAILY '),
    })
    .map(({ path, text, source }) => draft(`${path}.txt`, text, source))

  it('comes out the same however it is cut into batches', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), fc.nat(12), (items, cut) => {
        expect(importAll(items.slice(0, cut), items.slice(cut))).toEqual(importAll(items))
      }),
    )
  })

  it('changes nothing when it is made again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(item, { maxLength: 8, selector: (one) => JSON.stringify(one) }), (items) => {
        const once = importAll(items)
        const ids = new Set(once.map(({ id }) => id))
        const again = after(once, planBatch(items, once, AT))
        expect(new Set(again.map(({ id }) => id)).size).toBe(again.length)
        expect(again.filter(({ id }) => ids.has(id))).toHaveLength(ids.size)
      }),
    )
  })

  it('never gives two articles one id, and flags exactly the texts printed twice', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), (items) => {
        const corpus = importAll(items)
        expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length)
        for (const article of corpus) {
          const printed = corpus.filter(({ textSha256 }) => textSha256 === article.textSha256).length
          expect(article.sameText).toBe(printed > 1)
        }
      }),
    )
  })
})
