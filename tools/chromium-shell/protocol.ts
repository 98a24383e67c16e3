/** Handlers of own schemes, by scheme. */
const handlers = new Map<string, SchemeHandler>()

/** What `protocol.handle` is given: answers a request of the own scheme. */
export type SchemeHandler = (request: Request) => Response | Promise<Response>

type Privileges = Pick<
  Electron.Privileges,
  'standard' | 'secure' | 'supportFetchAPI' | 'corsEnabled' | 'stream' | 'codeCache' | 'allowServiceWorkers'
>

/** Electron's `protocol`: own schemes, which Chromium sees as reserved https origins (origins.ts). */
export const protocol = {
  /** Every own scheme is standard, secure and open to fetch here, whatever is asked: an https origin is all of these. */
  registerSchemesAsPrivileged: (schemes: readonly { scheme: string; privileges?: Privileges }[]): void => {
    for (const { scheme } of schemes) {
      if (!/^[a-z][a-z0-9+-]*$/.test(scheme)) throw new TypeError(`"${scheme}" cannot be an own scheme.`)
    }
  },
  handle: (scheme: string, handler: SchemeHandler): void => {
    if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} already has a handler.`)
    handlers.set(scheme, handler)
  },
  unhandle: (scheme: string): void => {
    handlers.delete(scheme)
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
}

/** Schemes that have a handler. */
export function ownSchemes(): ReadonlySet<string> {
  return new Set(handlers.keys())
}

/** The handler of a URL's scheme; null where there is none. */
export function handlerOf(url: string): SchemeHandler | null {
  return handlers.get(url.slice(0, url.indexOf(':'))) ?? null
}
