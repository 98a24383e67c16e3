import type { ColumnMapping } from '#core/intake/table/columns'
import type { AppError } from '#core/model/result'
import type { ImportFormat } from '#ipc/import-stream'

/** From the window to the import worker. `start` comes once. */
export type ImportRequest =
  | {
      readonly kind: 'start'
      /** Name of the corpus database. */
      readonly database: string
      /** Token of the grant, which is the id of the import. */
      readonly id: string
      /** Base names of the roots. */
      readonly roots: readonly string[]
      readonly format: ImportFormat
    }
  | { readonly kind: 'cancel' }
  /** Answers the question with that signature. */
  | { readonly kind: 'columns'; readonly signature: string; readonly answer: ColumnAnswer }
  /** Answers the wish for a PDF worker. */
  | { readonly kind: 'pdf-port'; readonly port: MessagePort }
  /** The PDF worker has broken, or did not start. */
  | { readonly kind: 'pdf-broke' }

/** From the import worker to the window. The import waits for the answer to a question; `end` comes once, and last. */
export type ImportNews =
  | { readonly kind: 'columns'; readonly question: ColumnQuestion }
  /** Wishes for a PDF worker, in place of the one that there may be. */
  | { readonly kind: 'pdf-worker' }
  | { readonly kind: 'end'; readonly end: ImportEnd }

/** A table whose columns nobody has named yet. */
export interface ColumnQuestion {
  /** Path of the first table of the import that has these columns. */
  readonly path: string
  /** The same for all tables with these columns. */
  readonly signature: string
  /** Names of the columns. */
  readonly names: readonly string[]
  /** Cells of the first rows, each cut to a glance. */
  readonly rows: readonly (readonly string[])[]
}

/** What the columns of a table hold (null: what their names say), or why all tables with such columns are left out. */
export type ColumnAnswer =
  | { readonly kind: 'columns'; readonly mapping: ColumnMapping | null }
  | { readonly kind: 'left-out'; readonly message: string }

/** How the import stands when the worker has stopped. */
export interface ImportEnd {
  readonly state: 'done' | 'cancelled' | 'failed'
  readonly error: AppError | null
  /** Set when a bug stopped it, for the log. */
  readonly crash: string | null
}
