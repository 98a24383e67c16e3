import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { App } from './fixtures'
import { expect, test } from './folder'
import { articleTable, articleText, expectFirstRun, expectImported, LONG } from './window'

/* The sample corpus compared: from the matrix to the article and back, side by side, and what leaves the program. */

test.setTimeout(240_000)

const utterances = (page: Page) => page.getByRole('grid', { name: 'Utterances by source' })

/** Imports the sample corpus, has it suggested, and compares all its articles. */
async function compareSample(app: App): Promise<void> {
  const { page } = app
  await expectFirstRun(page)
  await page.getByRole('button', { name: /sample corpus/i }).click()
  await expectImported(page)
  await page.keyboard.press('ControlOrMeta+3')
  await page
    .getByRole('button', { name: /^Suggest in/ })
    .last()
    .click()
  await expect(page.getByRole('alert').filter({ hasText: /suggest/i })).toBeVisible({ timeout: LONG })
  await page.keyboard.press('ControlOrMeta+1')
  await articleTable(page).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page
    .getByRole('toolbar', { name: 'Selected articles' })
    .getByRole('button', { name: /^Compare/ })
    .click()
  await expect(page.getByRole('tab', { name: /^Utterances/ })).toBeVisible()
  await page.keyboard.press('Alt+2')
  await expect(utterances(page).getByRole('gridcell').first()).toBeVisible({ timeout: LONG })
}

test('from a cell to the article and back, side by side, and the reports', async ({ app, folder }) => {
  await compareSample(app)
  const { page } = app

  await test.step('Enter opens the article at the words, Escape leads back to the cell', async () => {
    const cell = utterances(page)
      .getByRole('row')
      .filter({ hasText: /line to Vey open/ })
      .first()
      .getByRole('gridcell')
      .nth(1)
    await cell.click()
    await expect(cell).toBeFocused()
    const words = await cell.innerText()
    await page.keyboard.press('Enter')
    await expect(articleText(page)).toBeFocused()
    await expect(page.getByRole('heading', { name: 'Quotation' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(utterances(page)).toBeVisible()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).not.toBe('')
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).innerText)).toBe(words)
  })

  await test.step('o in the article shows the others, Enter leads to one, Escape back', async () => {
    await page.keyboard.press('Enter')
    await expect(articleText(page)).toBeFocused()
    // The inspector lists them as soon as they are known.
    await expect(page.getByRole('region', { name: 'In other sources' })).toBeVisible()
    const title = await page.getByRole('heading', { level: 1 }).innerText()
    await page.keyboard.press('o')
    const others = page.getByRole('dialog', { name: 'In other sources' })
    await expect(others.getByRole('button').first()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await page.keyboard.press('Escape')
    await expect(utterances(page)).toBeVisible()
  })

  await test.step('the matrix is saved as CSV, the story as a page', async () => {
    const csv = join(folder, 'matrix.csv')
    await app.dialogs.saveAs(csv)
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'Export matrix as CSV…' }).click()
    await expect(page.getByText('“matrix.csv” is written.')).toBeVisible()
    expect(readFileSync(csv, 'utf8')).toMatch(/^\uFEFFutterance,status,sources,findings,/u)

    const report = join(folder, 'report.html')
    await app.dialogs.saveAs(report)
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'Export report (HTML)…' }).click()
    await expect(page.getByText('“report.html” is written.')).toBeVisible()
    const html = readFileSync(report, 'utf8')
    expect(html).toContain('<h2>Sources</h2>')
    expect(html).toMatch(/line to Vey open/u)
    expect(html).not.toMatch(/<script|src=|href=/u)
  })

  await test.step('side by side, n goes to what differs and marks it', async () => {
    await page.keyboard.press('Alt+4')
    await expect(page.getByText(/\d+ tied passages;/)).toBeVisible({ timeout: LONG })
    await page.keyboard.press('n')
    const chosen = page.getByRole('group', { name: /^Passage \d+ in/ }).and(page.locator(':focus'))
    await expect(chosen).toBeVisible()
    await expect(page.getByRole('insertion').or(page.getByRole('deletion')).first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(articleText(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(chosen).toBeVisible()
  })
})
