import type { Page } from 'playwright-core'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchProgram } from './drive/launch'
import { ensureBuild } from './setup/build.mjs'
import { BUILT_MAIN, ROOT } from './setup/paths.mjs'

/*
 * The pictures of docs/manual, taken from the running program on the sample corpus: npx tsx tools/manual-pictures.ts
 */

const OUT = join(ROOT, 'docs', 'manual')
const SIZE = { width: 1280, height: 800 }

await ensureBuild()
mkdirSync(OUT, { recursive: true })
const data = mkdtempSync(join(tmpdir(), 'crossread-'))
const program = await launchProgram({ main: BUILT_MAIN, userData: data })
try {
  await program.page.setViewportSize(SIZE)
  await takeAll(program.page)
} finally {
  await program.quit()
  rmSync(data, { recursive: true, force: true, maxRetries: 5 })
}
process.exit()

async function takeAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /sample corpus/i }).click()
  await page.getByRole('alert').filter({ hasText: 'Import done' }).waitFor()
  await page
    .getByRole('button', { name: /report/i })
    .first()
    .click()
  await page.getByRole('alert').waitFor({ state: 'hidden' })
  await take(page, 'import-report')
  await page.keyboard.press('ControlOrMeta+2')
  await makeTags(page, ['Diplomacy', 'Ferry line', 'Numbers'])
  await take(page, 'codebook')
  await page.keyboard.press('ControlOrMeta+1')
  await take(page, 'library')
  await page.getByRole('row').filter({ hasText: 'Another Round of Ferry Talks' }).dblclick()
  await annotate(page)
  await take(page, 'reader')
}

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.screenshot({ path: join(OUT, `${name}-${theme}.png`), animations: 'disabled' })
  }
}

async function makeTags(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await page.getByRole('button', { name: 'New tag' }).first().click()
    const field = page.getByRole('textbox', { name: 'Name' })
    await field.fill(name)
    await field.press('Enter')
    await page.getByRole('treeitem', { name }).waitFor()
  }
}

/** Finds words, leaves them selected, and presses the keys. */
async function mark(page: Page, words: string, ...keys: readonly string[]): Promise<void> {
  await page.keyboard.press('ControlOrMeta+f')
  const field = page.getByRole('textbox', { name: 'Find in the article' })
  await field.fill(words)
  await page.getByRole('search').getByText(/^1 of/).waitFor()
  await field.press('Escape')
  for (const key of keys) await page.keyboard.press(key)
}

/** Annotates by keyboard, so that marks overlap and a quotation has all its parts. */
async function annotate(page: Page): Promise<void> {
  await page.getByRole('document', { name: 'Article text' }).waitFor()
  await mark(page, 'Andrey Kolvenik told President Maresh Tolvane', 'h')
  await mark(page, 'more than 100,000 passengers are waiting on the two shores', 'c')
  await mark(page, '100,000 passengers', 'h')
  await mark(page, '“I would suggest leaving the line to Vey open.”', 'q')
  await mark(page, '“There is still water under the keel,”', 'q')
  await mark(page, 'Foreign Minister Andrey Kolvenik', 's')
  await mark(page, 'told', 'w')
  await page.getByRole('complementary', { name: 'Inspector' }).getByText('told', { exact: true }).waitFor()
}
