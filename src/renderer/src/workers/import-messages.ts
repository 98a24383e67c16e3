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

/** From the import worker to the window: how the import stands when the worker has stopped. */
export interface ImportEnd {
  readonly state: 'done' | 'cancelled' | 'failed'
  readonly error: AppError | null
  /** Set when a bug stopped it, for the log. */
  readonly crash: string | null
}
