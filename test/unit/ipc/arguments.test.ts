import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkArguments } from '#ipc/arguments'
import { INVOKE_ANSWERS, isEventChannel, isInvokeChannel } from '#ipc/bridge'
import type { InvokeChannel } from '#ipc/channels'

const TOKEN = 'abcdefghijklmnopqrstuvwxyz_-0123'
const COMMAND = {
  id: 'file.import',
  label: 'Import…',
  accelerator: 'CmdOrCtrl+O',
  enabled: true,
  menu: 'file',
  group: 1,
}

function passes(channel: InvokeChannel, ...args: unknown[]): boolean {
  return checkArguments(channel, args).ok
}

describe('checkArguments', () => {
  it('lets the declared arguments through', () => {
    expect(passes('app:ready')).toBe(true)
    for (const kind of ['folder', 'files', 'brat']) expect(passes('import:pick', kind)).toBe(true)
    expect(passes('import:close', TOKEN)).toBe(true)
    expect(passes('import:drop', ['/a/ünï.txt', '/b/😀\n.txt'])).toBe(true)
    expect(passes('menu:set', [COMMAND, { ...COMMAND, accelerator: null }])).toBe(true)
    expect(
      passes('headless:done', {
        imported: 1,
        sameAs: 0,
        problems: [{ path: 'a', message: 'b' }],
        failed: null,
      }),
    ).toBe(true)
  })

  it('counts the arguments', () => {
    expect(passes('app:ready', 'more')).toBe(false)
    expect(passes('import:close')).toBe(false)
    expect(passes('export:pick', 'dataset')).toBe(false)
  })

  it('refuses tokens that are paths, objects, or of another length', () => {
    for (const hostile of [
      '../../../../etc/passwd',
      `${TOKEN}\n`,
      TOKEN.slice(1),
      [TOKEN],
      { toString: () => TOKEN },
    ]) {
      expect(passes('import:close', hostile)).toBe(false)
    }
  })

  it.each([
    ['CmdOrCtrl+Shift+K', true],
    ['Alt+Left', true],
    ['F5', true],
    ['?', true],
    ['CmdOrCtrl++', true],
    ['Hyper+K', false],
    ['CmdOrCtrl', false],
    ['', false],
    ['A'.repeat(61), false],
  ])('takes the accelerator %j: %j, as Electron throws on one it cannot read', (accelerator, good) => {
    expect(passes('menu:set', [{ ...COMMAND, accelerator }])).toBe(good)
  })

  it('holds lists and texts to their sizes', () => {
    expect(passes('menu:set', new Array(501).fill(COMMAND))).toBe(false)
    expect(passes('app:log', 'info', 'x'.repeat(8_193))).toBe(false)
    expect(passes('app:log', 'debug', 'x')).toBe(false)
    expect(passes('import:drop', new Array(10_001).fill('/a'))).toBe(false)
    expect(passes('import:set-limit', 0)).toBe(false)
    expect(passes('import:set-limit', 50.5)).toBe(false)
  })

  it('says which argument is wrong without repeating what it holds', () => {
    const checked = checkArguments('export:pick', ['dataset', { secret: 'word' }])
    expect(checked).toMatchObject({ ok: false, error: { kind: 'refused' } })
    expect(JSON.stringify(checked)).toContain('Argument 2')
    expect(JSON.stringify(checked)).not.toContain('word')
  })

  it('never throws, whatever arrives on whichever channel', () => {
    const channels = Object.keys(INVOKE_ANSWERS).filter((name) => isInvokeChannel(name))
    fc.assert(
      fc.property(
        fc.constantFrom(...channels),
        fc.array(fc.anything(), { maxLength: 3 }),
        (channel, args) => {
          expect(typeof checkArguments(channel, args).ok).toBe('boolean')
        },
      ),
    )
  })
})

describe('channel names', () => {
  it('are those of the maps, not those every object has', () => {
    expect(isInvokeChannel('app:info')).toBe(true)
    expect(isEventChannel('menu:command')).toBe(true)
    for (const hostile of ['constructor', '__proto__', 'toString', 'ELECTRON_BROWSER', 1, null]) {
      expect(isInvokeChannel(hostile)).toBe(false)
      expect(isEventChannel(hostile)).toBe(false)
    }
  })
})
