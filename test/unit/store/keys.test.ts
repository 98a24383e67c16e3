import { describe, expect, it } from 'vitest'
import { isTypingKey, matchesKey, toAccelerator, type KeyPress } from '../../../src/renderer/src/store/keys'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('matching a key press', () => {
  it('takes Ctrl for Mod, and Cmd on macOS', () => {
    expect(matchesKey(press('k', { ctrlKey: true }), 'Mod+K', false)).toBe(true)
    expect(matchesKey(press('k', { metaKey: true }), 'Mod+K', false)).toBe(false)
    expect(matchesKey(press('k', { metaKey: true }), 'Mod+K', true)).toBe(true)
    expect(matchesKey(press('k', { ctrlKey: true }), 'Mod+K', true)).toBe(false)
  })

  it('tells letters with and without Shift apart', () => {
    expect(matchesKey(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z', false)).toBe(false)
    expect(matchesKey(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z', false)).toBe(true)
    expect(matchesKey(press('z', { ctrlKey: true }), 'Mod+Shift+Z', false)).toBe(false)
  })

  it('takes characters that need Shift on some layouts', () => {
    expect(matchesKey(press('?', { shiftKey: true }), '?', false)).toBe(true)
    expect(matchesKey(press('1', { shiftKey: true, code: 'Digit1' }), '1', false)).toBe(true)
    expect(matchesKey(press('+', { ctrlKey: true, shiftKey: true }), 'Mod+Plus', false)).toBe(true)
  })

  it('goes by the place of the key on layouts without Latin letters', () => {
    expect(matchesKey(press('р', { code: 'KeyH' }), 'h', false)).toBe(true)
    expect(matchesKey(press('р', { code: 'KeyG' }), 'h', false)).toBe(false)
  })

  it('does not take a Latin letter for the place of another on other layouts', () => {
    expect(matchesKey(press('a', { code: 'KeyQ' }), 'q', false)).toBe(false)
    expect(matchesKey(press('a', { code: 'KeyQ' }), 'a', false)).toBe(true)
  })

  it('takes Shift and a digit by place', () => {
    expect(matchesKey(press('!', { shiftKey: true, code: 'Digit1' }), 'Shift+1', false)).toBe(true)
    expect(matchesKey(press('!', { shiftKey: true, code: 'Digit1' }), '1', false)).toBe(false)
  })

  it('leaves a key with a modifier it does not name alone', () => {
    expect(matchesKey(press('h', { ctrlKey: true }), 'h', false)).toBe(false)
    expect(matchesKey(press('ArrowDown', { altKey: true }), 'Down', false)).toBe(false)
    expect(matchesKey(press('ArrowDown'), 'Down', false)).toBe(true)
  })
})

describe('native accelerators', () => {
  it.each([
    ['Mod+Shift+Z', 'CmdOrCtrl+Shift+Z'],
    ['Mod+Plus', 'CmdOrCtrl+Plus'],
    ['Mod+Minus', 'CmdOrCtrl+-'],
    ['Alt+Down', 'Alt+Down'],
    ['F3', 'F3'],
  ])('%s is %s', (keys, accelerator) => {
    expect(toAccelerator(keys)).toBe(accelerator)
  })

  it.each(['h', '1', '?', 'Enter', 'Shift+Enter', 'Delete'])('%s stays with the page', (keys) => {
    expect(isTypingKey(keys)).toBe(true)
    expect(toAccelerator(keys)).toBeNull()
  })
})
