import { fail, ok, type Result } from '#core/model/result'
import { errorOf } from './import-source'

/** Sends one part of a file to main; parts are numbered from 0 and sent in order. The value is its length in bytes. */
export async function postPart(
  token: string,
  part: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<number>> {
  let response: Response
  try {
    response = await fetch(`/export/${token}?part=${String(part)}`, { method: 'POST', body: bytes })
  } catch {
    return fail('unavailable', 'The file could not be written.', {
      kept: 'What stood under its name before is untouched.',
      advice: 'Try again.',
    })
  }
  return response.ok ? ok(bytes.length) : { ok: false, error: await errorOf(response) }
}
