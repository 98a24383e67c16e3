import { readFile } from 'node:fs/promises'
import type { AppError } from '#core/model/result'
import { TOKEN_PATTERN } from '#ipc/arguments'
import { isAppUrl } from './app-url'
import { securityHeaders } from './content-security'
import type { Backups } from './backups'
import type { Exports } from './exports'
import type { Imports } from './imports'
import { describeThrown, type Log } from './log'
import { plainResponse, serveAsset } from './static-files'
import type { WalkCursor } from './walk'

/** What the app scheme serves. */
export interface RouteSources {
  /** Folder of the built renderer. */
  readonly assets: string
  readonly imports: Imports
  readonly exports: Exports
  readonly backups: Backups
  readonly log: Log
}

/**
 * Answers every request of the app scheme: `GET /import/<token>…` and `POST /export/<token>…` are the workers' streams,
 * `/backup/<corpus>/<file>` reads and writes the files of backups, any other GET is a file of the renderer (test/unit/main/routes.test.ts).
 */
export function createRequestHandler(sources: RouteSources): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isAppUrl(request.url)) return plainResponse(403)
    try {
      return await route(sources, request, new URL(request.url))
    } catch (error) {
      sources.log.write(
        'error',
        `${request.method} ${new URL(request.url).pathname}: ${describeThrown(error)}`,
      )
      return plainResponse(500)
    }
  }
}

async function route(sources: RouteSources, request: Request, url: URL): Promise<Response> {
  const [, area, token, detail, ...rest] = url.pathname.split('/')
  if (area === 'backup' && rest.length === 0) {
    return serveBackup(sources, request, { corpus: token ?? '', name: detail ?? '', url })
  }
  if (area !== 'import' && area !== 'export') {
    return request.method === 'GET' ? serveAsset(sources.assets, url.pathname) : plainResponse(405)
  }
  if (token === undefined || !TOKEN_PATTERN.test(token) || rest.length > 0) return plainResponse(404)
  if (area === 'export') {
    if (detail !== undefined) return plainResponse(404)
    return request.method === 'POST' ? appendPart(sources, request, token, url) : plainResponse(405)
  }
  if (request.method !== 'GET') return plainResponse(405)
  if (detail === 'dataset') return serveDataset(sources, token, url)
  return detail === undefined ? serveBatch(sources, token, url) : plainResponse(404)
}

async function serveBackup(
  { backups }: RouteSources,
  request: Request,
  { corpus, name, url }: { readonly corpus: string; readonly name: string; readonly url: URL },
): Promise<Response> {
  const place = url.searchParams.get('place') === 'chosen' ? 'chosen' : 'own'
  const path = backups.locate(place, corpus, name)
  if (path === null) return plainResponse(404)
  if (request.method === 'POST' && place === 'own') {
    const written = await backups.write(corpus, name, new Uint8Array(await request.arrayBuffer()))
    return written.ok ? jsonResponse(200, null) : jsonResponse(statusOf(written.error), written.error)
  }
  if (request.method !== 'GET') return plainResponse(405)
  const bytes = await readFile(path).catch(() => null)
  return bytes === null ? plainResponse(404) : binaryResponse(new Uint8Array(bytes))
}

async function serveBatch(sources: RouteSources, token: string, url: URL): Promise<Response> {
  const after = url.searchParams.has('after') ? readCursor(url) : null
  if (after === null && url.searchParams.has('after')) return plainResponse(400)
  const format = url.searchParams.get('format') ?? 'articles'
  if (format !== 'articles' && format !== 'brat') return plainResponse(400)
  const batch = await sources.imports.nextBatch(token, after, format)
  return batch === null ? plainResponse(404) : binaryResponse(batch)
}

async function serveDataset(sources: RouteSources, token: string, url: URL): Promise<Response> {
  const place = readPlace(url, 'path')
  const from = readCount(url.searchParams.get('from'))
  if (from === null) return plainResponse(400)
  const part = place === null ? null : await sources.imports.readDataset(token, place, from)
  if (part === null) return plainResponse(404)
  return part.ok ? binaryResponse(part.value) : jsonResponse(statusOf(part.error), part.error)
}

/** The place after which a batch begins; null when the URL names none. */
function readCursor(url: URL): WalkCursor | null {
  const place = readPlace(url, 'after')
  if (place === null || !url.searchParams.has('part')) return place
  const part = readCount(url.searchParams.get('part'))
  return part === null ? null : { ...place, part }
}

/** The place a URL names by `root` and a parameter for the path; null when there is no such place. */
function readPlace(url: URL, parameter: 'after' | 'path'): WalkCursor | null {
  const path = url.searchParams.get(parameter)
  const root = readCount(url.searchParams.get('root'))
  return path === null || root === null ? null : { root, path }
}

function readCount(text: string | null): number | null {
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null
}

async function appendPart(
  sources: RouteSources,
  request: Request,
  token: string,
  url: URL,
): Promise<Response> {
  const part = readCount(url.searchParams.get('part'))
  if (part === null) return plainResponse(400)
  const result = await sources.exports.append(token, part, new Uint8Array(await request.arrayBuffer()))
  if (result.ok) return jsonResponse(200, { bytes: result.value })
  return jsonResponse(statusOf(result.error), result.error)
}

function statusOf(error: AppError): number {
  switch (error.kind) {
    case 'disk-full':
      return 507
    case 'read-only':
    case 'refused':
      return 403
    case 'not-found':
      return 404
    case 'conflict':
    case 'cancelled':
      return 409
    case 'too-large':
      return 413
    default:
      return 500
  }
}

function binaryResponse(body: Uint8Array<ArrayBuffer>): Response {
  const headers = {
    ...securityHeaders(null),
    'Content-Type': 'application/octet-stream',
    'Cache-Control': 'no-store',
  }
  return new Response(body, { headers })
}

function jsonResponse(status: number, value: unknown): Response {
  const headers = {
    ...securityHeaders(null),
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
  }
  return new Response(JSON.stringify(value), { status, headers })
}
