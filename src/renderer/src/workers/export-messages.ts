import type { AppError } from '#core/model/result'
import type { ExportScope } from '#data/export-source'

/** From the window to the export worker. `start` comes once. */
export type ExportRequest =
  | {
      readonly kind: 'start'
      /** Name of the corpus database. */
      readonly database: string
      /** True to read the database as it is, of whatever version; absent: as the open corpus' is read. */
      readonly rescue?: boolean
      /** Token of the file's grant. */
      readonly token: string
      readonly scope: ExportScope
      /** `package`: the dataset in a ZIP, with what is in it. */
      readonly format: 'dataset' | 'package'
      readonly suggestions: boolean
      readonly text: boolean
      /** ISO time, null to leave it out. */
      readonly exportedAt: string | null
      readonly version: string
    }
  | { readonly kind: 'cancel' }

/** How far an export is. */
export interface ExportStep {
  readonly kind: 'progress'
  /** Articles read and to be read; each is read more than once. */
  readonly done: number
  readonly total: number
  readonly bytes: number
}

/** How an export ended. */
export interface ExportEnd {
  readonly kind: 'end'
  /** Null when everything was sent. */
  readonly error: AppError | null
  /** Set when a bug stopped it, for the log. */
  readonly crash: string | null
}

/** From the export worker to the window. */
export type ExportReply = ExportStep | ExportEnd
