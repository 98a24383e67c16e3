import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { removeFolder } from '../../tools/drive/remove-folder'
import { test as withApp } from './fixtures'

/** `test` with an empty folder of the test's own, which is gone afterwards. */
export const test = withApp.extend<{ folder: string }>({
  // Playwright reads from the pattern what a fixture needs, and takes no other parameter; this one needs nothing.
  folder: async ({ main: _main }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'crossread-e2e-files-'))
    await use(folder)
    await removeFolder(folder)
  },
})

/** Writes files below a folder, by relative path; folders between are made. The folder's own path. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  mkdirSync(folder, { recursive: true })
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, path)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, content)
  }
  return folder
}

export { expect } from './fixtures'
