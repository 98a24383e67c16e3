import { readFile, realpath } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { createNonce, securityHeaders, writeNonce } from './content-security'

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * The file under `root` that a URL's path names, or null for a path that names none: broken escapes, NUL, back slashes,
 * or anything that would leave `root` (test/unit/main/static-files.test.ts).
 */
export function resolveAsset(root: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (decoded.includes('\0') || decoded.includes('\\') || !decoded.startsWith('/')) return null
  const base = resolve(root)
  const file = resolve(join(base, decoded === '/' ? 'index.html' : decoded))
  return file.startsWith(base + sep) ? file : null
}

/** False for a link that leads out of `root`; throws for a file that is not there. */
async function isInside(root: string, file: string): Promise<boolean> {
  return (await realpath(file)).startsWith((await realpath(root)) + sep)
}

/** Answers a GET for a built file of the renderer. A page gets a fresh nonce, in its policy and in its markup. */
export async function serveAsset(root: string, pathname: string): Promise<Response> {
  const file = resolveAsset(root, pathname)
  const type = file === null ? undefined : MIME_TYPES[extname(file).toLowerCase()]
  if (file === null || type === undefined) return plainResponse(404)
  let bytes: Buffer
  try {
    if (!(await isInside(root, file))) return plainResponse(404)
    bytes = await readFile(file)
  } catch {
    return plainResponse(404)
  }
  if (!type.startsWith('text/html')) {
    return new Response(new Uint8Array(bytes), {
      headers: { ...securityHeaders(null), 'Content-Type': type },
    })
  }
  const nonce = createNonce()
  return new Response(writeNonce(bytes.toString('utf8'), nonce), {
    headers: { ...securityHeaders(nonce), 'Content-Type': type, 'Cache-Control': 'no-store' },
  })
}

/** An answer without a body worth reading. */
export function plainResponse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders(null) })
}
