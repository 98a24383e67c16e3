import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { INVOKE_ANSWERS } from '#ipc/bridge'
import { type Handlers, registerHandlers } from '../../../src/main/ipc'
import { createMemoryLog } from './memory-log'

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>

const registered = vi.hoisted(() => new Map<string, Listener>())

vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: Listener) => registered.set(channel, listener) },
}))

const own = { id: 1 } as WebContents
const closed = vi.fn<(token: string) => void>()
const log = createMemoryLog()
const TOKEN = 'a'.repeat(32)

/** Only what the tests call; each other channel is a handler that fails the test. */
const handlers = new Proxy({} as Handlers, {
  get: (_target, channel) => {
    if (channel === 'import:close') return closed
    if (channel === 'app:ready') return () => Promise.reject(new Error('a secret of main'))
    return () => {
      throw new Error('not called in these tests')
    }
  },
})

beforeEach(() => {
  registered.clear()
  closed.mockClear()
  log.lines.length = 0
  registerHandlers(handlers, () => own, log)
})

function call(channel: string, event: Partial<IpcMainInvokeEvent>, ...args: unknown[]): Promise<unknown> {
  const listener = registered.get(channel)
  if (listener === undefined) throw new Error(`${channel} is not registered.`)
  return listener(event as IpcMainInvokeEvent, ...args)
}

function eventFrom(
  url: string,
  more: { parent?: object; sender?: object } = {},
): Partial<IpcMainInvokeEvent> {
  const senderFrame = { url, parent: more.parent ?? null }
  return { sender: more.sender ?? own, senderFrame } as Partial<IpcMainInvokeEvent>
}

const PAGE = eventFrom('app://crossread/')

describe('registerHandlers', () => {
  it('registers every channel of the map and no other', () => {
    expect([...registered.keys()].sort()).toEqual(Object.keys(INVOKE_ANSWERS).sort())
  })

  it('lets a good call from the page through', async () => {
    expect(await call('import:close', PAGE, TOKEN)).toEqual({ answer: undefined })
    expect(closed).toHaveBeenCalledWith(TOKEN)
    expect(log.lines).toEqual([])
  })

  it.each<[string, Partial<IpcMainInvokeEvent>]>([
    ['a frame in the page', eventFrom('app://crossread/', { parent: {} })],
    ['another page', eventFrom('https://example.org/')],
    ['a look-alike host', eventFrom('app://crossread.example.org/')],
    ['a look-alike user', eventFrom('app://crossread@example.org/')],
    ['an empty page', eventFrom('about:blank')],
    ['another window', eventFrom('app://crossread/', { sender: {} })],
    ['a frame that is gone', { sender: own, senderFrame: null }],
  ])('refuses and logs a call from %s', async (_name, event) => {
    expect(await call('import:close', event, TOKEN)).toMatchObject({ refused: { kind: 'refused' } })
    expect(closed).not.toHaveBeenCalled()
    expect(log.lines).toHaveLength(1)
  })

  it.each([[[]], [['short']], [[TOKEN, TOKEN]], [[{ toString: () => TOKEN }]], [[null]]])(
    'refuses and logs the arguments %j',
    async (args) => {
      expect(await call('import:close', PAGE, ...args)).toMatchObject({ refused: { kind: 'refused' } })
      expect(closed).not.toHaveBeenCalled()
      expect(log.lines).toHaveLength(1)
    },
  )

  it('keeps the words of a bug to the log', async () => {
    await expect(call('app:ready', PAGE)).rejects.toThrow('app:ready failed; the log says why.')
    expect(log.lines[0]).toContain('a secret of main')
  })

  it('refuses everything while there is no window', async () => {
    registered.clear()
    registerHandlers(handlers, () => null, log)
    expect(await call('import:close', PAGE, TOKEN)).toMatchObject({ refused: { kind: 'refused' } })
  })
})
