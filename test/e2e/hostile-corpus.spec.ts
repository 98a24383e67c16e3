import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { parseDataset } from '../../src/core/exchange/dataset-reader'
import { withoutFormula } from '../../src/core/exchange/csv'
import { inspectPackage } from '../../src/main/package-file'
import { findBrowser } from '../../tools/setup/find-browser.mjs'
import { hostileCorpus, INTRUDED } from '../fixtures/hostile/hostile-corpus'
import type { App } from './fixtures'
import { expect, test, writeFiles } from './folder'
import { articleTable, articleText, expectFirstRun, expectImported, exportCorpus, LONG } from './window'

/* A folder that was made to do harm, through everything that the program does with one. */

test.setTimeout(300_000)

/** Longest time that the window may not answer, in milliseconds. */
const HANG = 5_000

/** What the page did that no text may make it do, and how long it did not answer. */
async function watch({ page }: App): Promise<{ readonly seen: string[]; longestPause(): Promise<number> }> {
  const seen: string[] = []
  const ownOrigin = new URL(page.url()).origin
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => seen.push(`thrown: ${error.message}`))
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== ownOrigin) seen.push(`request: ${request.url()}`)
  })
  page.context().on('page', (other) => seen.push(`window: ${other.url()}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      reportError(new Error(`policy: ${violatedDirective} ${blockedURI}`))
    })
    let last = performance.now()
    let longest = 0
    setInterval(() => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
      Reflect.set(window, 'longestPause', longest)
    }, 50)
  })
  await page.reload()
  return { seen, longestPause: () => page.evaluate(() => Number(Reflect.get(window, 'longestPause'))) }
}

/** Cells of a CSV file, quotes taken away. */
function cellsOf(csv: string): string[] {
  return [...csv.replace(/^\uFEFF/u, '').matchAll(/"((?:[^"]|"")*)"|[^",\r\n]+/gu)].map(([whole, quoted]) =>
    quoted === undefined ? whole : quoted.replaceAll('""', '"'),
  )
}

function expectNoFormula(csv: string): void {
  const cells = cellsOf(csv)
  expect(cells.filter((cell) => withoutFormula(cell) !== cell)).toEqual([])
  // They are there, and were made safe.
  expect(cells.filter((cell) => cell.startsWith("'")).length).toBeGreaterThan(0)
}

async function save(app: App, path: string, command: string): Promise<string> {
  await app.dialogs.saveAs(path)
  await app.menu(command)
  let written = ''
  await expect(() => {
    written = readFileSync(path, 'utf8')
  }).toPass({ timeout: LONG })
  return written
}

/** Opens a page that was exported in a browser of its own, as whoever gets it would. */
async function expectHarmless(path: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findBrowser()?.path ?? '',
    chromiumSandbox: process.getuid?.() !== 0,
  })
  try {
    const page = await browser.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => requests.push('dialog')))
    await page.goto(pathToFileURL(path).href)
    await expect(page.getByText('We will not close the bridge').first()).toBeVisible()
    expect(requests).toHaveLength(1)
    expect(await page.evaluate((name) => Reflect.get(window, name) as unknown, INTRUDED)).toBeUndefined()
    // What stands in the text as markup is there as text.
    await expect(page.locator('script, img, iframe, svg, input, a[href], [onload], [onerror]')).toHaveCount(0)
  } finally {
    await browser.close()
  }
}

let server: Server
const asked: string[] = []
test.beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
test.afterAll(() => new Promise((resolve) => server.close(resolve)))

test('a hostile folder runs nothing, asks for nothing, hangs nothing, and leaves as text', async ({
  app,
  folder,
}) => {
  const elsewhere = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  const input = writeFiles(join(folder, `<b onclick=${INTRUDED}=0>=1+1`), hostileCorpus(elsewhere))
  await expectFirstRun(app.page)
  const { seen, longestPause } = await watch(app)
  const { page } = app

  await test.step('import, and its report', async () => {
    await expectFirstRun(page)
    await app.dialogs.choose(input)
    await page.getByRole('button', { name: 'Import a folder of articles' }).click()
    await expectImported(page)
    await page.getByRole('button', { name: 'Show report' }).click()
    await app.dialogs.saveAs(join(folder, 'report.csv'))
    await page.getByRole('button', { name: 'Save report…' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Report saved.' })).toBeVisible()
    const report = readFileSync(join(folder, 'report.csv'), 'utf8')
    for (const reason of ['as a trap would', 'leads out of the archive', 'made to do harm']) {
      expect(report).toContain(reason)
    }
    expectNoFormula(report)
    await page.getByRole('button', { name: 'Back to the library' }).click()
  })

  await test.step('suggestions', async () => {
    await page.keyboard.press('ControlOrMeta+Alt+Shift+s')
    await expect(page.getByRole('alert').filter({ hasText: /suggestions in \d+ articles/ })).toBeVisible({
      timeout: LONG,
    })
  })

  await test.step('reader, one article after the other', async () => {
    await articleTable(page).focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect(articleText(page)).toBeVisible()
    const heading = page.getByRole('heading', { level: 1 })
    for (let articles = 1; articles < 20; articles += 1) {
      const title = await heading.innerText()
      await expect(async () => {
        // A key pressed before the article is there is lost, so it is pressed again.
        await page.keyboard.press(']')
        await expect(heading).not.toHaveText(title, { timeout: 1_000 })
      }).toPass({ timeout: LONG })
    }
    await page.getByRole('button', { name: 'Close article' }).click()
  })

  await test.step('search, and the other screens', async () => {
    for (const screen of ['Codebook', 'Review', 'Speakers', 'Search']) {
      await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen }).click()
      await expect(page.getByRole('region', { name: screen, exact: true })).toBeVisible()
    }
    const field = page.getByRole('combobox', { name: 'Search the corpus' })
    for (const query of ['"close the bridge"', '<script>', '((((', `${'a* '.repeat(200)}`]) {
      await field.fill(query)
      await page.keyboard.press('Enter')
    }
    await field.fill('bridge')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ControlOrMeta+1')
  })

  await test.step('comparison, and what leaves of it', async () => {
    await articleTable(page).focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('ControlOrMeta+Shift+c')
    await expect(page.getByRole('region', { name: 'Findings' }).locator('[aria-current=true]')).toBeVisible({
      timeout: LONG,
    })
    await page.keyboard.press('Alt+2')
    await expect(page.getByRole('grid', { name: 'Utterances by source' })).toBeVisible()
    expectNoFormula(await save(app, join(folder, 'matrix.csv'), 'matrix.csv'))
    const report = join(folder, 'report.html')
    await save(app, report, 'story.report')
    await page.keyboard.press('Alt+4')
    await expectHarmless(report)
  })

  await test.step('datasets and packages', async () => {
    await exportCorpus(app, join(folder, 'out.json'))
    expect(parseDataset(readFileSync(join(folder, 'out.json'), 'utf8'))).toMatchObject({ ok: true })
    const packed = join(folder, 'out.crossread')
    await page.keyboard.press('ControlOrMeta+e')
    await page.getByRole('radio', { name: 'Package' }).check()
    await app.dialogs.saveAs(packed)
    await page.getByRole('button', { name: 'Choose file…' }).click()
    await expect(page.getByRole('alert').filter({ hasText: '“out.crossread” is written' })).toBeVisible({
      timeout: LONG,
    })
    expect(await inspectPackage(packed, 'out.crossread')).toMatchObject({ ok: true })
  })
  expect(await longestPause()).toBeLessThan(HANG)
  expect(await page.evaluate((name) => Reflect.get(window, name) as unknown, INTRUDED)).toBeUndefined()
  expect(seen).toEqual([])
  expect(asked).toEqual([])
})
