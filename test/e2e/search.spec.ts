import type { Locator, Page } from '@playwright/test'
import { expect, test, writeFiles } from './folder'
import { articleText, importFirstFolder, LONG, statusBar } from './window'

/* From a query to the words in their article, back, and to several lines annotated at once; by keyboard alone. */

const FERRY = `The Ferry Runs Again

The old bridge is shut, so the ferry runs again. Nobody misses the old bridge, its crew says. The old bridge had no toll.
`

const COUNCIL = `Council Keeps Crossing Open

TORVALE – The council will keep the old bridge open through the winter, it decided on Monday after a debate of four hours.

Repairs cost 240,000 crowns, more than twice the estimate. Residents had asked for a decision since the storm.

“We will not close the old bridge,” Mayor Ilin Varga said after the vote, and went home on foot.
`

/** Three outlets' words; one has the phrase elsewhere, one its words apart. */
const REPORTS = {
  'harbourpost_2019-06-02_ferry.txt': FERRY,
  'harbourpost_2019-05-21_council.txt': COUNCIL,
  'harbourpost_2019-06-09_weather.txt':
    'Rain at Torvale\n\nThe bridge is old, and the rain was heavy on it.\n',
  'inlandgazette_2019-05-22_vote.txt':
    'A Vote at Torvale\n\nOpponents called keeping the old bridge a mistake.\n',
}

const results = (page: Page): Locator => page.getByRole('listbox', { name: 'Results' })
const lines = (page: Page): Locator => page.getByRole('listbox', { name: 'Lines of the concordance' })

/** The row that the keyboard is at. */
async function activeRow(list: Locator): Promise<Locator> {
  await expect(list).toHaveAttribute('aria-activedescendant', /./)
  return list.page().locator(`[id="${await list.getAttribute('aria-activedescendant')}"]`)
}

test('a phrase is found, read in its article, and its lines are annotated at once', async ({
  app,
  folder,
}) => {
  await importFirstFolder(app, writeFiles(folder, REPORTS))
  const { page } = app

  await test.step('a phrase from one source', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+f')
    const field = page.getByRole('combobox', { name: 'Search the corpus' })
    await expect(field).toBeFocused()
    await page.keyboard.type('"old bridge"')
    const found = page.getByRole('status', { name: 'Found' })
    await expect(found).toHaveText('3 articles, 6 occurrences', { timeout: LONG })
    await page.keyboard.type(' source:harbourpost')
    await expect(found).toHaveText('2 articles, 5 occurrences')
    await page.keyboard.press('Enter')
    await expect(results(page)).toBeFocused()
  })

  await test.step('the second result opens at its words, with the hits in the find bar', async () => {
    await page.keyboard.press('ArrowDown')
    await expect(await activeRow(results(page))).toContainText('Council Keeps Crossing Open')
    await page.keyboard.press('Enter')
    await expect(articleText(page)).toContainText('after a debate of four hours')
    const bar = page.getByRole('search')
    await expect(bar.getByRole('textbox', { name: 'Find in the article' })).toHaveValue(
      '"old bridge" source:harbourpost',
    )
    await expect(bar.getByRole('status')).toHaveText('1 of 2')
    await page.keyboard.press('F3')
    await expect(bar.getByRole('status')).toHaveText('2 of 2')
  })

  await test.step('Escape leads back to the same result', async () => {
    await page.keyboard.press('Escape')
    await expect(results(page)).toBeFocused()
    await expect(await activeRow(results(page))).toContainText('Council Keeps Crossing Open')
  })

  await test.step('two lines become quotations, and one undo takes both back', async () => {
    await page.keyboard.press('v')
    await expect(lines(page)).toBeFocused()
    await expect(lines(page).getByRole('option')).toHaveCount(5)
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(lines(page).getByRole('option', { selected: true })).toHaveCount(2)
    await page.keyboard.press('q')
    await expect(page.getByRole('alert').filter({ hasText: '2 annotations made.' })).toBeVisible()
    await expect(statusBar(page)).toContainText('2 annotations')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(statusBar(page)).not.toContainText('2 annotations')
    await expect(statusBar(page)).toContainText('0 annotations')
  })
})
