import { randomBytes } from 'node:crypto'
import type { Stats } from 'node:fs'
import { lstat, open, realpath, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type AppError, fail, ok, type Result } from '#core/model/result'
import { codeOf, isCode } from './system-errors'

/** Where an export goes, and the file beside it that gathers it until it is whole. Absolute paths. */
export interface ExportTarget {
  readonly target: string
  readonly temporary: string
}

/** Room for the random part and the suffix in the 255 bytes a file system allows a name. */
const NAME_IN_TEMPORARY = 60

/**
 * Looks before the work starts whether a file can be written there at all, by making and removing the temporary file:
 * a long export must not fail at its end for what was plain at its beginning. A link is followed, so that it stays a link.
 */
export async function prepareTarget(chosen: string): Promise<Result<ExportTarget>> {
  const name = basename(chosen)
  try {
    const target = await resolveTarget(resolve(chosen))
    const existing = await statIfThere(target)
    if (existing !== null && !existing.isFile()) {
      return fail(
        'invalid-input',
        `${name} is ${existing.isDirectory() ? 'a folder' : 'no ordinary file'}.`,
        {
          advice: 'Choose another name.',
        },
      )
    }
    // Replacing a file that is marked read-only would be possible, and is not what its owner meant.
    if (existing !== null && (existing.mode & 0o222) === 0) {
      return fail('read-only', `${name} is marked read-only.`, {
        kept: 'It is unchanged.',
        advice: 'Choose another name, or allow writing to the file.',
      })
    }
    const temporary = join(dirname(target), temporaryName(target))
    await (await open(temporary, 'wx')).close()
    await rm(temporary)
    return ok({ target, temporary })
  } catch (error) {
    return { ok: false, error: describeWriteFailure(error, name) }
  }
}

async function resolveTarget(path: string): Promise<string> {
  const found = await lstat(path).catch(() => null)
  return found?.isSymbolicLink() === true ? realpath(path) : path
}

async function statIfThere(path: string): Promise<Stats | null> {
  try {
    return await stat(path)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

function temporaryName(target: string): string {
  return `.${basename(target).slice(0, NAME_IN_TEMPORARY)}.${randomBytes(6).toString('hex')}.tmp`
}

/** A system error of writing as what a person can act on. The target is always untouched: only a rename changes it. */
export function describeWriteFailure(error: unknown, name: string): AppError {
  const kept = `Nothing was written under the name ${name}; what was there before is unchanged.`
  if (isCode(error, 'ENOSPC', 'EDQUOT')) {
    return {
      kind: 'disk-full',
      message: `The disk is full; ${name} was not written.`,
      kept,
      advice: 'Free some space or choose another disk.',
    }
  }
  if (isCode(error, 'EACCES', 'EPERM', 'EROFS')) {
    return {
      kind: 'read-only',
      message: `${name} cannot be written there${codeOf(error)}.`,
      kept,
      advice: 'Choose a folder you may write to.',
    }
  }
  if (isCode(error, 'ENOENT', 'ENOTDIR')) {
    return {
      kind: 'not-found',
      message: `The folder for ${name} is not there.`,
      kept,
      advice: 'Choose another folder.',
    }
  }
  if (isCode(error, 'EFBIG')) {
    return {
      kind: 'too-large',
      message: `${name} grew too large for that disk.`,
      kept,
      advice: 'Choose another disk, or export without the texts.',
    }
  }
  return {
    kind: 'unavailable',
    message: `${name} could not be written${codeOf(error)}.`,
    kept,
    advice: 'Try again, or choose another folder.',
  }
}
