import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Electron's own binary, if it was downloaded. Found by hand, because the package's own entry point would download it.
 * @param {string} root the project's root
 * @returns {string | null}
 */
export function findElectron(root) {
  const folder = join(root, 'node_modules', 'electron')
  const note = join(folder, 'path.txt')
  const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : 'electron'
  const path = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name)
  try {
    accessSync(path, constants.X_OK)
    return path
  } catch {
    return null
  }
}
