import type { Annotation } from '../model/annotation'
import type { ArticleBody } from '../model/article'
import type { Cluster, ClusterDecision, Finding } from '../model/comparison'

/** An article of a story, with all that comparing needs of it. */
export interface ComparedArticle {
  readonly id: string
  /** Name of the outlet as shown, or null when unknown. */
  readonly sourceName: string | null
  readonly title: string
  /** ISO 8601, as precise as known. */
  readonly publishedAt: string | null
  /** BCP 47. */
  readonly language: string | null
  readonly body: ArticleBody
  /** Quotations and claims, accepted and suggested, in text order; rejected ones are left out by the caller. */
  readonly annotations: readonly Annotation[]
}

/** A story as it is compared. */
export interface ComparedStory {
  readonly id: string
  readonly articles: readonly ComparedArticle[]
  /** Name of each speaker record, by id. */
  readonly speakers: ReadonlyMap<string, string>
  readonly decisions: readonly ClusterDecision[]
}

/** What comparing a story finds. */
export interface Comparison {
  readonly clusters: readonly Cluster[]
  readonly findings: readonly Finding[]
}
