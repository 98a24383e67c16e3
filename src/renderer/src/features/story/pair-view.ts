import { useMemo } from 'react'
import type { Article } from '#core/model/article'
import type { Source } from '#core/model/source'
import { liveArticle, liveSources } from '#services/articles'
import type { ComparedSource, ComparisonView } from '#services/comparison'
import { useLive } from '#services/use-live'

const NO_SOURCES: readonly Source[] = []

/**
 * Two articles as a view of a story that is none: its id is empty, nothing in it is clustered. Null until both are read.
 */
export function usePairView([a, b]: readonly [string, string]): ComparisonView | null {
  const first = useLive<Article | null>(liveArticle(a), null)
  const second = useLive<Article | null>(liveArticle(b), null)
  const sources = useLive<readonly Source[]>(liveSources(), NO_SOURCES)
  return useMemo(() => (first && second ? viewOf([first, second], sources) : null), [first, second, sources])
}

function viewOf(articles: readonly Article[], sources: readonly Source[]): ComparisonView {
  return {
    story: { id: '', name: '', articles: articles.map(({ id }) => id) },
    sources: articles.map((article, column): ComparedSource => ({
      article,
      sourceName: sources.find(({ id }) => id === article.source)?.name ?? article.title,
      column,
    })),
    annotations: new Map(),
    speakers: new Map(),
    clusters: [],
    findings: [],
    unread: [],
    state: 'current',
  }
}
