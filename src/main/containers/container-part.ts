import type { ReadOutcome } from '../file-reader'

/** What is handed out of one part of a container: bytes, or why there are none. */
export type PartOutcome = Extract<ReadOutcome, { kind: 'bytes' | 'skipped' }>

/** A member of an archive, or a piece of a long file of JSON lines or of a long table. */
export interface ContainerPart {
  /** Path under the root: `archive.zip/folder/a.txt`, or the file's own for a piece of it. */
  readonly path: string
  readonly outcome: PartOutcome
  /** How much of the container is passed with it, 0..1. */
  readonly share: number
  /** Number of the piece's first line or row (behind the names of the columns), from 1; absent for a member that is whole. */
  readonly firstLine?: number
  /** For a sidecar that is handed out before its turn: path of its folder. It is no part to be counted. */
  readonly sidecarOf?: string
}

/** A container to read: `path` is what it is called in the report. */
export interface ContainerFile {
  readonly path: string
  /** An open handle; who opened it closes it. */
  readonly handle: number
  /** Bytes. */
  readonly size: number
  /** Largest member handed out, in bytes. */
  readonly limit: number
}

/** A part that is not handed out. */
export function skippedPart(
  path: string,
  share: number,
  reason: Extract<PartOutcome, { kind: 'skipped' }>['reason'],
  detail: string,
): ContainerPart {
  return { path, share, outcome: { kind: 'skipped', reason, detail } }
}
