import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { build } from 'vite'
import { removeFolder } from '../../tools/drive/remove-folder'
import { findBrowser } from '../../tools/setup/find-browser.mjs'
import { watchMemory } from './process-memory'
import type { BenchActions, QueryTimes } from './search.page'

/*
 * Search over 100,000 generated articles: building the index, the first answer after a start,
 * and 200 queries of each kind, by the program and by SQLite FTS5 in wasm on OPFS, on the same texts in the same run.
 * `--articles N` for fewer; `--profile FOLDER` keeps the articles there for the next run; `--prepare` stops when they are
 * there; `--without-sqlite`. The program counts everything that matches, by outlet and month too; SQLite only ranks and answers twenty rows.
 */

const ORIGIN = 'https://crossread-bench.invalid'
const SQLITE = join('node_modules', '@sqlite.org', 'sqlite-wasm', 'dist')
const ADDED = 40

/** Runs an action of search.page.ts in its worker. */
type Run = <K extends keyof BenchActions>(
  name: K,
  ...args: Parameters<BenchActions[K]>
) => Promise<Awaited<ReturnType<BenchActions[K]>>>

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      rollupOptions: { input: 'test/bench/search.page.ts' },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  const code = outputs.find((output) => output.type === 'chunk')?.code
  if (code === undefined) throw new Error('The page of the benchmark was not built')
  return code
}

const PAGE = `<!doctype html><script>
  const worker = new Worker('/worker.js', { type: 'module' })
  globalThis.run = (name, args) => new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => ('error' in data ? reject(new Error(data.error)) : resolve(data.value))
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage({ name, args })
  })
</script>`

async function serve(context: BrowserContext, script: string): Promise<void> {
  await context.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/worker.js') return route.fulfill({ contentType: 'text/javascript', body: script })
    if (!pathname.startsWith('/sqlite/')) return route.fulfill({ contentType: 'text/html', body: PAGE })
    const file = join(SQLITE, pathname.slice('/sqlite/'.length))
    if (!existsSync(file)) return route.fulfill({ status: 404 })
    const contentType = file.endsWith('.wasm') ? 'application/wasm' : 'text/javascript'
    return route.fulfill({ contentType, body: readFileSync(file) })
  })
}

/** Starts a browser on the profile, works, and ends it. */
async function withPage<T>(profile: string, script: string, work: (run: Run) => Promise<T>): Promise<T> {
  const browser = findBrowser()
  const context = await chromium.launchPersistentContext(profile, {
    ...(browser === null ? {} : { executablePath: browser.path }),
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
  try {
    await serve(context, script)
    const page: Page = context.pages()[0] ?? (await context.newPage())
    await page.goto(`${ORIGIN}/`)
    const run: Run = (name, ...args) =>
      page.evaluate(
        ([action, given]) =>
          (globalThis as unknown as { run: (name: string, args: unknown) => Promise<never> }).run(
            action,
            given,
          ),
        [name, args] as const,
      )
    return await work(run)
  } finally {
    await context.close()
  }
}

function megabytes(folder: string): number {
  return Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]) / 1024
}

function percentile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? NaN
}

function print(what: string, ours: string, theirs: string, budget: string): void {
  console.log(`  ${what.padEnd(34)}${ours.padStart(12)}${theirs.padStart(12)}   ${budget}`)
}

/** What one of the two was measured at; times in milliseconds. */
interface Figures {
  readonly build: number
  readonly disk: number
  readonly memory: number | undefined
  readonly cold: number
  readonly times: QueryTimes
}

/** Builds, starts anew, asks. Each step has a browser of its own, so that nothing is left in memory from the one before. */
async function measure(profile: string, script: string, articles: number, sqlite: boolean): Promise<Figures> {
  const step = <T>(work: (run: Run) => Promise<T>) => withPage(profile, script, work)
  const before = megabytes(profile)
  const watched = watchMemory(process.pid)
  const build = await step((run) => run(sqlite ? 'buildSqlite' : 'build'))
  const memory = watched.stop()?.renderers
  const disk = megabytes(profile) - before
  const cold: number[] = []
  for (let round = 0; round < 3; round++) {
    cold.push(await step((run) => run(sqlite ? 'coldStartSqlite' : 'coldStart')))
  }
  const times = await step((run) => run(sqlite ? 'queriesSqlite' : 'queries', articles))
  return { build, disk, memory, cold: percentile(cold, 0.5), times }
}

/** Prints the figures beside SQLite's and the budgets. */
async function main(options: readonly string[]): Promise<void> {
  const valueOf = (name: string) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined)
  const articles = Number(valueOf('--articles') ?? 100_000)
  const kept = valueOf('--profile')
  const profile = kept ?? (await mkdtemp(join(tmpdir(), 'crossread-bench-')))
  const script = await bundle()
  try {
    await withPage(profile, script, (run) => run('prepare', articles))
    if (options.includes('--prepare')) return
    await withPage(profile, script, (run) => run('forget'))
    const ours = await measure(profile, script, articles, false)
    const theirs = options.includes('--without-sqlite')
      ? null
      : await measure(profile, script, articles, true)
    const different = theirs && (await withPage(profile, script, (run) => run('disagreements', articles)))
    const added = await withPage(profile, script, (run) => run('addOne', ADDED))
    report(articles, ours, theirs, added)
    if (different !== null) print('queries with another total', String(different), '', 'of 150')
  } finally {
    if (kept === undefined) await removeFolder(profile)
  }
}

function report(articles: number, ours: Figures, theirs: Figures | null, added: readonly number[]): void {
  const row = (what: string, figure: (one: Figures) => string, budget: string) =>
    print(what, figure(ours), theirs ? figure(theirs) : '–', budget)
  const ratio = theirs ? `ratio ${(ours.build / theirs.build).toFixed(2)}, ` : ''
  const ms = (value: number) => `${value.toFixed(1)} ms`
  console.log(`Search, ${String(articles)} articles of 4.2 KB`)
  print('', 'Crossread', 'SQLite', '')
  row('build', ({ build: time }) => `${(time / 1000).toFixed(1)} s`, `${ratio}budget <= 1.0`)
  row('on disk', ({ disk }) => `${disk.toFixed(0)} MB`, 'budget <= 250 MB')
  row('memory of the renderer, peak', ({ memory }) => `${memory?.toFixed(0) ?? '–'} MB`, 'budget <= 300 MB')
  row('first answer after a start', ({ cold }) => ms(cold), 'budget <= 150 ms')
  const kinds: readonly (readonly [keyof QueryTimes, string, number])[] = [
    ['words', 'all words', 30],
    ['prefixes', 'prefix', 50],
    ['phrases', 'phrase', 30],
    ['snippets', 'all words with snippets', 30],
  ]
  for (const [key, name, budget] of kinds) {
    row(`${name}, median`, ({ times }) => ms(percentile(times[key], 0.5)), '')
    row(
      `${name}, p95`,
      ({ times }) => ms(percentile(times[key], 0.95)),
      `budget <= ${String(budget)} ms and ahead`,
    )
  }
  print('an article added until found, p95', ms(percentile(added, 0.95)), '–', 'budget <= 20 ms')
}

await main(process.argv.slice(2))
