import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeFolder } from '../../tools/drive/remove-folder'
import { BUILT_MAIN } from '../../tools/setup/paths.mjs'
import { programCommand } from '../../tools/setup/program-command.mjs'
import { ensureRuntime } from '../../tools/setup/runtime.mjs'
import { writeArticles } from '../../tools/corpus/write-articles'
import { watchMemory, type PeakMemory } from './process-memory'
import { measureRawPuts } from './raw-puts'

/*
 * A folder of 10,000 files, disk to corpus, by the built program without a window: parsing included. The reference, in
 * the same run, is plain IndexedDB puts of as many records of the same size.
 */

const COUNT = Number(process.env['CROSSREAD_BENCH_ARTICLES'] ?? 10_000)
const LENGTH = 4_200
/** Articles a second, and megabytes, that the project asks of itself on two cores. */
const RATE_BUDGET = 1_500
const MEMORY_BUDGET = 400

interface Run {
  readonly seconds: number
  readonly peak: PeakMemory | null
}

/** Imports a folder into a temporary corpus of a fresh profile. */
async function importFolder(folder: string, scratch: string): Promise<Run> {
  const args = ['--headless', '--import', folder, '--corpus', 'Bench', '--user-data', join(scratch, 'data')]
  const command = programCommand(await ensureRuntime(), BUILT_MAIN, args)
  const started = performance.now()
  const child = spawn(command.program, command.args, {
    env: command.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const memory = watchMemory(child.pid ?? 0)
  await once(child, 'close')
  const peak = memory.stop()
  if (child.exitCode !== 0) throw new Error(`The import ended with ${child.exitCode}:\n${stderr}`)
  return { seconds: (performance.now() - started) / 1000, peak }
}

async function measure(count: number): Promise<Run> {
  const scratch = mkdtempSync(join(tmpdir(), 'crossread-bench-'))
  try {
    const folder = join(scratch, 'articles')
    writeArticles(folder, { count, seed: 20_160_912, length: LENGTH })
    return await importFolder(folder, scratch)
  } finally {
    await removeFolder(scratch)
  }
}

const raw = await measureRawPuts(COUNT, LENGTH)
const start = await measure(1)
const all = await measure(COUNT)
const rate = COUNT / (all.seconds - start.seconds)

console.log(`articles                      ${COUNT} of about ${LENGTH} characters`)
console.log(`raw IndexedDB puts            ${raw.toFixed(0)} records/s`)
console.log(`start and end, one article    ${start.seconds.toFixed(2)} s`)
console.log(`whole run                     ${all.seconds.toFixed(2)} s`)
console.log(`import, start taken off       ${rate.toFixed(0)} articles/s`)
console.log(`ratio to raw puts             ${(rate / raw).toFixed(2)}`)
console.log(`ratio to the budget           ${(rate / RATE_BUDGET).toFixed(2)} (${RATE_BUDGET} articles/s)`)
if (all.peak === null) {
  console.log('memory                        not measured on this system')
} else {
  const { main, renderers, browser, together, processorSeconds } = all.peak
  const spent = processorSeconds - (start.peak?.processorSeconds ?? 0)
  console.log(`processor time an article     ${((spent * 1000) / COUNT).toFixed(2)} ms, all processes`)
  console.log(`peak memory, main             ${main.toFixed(0)} MB`)
  console.log(`peak memory, renderers        ${renderers.toFixed(0)} MB`)
  console.log(`peak memory, rest of browser  ${browser.toFixed(0)} MB`)
  console.log(
    `main and renderers together   ${together.toFixed(0)} MB, to budget ${(together / MEMORY_BUDGET).toFixed(2)}`,
  )
}
