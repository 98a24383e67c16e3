/** What an import takes a folder for: article files of all kinds, or a brat folder of `.txt` and `.ann` files. */
export type ImportFormat = 'articles' | 'brat'

/** Where a frame comes from when it is a part of a container: an archive, or a long file of JSON lines or rows of a table. */
export interface PartPlace {
  /** Path of the container under the root. */
  readonly container: string
  /** Number of the part, from 1. Resuming asks for what follows by `after=<container>&part=<number>`. */
  readonly part: number
  /**
   * Number of the first line, from 1, where the part is a piece of JSON lines; of a piece of a table the first row behind
   * the names of the columns, which stand on top of each piece.
   */
  readonly firstLine?: number
}

/**
 * The stream by which the import worker pulls files from main:
 * `GET /import/<token>?after=<path of the last file it has>&root=<index>` answers one batch, a sequence of frames;
 * with `format=brat` the files of a brat folder.
 * A frame is: 4 bytes length of the header (big endian), the header (UTF-8 JSON), then `header.size` bytes of the file.
 * The last frame of a batch is a `status` frame.
 */
export type ImportFrameHeader =
  | {
      readonly kind: 'file'
      /** Index of the root in the grant, and path under it with `/`. A root that is a file has its base name as path. */
      readonly root: number
      readonly path: string
      readonly size: number
      readonly within?: PartPlace
    }
  | {
      /** A file that main does not hand out, and why. */
      readonly kind: 'skipped'
      readonly root: number
      readonly path: string
      readonly size: 0
      readonly reason: SkipReason
      readonly detail: string
      readonly within?: PartPlace
    }
  | {
      /** A dataset file, whatever its size: fetched by `GET /import/<token>/dataset?root=&path=&from=<byte>`, part by part until one is empty. */
      readonly kind: 'dataset'
      readonly root: number
      readonly path: string
      readonly size: 0
    }
  | {
      /**
       * A file with metadata of the files beside and below it, before the first of these; handed out again in its own
       * turn, and after each start of the walk. It counts neither as seen nor as a place to go on from.
       */
      readonly kind: 'sidecar'
      /** Null: it was chosen with the files beside it, each of which is a root of its own. */
      readonly root: number | null
      readonly path: string
      /** Path of its folder under the root, '' for the root. */
      readonly folder: string
      readonly size: number
    }
  | {
      readonly kind: 'status'
      readonly size: 0
      /** Files walked past so far, all kinds. */
      readonly seen: number
      /** Files under the roots, null until main has counted them. */
      readonly total: number | null
      readonly done: boolean
    }

/** Why main does not hand out a file. */
export type SkipReason =
  | 'unsupported-type'
  | 'symlink-outside'
  | 'symlink-loop'
  | 'unreadable'
  | 'too-large'
  | 'empty'
  | 'not-a-file'
  | 'vanished'

/** Largest file that main hands out, in bytes, unless the settings say otherwise. */
export const DEFAULT_FILE_LIMIT = 50 * 1024 * 1024

/** A batch ends with the file that takes it past this many bytes or this many files. */
export const BATCH_BYTES = 2 * 1024 * 1024
export const BATCH_FILES = 250

/** Largest part of a dataset that main answers, in bytes. */
export const DATASET_PART = 16 * 1024 * 1024
