import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import type { ours, raw } from './import-database.page'

/*
 * BUDGETS row "import into the corpus": the import's own transaction against plain IndexedDB puts of the same articles,
 * in the same run on the same profile. The reference is one record an article; two records are printed for comparison.
 */

declare const bench: { readonly ours: typeof ours; readonly raw: typeof raw }

const ORIGIN = 'https://crossread-bench.invalid'
const BROWSERS = [process.env['CROSSREAD_BROWSER'], '/usr/bin/chromium', '/usr/bin/google-chrome']

/** Rounds, of which the median counts: the first is slower, and a shared machine has bad moments. */
const ROUNDS = 3

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      rollupOptions: { input: 'test/bench/import-database.page.ts' },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  const code = outputs.find((output) => output.type === 'chunk')?.code
  if (code === undefined) throw new Error('The page of the benchmark was not built')
  return code
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN
}

/** Prints rates, ratios and the time of one read. `--large` adds 100,000 articles, which takes minutes. */
export async function main(options: readonly string[] = process.argv.slice(2)): Promise<void> {
  const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path))
  const profile = await mkdtemp(join(tmpdir(), 'crossread-bench-'))
  const script = await bundle()
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath === undefined ? {} : { executablePath }),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await context.newPage()
    await page.route(`${ORIGIN}/**`, (route) => {
      const isScript = route.request().url().endsWith('.js')
      return route.fulfill(
        isScript
          ? { contentType: 'text/javascript', body: script }
          : {
              contentType: 'text/html',
              body: '<!doctype html><script type="module" src="/page.js"></script>',
            },
      )
    })
    await page.goto(`${ORIGIN}/`)
    await page.waitForFunction('globalThis.bench !== undefined')
    const rate = (run: { articles: number; milliseconds: number }) => (run.articles * 1000) / run.milliseconds
    const one: number[] = []
    const two: number[] = []
    const own: number[] = []
    const reads: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      one.push(rate(await page.evaluate(() => bench.raw(10_000, 1))))
      const run = await page.evaluate(() => bench.ours(10_000, 300))
      own.push(rate(run))
      reads.push(...run.reads)
      two.push(rate(await page.evaluate(() => bench.raw(10_000, 2))))
    }
    const ratio = median(own) / median(one)
    console.log('Import into the corpus, 10,000 articles of 4.2 KB, batches of 250')
    console.log(`  plain puts, one record an article   ${median(one).toFixed(0)} articles/s`)
    console.log(`  plain puts, two records an article  ${median(two).toFixed(0)} articles/s`)
    console.log(`  Crossread                           ${median(own).toFixed(0)} articles/s`)
    console.log(`  ratio to one record   ${ratio.toFixed(2)}  (budget >= 0.90)`)
    console.log(`  ratio to two records  ${(median(own) / median(two)).toFixed(2)}`)
    console.log(`  one article read      p95 ${percentile(reads, 0.95).toFixed(1)} ms  (budget <= 3 ms)`)
    if (options.includes('--large')) {
      const large = await page.evaluate(() => bench.ours(100_000, 300))
      console.log(`  at 100,000            ${rate(large).toFixed(0)} articles/s`)
      console.log(`  ratio to 10,000       ${(rate(large) / median(own)).toFixed(2)}  (budget >= 0.85)`)
      console.log(
        `  one article read      p95 ${percentile(large.reads, 0.95).toFixed(1)} ms  (budget <= 3 ms)`,
      )
    }
  } finally {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
}

await main()
