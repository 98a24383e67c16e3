import { randomBytes } from 'node:crypto'

/** A nonce nobody can guess, made afresh for each load of the page. */
export function createNonce(): string {
  return randomBytes(18).toString('base64')
}

/**
 * The policy of a page or worker. Style elements need `nonce`, because the UI kit writes some at run time; a worker has
 * no styles and gets none. No `unsafe-inline` and no `unsafe-eval` anywhere (test/unit/main/content-security.test.ts).
 */
export function contentSecurityPolicy(nonce: string | null): string {
  const style = nonce === null ? `style-src 'self'` : `style-src 'self' 'nonce-${nonce}'`
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    style,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/** Headers that every answer of the app scheme carries. */
export function securityHeaders(nonce: string | null): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
  }
}

const NONCE_META = /<meta\s+property="csp-nonce"[^>]*>/i

/** Writes the nonce where the page's style engine looks for it: `<meta property="csp-nonce" content="…">`. */
export function writeNonce(html: string, nonce: string): string {
  const meta = `<meta property="csp-nonce" content="${nonce}" nonce="${nonce}" />`
  if (NONCE_META.test(html)) return html.replace(NONCE_META, () => meta)
  return html.replace(/<head[^>]*>/i, (head) => `${head}\n    ${meta}`)
}
