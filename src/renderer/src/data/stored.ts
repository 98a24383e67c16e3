import type { Article } from '#core/model/article'
import type { Cluster, Finding, ReusePair } from '#core/model/comparison'
import type { Change } from '#core/model/journal'
import type { AppError } from '#core/model/result'
import type { RelationScores } from '#core/suggest/relation-scores'
import type { TaggerModel } from '#core/suggest/tagger/model'

/*
 * Records as the corpus database holds them, where they differ from the model's. Cost follows the number of records
 * and index entries (docs/architecture.md), hence texts in packs, statistics only where there are any, and one
 * record of report lines a batch.
 */

/** An article's row: the model's article and where its body is. */
export interface StoredArticle extends Article {
  /** Number of the pack that holds its body. */
  readonly pack: number
}

/**
 * Bodies stored together, one record for some twenty articles (`bodies.ts`). The texts are one piece of UTF-8: with
 * typographic quotation marks JavaScript's own strings would take twice the space and time.
 */
export interface BodyPack {
  readonly pack: number
  /** Ids of the articles; the other lists follow their order. */
  readonly ids: readonly string[]
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where each text ends in `bytes`. */
  readonly ends: readonly number[]
  /** By article id: texts that UTF-8 cannot hold, since they contain half of a surrogate pair. */
  readonly odd: Readonly<Record<string, string>>
  /** Kind, start, end of each block in turn. */
  readonly blocks: readonly (readonly number[])[]
  /** Start, end of each range in turn. */
  readonly furniture: readonly (readonly number[])[]
}

/** Counts of an article's annotations. An article without annotations has no row. */
export interface ArticleStats {
  readonly article: string
  readonly accepted: number
  readonly suggested: number
  readonly rejected: number
  /** Tag id -> annotations that carry it, rejected ones left out. Never zero. */
  readonly tags: Readonly<Record<string, number>>
}

/** A number kept up to date in the transactions that change it. */
export interface Count {
  /** `articles`: those that are not removed. */
  readonly key: 'articles'
  readonly value: number
}

/** The changes of a journal entry, apart from its head so that following the history loads no rows. */
export interface JournalChanges {
  readonly seq: number
  readonly changes: readonly Change[]
}

/** Where a person was in an article. */
export interface ReadingPosition {
  readonly article: string
  /** UTF-16 offset of the first visible text. */
  readonly offset: number
}

/** Path of a file of an import, with the index of its root in the grant. */
export interface ImportCursor {
  readonly root: number
  readonly path: string
  /** For an archive: so many of its parts are passed. */
  readonly part?: number
}

/** How an import stands; written in the transaction of each batch, so that it never says more than is stored. */
export interface ImportRow {
  /** The token of the grant. */
  readonly id: string
  readonly roots: readonly string[]
  /** `brat` for a brat folder; absent for article files. */
  readonly format?: 'brat'
  readonly state: 'running' | 'cancelled' | 'interrupted' | 'done' | 'failed'
  /** Files walked past, all kinds. */
  readonly seen: number
  /** Files there are, null until counted. */
  readonly total: number | null
  readonly imported: number
  readonly sameAs: number
  readonly skipped: number
  /** ISO time. */
  readonly startedAt: string
  /** The last file of the last batch stored: resuming asks for what follows. */
  readonly cursor: ImportCursor | null
  /** Number of batches stored, which is also the number of the next record of report lines. */
  readonly batches: number
  /** The latest batches: epoch milliseconds and files seen, for rate and time left. Oldest first. */
  readonly recent: readonly { readonly at: number; readonly seen: number }[]
  readonly error: AppError | null
}

/** What became of one file, or of one article of a file with many. */
export interface ImportReportLine {
  readonly path: string
  readonly outcome: 'imported' | 'same-as' | 'skipped'
  /** Id of the article it became or is the same as, null when skipped. */
  readonly article: string | null
  /** For `same-as`: path of the article that was there before. */
  readonly sameAs: string | null
  /** One sentence for a person: why it was skipped, or what is worth knowing. */
  readonly message: string | null
}

/** Report lines of one batch. */
export interface ImportBatch {
  readonly import: string
  readonly batch: number
  readonly lines: readonly ImportReportLine[]
  /** Articles there were before that the batch changed: more paths, a reprint, other annotations. */
  readonly changed?: readonly string[]
}

/** What is known of the corpus' trained tagger; kept apart from the model, which is large. */
export interface TaggerRecord {
  readonly part: 'record'
  /** Version of the model's layout and features. */
  readonly version: number
  /** ISO time. */
  readonly trainedAt: string
  /** Articles it was trained on. */
  readonly examples: number
  /** Articles that were held back for the comparison. */
  readonly heldBack: number
  /** Rules and tagger on the articles held back. */
  readonly comparison: { readonly rules: RelationScores; readonly learned: RelationScores }
  /** True: suggestions come from it instead of the rules. */
  readonly enabled: boolean
  /** Annotations that were accepted or rejected by then; absent in records of the first version: none. */
  readonly decided?: number
}

/** The model's weights. */
export interface StoredModel {
  readonly part: 'model'
  readonly model: TaggerModel
}

/** The newest comparison of a story. Derived: it can be made again from the annotations and the decisions. */
export interface StoredComparison {
  readonly story: string
  /** Version of the comparison's rules; a result of another version is made anew. */
  readonly version: number
  /** What it was made from: articles, annotations and decisions, as one hash. */
  readonly basis: string
  readonly clusters: readonly Cluster[]
  readonly findings: readonly Finding[]
}

/** What lists need of a comparison, apart from its parts: those may be megabytes. */
export interface StoredComparisonHead extends Pick<StoredComparison, 'story' | 'version' | 'basis'> {
  /** How many parts there are. */
  readonly parts: number
  /** Ids of its findings. */
  readonly findings: readonly string[]
}

/** A piece of a comparison. All in one record would hold up the window while it is read. */
export interface StoredComparisonPart extends Pick<StoredComparison, 'story' | 'clusters' | 'findings'> {
  /** From 0; the clusters and findings of all parts, in their order, are the comparison's. */
  readonly part: number
}

/** Text shared across the whole corpus, as the latest search for it found it. Derived. */
export interface StoredReuse {
  readonly key: 'latest'
  readonly version: number
  /** Articles that were looked at. */
  readonly articles: number
  readonly pairs: readonly ReusePair[]
}
