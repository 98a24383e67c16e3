/** Scheme and host of the program's own pages, workers and streams. Nothing else is ever loaded. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'crossread'
export const APP_ROOT = `${APP_SCHEME}://${APP_HOST}/`

/** True for a URL under the program's own root; a user name, a port or a look-alike host is none. */
export function isAppUrl(url: string): boolean {
  return url.startsWith(APP_ROOT)
}
