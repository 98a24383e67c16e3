import { fail, ok, type AppError, type Result } from '#core/model/result'
import type { ImportCursor } from '#data/stored'
import type { ImportFormat } from '#ipc/import-stream'

/** Where an import's files come from. */
export interface ImportSource {
  /** The batch of frames after a place, null for the first. */
  batch(after: ImportCursor | null): Promise<Result<Uint8Array>>
  /** The bytes of a dataset file from a place in it on, as many as come at once; none at its end. */
  datasetPart(place: ImportCursor, from: number): Promise<Result<Uint8Array>>
}

/** The source behind a grant: main's stream on the app scheme. */
export function fetchSource(token: string, format: ImportFormat): ImportSource {
  return {
    batch: async (after) => {
      const query = new URLSearchParams({
        ...(after && { after: after.path, root: String(after.root) }),
        ...(after?.part !== undefined && { part: String(after.part) }),
        ...(format === 'brat' && { format }),
      })
      const got = await get(`/import/${token}${query.size > 0 ? `?${query.toString()}` : ''}`)
      return got.ok ? ok(new Uint8Array(await got.value.arrayBuffer())) : got
    },
    datasetPart: async ({ root, path }, from) => {
      const place = new URLSearchParams({ root: String(root), path, from: String(from) })
      const got = await get(`/import/${token}/dataset?${place.toString()}`)
      return got.ok ? ok(new Uint8Array(await got.value.arrayBuffer())) : got
    },
  }
}

const KEPT = 'Everything imported so far is kept.'

async function get(url: string): Promise<Result<Response>> {
  let response: Response
  try {
    response = await fetch(url)
  } catch {
    return fail('unavailable', 'The files could not be read.', { kept: KEPT, advice: 'Resume the import.' })
  }
  if (response.ok) return ok(response)
  if (response.status === 404) {
    return fail('not-found', 'The imported folder cannot be reached any more.', {
      kept: KEPT,
      advice: 'Connect the drive or put the folder back, then resume.',
    })
  }
  return { ok: false, error: await errorOf(response) }
}

/** The `AppError` that main sent, or one that says what is known. */
export async function errorOf(response: Response): Promise<AppError> {
  const sent = response.headers.get('content-type')?.includes('json') ? await response.json() : null
  if (isAppError(sent)) return sent
  return {
    kind: 'unavailable',
    message: `The program could not go on (answer ${String(response.status)}).`,
    kept: KEPT,
    advice: 'Try again.',
  }
}

function isAppError(value: unknown): value is AppError {
  return typeof value === 'object' && value !== null && 'kind' in value && 'message' in value
}
