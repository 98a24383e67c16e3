import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { SAMPLE_CORPUS } from '../../tools/setup/paths.mjs'
import { readFile } from '#core/intake/intake'
import type { ArticleDraft } from '#core/intake/draft'
import { hashText } from '#core/model/ids'
import type { given, Measured, Said, suggested } from './compare-story.page'
import { generateStatements } from './generate-statements'

/*
 * Comparing a story, from following it in the window to the view of the stored comparison: reading, a fresh worker,
 * matching, findings, storing. Five sample articles with suggestions, and a generated story of 50 articles that quote
 * 200 statements ten times each. Each round has a corpus and a worker of its own.
 */

declare const bench: { readonly suggested: typeof suggested; readonly given: typeof given }

const ORIGIN = 'https://crossread-bench.invalid'
const BROWSERS = [process.env['CROSSREAD_BROWSER'], '/usr/bin/chromium', '/usr/bin/google-chrome']

const ROUNDS = 5
const ARTICLES = 50
const STATEMENTS = 200
const COPIES = 10

/** The page and its workers, by file name. */
async function bundle(): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    base: './',
    worker: { format: 'es' },
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      rollupOptions: {
        input: 'test/bench/compare-story.page.ts',
        output: { entryFileNames: 'page.js' },
      },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  return new Map(
    outputs.map((output) => [
      output.fileName,
      output.type === 'chunk' ? output.code : Buffer.from(output.source).toString('utf8'),
    ]),
  )
}

async function serve(page: Page, files: ReadonlyMap<string, string>): Promise<void> {
  await page.route(`${ORIGIN}/**`, (route) => {
    const body = files.get(new URL(route.request().url()).pathname.slice(1))
    return route.fulfill(
      body === undefined
        ? {
            contentType: 'text/html',
            body: '<!doctype html><script type="module" src="/page.js"></script>',
          }
        : { contentType: 'text/javascript', body },
    )
  })
  await page.goto(`${ORIGIN}/`)
  await page.waitForFunction('globalThis.bench !== undefined')
}

/** The five articles of the sample corpus that report one event. */
function sampleDrafts(): ArticleDraft[] {
  return readdirSync(SAMPLE_CORPUS).flatMap((name) => {
    const bytes = new Uint8Array(readFileSync(join(SAMPLE_CORPUS, name)))
    return [...readFile({ path: name, rootName: 'sample', bytes }).drafts]
  })
}

interface Generated {
  readonly drafts: readonly ArticleDraft[]
  readonly said: Readonly<Record<string, readonly Said[]>>
}

/** Fifty articles of one day, each with forty of the statements, in wordings of their own. */
function generatedStory(): Generated {
  const statements = generateStatements(STATEMENTS * COPIES, COPIES)
  const [pattern] = sampleDrafts()
  if (!pattern) throw new Error('The sample corpus is empty')
  const said: Record<string, Said[]> = {}
  const drafts = Array.from({ length: ARTICLES }, (_, article): ArticleDraft => {
    const path = `outlet-${String(article).padStart(2, '0')}.txt`
    const own: Said[] = []
    const blocks: ArticleDraft['body']['blocks'][number][] = []
    let text = ''
    for (let copy = 0; copy < COPIES; copy++) {
      for (let statement = 0; statement < STATEMENTS; statement++) {
        if ((statement + copy * (ARTICLES / COPIES)) % ARTICLES !== article) continue
        const words = statements[copy * STATEMENTS + statement] ?? ''
        const speaker = `Speaker ${String.fromCharCode(65 + (statement % 20))}${'aeiou'[statement % 5] ?? ''}rn`
        const start = text.length
        const content = `“${words.slice(0, -1)},”`
        text += `${content} said ${speaker}.`
        const at = start + content.length + ' said '.length
        own.push({ start, end: start + content.length, speaker: [at, at + speaker.length] })
        blocks.push({ kind: 'paragraph', start, end: text.length })
        text += '\n\n'
      }
    }
    said[path] = own
    return {
      ...pattern,
      path,
      body: { text, blocks, furniture: [] },
      textSha256: hashText(text),
      originalSha256: hashText(path),
      words: text.split(' ').length,
      metadata: {
        ...pattern.metadata,
        title: `Report of outlet ${String(article)}`,
        sourceName: `Outlet ${String(article)}`,
        publishedAt: `2024-03-0${String(1 + (article % 5))}`,
        language: 'en',
      },
    }
  })
  return { drafts, said }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

function print(what: string, value: string, budget = ''): void {
  console.log(`  ${what.padEnd(44)}${value.padStart(10)}  ${budget}`)
}

function report(title: string, runs: readonly Measured[], budget: string): void {
  const [one] = runs
  if (!one) return
  console.log(`${title}, median of ${String(runs.length)} rounds`)
  print('quotations and claims', String(one.quotations))
  print('clusters', String(one.clusters))
  print('findings', String(one.findings))
  print('stored comparison', `${one.size.toFixed(2)} MB`)
  print(
    'followed to the view of it, worker included',
    `${median(runs.map((run) => run.first)).toFixed(0)} ms`,
    budget,
  )
  print(
    'again after one change, 300 ms of waiting incl.',
    `${median(runs.map((run) => run.again)).toFixed(0)} ms`,
  )
  const blocked = median(runs.map((run) => run.blocked))
  print(
    'longest task of the window',
    blocked === 0 ? '<= 50 ms' : `${blocked.toFixed(0)} ms`,
    'budget <= 50 ms',
  )
}

/** Prints times and sizes. */
export async function main(): Promise<void> {
  const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path))
  const profile = await mkdtemp(join(tmpdir(), 'crossread-bench-'))
  const files = await bundle()
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath === undefined ? {} : { executablePath }),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await context.newPage()
    page.on('pageerror', (error) => console.error(error))
    await serve(page, files)
    const samples = sampleDrafts()
    const story = generatedStory()
    const few: Measured[] = []
    const many: Measured[] = []
    for (let round = 0; round < ROUNDS; round++) {
      few.push(await page.evaluate((drafts) => bench.suggested(drafts), samples))
      many.push(await page.evaluate(({ drafts, said }) => bench.given(drafts, said), story))
    }
    report(`${String(samples.length)} sample articles`, few, 'budget <= 500 ms')
    report(`${String(ARTICLES)} generated articles`, many, 'budget <= 5000 ms')
  } finally {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
}

await main()
