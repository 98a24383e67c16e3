import { contentId } from './ids'
import type { TextRange } from './range'

/** What a block of text is. Blocks cover the text in order; blank lines between them belong to none. */
export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'quote'

/** A paragraph, heading, list item or quote block: a range (UTF-16) of the article's text. */
export interface Block extends TextRange {
  readonly kind: BlockKind
}

/** How far the work on an article has come. */
export type ArticleStatus = 'todo' | 'in-progress' | 'done'

/** Metadata that intake may guess; a guessed field stays marked until a person edits or confirms it. */
export type MetadataField = 'title' | 'source' | 'byline' | 'publishedAt' | 'language' | 'dateline' | 'url'

/** Where a file's text came from and how it was read. */
export type ArticleFormat =
  'text' | 'markdown' | 'html' | 'json' | 'jsonl' | 'csv' | 'docx' | 'pdf' | 'eml' | 'dataset'

/** How bytes became text. `certain` is true for a BOM, valid UTF-8 or what an HTML page declares; false for a detection. */
export interface EncodingRecord {
  /** WHATWG encoding label, such as `utf-8` or `windows-1252`. */
  readonly name: string
  readonly certain: boolean
  /** 0..1: the detector's confidence; 1 when certain. */
  readonly confidence: number
}

/** Metadata of an article. A null field is unknown. */
export interface ArticleMetadata {
  readonly title: string
  /** Id of a `Source` (an outlet), never the source of a quotation. */
  readonly source: string | null
  readonly byline: string | null
  /** ISO 8601: `2022-02-15`, or with time and offset where the article gives them. */
  readonly publishedAt: string | null
  /** BCP 47 tag, such as `en`. */
  readonly language: string | null
  readonly url: string | null
  readonly dateline: string | null
}

/** One imported document without its text: what lists, filters and the inspector need. */
export interface Article extends ArticleMetadata {
  readonly id: string
  /** SHA-256 of the text's UTF-8 bytes. */
  readonly textSha256: string
  /** SHA-256 of the original file's bytes; for one article of many in a JSON file, of the whole file. */
  readonly originalSha256: string
  /** Paths relative to the imported folder, with `/`; the first is the one it was imported from. Never empty. */
  readonly paths: readonly string[]
  readonly format: ArticleFormat
  readonly encoding: EncodingRecord
  /** Length of the text in UTF-16 code units. */
  readonly length: number
  readonly words: number
  /** How many ranges of the text are furniture, so that a list can flag it without the text; absent means none. */
  readonly furniture?: number
  readonly guessed: readonly MetadataField[]
  readonly status: ArticleStatus
  /** True when another article has the same text, from another outlet (a reprint). */
  readonly sameText: boolean
  /** True once a person removed it: kept, so that the removal can be undone, and left out everywhere. */
  readonly removed: boolean
  /** ISO time of import. */
  readonly importedAt: string
}

/** The immutable part of an article that a reader needs and a list does not. */
export interface ArticleBody {
  readonly text: string
  readonly blocks: readonly Block[]
  /** Ranges of the page that are not the report: share bars, story codes, "Post a Comment". Dimmed, never deleted. */
  readonly furniture: readonly TextRange[]
}

/**
 * Id of an article (ground rule 1): from the text's SHA-256 and the id of the outlet known at import (or null).
 * It never changes, whatever is edited later.
 */
export function articleId(textSha256: string, sourceAtImport: string | null): string {
  return contentId('art', textSha256, sourceAtImport ?? '')
}
