import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { headless } from './browser'
import { tellDesktopCall, underTest } from './test-channel'

/** Electron's `shell`: hands things to the desktop. Headless there is none, and nothing happens. */
export const shell = {
  showItemInFolder: (path: string): void => {
    if (underTest) tellDesktopCall('showItemInFolder', path)
    else if (process.platform === 'darwin') start('open', ['-R', path])
    else if (process.platform === 'win32') start('explorer.exe', [`/select,${path}`])
    else start('xdg-open', [pathToFileURL(dirname(path)).href])
  },
  openExternal: (url: string): Promise<void> => {
    if (underTest) tellDesktopCall('openExternal', url)
    else if (process.platform === 'darwin') start('open', [url])
    else if (process.platform === 'win32') start('rundll32', ['url.dll,FileProtocolHandler', url])
    else start('xdg-open', [url])
    return Promise.resolve()
  },
} satisfies Pick<typeof Electron.shell, 'showItemInFolder' | 'openExternal'>

function start(program: string, args: readonly string[]): void {
  if (headless) return
  const child = spawn(program, args, { detached: true, stdio: 'ignore' })
  child.on('error', (error) => console.error(`${program}: ${error.message}`))
  child.unref()
}
