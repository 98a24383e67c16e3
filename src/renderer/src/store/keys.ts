/** The part of a `KeyboardEvent` that decides which key was pressed. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

interface ParsedKey {
  readonly key: string
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
}

const parsed = new Map<string, ParsedKey>()

/** Reads `Mod+Shift+Z`. `Plus`, `Minus` and `Space` name the characters that the notation itself uses. */
function parseKey(keys: string): ParsedKey {
  const known = parsed.get(keys)
  if (known) return known
  const parts = keys.split('+')
  const result: ParsedKey = {
    key: normalizeKey(parts.at(-1) ?? ''),
    mod: parts.includes('Mod'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
  }
  parsed.set(keys, result)
  return result
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  ' ': 'space',
  '+': 'plus',
  '-': 'minus',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  esc: 'escape',
}

function normalizeKey(key: string): string {
  const lower = key.toLowerCase()
  return KEY_NAMES[lower] ?? lower
}

/** The key by its place on the keyboard, where the layout's character says nothing (Cyrillic, Alt on macOS). */
function keyOfCode(code: string): string | null {
  return /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code)?.slice(1).find(Boolean)?.toLowerCase() ?? null
}

/** True on macOS, where `Mod` is the command key. */
export function isMac(platform: string = globalThis.navigator?.platform ?? ''): boolean {
  return /^mac/i.test(platform)
}

/**
 * True when the key press is what `keys` (`h`, `Mod+F`, `Shift+Enter`) says. Shift must match for letters and named
 * keys, not for characters such as `?` that need it on some layouts and not on others.
 */
export function matchesKey(press: KeyPress, keys: string, mac: boolean = isMac()): boolean {
  const wanted = parseKey(keys)
  const mod = mac ? press.metaKey : press.ctrlKey
  const foreign = mac ? press.ctrlKey : press.metaKey
  if (foreign || mod !== wanted.mod || press.altKey !== wanted.alt) return false
  const pressed = normalizeKey(press.key)
  const isCharacter = [...press.key].length === 1 && !/\p{L}/u.test(press.key) && press.key !== ' '
  if (pressed === wanted.key) return isCharacter && !wanted.shift ? true : press.shiftKey === wanted.shift
  const usesCode = wanted.shift || wanted.alt || !/^[\x20-\x7e]$/.test(press.key)
  return usesCode && press.shiftKey === wanted.shift && keyOfCode(press.code) === wanted.key
}

/** True for keys that write text, so that they must do nothing while a person types. */
export function isTypingKey(keys: string): boolean {
  const { mod, alt, key } = parseKey(keys)
  return !mod && !alt && !/^f\d+$/.test(key)
}

/**
 * Electron accelerator for `keys`, null for keys that a native menu must not take: it would swallow them
 * while a person types.
 */
export function toAccelerator(keys: string): string | null {
  if (isTypingKey(keys)) return null
  const { key, mod, alt, shift } = parseKey(keys)
  const names: Readonly<Record<string, string>> = {
    plus: 'Plus',
    minus: '-',
    arrowup: 'Up',
    arrowdown: 'Down',
    arrowleft: 'Left',
    arrowright: 'Right',
  }
  const name =
    names[key] ?? (key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1))
  return [mod && 'CmdOrCtrl', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+')
}
