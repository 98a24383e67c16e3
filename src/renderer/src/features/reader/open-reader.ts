import type { Annotation } from '#core/model/annotation'
import type { Article, ArticleBody } from '#core/model/article'
import type { Codebook } from '#core/model/codebook'
import type { Speaker } from '#core/model/speaker'
import type { Rendering } from '#services/comparison'
import type { TextSession } from './text-session'

/** What commands and inspector work on: the article in the reader and what is known of it now. */
export interface OpenReader {
  readonly article: Article
  readonly body: ArticleBody
  readonly annotations: readonly Annotation[]
  readonly codebook: Codebook
  readonly speakers: readonly Speaker[]
  /** How other articles render its annotations, by annotation id. */
  readonly renderings: ReadonlyMap<string, readonly Rendering[]>
  readonly onNext: () => void
  readonly onPrevious: () => void
}

let open: OpenReader | null = null
let session: TextSession | null = null

/** The article in the reader, null while none is shown. Set by the reader at each render. */
export function openReader(): OpenReader | null {
  return open
}

/** Says what the reader shows. */
export function setOpenReader(next: OpenReader | null): void {
  const changed = next?.annotations !== open?.annotations
  open = next
  if (changed) {
    for (const resolve of waiting.splice(0)) resolve(true)
  }
}

const waiting: ((changed: boolean) => void)[] = []
/** A change that changes nothing is never told of; nobody waits for it longer than this (milliseconds). */
const LONGEST_WAIT = 250

/** Resolves when the annotations shown have changed next: true; false when they have not for a while. */
export function annotationsChanged(): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), LONGEST_WAIT)
    waiting.push((changed) => {
      clearTimeout(timer)
      resolve(changed)
    })
  })
}

/** The text on the page, null while there is none. */
export function textSession(): TextSession | null {
  return session
}

/** Says which session is on the page. */
export function setTextSession(next: TextSession | null): void {
  session = next
}
