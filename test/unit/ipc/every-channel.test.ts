import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { INVOKE_ANSWERS, isInvokeChannel } from '#ipc/bridge'
import type { InvokeChannel, InvokeChannels } from '#ipc/channels'
import { type Handlers, registerHandlers } from '../../../src/main/ipc'
import { createMemoryLog } from '../main/memory-log'

/*
 * Every channel of the map, called through the handlers main registers: with what it declares, with each part of that
 * made something else or far too large, and from senders that are none of ours.
 */

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>

const registered = vi.hoisted(() => new Map<string, Listener>())

vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: Listener) => registered.set(channel, listener) },
}))

const TOKEN = 'abcdefghijklmnopqrstuvwxyz_-0123'

/** What each channel takes. A channel without an example does not compile. */
const EXAMPLES: { readonly [C in InvokeChannel]: Parameters<InvokeChannels[C]> } = {
  'app:info': [],
  'app:ready': [],
  'app:close': [],
  'app:log': ['info', 'a line'],
  'menu:set': [
    [{ id: 'file.open', label: 'Open', accelerator: 'CmdOrCtrl+O', enabled: true, menu: 'file', group: 1 }],
  ],
  'import:pick': ['folder'],
  'import:drop': [['/articles']],
  'import:sample': [],
  'import:set-limit': [50],
  'import:resume': [TOKEN],
  'import:inspect': [TOKEN],
  'import:close': [TOKEN],
  'export:pick': ['dataset', 'ferries'],
  'export:finish': [TOKEN],
  'export:abort': [TOKEN],
  'export:reveal': [TOKEN],
  'backup:list': [],
  'backup:settle': [{ id: 'cor_1', name: 'Ferries' }, ['backup-2026-11-30T12-00-00Z-0123456789ab.json.gz']],
  'backup:folder': [],
  'backup:pick-folder': [],
  'backup:forget-folder': [],
  'corpora:note': [[{ id: 'cor_1', name: 'Ferries' }]],
  'corpora:noted': [],
  'headless:job': [],
  'headless:progress': ['half done'],
  'headless:done': [{ imported: 1, sameAs: 0, problems: [{ path: 'a', message: 'b' }], failed: 'why' }],
}

const CHANNELS = Object.keys(INVOKE_ANSWERS).filter((name) => isInvokeChannel(name))

/** Larger than any text, list or number a channel takes. */
const LONG_TEXT = 'x'.repeat(2_000_000)
const LONG_LIST = 1_000_001

/** Values of every type that none of the examples' parts may be replaced by, besides those of its own type. */
const NEVER: readonly unknown[] = [undefined, 1n, Symbol('s'), () => TOKEN, new Date(0), new Map(), /a/u]

/** The value with one part of it, at any depth, made what it must not be. */
function* spoilt(value: unknown): Generator<unknown> {
  yield* NEVER
  if (typeof value === 'string') {
    yield* [LONG_TEXT, 5, true, [value], { toString: () => value }, new String(value)]
  } else if (typeof value === 'number') {
    yield* [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, String(value), true, [value], null]
  } else if (typeof value === 'boolean') {
    yield* [0, 'true', null, [value]]
  } else if (Array.isArray(value)) {
    const list: readonly unknown[] = value
    yield* [null, 'x', 5, { 0: list[0], length: 1 }, new Array(1), new Array(LONG_LIST).fill(list[0])]
    for (const part of spoilt(list[0])) yield [part]
  } else if (typeof value === 'object' && value !== null) {
    yield* [null, 'x', 5, [value], { ...value, more: 1 }, Object.create(value)]
    yield JSON.parse(JSON.stringify(value).replace('{', '{"__proto__":{},'))
    for (const [name, part] of Object.entries(value)) {
      const without: Record<string, unknown> = { ...value }
      Reflect.deleteProperty(without, name)
      yield without
      for (const wrong of spoilt(part)) yield { ...value, [name]: wrong }
    }
  }
}

const own = { id: 1 } as WebContents
const called = vi.fn<(channel: string) => void>()
const log = createMemoryLog()
const handlers = new Proxy({} as Handlers, {
  get: (_target, channel) => () => {
    called(String(channel))
  },
})

beforeEach(() => {
  registered.clear()
  called.mockClear()
  log.lines.length = 0
  registerHandlers(handlers, () => own, log)
})

function call(channel: string, args: readonly unknown[], event: object = from()): Promise<unknown> {
  return registered.get(channel)?.(event as IpcMainInvokeEvent, ...args) ?? Promise.reject(new Error(channel))
}

function from(url = 'app://crossread/', parent: object | null = null, sender: object = own): object {
  return { sender, senderFrame: { url, parent } }
}

describe.each(CHANNELS)('%s', (channel) => {
  const example: readonly unknown[] = EXAMPLES[channel]

  it('takes what it declares', async () => {
    await expect(call(channel, example)).resolves.toHaveProperty('answer')
    expect(called).toHaveBeenCalledWith(channel)
  })

  it('takes neither more nor fewer arguments', async () => {
    for (const args of [[...example, undefined], [...example, 1], example.slice(0, -1)]) {
      if (args.length === example.length) continue
      await expect(call(channel, args)).resolves.toMatchObject({ refused: { kind: 'refused' } })
    }
    expect(called).not.toHaveBeenCalled()
  })

  it('refuses and logs each part that is of another type or far too large', async () => {
    let tried = 0
    for (const [index, value] of example.entries()) {
      for (const wrong of spoilt(value)) {
        const answer = await call(channel, example.with(index, wrong))
        expect(answer, `argument ${index + 1}`).toMatchObject({ refused: { kind: 'refused' } })
        tried += 1
      }
    }
    expect(called).not.toHaveBeenCalled()
    expect(log.lines).toHaveLength(tried)
    // What is refused may be anything, and a log is no place for it.
    expect(Math.max(0, ...log.lines.map((line) => line.length))).toBeLessThan(200)
  })

  it.each([
    ['a frame in the page', from('app://crossread/', {})],
    ['a frame in a frame', from('app://crossread/', { parent: {} })],
    ['another page', from('https://example.org/')],
    ['a file', from('file:///index.html')],
    ['a page of data', from('data:text/html,x')],
    ['a look-alike host', from('app://crossread.example.org/')],
    ['a look-alike user', from('app://crossread@example.org/')],
    ['a port', from('app://crossread:80/')],
    ['another scheme', from('apps://crossread/')],
    ['no page', from('')],
    ['another window', from('app://crossread/', null, { id: 1 })],
    ['a frame that is gone', { sender: own, senderFrame: null }],
  ])('is refused and logged from %s', async (_name, event) => {
    await expect(call(channel, example, event)).resolves.toMatchObject({ refused: { kind: 'refused' } })
    expect(called).not.toHaveBeenCalled()
    expect(log.lines).toHaveLength(1)
  })
})
