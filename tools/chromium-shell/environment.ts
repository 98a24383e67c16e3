import { existsSync, readFileSync, statSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** What the shell takes from package.json, as Electron does. */
export interface Package {
  readonly root: string
  /** Folder of what was packaged beside the program; null for a program that is not packaged. */
  readonly resources: string | null
  readonly name: string
  readonly version: string
}

/** The package of the program that runs: the nearest package.json above the started script or folder. */
export function findPackage(started: string): Package {
  let folder = resolve(started)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) folder = dirname(folder)
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) return { root: process.cwd(), resources: null, name: 'Electron', version: '0.0.0' }
    folder = parent
  }
  const found: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const text = (key: string): string | null => {
    const value: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, key) : null
    return typeof value === 'string' ? value : null
  }
  const around = dirname(folder)
  return {
    root: folder,
    // The layout of a packaged program: resources/app.asar, here with what is in it unpacked beside it.
    resources: existsSync(join(around, 'app.asar')) ? around : null,
    name: text('productName') ?? text('name') ?? 'Electron',
    version: text('version') ?? '0.0.0',
  }
}

/** Folders that Electron's `app.getPath` knows and the shell supports. */
export type PathName =
  | 'home'
  | 'appData'
  | 'userData'
  | 'sessionData'
  | 'temp'
  | 'documents'
  | 'downloads'
  | 'desktop'
  | 'logs'
  | 'exe'

/** Where a folder is unless `app.setPath` says otherwise. */
export function defaultPath(name: PathName, appName: string): string {
  const home = homedir()
  const appData =
    process.platform === 'win32'
      ? (process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'))
      : process.platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : (process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'))
  switch (name) {
    case 'home':
      return home
    case 'appData':
      return appData
    case 'userData':
    case 'sessionData':
      return join(appData, appName)
    case 'temp':
      return tmpdir()
    case 'documents':
      return join(home, 'Documents')
    case 'downloads':
      return join(home, 'Downloads')
    case 'desktop':
      return join(home, 'Desktop')
    case 'logs':
      return join(appData, appName, 'logs')
    case 'exe':
      return process.execPath
  }
}
