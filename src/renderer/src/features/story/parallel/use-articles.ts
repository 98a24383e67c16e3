import { useEffect, useState } from 'react'
import type { ArticleBody } from '#core/model/article'
import type { PassageAlignment } from '#core/model/comparison'
import type { AppError, Result } from '#core/model/result'
import { readArticleText, readPassages } from '#services/comparison'

/** What is known so far of the articles side by side. */
export interface ReadArticles {
  /** By article id. */
  readonly bodies: ReadonlyMap<string, ArticleBody>
  /** Of the first article with each other one, as they come. */
  readonly alignments: readonly PassageAlignment[]
  /** True while something is still read or aligned. */
  readonly isWaiting: boolean
  /** Why something could not be read; null for nothing. */
  readonly error: AppError | null
}

const NOTHING: ReadArticles = { bodies: new Map(), alignments: [], isWaiting: true, error: null }

/** Texts of the articles, and the first aligned with the others; texts come first. */
export function useArticles(ids: readonly string[]): ReadArticles {
  const key = ids.join(' ')
  const [read, setRead] = useState<{ readonly key: string; readonly articles: ReadArticles } | null>(null)
  useEffect(() => {
    let isWanted = true
    const wanted = key.split(' ')
    const show = (change: (before: ReadArticles) => ReadArticles): void => {
      if (!isWanted) return
      setRead((before) => ({ key, articles: change(before?.key === key ? before.articles : NOTHING) }))
    }
    const read = async (): Promise<void> => {
      const bodies = await Promise.all(wanted.map(async (id) => [id, await readArticleText(id)] as const))
      const known = bodies.flatMap(([id, body]) => (body.ok ? [[id, body.value] as const] : []))
      show((before) => ({
        ...before,
        bodies: new Map(known),
        error: errorOf(bodies.map(([, body]) => body)),
      }))
      const [first = '', ...others] = wanted
      const aligned = await Promise.all(others.map((other) => readPassages(first, other)))
      const alignments = aligned.flatMap((result) => (result.ok ? result.value : []))
      show((before) => ({
        ...before,
        alignments,
        isWaiting: false,
        error: before.error ?? errorOf(aligned),
      }))
    }
    read().catch((error: unknown) => {
      // The corpus may be closed while its texts are read, and the view goes with it.
      if (isWanted) throw error
    })
    return () => {
      isWanted = false
    }
  }, [key])
  return read?.key === key ? read.articles : NOTHING
}

function errorOf(results: readonly Result<unknown>[]): AppError | null {
  const failed = results.find((result) => !result.ok && result.error.kind !== 'cancelled')
  return failed && !failed.ok ? failed.error : null
}
