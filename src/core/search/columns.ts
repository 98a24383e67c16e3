import type { ArticleMetadata, ArticleStatus } from '../model/article'
import { dateCode } from './dates'

/** What articles are filtered, sorted and counted by, for the documents of a segment, in lists by document number. */
export interface SegmentColumns {
  /** As `dateCode` gives them. */
  readonly dates: Uint32Array
  /** Places in `sourceIds`. */
  readonly sources: Uint16Array
  /** Ids of outlets; the first, the empty string, stands for none. */
  readonly sourceIds: readonly string[]
  /** Places in `languageTags`. */
  readonly languages: Uint8Array
  /** BCP 47 tags; the first, the empty string, stands for none. */
  readonly languageTags: readonly string[]
  /** Places in `STATUS_ORDER`. */
  readonly statuses: Uint8Array
  /** 1: removed from the corpus, or indexed anew in another segment. */
  readonly gone: Uint8Array
}

/** Position is the stored code: append only. */
export const STATUS_ORDER: readonly ArticleStatus[] = ['todo', 'in-progress', 'done']

/** What a column takes of an article. */
export type ColumnValues = Pick<ArticleMetadata, 'source' | 'publishedAt' | 'language'> & {
  readonly status: ArticleStatus
  readonly gone: boolean
}

/** Collects the columns of a segment; also changes those of one that is there. */
export class ColumnBuilder {
  readonly #rows: ColumnValues[]

  /** @param columns to start from */
  constructor(columns: SegmentColumns | null = null) {
    this.#rows = columns ? Array.from(columns.gone, (_, document) => columnValues(columns, document)) : []
  }

  add(values: ColumnValues): void {
    this.#rows.push(values)
  }

  /** Replaces what is known of a document; true when something changed. */
  set(document: number, values: ColumnValues): boolean {
    const before = this.#rows[document]
    this.#rows[document] = values
    return (
      !before ||
      before.source !== values.source ||
      dateCode(before.publishedAt) !== dateCode(values.publishedAt) ||
      before.language !== values.language ||
      before.status !== values.status ||
      before.gone !== values.gone
    )
  }

  build(): SegmentColumns {
    const sources = new NameList(0xffff)
    const languages = new NameList(0xff)
    return {
      dates: Uint32Array.from(this.#rows, ({ publishedAt }) => dateCode(publishedAt)),
      sources: Uint16Array.from(this.#rows, ({ source }) => sources.place(source)),
      sourceIds: sources.names,
      languages: Uint8Array.from(this.#rows, ({ language }) => languages.place(language)),
      languageTags: languages.names,
      statuses: Uint8Array.from(this.#rows, ({ status }) => Math.max(0, STATUS_ORDER.indexOf(status))),
      gone: Uint8Array.from(this.#rows, ({ gone }) => (gone ? 1 : 0)),
    }
  }
}

/** What the columns say of a document. The date is written so that `dateCode` answers its number. */
export function columnValues(columns: SegmentColumns, document: number): ColumnValues {
  return {
    source: columns.sourceIds[columns.sources[document] ?? 0] || null,
    publishedAt: dateText(columns.dates[document] ?? 0),
    language: columns.languageTags[columns.languages[document] ?? 0] || null,
    status: STATUS_ORDER[columns.statuses[document] ?? 0] ?? 'todo',
    gone: columns.gone[document] === 1,
  }
}

function dateText(code: number): string | null {
  if (code === 0) return null
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = code % 1_440
  const days = Math.floor(code / 1_440)
  const months = Math.floor(days / 31)
  const date = `${String(Math.floor(months / 12)).padStart(4, '0')}-${two((months % 12) + 1)}-${two((days % 31) + 1)}`
  return `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** Numbers names in the order in which they come; none, and what no longer fits, is 0. */
class NameList {
  readonly names: string[] = ['']
  readonly #places = new Map<string, number>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  place(name: string | null): number {
    if (name === null || name === '') return 0
    let place = this.#places.get(name)
    if (place === undefined) {
      if (this.names.length > this.#most) return 0
      place = this.names.push(name) - 1
      this.#places.set(name, place)
    }
    return place
  }
}
