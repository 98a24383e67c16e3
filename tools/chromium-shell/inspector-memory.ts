import type { BrowserContext } from 'playwright-core'

/** How Playwright sends one command to Chromium. */
type Send = (this: unknown, session: string, method: string, params: unknown) => unknown

/**
 * Keeps Chromium from holding every answer for an inspector that nobody opens. Playwright switches the `Network` domain
 * on for each worker with Chromium's own limit, 200 MB of bodies in the page's process: an import would fill it, where
 * Electron, without an inspector, keeps nothing. Playwright has no option for it, so the command is completed on its
 * way.
 * @returns false where this Playwright has its connection elsewhere: nothing is changed, and memory grows
 *   (test/e2e/shell.spec.ts sees that it is not so with the one in use)
 */
export function keepNoBodies(context: BrowserContext): boolean {
  const connection = follow(implementationOf(context), '_browser', '_connection')
  const send = connection?.['_rawSend']
  if (!connection || !isSend(send)) return false
  connection['_rawSend'] = function (this: unknown, session: string, method: string, params: unknown) {
    return send.call(this, session, method, method === 'Network.enable' ? NO_BODIES : params)
  }
  return true
}

/** The limits that Chromium takes for none are absent ones, so that the least is one byte. */
const NO_BODIES = { maxTotalBufferSize: 1, maxResourceBufferSize: 1 }

type Properties = Record<string, unknown>

/** The object behind Playwright's public one: both live in this process. */
function implementationOf(context: BrowserContext): unknown {
  const connection = follow(context, '_connection')
  const toImpl = connection?.['toImpl']
  return typeof toImpl === 'function' ? (toImpl as (object: unknown) => unknown)(context) : null
}

function follow(start: unknown, ...names: readonly string[]): Properties | null {
  let at: unknown = start
  for (const name of names) at = isObject(at) ? at[name] : null
  return isObject(at) ? at : null
}

function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null
}

function isSend(value: unknown): value is Send {
  return typeof value === 'function'
}
