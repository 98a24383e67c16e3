import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import type { again, command, ours, raw } from './import-database.page'

/*
 * Writing an import: the import's own transaction against plain IndexedDB puts of the same articles,
 * in turns, in the same run on the same profile. The reference is metadata and text as a record each, without an index;
 * one whole record an article, which no list could be read from, is printed for comparison.
 */

declare const bench: {
  readonly ours: typeof ours
  readonly raw: typeof raw
  readonly command: typeof command
  readonly again: typeof again
}

const ORIGIN = 'https://crossread-bench.invalid'
const BROWSERS = [process.env['CROSSREAD_BROWSER'], '/usr/bin/chromium', '/usr/bin/google-chrome']

/** Rounds, of which the median ratio counts: the first is slower, and a shared machine has bad moments. */
const ROUNDS = 5

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
    const rates: { own: number; one: number; two: number }[] = []
    const reads: number[] = []
    const plainReads: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const two = await page.evaluate(() => bench.raw(10_000, 2, 0))
      const own = await page.evaluate(() => bench.ours(10_000, 200))
      const one = await page.evaluate(() => bench.raw(10_000, 1, 200))
      rates.push({ own: rate(own), one: rate(one), two: rate(two) })
      reads.push(...own.reads)
      plainReads.push(...one.reads)
    }
    const ownRate = median(rates.map(({ own }) => own))
    const print = (what: string, value: string, budget = '') => {
      console.log(`  ${what.padEnd(36)}${value.padStart(9)}  ${budget}`)
    }
    console.log(
      `Import into the corpus: 10,000 articles of 4.2 KB, batches of 250, median of ${String(ROUNDS)} rounds`,
    )
    print('plain puts, metadata and text apart', `${median(rates.map(({ two }) => two)).toFixed(0)}/s`)
    print('plain puts, one record an article', `${median(rates.map(({ one }) => one)).toFixed(0)}/s`)
    print('Crossread', `${ownRate.toFixed(0)}/s`)
    print('ratio to the first', median(rates.map(({ own, two }) => own / two)).toFixed(2), 'budget >= 0.90')
    print('ratio to the second', median(rates.map(({ own, one }) => own / one)).toFixed(2))
    print('one article read, p95', `${percentile(reads, 0.95).toFixed(1)} ms`, 'budget <= 3 ms')
    print('one article read, median', `${percentile(reads, 0.5).toFixed(1)} ms`)
    print('one plain record read, median', `${percentile(plainReads, 0.5).toFixed(1)} ms`)
    print('one plain record read, p95', `${percentile(plainReads, 0.95).toFixed(1)} ms`)
    if (options.includes('--large')) {
      const large = await page.evaluate(() => bench.ours(100_000, 200))
      print('Crossread at 100,000', `${rate(large).toFixed(0)}/s`)
      print('ratio to its rate at 10,000', (rate(large) / ownRate).toFixed(2), 'budget >= 0.85')
      print('one article read, p95', `${percentile(large.reads, 0.95).toFixed(1)} ms`, 'budget <= 3 ms')
    }
    const times = await page.evaluate(() => bench.again(5_000, 6))
    const [first = NaN, ...later] = times
    print('corpus made again, later ones to first', (median(later) / first).toFixed(2), 'budget <= 1.3')
    print('  the slowest to the first', (Math.max(...later) / first).toFixed(2))
    const bulk = await page.evaluate(() => bench.command(10_000))
    print('one command on 10,000 articles', `${bulk.apply.toFixed(0)} ms`, 'budget <= 2,000 ms')
    print('  taken back', `${bulk.undo.toFixed(0)} ms`)
    print('  ratio to plain puts of the rows', (bulk.apply / bulk.puts).toFixed(2))
  } finally {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
}

await main()
