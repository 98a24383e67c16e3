import { describe, expect, it } from 'vitest'
import { checkUsage } from '../../../tools/chromium-shell/check-usage'
import { ROOT } from '../../../tools/setup/paths.mjs'

const CONFIG = `${ROOT}/tools/chromium-shell/tsconfig.json`

/** Calls that Electron has and the shell has not. */
const PLANTED: Readonly<Record<string, string>> = {
  'src/main/window.ts': `
import { Tray } from 'electron'
export const planted = [(window: BrowserWindow) => window.setProgressBar(1), Tray]`,
  'src/preload/index.ts': `
import { webFrame } from 'electron'
ipcRenderer.sendSync(String(webFrame))`,
}

describe('product code on the Chromium shell', () => {
  it(
    'is refused where it calls what the shell does not support, and only there',
    { timeout: 120_000 },
    () => {
      const errors = checkUsage(CONFIG, (path, text) => text + (PLANTED[path] ?? ''))
      const missing = ['Tray', 'setProgressBar', 'webFrame', 'sendSync']
      for (const name of missing) expect(errors.join('\n')).toContain(`'${name}'`)
      expect(errors).toHaveLength(missing.length)
    },
  )
})
