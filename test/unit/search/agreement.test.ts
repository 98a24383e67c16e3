import { describe, expect, it } from 'vitest'
import { evaluate } from '#core/search/evaluate'
import { hitsIn } from '#core/search/hits'
import type { Query } from '#core/search/query'
import { parseQuery } from '#core/search/query-parser'
import type { Shelf } from '#core/search/shelf'
import { PLAIN_NAMES, shelfOf, type TestArticle } from './memory-index'
import { hitsInText, isFound, occurrencesIn } from './naive-scan'
import { createRandom, randomArticles, randomQuery } from './random-search'

const QUERIES = 500

function parsed(text: string): Query {
  const query = parseQuery(text)
  if (!query.ok) throw new Error(`${text}: ${query.error.message}`)
  return query.value
}

async function agree(shelf: Shelf, articles: readonly TestArticle[], seed: number): Promise<number> {
  const live = articles.filter(({ gone }) => !gone)
  const random = createRandom(seed)
  let found = 0
  for (let count = 0; count < QUERIES; count++) {
    const { text, wanted } = randomQuery(random)
    const query = parsed(text)
    const { documents, occurrences } = await evaluate(query, shelf, [], PLAIN_NAMES)
    const expected = live.filter((article) => isFound(article, wanted))
    const ids = Array.from(documents, (document) => shelf.index.articleOf(document))
    expect(ids.sort(), text).toEqual(expected.map(({ id }) => id).sort())
    expect(occurrences, text).toBe(expected.reduce((sum, article) => sum + occurrencesIn(article, wanted), 0))
    for (const article of expected.slice(0, 20)) {
      const hits = hitsIn(article.text, query, 'text').map(({ start, end }) => ({ start, end }))
      expect(hits, `${text} in ${article.id}`).toEqual(hitsInText(article, wanted))
    }
    found += expected.length
  }
  return found
}

describe('search agrees with a scan of every text, hit for hit,', () => {
  const articles = randomArticles(400, 11)

  it('on 500 random queries over several segments', async () => {
    // Enough has to be found for agreement to mean something.
    expect(await agree(shelfOf(articles, 110), articles, 1)).toBeGreaterThan(5_000)
  })

  it('on 500 others over merged segments without those that are gone', async () => {
    expect(await agree(shelfOf(articles, 30, true), articles, 2)).toBeGreaterThan(5_000)
  })
})
