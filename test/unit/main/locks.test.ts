import type { BrowserWindowConstructorOptions, Session, WebContents } from 'electron'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { lockContents, lockSession } from '../../../src/main/session-lock'
import { openWindow } from '../../../src/main/window'
import { createMemoryLog } from './memory-log'

type Listener = (...args: unknown[]) => unknown

const fake = vi.hoisted(() => ({
  app: new Map<string, (...args: unknown[]) => unknown>(),
  made: [] as unknown[],
}))

vi.mock('electron', () => ({
  app: { on: (name: string, listener: Listener) => fake.app.set(name, listener) },
  screen: { getAllDisplays: () => [] },
  BrowserWindow: class {
    constructor(options: unknown) {
      fake.made.push(options)
    }
    loadURL(url: string): Promise<void> {
      fake.made.push(url)
      return Promise.resolve()
    }
  },
}))

const log = createMemoryLog()

beforeEach(() => {
  log.lines.length = 0
  fake.made.length = 0
})

describe('the session', () => {
  const held: Record<string, Listener> = {}
  const session = {
    webRequest: { onBeforeRequest: (listener: Listener) => (held['request'] = listener) },
    setPermissionRequestHandler: (listener: Listener) => (held['ask'] = listener),
    setPermissionCheckHandler: (listener: Listener) => (held['check'] = listener),
  } as unknown as Session

  const isCancelled = (url: string): unknown => {
    const answer = vi.fn<(answer: { cancel: boolean }) => void>()
    held['request']?.({ url }, answer)
    return answer.mock.calls[0]?.[0].cancel
  }

  it('lets requests to the own scheme through and refuses and logs every other', () => {
    lockSession(session, log, false)
    expect(isCancelled('app://crossread/assets/a.js')).toBe(false)
    const others = [
      ...[
        'https://example.org/',
        'http://127.0.0.1:80/',
        'file:///etc/passwd',
        'data:text/html,x',
        'blob:app://x',
      ],
      ...[
        'ws://example.org/',
        'app://crossread.example.org/',
        'app://crossread@example.org/',
        'app://other/',
        'devtools://x',
      ],
    ]
    for (const url of others) expect(isCancelled(url), url).toBe(true)
    expect(log.lines).toHaveLength(others.length)
  })

  it('grants no permission, asked for or looked up', () => {
    lockSession(session, log, true)
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fileSystem',
    ]) {
      const answer = vi.fn<(granted: boolean) => void>()
      held['ask']?.(null, permission, answer)
      expect(answer).toHaveBeenCalledWith(false)
      expect(held['check']?.(null, permission)).toBe(false)
    }
  })
})

describe('every page that is ever made', () => {
  const held = new Map<string, Listener>()
  const made = (): void => {
    const contents = {
      setWindowOpenHandler: (listener: Listener) => held.set('open', listener),
      on: (name: string, listener: Listener) => held.set(name, listener),
    } as unknown as WebContents
    lockContents(log)
    fake.app.get('web-contents-created')?.({}, contents)
  }

  it('opens no window', () => {
    made()
    for (const url of ['https://example.org/', 'app://crossread/', 'about:blank', 'javascript:alert(1)'])
      expect(held.get('open')?.({ url })).toEqual({ action: 'deny' })
  })

  it('goes nowhere but to itself', () => {
    made()
    const isPrevented = (url: string): boolean => {
      const preventDefault = vi.fn<() => void>()
      held.get('will-navigate')?.({ url, preventDefault })
      return preventDefault.mock.calls.length > 0
    }
    expect(isPrevented('app://crossread/')).toBe(false)
    for (const url of ['https://example.org/', 'file:///', 'app://crossread/import/x', 'data:text/html,x'])
      expect(isPrevented(url), url).toBe(true)
  })

  it('holds no other page', () => {
    made()
    const preventDefault = vi.fn<() => void>()
    held.get('will-attach-webview')?.({ preventDefault })
    expect(preventDefault).toHaveBeenCalled()
  })
})

describe('the window', () => {
  it('is sandboxed and isolated, has no Node, and turns no protection off', () => {
    openWindow({ preload: '/preload.cjs', statePath: null, log })
    const [options, url] = fake.made as [BrowserWindowConstructorOptions, string]
    expect(url).toBe('app://crossread/')
    // Whatever is not named here is as Electron has it; one more has to be thought about.
    expect(options.webPreferences).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      backgroundThrottling: false,
    })
  })
})

describe('the sources', () => {
  const folder = join(import.meta.dirname, '../../../src')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/u.test(path))
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const)

  it('hand nothing to another program but the place of a finished export', () => {
    expect(sources.length).toBeGreaterThan(300)
    const naming = (pattern: RegExp): string[] =>
      sources.filter(([, code]) => pattern.test(code)).map(([path]) => path.replaceAll('\\', '/'))
    expect(naming(/\bshell\.(?!showItemInFolder\b)\w+/u)).toEqual([])
    expect(naming(/\bshell\b.*from 'electron'/u)).toEqual(['main/handlers.ts'])
    expect(
      naming(
        /\b(?:child_process|node:net|node:http|node:https|autoUpdater|<webview|dangerouslySetInnerHTML)\b/u,
      ),
    ).toEqual([])
  })
})
