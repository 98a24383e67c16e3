import type { ArticleBody } from '../model/article'
import type { ReusePair } from '../model/comparison'
import { publicationOrder } from './publication-order'
import { ReuseIndex } from './reuse-index'

/** What the search for reuse needs of an article; its text is not kept. */
export interface ReuseArticle {
  readonly id: string
  /** ISO 8601, as precise as known. */
  readonly publishedAt: string | null
  readonly body: ArticleBody
}

/** Raised when the same texts would give other pairs, so that stored ones are sought anew. */
export const REUSE_VERSION = 1

/**
 * Near-duplicates and shared passages over a whole corpus: articles are added as they are read, then `search` finds every
 * pair with its likely direction. `ReuseIndex` says what counts as a pair and what it costs.
 */
export class ReuseSearch {
  private readonly index = new ReuseIndex()
  private readonly articles = new Map<
    string,
    { readonly publishedAt: string | null; readonly length: number }
  >()

  /** Adds an article. Furniture takes no part: the share bar of an outlet is on all its pages. */
  add({ id, publishedAt, body }: ReuseArticle): void {
    this.articles.set(id, { publishedAt, length: body.text.length })
    this.index.add(id, reportText(body))
  }

  /** All pairs, the closest first; yields the share done (0..1) now and then. */
  *search(): Generator<number, readonly ReusePair[]> {
    const pairs = yield* this.index.search()
    return pairs
      .map(({ a, b, aInB, bInA }): ReusePair => {
        const order = publicationOrder(this.dateOf(a), this.dateOf(b))
        const aFirst = order === 0 ? this.comesFirst(a, b) : order < 0
        return aFirst
          ? { earlier: a, later: b, earlierInLater: aInB, laterInEarlier: bInA, dated: order !== 0 }
          : { earlier: b, later: a, earlierInLater: bInA, laterInEarlier: aInB, dated: order !== 0 }
      })
      .sort((one, other) => closeness(other) - closeness(one) || compareIds(one, other))
  }

  private dateOf(id: string): string | null {
    return this.articles.get(id)?.publishedAt ?? null
  }

  /** Where dates do not tell: the shorter one; of two equally long ones, by id. */
  private comesFirst(a: string, b: string): boolean {
    const difference = (this.articles.get(a)?.length ?? 0) - (this.articles.get(b)?.length ?? 0)
    return difference < 0 || (difference === 0 && a < b)
  }
}

function closeness(pair: ReusePair): number {
  return Math.max(pair.earlierInLater, pair.laterInEarlier)
}

function compareIds(one: ReusePair, other: ReusePair): number {
  return one.earlier < other.earlier || (one.earlier === other.earlier && one.later < other.later) ? -1 : 1
}

/** The text without its furniture; a line break stands for each stretch left out. */
function reportText({ text, furniture }: ArticleBody): string {
  if (furniture.length === 0) return text
  let report = ''
  let at = 0
  for (const { start, end } of [...furniture].sort((one, other) => one.start - other.start)) {
    if (start > at) report += `${text.slice(at, start)}\n`
    at = Math.max(at, end)
  }
  return report + text.slice(at)
}
