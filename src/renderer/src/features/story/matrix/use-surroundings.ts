import { useEffect, useState } from 'react'
import type { Annotation } from '#core/model/annotation'
import type { TextRange } from '#core/model/range'
import { nextSentenceStart, previousSentenceStart, sentenceAt } from '#core/text/segmentation'
import { readArticleText } from '#services/comparison'

/** The text around words: from the sentence before to the end of the sentence behind. */
export interface Surroundings {
  readonly before: string
  readonly after: string
}

/** Longest stretch on either side, in code units. */
const LONGEST = 400

/** What stands around a range: the rest of its own sentences, and one more on each side. */
export function surroundingsOf(text: string, { start, end }: TextRange): Surroundings {
  const own = sentenceAt(text, start)?.start ?? start
  const from = own > 0 ? Math.min(own, previousSentenceStart(text, own)) : own
  const last = sentenceAt(text, Math.max(start, end - 1))?.end ?? end
  const next = nextSentenceStart(text, last)
  const to = next < text.length ? (sentenceAt(text, next)?.end ?? last) : last
  const tidy = (words: string): string => words.replace(/\s+/gu, ' ').trim()
  return {
    before: tidy(text.slice(Math.max(from, start - LONGEST), start)),
    after: tidy(text.slice(end, Math.min(Math.max(to, end), end + LONGEST))),
  }
}

/** The text around an annotation, null until it is read (or when the article is gone). */
export function useSurroundings({ article, start, end }: Annotation): Surroundings | null {
  const [read, setRead] = useState<Surroundings | null>(null)
  useEffect(() => {
    let isWanted = true
    readArticleText(article).then(
      (body) => {
        if (isWanted) setRead(body.ok ? surroundingsOf(body.value.text, { start, end }) : null)
      },
      (error: unknown) => {
        // The corpus may be closed while its text is read, and the matrix goes with it.
        if (isWanted) throw error
      },
    )
    return () => {
      isWanted = false
    }
  }, [article, start, end])
  return read
}
