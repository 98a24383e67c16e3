import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Main's built file. */
export const BUILT_MAIN = join(ROOT, 'out', 'main', 'index.js')

/** Articles that come with the program. */
export const SAMPLE_CORPUS = join(ROOT, 'resources', 'sample-corpus')

/** The folder the person was in: npm itself changes to the root before it runs a script. */
export const STARTED_IN = process.env['INIT_CWD'] ?? process.cwd()
