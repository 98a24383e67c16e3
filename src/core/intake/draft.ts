import type {
  ArticleBody,
  ArticleFormat,
  ArticleMetadata,
  EncodingRecord,
  MetadataField,
} from '../model/article'
import type { ColumnMapping } from './table/columns'

/** A file as main handed it out. */
export interface IntakeFile {
  /** Relative to the imported folder, with `/`. */
  readonly path: string
  /** Base name of the imported folder; null when single files were imported. */
  readonly rootName: string | null
  /** The path that tells of outlet, date and format, where it is another than `path`: see `cluesOf`. */
  readonly clues?: string
  /**
   * Number of the first line, from 1, where the bytes are a piece of JSON lines, or of the first row after the names of
   * the columns where they are one of a table; else null or absent.
   */
  readonly firstLine?: number | null
  readonly bytes: Uint8Array
  /** What the columns of a table hold; null or absent where only their names say it. */
  readonly columns?: ColumnMapping | null
  /** What a sidecar says of the file. It counts before what the file says, but for files of many articles. */
  readonly given?: StatedMetadata | null
}

/** Metadata as the file states it or intake guesses it: the outlet by name, as its record is made later. */
export interface DraftMetadata extends Omit<ArticleMetadata, 'source'> {
  readonly sourceName: string | null
}

/** Metadata that a file states in fields of its own; null where it states none. */
export interface StatedMetadata extends Omit<DraftMetadata, 'title'> {
  readonly title: string | null
}

/** One article read from a file, before it gets an id. */
export interface ArticleDraft {
  /** The file's path; for one article of many, with `#` and the line (JSON lines), row (table) or place in the array, from 1. */
  readonly path: string
  readonly body: ArticleBody
  readonly textSha256: string
  /** SHA-256 of the whole file's bytes; of the piece's, where long JSON lines or a long table were read in pieces. */
  readonly originalSha256: string
  readonly format: ArticleFormat
  readonly encoding: EncodingRecord
  readonly words: number
  readonly metadata: DraftMetadata
  /** Fields that intake guessed; what the file states in a field of its own is not a guess. */
  readonly guessed: readonly MetadataField[]
}

/**
 * Why a file, or one article in it, could not be read. `undecodable`: an encoding this program cannot decode;
 * `not-articles`: JSON without a text field; `no-text`: nothing but white space or markup; `broken-table`: rows or columns
 * that cannot be told apart, or none that holds a text; `unreadable`: a document that cannot be taken apart; `not-imported`:
 * a part of one that is no text.
 */
export type IntakeReason =
  | 'binary'
  | 'empty'
  | 'not-articles'
  | 'broken-json'
  | 'broken-table'
  | 'no-text'
  | 'undecodable'
  | 'unreadable'
  | 'not-imported'

/** A file, or one article in it, that could not be read. */
export interface IntakeProblem {
  readonly path: string
  readonly reason: IntakeReason
  /** One sentence for a person, without the path. */
  readonly message: string
}

/** What became of a file. One file may give both: a JSON lines file with some bad lines. */
export interface IntakeOutcome {
  readonly drafts: readonly ArticleDraft[]
  readonly problems: readonly IntakeProblem[]
}
