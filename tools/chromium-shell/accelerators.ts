import type { AcceleratorKey } from './page/messages'
import type { WebContents } from './web-contents'

/** An item of the menu that a key can choose. */
export interface KeyedItem {
  readonly accelerator: string
  readonly isEnabled: () => boolean
  readonly choose: (contents: WebContents) => void
}

/** Keys on which the browser itself would act, which Electron's windows do not. */
const BROWSER_KEYS = [
  ...['D', 'E', 'F', 'G', 'H', 'J', 'N', 'O', 'P', 'R', 'S', 'T', 'U'].map((key) => `CmdOrCtrl+${key}`),
  ...['B', 'D', 'G', 'I', 'J', 'N', 'O', 'R', 'T'].map((key) => `CmdOrCtrl+Shift+${key}`),
  ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'Alt+Left', 'Alt+Right'],
]

const KEY_NAMES: Readonly<Record<string, string>> = {
  plus: '+',
  space: ' ',
  return: 'enter',
  esc: 'escape',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
}

let items: readonly KeyedItem[] = []

/** Replaces the items that keys can choose. */
export function setKeyedItems(keyed: readonly KeyedItem[]): void {
  items = keyed
}

/** What the page has to look out for: the menu's keys, then the browser's own. */
export function acceleratorKeys(): readonly AcceleratorKey[] {
  const own = items.flatMap((item, index) =>
    item.isEnabled() ? [parseAccelerator(item.accelerator, index)] : [],
  )
  return [...own, ...BROWSER_KEYS.map((accelerator) => parseAccelerator(accelerator, -1))]
}

/** Chooses the item whose key was pressed. */
export function runAccelerator(index: number, contents: WebContents): void {
  const item = items[index]
  if (item?.isEnabled()) item.choose(contents)
}

/** An Electron accelerator such as `CmdOrCtrl+Shift+O` in the terms of a keyboard event. */
export function parseAccelerator(
  accelerator: string,
  index: number,
  platform: NodeJS.Platform = process.platform,
): AcceleratorKey {
  // `CmdOrCtrl++` is the plus key, as `CmdOrCtrl+Plus` is.
  const parts = accelerator.replace(/\+\+$/, '+plus').toLowerCase().split('+')
  const name = parts.at(-1) ?? ''
  const has = (...names: string[]): boolean => parts.slice(0, -1).some((part) => names.includes(part))
  const either = has('cmdorctrl', 'commandorcontrol')
  const key = KEY_NAMES[name] ?? name
  const isSign = key.length === 1 && !/[\p{L}\p{N} ]/u.test(key)
  return {
    index,
    ctrl: has('ctrl', 'control') || (either && platform !== 'darwin'),
    meta: has('cmd', 'command', 'meta', 'super') || (either && platform === 'darwin'),
    alt: has('alt', 'option'),
    // Which sign needs Shift depends on the keyboard's layout.
    shift: isSign && !has('shift') ? null : has('shift'),
    key,
    code: codeOf(key),
  }
}

function codeOf(key: string): string | null {
  if (/^[a-z]$/.test(key)) return `Key${key.toUpperCase()}`
  return /^\d$/.test(key) ? `Digit${key}` : null
}
