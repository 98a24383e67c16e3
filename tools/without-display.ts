import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { captureScreens } from './drive/capture-screens'
import { launchProgram } from './drive/launch'
import { removeFolder } from './drive/remove-folder'
import { runHeadless } from './drive/run-headless'
import { BUILT_MAIN, SAMPLE_CORPUS, STARTED_IN } from './setup/paths.mjs'

/*
 * What `npm start` does where no window can be shown: the main job on the sample corpus, with what a person would have
 * seen, in `crossread-output`. Leaves nothing else behind.
 */

const out = join(STARTED_IN, 'crossread-output')
const data = mkdtempSync(join(tmpdir(), 'crossread-'))
process.exitCode = await work().finally(() => removeFolder(data))
process.exit()

async function work(): Promise<number> {
  console.log(
    'There is no display to show a window on, so this does the main job on the sample corpus instead.',
  )
  mkdirSync(out, { recursive: true })
  const dataset = join(out, 'sample-corpus.json')
  const job = [
    '--user-data',
    data,
    '--import',
    SAMPLE_CORPUS,
    '--corpus',
    'Sample corpus',
    '--suggest',
    '--export',
    dataset,
  ]
  const { code } = await runHeadless(job, { echo: true })
  if (code !== 0 && code !== 1) return code
  const program = await launchProgram({ main: BUILT_MAIN, userData: data })
  const pictures = await captureScreens(program.page, {
    out,
    themes: ['light', 'dark'],
    size: { width: 1280, height: 800 },
  })
  await program.quit()
  console.log(`
Imported ${readdirSync(SAMPLE_CORPUS).length} files from ${SAMPLE_CORPUS}. Written:
${[dataset, ...pictures].map((path) => `  ${path}`).join('\n')}

On a folder of your own, still without a window:
  npm start -- --headless --import FOLDER --export dataset.json
All options: npm start -- --help. With a display, npm start opens the window.`)
  return code
}
