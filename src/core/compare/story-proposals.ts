import type { ArticleBody } from '../model/article'
import type { LinkReason, ReusePair, StoryProposal } from '../model/comparison'
import { contentId } from '../model/ids'
import { clusterEvents, type EventCluster, type EventLink } from './event-clusters'
import { EventTerms, type EventTermKind, type EventVector } from './event-terms'

/** What proposing stories needs of an article; its text is not kept. */
export interface ProposedArticle {
  readonly id: string
  readonly title: string
  /** ISO 8601, as precise as known. */
  readonly publishedAt: string | null
  readonly body: ArticleBody
}

interface DatedArticle {
  readonly id: string
  readonly title: string
  readonly publishedAt: string | null
  /** Days since 1970, null when no day is known. */
  readonly day: number | null
}

/** Days apart up to which two reports may be of one event. */
const WINDOW = 7
/** What is left of the likeness of two reports a window apart; it falls evenly, from the day after on. */
const AT_WINDOW = 0.6
/** … and where a date is not known. */
const UNDATED = 0.9
/** Likeness below which two articles are not looked at any more. */
const LEAST_LINK = 0.06
/** Mean likeness that the articles of a story have at least. */
const LEAST_COHESION = 0.16
/** A term in more articles than this starts no comparison: 200, or one article in 50. */
const COMMON = 200
const COMMON_SHARE = 0.02
/** Likeness that shared text gives by itself, where all of one article stands in the other. */
const SHARED_TEXT = 0.8
/** Words shown of a reason. */
const MOST_SHOWN = 6
/** Articles compared between two reports of progress. */
const PAUSE = 200

/**
 * Proposes stories: articles close in time that share names, numbers and rare wording. Articles are added as they are
 * read, then `search` weighs their terms, compares articles that share telling ones, and joins them by average link.
 */
export class ProposalSearch {
  private readonly terms = new EventTerms()
  private readonly articles: DatedArticle[] = []

  /** Adds an article. */
  add({ id, title, publishedAt, body }: ProposedArticle): void {
    this.terms.add(title, body)
    this.articles.push({ id, title, publishedAt, day: dayOf(publishedAt) })
  }

  /**
   * The proposals, the surest first. Articles that share text by `reuse` are drawn together. Yields the share done
   * (0..1) now and then.
   */
  *search(reuse: readonly ReusePair[] = []): Generator<number, readonly StoryProposal[]> {
    const vectors: EventVector[] = []
    for (let article = 0; article < this.articles.length; article++) {
      vectors.push(this.terms.vectorOf(article))
      if (article % PAUSE === 0) yield (0.3 * article) / this.articles.length
    }
    const shared = this.sharedText(reuse)
    const links = yield* this.link(vectors, shared)
    const clusters = clusterEvents(this.articles.length, links, LEAST_COHESION)
    yield 0.95
    return clusters
      .map((cluster) => this.propose(cluster, vectors, links, shared))
      .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
  }

  /** Likeness by shared text, by `a b` in the order the articles were added. */
  private sharedText(reuse: readonly ReusePair[]): ReadonlyMap<string, number> {
    const numbers = new Map(this.articles.map(({ id }, index) => [id, index]))
    const shared = new Map<string, number>()
    for (const { earlier, later, earlierInLater, laterInEarlier } of reuse) {
      const a = numbers.get(earlier)
      const b = numbers.get(later)
      if (a === undefined || b === undefined) continue
      shared.set(keyOf(a, b), SHARED_TEXT * Math.max(earlierInLater, laterInEarlier))
    }
    return shared
  }

  private *link(
    vectors: readonly EventVector[],
    shared: ReadonlyMap<string, number>,
  ): Generator<number, EventLink[]> {
    const common = Math.max(COMMON, this.articles.length * COMMON_SHARE)
    const holders = new Map<number, { article: number; weight: number }[]>()
    const links = new Map<string, EventLink>()
    const sums = new Float64Array(this.articles.length)
    for (const [b, { terms, weights }] of vectors.entries()) {
      const touched: number[] = []
      terms.forEach((term, at) => {
        const frequency = this.terms.frequencyOf(term)
        if (frequency < 2 || frequency > common) return
        const weight = weights[at] ?? 0
        const list = holders.get(term) ?? []
        for (const holder of list) {
          if (sums[holder.article] === 0) touched.push(holder.article)
          sums[holder.article] = (sums[holder.article] ?? 0) + weight * holder.weight
        }
        list.push({ article: b, weight })
        holders.set(term, list)
      })
      for (const a of touched) {
        const likeness = (sums[a] ?? 0) * this.closeness(a, b)
        sums[a] = 0
        if (likeness >= LEAST_LINK) links.set(keyOf(a, b), { a, b, likeness })
      }
      if (b % PAUSE === 0) yield 0.3 + (0.6 * b) / vectors.length
    }
    for (const [key, text] of shared) {
      const [a = 0, b = 0] = key.split(' ').map(Number)
      const likeness = Math.max(links.get(key)?.likeness ?? 0, text * this.closeness(a, b))
      if (likeness >= LEAST_LINK) links.set(key, { a, b, likeness })
    }
    return [...links.values()]
  }

  /** 0..1: how well two articles go together by date. */
  private closeness(a: number, b: number): number {
    const one = this.articles[a]?.day ?? null
    const other = this.articles[b]?.day ?? null
    if (one === null || other === null) return UNDATED
    const days = Math.abs(one - other)
    if (days > WINDOW) return 0
    return days <= 1 ? 1 : 1 - ((1 - AT_WINDOW) * (days - 1)) / (WINDOW - 1)
  }

  private propose(
    { members, cohesion }: EventCluster,
    vectors: readonly EventVector[],
    links: readonly EventLink[],
    shared: ReadonlyMap<string, number>,
  ): StoryProposal {
    const inside = new Set(members)
    const centrality = new Map<number, number>()
    for (const { a, b, likeness } of links) {
      if (!inside.has(a) || !inside.has(b)) continue
      centrality.set(a, (centrality.get(a) ?? 0) + likeness)
      centrality.set(b, (centrality.get(b) ?? 0) + likeness)
    }
    const oldestFirst = [...members].sort((one, other) => this.compareAge(one, other))
    const central = oldestFirst.reduce((best, member) =>
      (centrality.get(member) ?? 0) > (centrality.get(best) ?? 0) ? member : best,
    )
    return {
      id: contentId('sty', ...members.map((member) => this.idOf(member)).sort()),
      name: this.articles[central]?.title ?? '',
      articles: oldestFirst.map((member) => this.idOf(member)),
      score: Math.min(1, cohesion),
      reasons: this.reasonsOf(members, vectors, shared),
    }
  }

  private idOf(member: number): string {
    return this.articles[member]?.id ?? ''
  }

  /** By date, those without one last; then by id. */
  private compareAge(one: number, other: number): number {
    const dateOf = (member: number): string => this.articles[member]?.publishedAt ?? '~'
    const [a, b] = [dateOf(one), dateOf(other)]
    if (a !== b) return a < b ? -1 : 1
    return this.idOf(one) < this.idOf(other) ? -1 : 1
  }

  /** What the articles share, by kind; weights add up to 1. */
  private reasonsOf(
    members: readonly number[],
    vectors: readonly EventVector[],
    shared: ReadonlyMap<string, number>,
  ): LinkReason[] {
    const sums = new Map<number, { weight: number; articles: number }>()
    for (const member of members) {
      const vector = vectors[member]
      vector?.terms.forEach((term, at) => {
        const sum = sums.get(term) ?? { weight: 0, articles: 0 }
        sum.weight += vector.weights[at] ?? 0
        sum.articles++
        sums.set(term, sum)
      })
    }
    const reason = (sign: string, kind: EventTermKind): LinkReason => {
      const terms = [...sums]
        .filter(([term, { articles }]) => articles > 1 && this.terms.kindOf(term) === kind)
        .sort(([, one], [, other]) => other.weight - one.weight)
      return {
        sign,
        weight: terms.reduce((sum, [, { weight, articles }]) => sum + (weight * weight) / articles, 0),
        shared: terms
          .slice(0, MOST_SHOWN)
          .map(([term]) => this.terms.printedOf(term))
          .join(', '),
      }
    }
    const days = members.flatMap((member) => this.articles[member]?.day ?? [])
    const span = Math.max(...days) - Math.min(...days)
    const copies = members.flatMap((a, index) =>
      members.slice(index + 1).flatMap((b) => shared.get(keyOf(a, b)) ?? []),
    )
    const reasons = [
      reason('names', 'name'),
      reason('numbers', 'number'),
      reason('wording', 'wording'),
      {
        sign: days.length < members.length ? 'some-dates' : 'dates',
        weight: days.length < 2 ? 0 : 0.3 / (1 + span),
        shared: describeDates(days.length, members.length, span),
      },
      { sign: 'shared-text', weight: Math.max(0, ...copies), shared: '' },
    ].filter(({ weight }) => weight > 0)
    const total = reasons.reduce((sum, { weight }) => sum + weight, 0)
    return reasons
      .map((one) => ({ ...one, weight: one.weight / total }))
      .sort((one, other) => other.weight - one.weight)
  }
}

/** When `dated` of `all` articles were published; how many are dated only where some are not. */
function describeDates(dated: number, all: number, span: number): string {
  if (dated < 2) return ''
  const when = span < 1 ? 'on one day' : span < 2 ? 'within two days' : `within ${Math.floor(span) + 1} days`
  return dated < all ? `${dated} of ${all} dated, ${when}` : when
}

function keyOf(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** Days since 1970 of a date that names its day; null otherwise. */
function dayOf(publishedAt: string | null): number | null {
  if (publishedAt === null || !/^\d{4}-\d{2}-\d{2}/u.test(publishedAt)) return null
  const time = Date.parse(`${publishedAt.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(time) ? null : time / 86_400_000
}
