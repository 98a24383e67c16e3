import { join } from 'node:path'
import { ROOT } from '../../tools/setup/paths.mjs'

/** Where `package.setup.ts` leaves the packaged program. */
export const PACKAGES = join(ROOT, 'test-results', 'packages')

/** Folder beside the archive with what is in it: Node reads no archives. */
export const UNPACKED = join(PACKAGES, 'linux-unpacked', 'resources', 'app')

/** Main's file of the packaged program. */
export const PACKAGED_MAIN = join(UNPACKED, 'out', 'main', 'index.js')
