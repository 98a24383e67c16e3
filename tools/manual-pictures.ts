import type { Page } from 'playwright-core'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchProgram } from './drive/launch'
import { ensureBuild } from './setup/build.mjs'
import { BUILT_MAIN, ROOT } from './setup/paths.mjs'

/*
 * The pictures of docs/manual and its list of keys, taken from the running program on the sample corpus:
 * npx tsx tools/manual-pictures.ts
 */

const OUT = join(ROOT, 'docs', 'manual')
const SIZE = { width: 1280, height: 800 }

/** Section of the overview of keys -> what its keys do -> the keys. */
const keys = new Map<string, Map<string, string>>()

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
  await readKeys(page)
  await makeTags(page, ['Diplomacy', 'Ferry line', 'Numbers'])
  await take(page, 'codebook')
  await page.keyboard.press('ControlOrMeta+1')
  await take(page, 'library')
  await page.getByRole('row').filter({ hasText: 'Another Round of Ferry Talks' }).dblclick()
  await annotate(page)
  await take(page, 'reader')
  await readKeys(page)
  await suggest(page)
  await take(page, 'suggestions')
  await page.keyboard.press('ControlOrMeta+3')
  await page.getByRole('listbox', { name: 'Suggestions' }).waitFor()
  await take(page, 'review')
  await readKeys(page)
  await page.keyboard.press('ControlOrMeta+6')
  await page.getByRole('region', { name: 'Search' }).waitFor()
  await readKeys(page)
  await compare(page)
  writeFileSync(join(OUT, 'keys.md'), keysPage())
}

/** Reads the overview that `?` opens; each screen shows the keys of where one is. */
async function readKeys(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keys' }).click()
  const overview = page.getByRole('dialog', { name: 'Keys' })
  await overview.waitFor()
  for (const section of await overview.locator('section').all()) {
    const title = await section.getByRole('heading').innerText()
    const rows = keys.get(title) ?? new Map<string, string>()
    const labels = await section.locator('dt').allInnerTexts()
    const caps = await section
      .locator('dd')
      .evaluateAll((all) =>
        all.map((one) =>
          [...one.children].map(
            (hint) =>
              [...hint.querySelectorAll('kbd')].map((cap) => cap.textContent).join('+') || hint.textContent,
          ),
        ),
      )
    labels.forEach((label, index) => {
      // After a change these two name it; the plain ones are in the list already.
      if (/^(Undo|Redo) ./.test(label)) return
      const names = (caps[index] ?? []).map((cap) => cap.replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
      rows.set(label, names.map((name) => `<kbd>${name}</kbd>`).join(' or '))
    })
    keys.set(title, rows)
  }
  await page.keyboard.press('Escape')
  await overview.waitFor({ state: 'hidden' })
}

function keysPage(): string {
  const sections = [...keys].map(([title, rows]) => {
    const lines = [...rows].map(([label, caps]) => `| ${label} | ${caps} |`)
    return `## ${title}\n\n| what | keys |\n| --- | --- |\n${lines.join('\n')}\n`
  })
  return `# Keys\n\nOn a Mac, read Cmd for Ctrl. In the program, \`?\` shows the keys of where you are.\n\n${sections.join('\n')}`
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
    // The field of the tag before is there too, until the new one takes the focus.
    const field = page.getByRole('textbox', { name: 'Name' }).and(page.locator(':focus'))
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

/** Suggests in the open article and goes to the first suggestion. */
async function suggest(page: Page): Promise<void> {
  await page.getByRole('document', { name: 'Article text' }).focus()
  await page.keyboard.press('ControlOrMeta+Alt+s')
  await page
    .getByText(/\d+ suggestions?/)
    .first()
    .waitFor()
  await page.getByRole('alert').first().waitFor({ state: 'hidden' })
  await page.getByRole('document', { name: 'Article text' }).focus()
  await page.keyboard.press('n')
}

/** The five articles as a story, in each of its views. */
async function compare(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Alt+Shift+s')
  await page
    .getByRole('alert')
    .filter({ hasText: /suggest/i })
    .first()
    .waitFor()
  await page.keyboard.press('ControlOrMeta+1')
  await page.getByRole('button', { name: 'Close article' }).click()
  await page.getByRole('grid', { name: 'Articles' }).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+Shift+c')
  await page.getByRole('region', { name: 'Findings' }).locator('[aria-current]').waitFor()
  const close = page.getByRole('button', { name: 'Close message' }).first()
  // A message may also go by itself while it is clicked.
  while (await close.isVisible()) await close.click({ timeout: 1_000 }).catch(() => undefined)
  await page.getByRole('img', { name: /^Heat map/ }).waitFor()
  await take(page, 'comparison')
  await readKeys(page)
  await page.keyboard.press('Alt+2')
  await page.getByRole('grid', { name: 'Utterances by source' }).getByRole('gridcell').first().waitFor()
  await take(page, 'matrix')
  await readKeys(page)
  await page.keyboard.press('Alt+4')
  await page.getByText(/\d+ tied passages;/).waitFor()
  await take(page, 'side-by-side')
  await readKeys(page)
  await page.keyboard.press('ControlOrMeta+5')
  await page.getByRole('option').first().click()
  await page.getByRole('button', { name: 'Open the story' }).waitFor()
  await take(page, 'stories')
  await readKeys(page)
}
