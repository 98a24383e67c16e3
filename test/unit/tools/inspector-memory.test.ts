import type { BrowserContext } from 'playwright-core'
import { expect, it } from 'vitest'
import { keepNoBodies } from '../../../tools/chromium-shell/inspector-memory'

/** A context as Playwright makes it, and what it sends. */
function createContext() {
  const sent: unknown[] = []
  const connection = {
    name: 'the connection',
    _rawSend(this: { name: string }, session: string, method: string, params: unknown) {
      sent.push([this.name, session, method, params])
      return 7
    },
  }
  const context = { _connection: { toImpl: () => ({ _browser: { _connection: connection } }) } }
  return { context: context as unknown as BrowserContext, connection, sent }
}

it('asks Chromium to keep no bodies, and sends everything else as it is', () => {
  const { context, connection, sent } = createContext()
  expect(keepNoBodies(context)).toBe(true)
  expect(connection._rawSend('worker', 'Network.enable', undefined)).toBe(7)
  connection._rawSend('page', 'Fetch.enable', { patterns: [] })
  expect(sent).toEqual([
    ['the connection', 'worker', 'Network.enable', { maxTotalBufferSize: 1, maxResourceBufferSize: 1 }],
    ['the connection', 'page', 'Fetch.enable', { patterns: [] }],
  ])
})

it('leaves a Playwright alone that it does not know', () => {
  expect(keepNoBodies({} as BrowserContext)).toBe(false)
  expect(keepNoBodies({ _connection: { toImpl: () => null } } as unknown as BrowserContext)).toBe(false)
})
