import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildProblem } from '../../../tools/setup/build.mjs'
import { hasDisplay } from '../../../tools/setup/display.mjs'
import { candidates, findBrowser } from '../../../tools/setup/find-browser.mjs'
import { findElectron } from '../../../tools/setup/find-electron.mjs'
import { nodeProblem } from '../../../tools/setup/node-version.mjs'
import { packagesProblem } from '../../../tools/setup/packages.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'crossread-setup-'))
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

/** Writes a file that was changed so many seconds after a fixed time. */
function put(path: string, seconds: number, mode = 0o644): void {
  const whole = join(root, path)
  mkdirSync(dirname(whole), { recursive: true })
  writeFileSync(whole, '')
  chmodSync(whole, mode)
  utimesSync(whole, 1_700_000_000 + seconds, 1_700_000_000 + seconds)
}

describe('Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s will do', (version) => {
    expect(nodeProblem(version)).toBeNull()
  })

  it.each(['20.18.3', '18.20.0', '8.0.0'])(
    '%s is too old, and the message says what is needed',
    (version) => {
      expect(nodeProblem(version)).toContain(`needs Node 20.19 or later; this is ${version}`)
    },
  )
})

describe('packages', () => {
  const lockOf = (path: string, seconds: number, packages: object): void => {
    put(path, seconds)
    writeFileSync(join(root, path), JSON.stringify({ packages }))
    utimesSync(join(root, path), 1_700_000_000 + seconds, 1_700_000_000 + seconds)
  }
  const react = { 'node_modules/react': { version: '19.0.0' } }

  it('are installed when missing, and when an installation was cut short', () => {
    lockOf('package-lock.json', 10, react)
    expect(packagesProblem(root)).toContain('not installed')
    mkdirSync(join(root, 'node_modules', 'react'), { recursive: true })
    expect(packagesProblem(root)).toContain('not installed')
  })

  it('are installed when a newer lock file wants another version or another package', () => {
    lockOf('node_modules/.package-lock.json', 5, react)
    lockOf('package-lock.json', 10, { 'node_modules/react': { version: '19.1.0' } })
    expect(packagesProblem(root)).toContain('older than package-lock.json (react)')
    lockOf('package-lock.json', 10, { ...react, 'node_modules/zod': { version: '4.0.0' } })
    expect(packagesProblem(root)).toContain('older than package-lock.json (zod)')
  })

  it('stay when the lock file is older, or newer and wants nothing that is not there', () => {
    lockOf('node_modules/.package-lock.json', 5, { ...react, 'node_modules/dropped': { version: '1.0.0' } })
    lockOf('package-lock.json', 1, { 'node_modules/zod': { version: '4.0.0' } })
    expect(packagesProblem(root)).toBeNull()
    const elsewhere = { 'node_modules/fsevents': { version: '2.3.3', optional: true } }
    lockOf('package-lock.json', 10, { '': { version: '0.1.0' }, ...react, ...elsewhere })
    expect(packagesProblem(root)).toBeNull()
  })
})

describe('the build', () => {
  const parts = [
    'out/main/index.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/shell/index.js',
  ]
  const age = (path: string, seconds: number): void =>
    utimesSync(join(root, path), 1_700_000_000 + seconds, 1_700_000_000 + seconds)

  it('is made when a part is missing or older than any source, however deep', () => {
    put('src/main/deep/window.ts', 10)
    for (const folder of ['src', 'src/main', 'src/main/deep']) age(folder, 10)
    for (const part of parts.slice(1)) put(part, 20)
    expect(buildProblem(root)).toBe('there is no build')
    put('out/main/index.js', 5)
    expect(buildProblem(root)).toContain('older')
    put('out/main/index.js', 20)
    expect(buildProblem(root)).toBeNull()
    put('electron.vite.config.ts', 30)
    expect(buildProblem(root)).toContain('older')
  })

  it('is made when a source has gone, which its folder tells', () => {
    put('src/main/window.ts', 10)
    for (const part of parts) put(part, 20)
    for (const folder of ['src', 'src/main']) age(folder, 10)
    expect(buildProblem(root)).toBeNull()
    age('src/main', 30)
    expect(buildProblem(root)).toContain('older')
  })
})

describe('the runtime', () => {
  it("is Electron's binary only where it was downloaded and can run", () => {
    expect(findElectron(root)).toBeNull()
    put('node_modules/electron/dist/electron', 0)
    expect(findElectron(root)).toBeNull()
    put('node_modules/electron/dist/electron', 0, 0o755)
    expect(findElectron(root)).toBe(join(root, 'node_modules/electron/dist/electron'))
  })

  it('is the browser that CROSSREAD_BROWSER names, before any other', () => {
    put('chosen', 0, 0o755)
    expect(findBrowser({ CROSSREAD_BROWSER: join(root, 'chosen') })?.path).toBe(join(root, 'chosen'))
    expect(() => findBrowser({ CROSSREAD_BROWSER: join(root, 'none') })).toThrow(/which is not a program/)
  })

  it('is a browser on the PATH, Chromium before Chrome before Edge', () => {
    put('bin/microsoft-edge', 0, 0o755)
    put('bin/google-chrome', 0, 0o755)
    const names = candidates('linux', { PATH: join(root, 'bin') }).map(([, name]) => name)
    expect([...new Set(names)].slice(0, 3)).toEqual(['Chromium', 'Google Chrome', 'Microsoft Edge'])
    put('bin/chromium', 0, 0o755)
    expect(findBrowser({ PATH: join(root, 'bin') })?.path).toBe(join(root, 'bin', 'chromium'))
  })

  it('is looked for where each system keeps browsers', () => {
    const windows = candidates('win32', { ProgramFiles: 'C:\\Programs' }).map(([path]) => path)
    expect(windows.some((path) => path.includes('chrome.exe'))).toBe(true)
    expect(windows.some((path) => path.includes('msedge.exe'))).toBe(true)
    const mac = candidates('darwin', {}).map(([path]) => path)
    expect(mac).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  })

  it("is Playwright's newest Chromium where nothing else is", () => {
    put('pw/chromium-1200/chrome-linux64/chrome', 0, 0o755)
    put('pw/chromium-999/chrome-linux64/chrome', 0, 0o755)
    const found = candidates('linux', { PLAYWRIGHT_BROWSERS_PATH: join(root, 'pw') }).filter(([, name]) =>
      name.startsWith('Playwright'),
    )
    expect(found[0]?.[0]).toContain('chromium-1200')
  })
})

describe('the display', () => {
  it('is there on Windows and macOS, and on Linux where X or Wayland is', () => {
    expect(hasDisplay({}, 'win32')).toBe(true)
    expect(hasDisplay({}, 'darwin')).toBe(true)
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
  })
})
