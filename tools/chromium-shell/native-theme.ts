import { currentBrowser } from './browser'

type Source = 'system' | 'light' | 'dark'
const SCHEMES = { system: null, light: 'light', dark: 'dark' } as const

/** Electron's `nativeTheme`: which colours pages are told that the system prefers. */
export const nativeTheme = {
  get themeSource(): Source {
    return source
  },
  set themeSource(chosen: Source) {
    source = chosen
    void currentBrowser()?.then((context) =>
      Promise.all(context.pages().map((page) => page.emulateMedia({ colorScheme: SCHEMES[chosen] }))),
    )
  },
}

let source: Source = 'system'
