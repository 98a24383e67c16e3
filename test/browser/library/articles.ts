import type { Article } from '#core/model/article'
import type { ArticleRow } from '#services/articles'

const SOURCES = ['Antara News', 'The Courier', 'Harbour Times', null] as const
const STATUSES = ['todo', 'in-progress', 'done'] as const

/** A row of the library with plausible metadata; `patch` overrides what the article is. */
export function articleRow(number: number, patch: Partial<Article> = {}): ArticleRow {
  const source = SOURCES[number % SOURCES.length] ?? null
  const id = `art_${String(number).padStart(5, '0')}`
  return {
    article: {
      id,
      textSha256: id,
      originalSha256: id,
      paths: [`february/${id}.txt`],
      format: 'text',
      encoding: { name: 'utf-8', certain: true, confidence: 1 },
      length: 4200,
      words: 100 + ((number * 37) % 900),
      guessed: [],
      status: STATUSES[number % STATUSES.length] ?? 'todo',
      sameText: false,
      removed: false,
      importedAt: '2026-01-01T00:00:00Z',
      title: `Talks resume, part ${number}`,
      source: source === null ? null : `src_${source}`,
      byline: null,
      publishedAt: number % 5 === 4 ? null : `2022-02-${String((number % 28) + 1).padStart(2, '0')}`,
      language: 'en',
      url: null,
      dateline: null,
      ...patch,
    },
    sourceName: source,
    accepted: number % 3,
    suggested: number % 2,
    tags: number % 3 === 0 ? { denial: 1 } : {},
  }
}

/** That many rows. */
export function articleRows(count: number): readonly ArticleRow[] {
  return Array.from({ length: count }, (_, number) => articleRow(number))
}
