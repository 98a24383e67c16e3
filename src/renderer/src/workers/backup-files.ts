import { damagedBackup } from '#core/backup/manifest'
import { fail, ok, type AppError, type Result } from '#core/model/result'
import type { BackupPlace } from '#ipc/channels'
import { errorOf } from './import-source'

/** Reads and writes the files of one corpus' backups. */
export interface BackupFiles {
  /** Writes a file, whole or not at all. */
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Result<null>>
  read(name: string): Promise<Result<Uint8Array<ArrayBuffer>>>
}

/** The files behind the app scheme: main has the folders. */
export function fetchBackupFiles(corpus: string, place: BackupPlace): BackupFiles {
  const url = (name: string) => `/backup/${corpus}/${name}?place=${place}`
  return {
    write: async (name, bytes) => {
      const answer = await ask(url(name), { method: 'POST', body: bytes })
      return answer.ok ? ok(null) : answer
    },
    read: async (name) => {
      const answer = await ask(url(name))
      return answer.ok ? ok(new Uint8Array(await answer.value.arrayBuffer())) : answer
    },
  }
}

async function ask(url: string, init?: RequestInit): Promise<Result<Response>> {
  let response: Response
  try {
    response = await fetch(url, init)
  } catch {
    return fail('unavailable', 'The folder of the backups did not answer.', { advice: 'Try again.' })
  }
  if (response.ok) return ok(response)
  if (response.status === 404) return damagedBackup('a file of it is missing')
  const error: AppError = await errorOf(response)
  return { ok: false, error }
}

/** A text, gzipped. Its pieces are compressed as they come, so that the text is never held whole. */
export async function compress(
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new CompressionStream('gzip')
  const zipped = new Response(zip.readable).arrayBuffer()
  zipped.catch(() => undefined)
  const writer = zip.writable.getWriter()
  const encoder = new TextEncoder()
  try {
    for await (const piece of pieces) await writer.write(encoder.encode(piece))
    await writer.close()
  } catch (error) {
    await writer.abort(error).catch(() => undefined)
    throw error
  }
  return new Uint8Array(await zipped)
}

/** The text of a gzipped file; `unreadable` when its checksum says that it is not what was written. */
export async function decompress(bytes: Uint8Array<ArrayBuffer>): Promise<Result<string>> {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(await new Response(stream).arrayBuffer()))
  } catch {
    return damagedBackup('it is cut off or overwritten')
  }
}

/** SHA-256 of bytes, as 64 lower-case hexadecimal digits. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
