import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { captureScreens, type Theme } from './drive/capture-screens'
import { launchProgram } from './drive/launch'
import { removeFolder } from './drive/remove-folder'
import { runHeadless } from './drive/run-headless'
import { ensureBuild } from './setup/build.mjs'
import { BUILT_MAIN, SAMPLE_CORPUS } from './setup/paths.mjs'

/*
 * Pictures of the program's screens, of its suggestions and comparison too:
 * npx tsx tools/screenshots.ts --out DIR [--theme light|dark] [--size 1280x800] [--import PATH]
 */

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'crossread-output' },
    theme: { type: 'string' },
    size: { type: 'string', default: '1280x800' },
    import: { type: 'string', default: SAMPLE_CORPUS },
  },
})
const [width = 1280, height = 800] = values.size.split('x').map(Number)
const themes: readonly Theme[] =
  values.theme === 'light' || values.theme === 'dark' ? [values.theme] : ['light', 'dark']

await ensureBuild()
const data = mkdtempSync(join(tmpdir(), 'crossread-'))
try {
  const { code } = await runHeadless(['--user-data', data, '--import', resolve(values.import), '--suggest'], {
    echo: true,
  })
  if (code > 1) throw new Error('The import failed, so there is nothing to show.')
  const program = await launchProgram({ main: BUILT_MAIN, userData: data })
  const pictures = await captureScreens(program.page, {
    out: resolve(values.out),
    themes,
    size: { width, height },
  })
  await program.quit()
  console.log(pictures.join('\n'))
} finally {
  await removeFolder(data)
}
process.exit()
