import { rmSync } from 'node:fs'
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { type AppError, fail, ok, type Result } from '#core/model/result'
import { describeWriteFailure, type ExportTarget } from './export-target'

/** The calls that write, so that a test can have a full disk. */
export interface WriteCalls {
  readonly open: (
    path: string,
    flags: string,
  ) => Promise<Pick<FileHandle, 'write' | 'sync' | 'close' | 'chmod'>>
  readonly rename: (from: string, to: string) => Promise<void>
}

/** Largest part of an export, in bytes. */
export const PART_LIMIT = 64 * 1024 * 1024

/**
 * Gathers an export in its temporary file and gives it the target's name when it is whole
 * (test/unit/main/export-writer.test.ts). After a failure the temporary file is gone and every call answers that failure.
 */
export interface ExportWriter {
  /** Appends part `part`, counted from 0. A part out of order is a `conflict` and ends the export. Answers the bytes so far. */
  readonly append: (part: number, bytes: Uint8Array) => Promise<Result<number>>
  /** Puts the file on the disk and under its name. */
  readonly finish: () => Promise<Result<{ readonly name: string; readonly bytes: number }>>
  readonly abort: () => Promise<void>
  /** For the last moment of the program, when nothing can be waited for. */
  readonly discard: () => void
}

type Handle = Awaited<ReturnType<WriteCalls['open']>>

/** The system's own calls. */
export const WRITE_CALLS: WriteCalls = { open, rename }

/** Looks at a finished file before it gets its name. @param name what it will be called */
export type FileCheck = (path: string, name: string) => Promise<Result<unknown>>

/** Starts a writer; nothing is touched before the first part. */
export function createExportWriter(
  place: ExportTarget,
  calls: WriteCalls = WRITE_CALLS,
  check?: FileCheck,
): ExportWriter {
  const name = basename(place.target)
  let handle: Handle | null = null
  let expected = 0
  let written = 0
  let ended: AppError | null = null
  let turn: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  const end = async (error: AppError): Promise<void> => {
    ended = error
    const open = handle
    handle = null
    await open?.close().catch(() => undefined)
    await rm(place.temporary, { force: true }).catch(() => undefined)
  }

  const isEnded = (): boolean => ended !== null

  const endWith = async (error: AppError): Promise<{ ok: false; error: AppError }> => {
    await end(error)
    return { ok: false, error }
  }

  const append = async (part: number, bytes: Uint8Array): Promise<Result<number>> => {
    if (ended !== null) return { ok: false, error: ended }
    if (part !== expected) {
      const refused = fail('conflict', `Part ${part} of ${name} came where part ${expected} was due.`)
      return endWith(refused.error)
    }
    try {
      handle ??= await calls.open(place.temporary, 'wx')
      // `discard` does not wait its turn: it may have come while the file was being opened.
      if (isEnded()) throw new Error(`The export of ${name} was stopped while it began.`)
      // A single write may take less than it was given.
      for (let at = 0; at < bytes.length;) {
        const { bytesWritten } = await handle.write(bytes, at, bytes.length - at)
        at += bytesWritten
      }
    } catch (error) {
      return endWith(describeWriteFailure(error, name))
    }
    expected += 1
    written += bytes.length
    return ok(written)
  }

  const finish = async (): Promise<Result<{ name: string; bytes: number }>> => {
    if (ended !== null) return { ok: false, error: ended }
    if (handle === null) return endWith(fail('conflict', `No part of ${name} was ever sent.`).error)
    try {
      const mode = await stat(place.target).then(
        (found) => found.mode & 0o777,
        () => null,
      )
      if (mode !== null) await handle.chmod(mode)
      await handle.sync()
      await handle.close()
      handle = null
      const checked = await check?.(place.temporary, name)
      if (checked?.ok === false) return await endWith(notWhole(name, checked.error))
      await calls.rename(place.temporary, place.target)
    } catch (error) {
      return endWith(describeWriteFailure(error, name))
    }
    ended = fail('conflict', `${name} is already finished.`).error
    await syncFolder(dirname(place.target))
    return ok({ name, bytes: written })
  }

  const abort = async (): Promise<void> => {
    if (ended === null) await end(fail('cancelled', `The export of ${name} was stopped.`).error)
  }

  return {
    append: (part, bytes) => inTurn(() => append(part, bytes)),
    finish: () => inTurn(finish),
    abort: () => inTurn(abort),
    discard: () => {
      if (ended !== null) return
      ended = fail('cancelled', `The export of ${name} was stopped.`).error
      rmSync(place.temporary, { force: true })
    },
  }
}

function notWhole(name: string, { message }: AppError): AppError {
  return {
    kind: 'unreadable',
    message: `${name} was read again and is not whole. ${message}`,
    kept: `Nothing was written under the name ${name}; what was there before is unchanged.`,
    advice: 'Try again on another disk; this one may be failing.',
  }
}

/** Makes the rename itself last through a power cut. Not every system lets a folder be opened; there it is left to it. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch {
    // The file is whole and under its name either way.
  }
}
