import type { BackupManifest } from '#core/backup/manifest'
import type { AppError } from '#core/model/result'
import type { BackupPlace } from '#ipc/channels'

/** What is kept between two backups of a corpus: the latest, without its rows. */
export type BackupHead = Omit<BackupManifest, 'rows'>

/** From the window to the backup worker; one job a worker. */
export type BackupRequest =
  | {
      readonly kind: 'make'
      /** Name of the corpus database. */
      readonly database: string
      /** Id under which the registry lists it. */
      readonly corpus: string
      readonly version: string
      /** The latest backup whose files are all there; null: everything has to be written. */
      readonly latest: BackupHead | null
    }
  | {
      readonly kind: 'preview'
      readonly place: BackupPlace
      readonly corpus: string
      readonly file: string
      /** Database of the same corpus as it is now; null when it is not there. */
      readonly database: string | null
    }
  | {
      readonly kind: 'restore'
      readonly place: BackupPlace
      readonly corpus: string
      readonly file: string
      /** Database of the new corpus. */
      readonly database: string
      readonly name: string
    }

/** How a backup differs from the corpus as it is now; suggestions are left out. */
export interface BackupDifference {
  /** Articles only in the backup, and only in the corpus. */
  readonly articles: { readonly missing: number; readonly added: number }
  /** Annotations only in the backup, only in the corpus, and in both but not the same. */
  readonly annotations: { readonly missing: number; readonly added: number; readonly changed: number }
}

/** What is in a backup that was read and checked whole. */
export interface BackupPreview {
  readonly madeAt: string
  readonly name: string
  readonly articles: number
  readonly annotations: number
  /** Null when there is nothing to compare it with. */
  readonly difference: BackupDifference | null
}

/** From the backup worker to the window. */
export type BackupReply =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'made'; readonly head: BackupHead }
  | { readonly kind: 'preview'; readonly preview: BackupPreview }
  | { readonly kind: 'restored'; readonly articles: number; readonly annotations: number }
  | { readonly kind: 'failed'; readonly error: AppError; readonly crash: string | null }
