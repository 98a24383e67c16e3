import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { launchOnShell } from '../../tools/drive/launch-shell'
import { expect, test } from './fixtures'

/* The runtime itself, by a program as small as can be: fixtures-main. */

const MAIN = fileURLToPath(new URL('fixtures-main/index.mjs', import.meta.url))
test.use({ main: MAIN })

interface Bridge {
  readonly answer: number
  readonly nested: { readonly list: number[] }
  invoke(channel: string, ...args: unknown[]): Promise<unknown>
  throws(): void
}
declare global {
  interface Window {
    readonly fixture: Bridge
  }
}

interface Seen {
  refused: string[]
  navigations: string[]
  windows: string[]
  secondStarts: string[][]
  posted: number
}
const seen = (page: Page): Promise<Seen> =>
  page.evaluate(() => window.fixture.invoke('seen') as Promise<Seen>)

test('a page of the own scheme opens, with its policy and without any other global', async ({ app }) => {
  await expect(app.page.getByRole('heading', { name: 'Shell fixture' })).toBeVisible()
  expect(await app.page.evaluate(() => window.isSecureContext)).toBe(true)
  // The policy allows scripts of the own scheme only.
  expect(
    await app.page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.intruded = true'
      document.head.append(script)
      return 'intruded' in window
    }),
  ).toBe(false)
  expect(
    await app.page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in window)),
  ).toEqual([])
})

test('calls carry plain data both ways, with the sender, and fail with a message', async ({ app }) => {
  const { page } = app
  expect(await page.evaluate(() => window.fixture.invoke('sender'))).toEqual({
    url: 'app://fixture/',
    parent: null,
  })
  const same = await page.evaluate(async () => {
    const sent = {
      nothing: undefined,
      when: new Date(86_400_000),
      rate: NaN,
      pairs: new Map([['a', new Set([1n])]]),
      bytes: new Uint16Array([1, 65_535]),
      $: 'a key of ours',
    }
    const back = (await window.fixture.invoke('echo', sent)) as typeof sent
    return [
      'nothing' in back && back.nothing === undefined,
      back.when.getTime() === 86_400_000,
      Number.isNaN(back.rate),
      back.pairs.get('a')?.has(1n),
      back.bytes instanceof Uint16Array && back.bytes[1] === 65_535,
      back.$ === 'a key of ours',
    ]
  })
  expect(same).toEqual([true, true, true, true, true, true])
  const failed = page.evaluate(() => window.fixture.invoke('fail'))
  await expect(failed).rejects.toThrow("Error invoking remote method 'fail': Error: as asked")
  const unknown = page.evaluate(() => window.fixture.invoke('no-such-channel'))
  await expect(unknown).rejects.toThrow("No handler registered for 'no-such-channel'")
  const uncloneable = page.evaluate(() => window.fixture.invoke('echo', { run: () => 1 }))
  await expect(uncloneable).rejects.toThrow(/could not be cloned/)
  expect(
    await page.evaluate(() => {
      try {
        window.fixture.throws()
        return ''
      } catch (error) {
        return error instanceof Error ? error.message : 'not of this world'
      }
    }),
  ).toBe('thrown in the preload')
})

test("the page cannot reach the bridge's internals", async ({ app }) => {
  const found = await app.page.evaluate(async () => {
    const bridge = window.fixture
    const frozen = Object.isFrozen(bridge) && Object.isFrozen(bridge.nested) && Object.isFrozen(bridge.invoke)
    const replaced = Reflect.set(window, 'fixture', null) || Reflect.deleteProperty(window, 'fixture')

    // What crosses is a copy: changing it changes nothing on the other side.
    const before = Object.getOwnPropertyNames(window).filter((name) => /^s[0-9a-f]{32}/.test(name))
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const inFrame = Object.getOwnPropertyNames(frame.contentWindow ?? {}).filter((name) =>
      /^s[0-9a-f]{32}|^fixture$/.test(name),
    )

    // Everything a page could hook, hooked. None of it may see the name of the secret event or a function of the bridge.
    const caught: unknown[] = ['start']
    // No method of an array: those are among what is hooked.
    const note = (...entries: unknown[]): void => {
      for (let at = 0; at < entries.length; at += 1) caught[caught.length] = entries[at]
    }
    const spy = (target: object, name: string): void => {
      const original = Reflect.get(target, name) as (...args: unknown[]) => unknown
      Reflect.set(target, name, function (this: unknown, ...args: unknown[]) {
        note(name, ...args)
        return Reflect.apply(original, this, args)
      })
    }
    for (const name of ['dispatchEvent', 'addEventListener']) {
      spy(EventTarget.prototype, name)
      spy(document, name)
    }
    for (const name of ['call', 'apply', 'bind', 'toString']) spy(Function.prototype, name)
    for (const name of ['push', 'map', 'forEach']) spy(Array.prototype, name)
    spy(window, 'structuredClone')
    spy(JSON, 'stringify')
    const Custom = window.CustomEvent
    Reflect.set(
      window,
      'CustomEvent',
      class extends Custom<unknown> {
        constructor(name: string, init?: CustomEventInit) {
          super(name, init)
          note(name)
        }
      },
    )
    for (const name of ['detail', 'bubbles', 'kind', 't', '0']) {
      Object.defineProperty(Object.prototype, name, {
        configurable: true,
        get(this: unknown) {
          note(`got ${name}`)
          return undefined
        },
        set() {
          note(`set ${name}`)
        },
      })
    }
    Error.prepareStackTrace = (error, sites) => {
      for (const site of sites) note(site.getFunction(), site.getThis())
      return String(error)
    }
    const echoed = await bridge.invoke('echo', ['through', { a: 1 }])
    try {
      bridge.throws()
    } catch (error) {
      note((error as Error).stack)
    }
    for (const name of ['detail', 'bubbles', 'kind', 't', '0']) Reflect.deleteProperty(Object.prototype, name)
    Reflect.deleteProperty(Error, 'prepareStackTrace')
    const hooked = caught.length > 1
    const secrets = caught.filter(
      (entry) => (typeof entry === 'string' && /s[0-9a-f]{32}/.test(entry)) || typeof entry === 'function',
    )
    const sources = [bridge.invoke, bridge.throws].map((method) => Function.prototype.toString.call(method))
    return { frozen, replaced, before, inFrame, echoed, hooked, secrets: secrets.map(String), sources }
  })
  expect(found.frozen).toBe(true)
  expect(found.replaced).toBe(false)
  expect(found.before).toEqual([])
  expect(found.inFrame).toEqual([])
  expect(found.echoed).toEqual(['through', { a: 1 }])
  // The hooks do work.
  expect(found.hooked).toBe(true)
  expect(found.secrets).toEqual([])
  for (const source of found.sources) expect(source).not.toMatch(/s[0-9a-f]{32}/)
})

test('every request beyond the own scheme is refused, and main hears of it', async ({ app }) => {
  const served: string[] = []
  const server = createServer((request, response) => {
    served.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*')
    response.end('out')
  })
  server.on('upgrade', (request, socket) => {
    served.push(request.url ?? '')
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const results = await app.page.evaluate(async (port) => {
    const attempt = (url: string): Promise<string> =>
      fetch(url).then(
        () => 'went out',
        () => 'refused',
      )
    const socket = await new Promise((resolve) => {
      const opening = new WebSocket(`ws://127.0.0.1:${port}/socket`)
      opening.onopen = () => resolve('went out')
      opening.onerror = () => resolve('refused')
    })
    return [
      await attempt(`https://example.com/`),
      await attempt(`https://127.0.0.1:${port}/fetch`),
      await attempt('https://other.app.invalid/'),
      socket,
    ]
  }, port)
  server.close()
  expect(results).toEqual(['refused', 'refused', 'refused', 'refused'])
  expect(served).toEqual([])
  expect((await seen(app.page)).refused).toContain('https://example.com/')
})

test('the page goes nowhere and opens nothing', async ({ app }) => {
  await app.page.evaluate(() => {
    window.open('https://example.com/window')
    location.href = 'https://example.com/away'
  })
  await expect.poll(async () => (await seen(app.page)).navigations).toContain('https://example.com/away')
  expect((await seen(app.page)).windows).toContain('https://example.com/window')
  expect(app.page.url()).toContain('fixture')
  await expect.poll(() => app.page.context().pages().length).toBe(1)
})

test('a worker fetches from the own scheme and keeps rows', async ({ app }) => {
  const kinds = ['classic', 'module'] as const
  for (const type of kinds) {
    const answer = await app.page.evaluate(
      (type) =>
        new Promise((resolve) => {
          const worker = new Worker('/worker.js', { type })
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = (event) => resolve(`error: ${event.message}`)
          worker.postMessage(`naïve ${type} 🙂`)
        }),
      type,
    )
    expect(answer).toBe(`naïve ${type} 🙂`)
  }
})

test('bodies arrive whole, bytes and all', async ({ app }) => {
  const lengths = await app.page.evaluate(async () => {
    const bytes = new Uint8Array(3_000_000).map((_, index) => index % 256)
    const answers = [bytes, new Blob([bytes])].map(async (body) => {
      const back = new Uint8Array(await (await fetch('/echo', { method: 'POST', body })).arrayBuffer())
      return back.length === bytes.length && back.every((byte, index) => byte === bytes[index])
    })
    return Promise.all(answers)
  })
  expect(lengths).toEqual([true, true])
  expect(await app.page.evaluate(async () => (await (await fetch('/large')).arrayBuffer()).byteLength)).toBe(
    51_000_000,
  )
  expect(app.output()).not.toContain('keeps a copy')
})

/** Keeps a row with the durability that annotations have. */
const keep = (page: Page, text: string): Promise<void> =>
  page.evaluate(
    (text) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('kept', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true })
        opening.onerror = () => reject(opening.error ?? new Error('not opened'))
        opening.onsuccess = () => {
          const writing = opening.result.transaction('rows', 'readwrite', { durability: 'strict' })
          writing.objectStore('rows').add(text)
          writing.oncomplete = () => resolve()
          writing.onerror = () => reject(writing.error ?? new Error('not written'))
        }
      }),
    text,
  )
const kept = (page: Page): Promise<unknown[]> =>
  page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('kept', 1)
        opening.onerror = () => reject(opening.error ?? new Error('not opened'))
        opening.onsuccess = () => {
          const reading = opening.result.transaction('rows').objectStore('rows').getAll()
          reading.onsuccess = () => resolve(reading.result)
          reading.onerror = () => reject(reading.error ?? new Error('not read'))
        }
      }),
  )

test('what was kept is there after quitting and after kill -9', async ({ app }) => {
  await keep(app.page, 'before quitting')
  expect(await app.quit()).toBe(0)
  await app.launch()
  expect(await kept(app.page)).toEqual(['before quitting'])
  await keep(app.page, 'before the kill')
  await app.kill()
  await app.launch()
  expect(await kept(app.page)).toEqual(['before quitting', 'before the kill'])
})

test('dialogs are answered by the test, before or after they open', async ({ app }) => {
  await app.dialogs.choose('/first', '/second')
  expect(await app.page.evaluate(() => window.fixture.invoke('ask'))).toEqual(['/first', '/second'])
  const asking = app.page.evaluate(() => window.fixture.invoke('confirm'))
  await expect.poll(async () => (await app.dialogs.asked()).length).toBe(2)
  await app.dialogs.press(1)
  expect(await asking).toBe(1)
  expect(
    (await app.dialogs.asked()).map(({ dialog, title, message }) => `${dialog} ${title}${message}`),
  ).toEqual(['open Which?', 'message Sure?'])
})

test('menu items answer to their keys, unless the page takes the key', async ({ app }) => {
  const { page } = app
  const log = page.locator('#log')
  await page.getByLabel('Field').press('ControlOrMeta+o')
  await expect(log).toHaveText('menu:open')
  await app.menu('open')
  await expect(log).toHaveText('menu:open menu:open')
  // Disabled: nothing happens, and the process is still there.
  await page.getByLabel('Field').press('ControlOrMeta+g')
  await page.evaluate(() => addEventListener('keydown', (event) => event.preventDefault()))
  await page.getByLabel('Field').press('ControlOrMeta+o')
  expect((await seen(page)).refused).toEqual([])
  await expect(log).toHaveText('menu:open menu:open')
})

test('a dropped file and a dropped folder give their paths', async ({ app }) => {
  const folder = join(app.userData, 'dropped', 'a folder')
  const file = join(app.userData, 'dropped', 'naïve 🙂.txt')
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, 'text')
  const cdp = await app.page.context().newCDPSession(app.page)
  const data = { items: [], files: [file, folder], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
  }
  await expect(app.page.locator('#log')).toHaveText(`dropped:${file}|${folder}`)
})

test('a second start hands its arguments to the first and ends', async ({ app }) => {
  const second = launchOnShell({ main: MAIN, userData: app.userData, args: ['--open', 'some file'] })
  await expect(second).rejects.toThrow('The program ended with 4')
  await expect.poll(async () => (await seen(app.page)).secondStarts.length).toBe(1)
  const [args = []] = (await seen(app.page)).secondStarts
  expect(args.slice(-2)).toEqual(['--open', 'some file'])
})

test('quitting from the menu ends the program', async ({ app }) => {
  await app.menu('quit')
  await expect.poll(() => isRunning(app.pid)).toBe(false)
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
