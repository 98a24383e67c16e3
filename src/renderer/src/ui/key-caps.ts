const CAPS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  Plus: '+',
  Minus: '−',
  Escape: 'Esc',
  Delete: 'Del',
}

const MODIFIERS: Readonly<Record<string, readonly [string, string]>> = {
  Mod: ['Ctrl', '⌘'],
  Alt: ['Alt', '⌥'],
  Shift: ['Shift', '⇧'],
}

/** The caps to draw for `Mod+Shift+Z`: ["Ctrl", "Shift", "Z"], on macOS ["⌘", "⇧", "Z"]. */
export function keyCaps(
  keys: string,
  mac: boolean = /^mac/i.test(globalThis.navigator?.platform ?? ''),
): readonly string[] {
  return keys.split('+').map((part) => {
    const modifier = MODIFIERS[part]
    if (modifier) return modifier[mac ? 1 : 0]
    return CAPS[part] ?? (part.length === 1 ? part.toUpperCase() : part)
  })
}
