/**
 * An own scheme such as `app://crossread/x` is shown to Chromium as `https://crossread.app.invalid/x`: a secure origin
 * with storage and workers. `.invalid` is reserved (RFC 2606), so no such host can ever exist.
 */
const SUFFIX = '.invalid'

/** `app://crossread/x` -> `https://crossread.app.invalid/x`; null for a URL of no own scheme. */
export function toBrowserUrl(url: string, schemes: ReadonlySet<string>): string | null {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/is.exec(url)
  const [, scheme = '', host = '', rest = ''] = match ?? []
  if (!schemes.has(scheme.toLowerCase())) return null
  return `https://${host.toLowerCase()}.${scheme.toLowerCase()}${SUFFIX}${rest === '' ? '/' : rest}`
}

/** The way back; any other URL, http and https included, comes back as it is. */
export function toAppUrl(url: string, schemes: ReadonlySet<string>): string {
  const match = /^https:\/\/([^/?#@:]+)\.([a-z][a-z0-9+-]*)\.invalid(?=[/?#]|$)(.*)$/is.exec(url)
  const [, host = '', scheme = '', rest = ''] = match ?? []
  return schemes.has(scheme) ? `${scheme}://${host}${rest}` : url
}

/** Own-scheme sources inside a Content-Security-Policy, in the origins that Chromium sees. */
export function mapPolicy(policy: string, schemes: ReadonlySet<string>): string {
  return policy
    .split(/(\s+|;)/)
    .map((token) => {
      const scheme = /^([a-z][a-z0-9+-]*):$/i.exec(token)?.[1]
      if (scheme !== undefined && schemes.has(scheme)) return `https://*.${scheme}${SUFFIX}`
      return toBrowserUrl(token, schemes)?.replace(/\/$/, '') ?? token
    })
    .join('')
}
