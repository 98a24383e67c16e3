import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchProgram } from '../../tools/drive/launch'
import { removeFolder } from '../../tools/drive/remove-folder'
import { BUILT_MAIN } from '../../tools/setup/paths.mjs'
import { writeArticles } from '../../tools/corpus/write-articles'

/*
 * A folder of 10,000 files imported in the window, with the library open: how long the window's thread is held up while
 * articles come. A task beyond 50 ms is what Chromium itself reports as a long task.
 */

const COUNT = Number(process.env['CROSSREAD_BENCH_ARTICLES'] ?? 10_000)
const BUDGET = 50
const LIMIT = 300_000

interface Watch {
  readonly tasks: { readonly start: number; readonly duration: number }[]
  longestFrame: number
  frames: number
}

declare const crossreadWatch: Watch

/** Runs in the page: notes long tasks and the time between frames from now on. */
function watchThread(): void {
  const watch: Watch = { tasks: [], longestFrame: 0, frames: 0 }
  Object.assign(globalThis, { crossreadWatch: watch })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) watch.tasks.push({ start: startTime, duration })
  }).observe({ type: 'longtask' })
  // A method: the compiler would give a function of its own a name by a helper that the page does not have.
  const frames = {
    last: performance.now(),
    next(): void {
      const now = performance.now()
      watch.longestFrame = Math.max(watch.longestFrame, now - this.last)
      watch.frames += 1
      this.last = now
      requestAnimationFrame(() => this.next())
    },
  }
  frames.next()
}

/** Tells how many seconds of processor time the window's thread has had: unlike a time, it is the same on a busy machine. */
async function threadTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  }
}

async function measure(scratch: string): Promise<void> {
  const folder = join(scratch, 'articles')
  writeArticles(folder, { count: COUNT, seed: 20_160_912, length: 4_200 })
  const program = await launchProgram({ main: BUILT_MAIN, userData: join(scratch, 'data') })
  const { page } = program
  const begin = page.getByRole('button', { name: 'Import a folder of articles' })
  await begin.waitFor({ timeout: LIMIT })
  const started = performance.now()
  await program.answerDialog({ paths: [folder] })
  await begin.click()
  // From the first articles on: before that the window changes from the welcome to the library.
  await page.getByRole('progressbar', { name: 'Import' }).waitFor({ timeout: LIMIT })
  await page.evaluate(watchThread)
  const busy = await threadTime(page)
  const before = await busy()
  const notice = page.getByRole('alert').filter({ hasText: 'Import done' })
  await notice.waitFor({ timeout: LIMIT })
  const seconds = (performance.now() - started) / 1000
  const { tasks, longestFrame, frames } = await page.evaluate(() => crossreadWatch)
  const worked = (await busy()) - before
  const longest = Math.max(0, ...tasks.map(({ duration }) => duration))
  console.log(`articles                      ${COUNT}`)
  console.log(
    `import in the window          ${seconds.toFixed(2)} s, ${(COUNT / seconds).toFixed(0)} articles/s`,
  )
  console.log(`window's thread at work        ${worked.toFixed(2)} s of processor time`)
  console.log(`tasks longer than ${BUDGET} ms       ${tasks.length}`)
  console.log(`longest task                  ${longest.toFixed(0)} ms (budget: none beyond ${BUDGET})`)
  console.log(
    `frames                        ${frames}, longest time between two ${longestFrame.toFixed(0)} ms`,
  )
  if (process.env['CROSSREAD_BENCH_TASKS'] !== undefined) {
    for (const { start, duration } of tasks)
      console.log(`  at ${start.toFixed(0)} ms: ${duration.toFixed(0)} ms`)
  }
  await program.quit()
}

const scratch = mkdtempSync(join(tmpdir(), 'crossread-bench-'))
try {
  await measure(scratch)
} finally {
  await removeFolder(scratch)
}
