import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { App } from './fixtures'
import { expect, test, writeFiles } from './folder'
import { COUNCIL, dispatches, PRESS } from './invented'
import {
  articleRow,
  articleTable,
  expectFirstRun,
  expectImported,
  importFirstFolder,
  LONG,
  openArticle,
  statusBar,
} from './window'

/* Imports that do not simply come to their end, and what is said of them. */

test.setTimeout(300_000)

/** So many that no machine is through before a person, or a test, has done something about it. */
const MANY = 4_000

/** Starts importing a folder from the welcome and waits until a part of it is in the corpus, and not all. */
async function startImport(app: App, folder: string): Promise<void> {
  await expectFirstRun(app.page)
  await app.dialogs.choose(folder)
  await app.page.getByRole('button', { name: 'Import a folder of articles' }).click()
  await expect(statusBar(app.page).getByRole('progressbar', { name: 'Import' })).toBeVisible({
    timeout: LONG,
  })
  await expect.poll(() => articlesOf(app.page), { timeout: LONG, intervals: [50] }).toBeGreaterThan(0)
}

/** How many articles the status bar counts. */
async function articlesOf(page: Page): Promise<number> {
  const text = (await statusBar(page).textContent()) ?? ''
  return Number(/([\d,.\s]+) articles?/.exec(text)?.[1]?.replaceAll(/\D/g, '') ?? 0)
}

/** Saves the import's report through the dialog and reads it: outcome by path, each path once. */
async function savedReport(app: App, path: string): Promise<Map<string, string>> {
  const { page } = app
  await app.dialogs.saveAs(path)
  await page.getByRole('button', { name: 'Save report…' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Report saved.' })).toBeVisible()
  const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n')
  expect(lines[0]).toBe('path,outcome,same as,message')
  const outcomes = new Map<string, string>()
  for (const line of lines.slice(1)) {
    const [file = '', outcome = ''] = line.split(',')
    expect(outcomes.has(file)).toBe(false)
    outcomes.set(file, outcome)
  }
  return outcomes
}

test('cancel keeps what is complete, and says so', async ({ app, folder }) => {
  const { page } = app
  await startImport(app, writeFiles(join(folder, 'wire'), dispatches(MANY)))
  await statusBar(page).getByRole('button', { name: 'Cancel import; what is imported is kept' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'Import cancelled; what was read is kept' })
  await expect(notice).toBeVisible({ timeout: LONG })
  const imported = Number(
    /([\d,]+) imported/.exec((await notice.textContent()) ?? '')?.[1]?.replaceAll(',', ''),
  )
  expect(imported).toBeGreaterThan(0)
  expect(imported).toBeLessThan(MANY)
  await notice.getByRole('button', { name: 'Show report' }).click()
  await expect.poll(() => articlesOf(page)).toBe(imported)
  const outcomes = await savedReport(app, join(folder, 'report.csv'))
  expect([...outcomes.values()].filter((outcome) => outcome === 'imported')).toHaveLength(imported)

  // What is kept is whole: the last article that was stored opens with its text.
  await page.getByRole('button', { name: 'Back to the library' }).click()
  await articleTable(page).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('document', { name: 'Article text' })).toContainText('passed the light at dawn')
})

test('an import that was killed is offered again, goes on, and takes each file once', async ({
  app,
  folder,
}) => {
  const files = dispatches(MANY)
  await startImport(app, writeFiles(join(folder, 'wire'), files))
  await app.kill()
  await app.launch()
  const { page } = app
  await expect(page.getByText('The import of “wire” was interrupted.')).toBeVisible({ timeout: LONG })
  const before = await articlesOf(page)
  expect(before).toBeLessThan(MANY)
  await page.getByRole('button', { name: 'Resume' }).click()
  await expectImported(page, '4,000 imported')
  // At once, for the notice goes away by itself.
  await page.getByRole('button', { name: 'Show report' }).click()
  await expect.poll(() => articlesOf(page)).toBe(MANY)
  await expect(page.getByText('was interrupted')).toHaveCount(0)
  const outcomes = await savedReport(app, join(folder, 'report.csv'))
  expect([...outcomes.keys()].toSorted()).toEqual(Object.keys(files).toSorted())
  expect(new Set(outcomes.values())).toEqual(new Set(['imported']))
})

test('a folder dropped on the window is imported', async ({ app, folder }) => {
  const { page } = app
  const press = writeFiles(join(folder, 'dropped press'), PRESS)
  await expectFirstRun(page)
  const cdp = await page.context().newCDPSession(page)
  const data = { items: [], files: [press], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
  }
  await expect(page.getByText('Drop to import')).toBeVisible()
  await cdp.send('Input.dispatchDragEvent', { type: 'drop', x: 300, y: 300, data })
  await expectImported(page, '3 imported')
  await expect(statusBar(page)).toContainText('dropped press')
  await expect(articleTable(page).getByRole('row')).toHaveCount(4)
})

test('the same text twice is one article; from two outlets it is two, each flagged', async ({
  app,
  folder,
}) => {
  const twice = 'The Keeper Retires\n\nThe keeper of the bridge retires after forty years, the town said.\n'
  const press = writeFiles(join(folder, 'reprints'), {
    'one/keeper.txt': twice,
    'two/keeper-copy.txt': twice,
    'harbourpost_2019-05-21_council.txt': COUNCIL,
    'gazette_2019-05-21_council.txt': COUNCIL,
    'notes.odt': 'not read',
  })
  await importFirstFolder(app, press)
  const { page } = app
  await expectImported(page, '3 imported, 1 with the same text as another, 1 skipped')
  const notice = page.getByRole('alert').filter({ hasText: 'Import done' })
  await notice.getByRole('button', { name: 'Show report' }).click()

  const report = page.getByRole('region', { name: 'Import report' })
  const line = (path: string) => report.getByRole('row').filter({ hasText: path })
  await expect(line('two/keeper-copy.txt')).toContainText('Same text as one/keeper.txt')
  await expect(line('notes.odt')).toContainText('It is a .odt file')
  await report
    .getByRole('radiogroup', { name: 'Outcome' })
    .getByText(/^Skipped/)
    .click()
  await expect(report.getByRole('row')).toHaveCount(1)
  const outcomes = await savedReport(app, join(folder, 'report.csv'))
  expect(Object.fromEntries(outcomes)).toEqual({
    'gazette_2019-05-21_council.txt': 'imported',
    'harbourpost_2019-05-21_council.txt': 'imported',
    'notes.odt': 'skipped',
    'one/keeper.txt': 'imported',
    'two/keeper-copy.txt': 'same-as',
  })

  await report.getByRole('button', { name: 'Back to the library' }).click()
  const reprints = articleRow(page, 'Council Votes on Crossing')
  await expect(reprints).toHaveCount(2)
  for (const outlet of ['harbourpost', 'gazette']) {
    const flag = reprints.filter({ hasText: outlet }).getByRole('img', { name: /same text/i })
    await expect(flag).toBeVisible()
  }
  await expect(articleRow(page, 'The Keeper Retires')).toHaveCount(1)
  await expect(articleRow(page, 'The Keeper Retires').getByRole('img', { name: /same text/i })).toHaveCount(0)
  await openArticle(page, 'The Keeper Retires')
  await page.getByRole('tab', { name: /^Article/ }).click()
  const facts = page.getByRole('complementary', { name: 'Inspector' })
  await expect(facts).toContainText('one/keeper.txt')
  await expect(facts).toContainText('two/keeper-copy.txt')
})

test('a table is imported by saying what its columns hold, with the keyboard alone', async ({
  app,
  folder,
}) => {
  const { page } = app
  const head = 'Nr;Kopfzeile;Inhalt;date'
  const table = writeFiles(join(folder, 'tables'), {
    'one.csv': `${head}\n1;Ferry sails;"The ferry sailed; it came back at ""noon"".";2019-05-14\n2;"Broken;row\n`,
    'two.csv': `${head}\n1;Pier closed;The pier at Torvale was closed.;2019-05-15\n`,
  })
  await expectFirstRun(page)
  await app.dialogs.choose(table)
  await page.getByRole('button', { name: 'Import a folder of articles' }).click()
  const dialog = page.getByRole('dialog', { name: 'What do the columns hold?' })
  await expect(dialog).toContainText('one.csv', { timeout: LONG })
  await expect(dialog).toContainText('No column holds the text of the articles.')
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await expect(dialog.getByRole('combobox', { name: 'Nr holds' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Tit')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Tex')
  await expect(dialog.getByRole('status')).toContainText('The ferry sailed; it came back at "noon".')
  await dialog.getByRole('button', { name: 'Import', exact: true }).press('Enter')
  await expectImported(page, '2 imported, 1 skipped')
  await expect(articleRow(page, 'Ferry sails')).toContainText('May 14, 2019')
  await expect(articleRow(page, 'Pier closed')).toBeVisible()
  await page.getByRole('button', { name: 'Show report' }).click()
  await expect(page.getByRole('table', { name: 'Files' })).toContainText('Row 3 is broken')
})
