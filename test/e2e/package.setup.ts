import { extractAll } from '@electron/asar'
import { expect, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { archiveFiles, checkPackages } from '../../tools/package/check-packages.mjs'
import { ROOT } from '../../tools/setup/paths.mjs'
import { PACKAGES, UNPACKED } from './packaged'

/* Packages the program on an Electron that is a stand-in: a file with the fuses' wire in it. */

test.setTimeout(240_000)

/** What marks the fuses in Electron's binary (@electron/fuses), then version, length, and every fuse off. */
const WIRE = `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009${'0'.repeat(9)}`

const ARCHIVE = join(UNPACKED, '..', 'app.asar')

function standInForElectron(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  writeFileSync(join(folder, 'electron'), `stand-in ${WIRE} for a binary`, { mode: 0o755 })
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), 'stand-in')
}

test.beforeAll(() => {
  const electron = mkdtempSync(join(tmpdir(), 'crossread-electron-'))
  standInForElectron(electron)
  const run = spawnSync(process.execPath, ['tools/package.mjs', '--linux', '--x64', '--dir'], {
    cwd: ROOT,
    env: { ...process.env, CROSSREAD_ELECTRON_DIST: electron, CROSSREAD_PACKAGES: PACKAGES },
    encoding: 'utf8',
  })
  rmSync(electron, { recursive: true })
  expect(run.status, `${run.stdout}\n${run.stderr}`).toBe(0)
  extractAll(ARCHIVE, UNPACKED)
})

test('the archive holds the three bundles, and nothing of sources, tests or tools', () => {
  const files = archiveFiles(ARCHIVE)
  for (const needed of [
    '/package.json',
    '/LICENSE',
    '/out/main/index.js',
    '/out/preload/index.cjs',
    '/out/renderer/index.html',
  ]) {
    expect(files).toContain(needed)
  }
  expect(files.filter((path) => /src\/|test|tools|node_modules|\.map$|\.tsx?$/u.test(path))).toEqual([])
  const manifest: unknown = JSON.parse(readFileSync(join(UNPACKED, 'package.json'), 'utf8'))
  expect(manifest).toMatchObject({ name: 'crossread', main: 'out/main/index.js' })
  expect(manifest).not.toHaveProperty('dependencies')
})

test('an archive with a source in it is refused', async () => {
  const { createPackage } = await import('@electron/asar')
  const folder = mkdtempSync(join(tmpdir(), 'crossread-archive-'))
  try {
    const content = join(folder, 'content')
    cpSync(UNPACKED, content, { recursive: true })
    mkdirSync(join(content, 'src'))
    writeFileSync(join(content, 'src', 'secret.ts'), 'export {}')
    const program = join(folder, 'program')
    cpSync(join(UNPACKED, '..', '..', 'crossread'), join(program, 'crossread'))
    await createPackage(content, join(program, 'resources', 'app.asar'))
    await expect(checkPackages(program)).rejects.toThrow(/secret\.ts/u)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the sample corpus lies beside the archive', () => {
  expect(existsSync(join(UNPACKED, '..', 'sample-corpus'))).toBe(true)
})
