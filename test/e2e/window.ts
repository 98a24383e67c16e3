import { basename } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, type App } from './fixtures'

/* What a person does in the window and sees there, by roles and names. */

/** How long an import or export may take on a busy machine, in milliseconds. */
export const LONG = 120_000

/** The articles: a table when no article is open, a list beside the reader. */
export const articleTable = (page: Page): Locator => page.getByRole('grid', { name: 'Articles' })

/** Row of the article with these words in it. */
export const articleRow = (page: Page, words: string | RegExp): Locator =>
  articleTable(page).getByRole('row').filter({ hasText: words })

/** The text of the article that is open. */
export const articleText = (page: Page): Locator => page.getByRole('document', { name: 'Article text' })

export const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' })

export const statusBar = (page: Page): Locator => page.getByRole('contentinfo', { name: 'Status' })

/** The welcome of a program without any corpus. */
export async function expectFirstRun(page: Page): Promise<void> {
  await expect(page.getByRole('main', { name: 'Welcome' })).toBeVisible({ timeout: LONG })
}

/** Imports a folder from the welcome, through the dialog; ends when the import does. */
export async function importFirstFolder(app: App, folder: string): Promise<void> {
  await expectFirstRun(app.page)
  await app.dialogs.choose(folder)
  await app.page.getByRole('button', { name: 'Import a folder of articles' }).click()
  await expectImported(app.page)
}

/** Waits for the notice that an import is done. */
export async function expectImported(page: Page, counts: string | RegExp = /\d+ imported/): Promise<void> {
  const notice = page.getByRole('alert').filter({ hasText: 'Import done' })
  await expect(notice).toContainText(counts, { timeout: LONG })
}

/** Opens the article whose row has these words, from the table. */
export async function openArticle(page: Page, words: string | RegExp): Promise<void> {
  await articleRow(page, words).dblclick()
  await expect(articleText(page)).toBeVisible()
}

/** Exports the whole corpus, reproducibly, through dialog and file dialog. */
export async function exportCorpus(app: App, path: string): Promise<void> {
  const { page } = app
  await page.keyboard.press('ControlOrMeta+e')
  const dialog = page.getByRole('dialog', { name: 'Export dataset' })
  await dialog.getByRole('checkbox', { name: 'Reproducible' }).check()
  await app.dialogs.saveAs(path)
  await dialog.getByRole('button', { name: 'Choose file…' }).click()
  await expect(page.getByRole('alert').filter({ hasText: `“${basename(path)}” is written` })).toBeVisible({
    timeout: LONG,
  })
}

/** What is selected on the page. */
export const selectedText = (page: Page): Promise<string> =>
  page.evaluate(() => document.getSelection()?.toString() ?? '')

/** Goes from wherever the reader has the focus to the text, by key. */
export async function goToText(page: Page): Promise<void> {
  await expect(async () => {
    // A key pressed before the article is there is lost, so it is pressed again.
    await page.keyboard.press('t')
    await expect(articleText(page)).toBeFocused({ timeout: 1_000 })
  }).toPass({ timeout: LONG })
}
