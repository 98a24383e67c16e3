import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CrossreadBridge } from '#ipc/bridge'

type Listener = (event: unknown, ...payload: unknown[]) => void

const fake = vi.hoisted(() => ({
  invoke: vi.fn<(channel: string, ...args: unknown[]) => Promise<unknown>>(),
  listeners: new Map<string, Set<(event: unknown, ...payload: unknown[]) => void>>(),
  exposed: new Map<string, unknown>(),
}))

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => fake.exposed.set(name, value) },
  webUtils: { getPathForFile: (file: File) => (file.name.startsWith('dropped') ? `/home/${file.name}` : '') },
  ipcRenderer: {
    invoke: fake.invoke,
    on: (channel: string, listener: Listener) => {
      const known = fake.listeners.get(channel) ?? new Set()
      fake.listeners.set(channel, known.add(listener))
    },
    removeListener: (channel: string, listener: Listener) => fake.listeners.get(channel)?.delete(listener),
  },
}))

let bridge: CrossreadBridge

beforeAll(async () => {
  await import('../../../src/preload/index')
  bridge = fake.exposed.get('crossread') as CrossreadBridge
})

beforeEach(() => {
  fake.invoke.mockReset()
  fake.invoke.mockResolvedValue({ answer: 'yes' })
})

function emit(channel: string, ...payload: unknown[]): void {
  for (const listener of fake.listeners.get(channel) ?? []) listener({ sender: 'ipcRenderer' }, ...payload)
}

describe('the bridge', () => {
  it('is one frozen object of three methods', () => {
    expect([...fake.exposed.keys()]).toEqual(['crossread'])
    expect(Object.keys(bridge).sort()).toEqual(['invoke', 'on', 'pathsOfFiles'])
    expect(Object.isFrozen(bridge)).toBe(true)
  })

  it('calls the channels of the map and no others', async () => {
    expect(await bridge.invoke('import:pick', 'folder')).toBe('yes')
    expect(fake.invoke).toHaveBeenCalledWith('import:pick', 'folder')
    for (const channel of ['ELECTRON_BROWSER_REQUIRE', 'constructor', '__proto__', '']) {
      await expect(Reflect.apply(bridge.invoke, undefined, [channel])).rejects.toThrow('No such channel')
      expect(() => Reflect.apply(bridge.on, undefined, [channel, () => undefined])).toThrow('No such channel')
    }
    expect(fake.invoke).toHaveBeenCalledTimes(1)
  })

  it('gives a refusal back as a failure where the channel has one, and throws it where not', async () => {
    const refused = { kind: 'refused', message: 'No.' }
    fake.invoke.mockResolvedValue({ refused })
    expect(await bridge.invoke('import:resume', 'x')).toEqual({ ok: false, error: refused })
    await expect(bridge.invoke('app:info')).rejects.toThrow('No.')
  })

  it('hands payloads to the page, never the event, and until it is told to stop', () => {
    const heard = vi.fn<(...payload: unknown[]) => void>()
    const stop = bridge.on('menu:command', heard)
    emit('menu:command', 'file.import')
    stop()
    emit('menu:command', 'file.export')
    expect(heard.mock.calls).toEqual([['file.import']])
  })

  it('lets only dropped files be imported by path', async () => {
    const files = [new File(['x'], 'dropped.txt'), new File(['x'], 'made by script.txt')]
    expect(bridge.pathsOfFiles(files)).toEqual(['/home/dropped.txt'])
    await bridge.invoke('import:drop', ['/home/dropped.txt'])
    expect(fake.invoke).toHaveBeenCalledTimes(1)
    for (const paths of [['/etc/passwd'], ['/home/dropped.txt', '/etc'], '/home/dropped.txt', null]) {
      await expect(Reflect.apply(bridge.invoke, undefined, ['import:drop', paths])).rejects.toThrow(
        'dropped files',
      )
    }
    expect(fake.invoke).toHaveBeenCalledTimes(1)
  })
})
