import { describe, expect, it } from 'vitest'
import { parseAccelerator } from '../../../tools/chromium-shell/accelerators'

describe('accelerators', () => {
  it.each([
    ['CmdOrCtrl+O', 'linux', { ctrl: true, meta: false, alt: false, shift: false, key: 'o', code: 'KeyO' }],
    ['CmdOrCtrl+O', 'darwin', { ctrl: false, meta: true, key: 'o' }],
    ['CommandOrControl+Shift+Z', 'win32', { ctrl: true, shift: true, key: 'z' }],
    ['Alt+Left', 'linux', { alt: true, ctrl: false, key: 'arrowleft', code: null }],
    ['F11', 'linux', { ctrl: false, key: 'f11' }],
    ['CmdOrCtrl+1', 'linux', { key: '1', code: 'Digit1', shift: false }],
    // Which sign needs Shift is the layout's affair.
    ['CmdOrCtrl+,', 'linux', { key: ',', shift: null }],
    ['CmdOrCtrl+Plus', 'linux', { key: '+', shift: null }],
    ['CmdOrCtrl++', 'linux', { key: '+', shift: null }],
  ] as const)('%s on %s', (accelerator, platform, expected) => {
    expect(parseAccelerator(accelerator, 7, platform)).toMatchObject({ index: 7, ...expected })
  })
})
