import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { parseDataset } from '../../src/core/exchange/dataset-reader'
import type { Dataset } from '../../src/core/model/dataset'
import { expect, test, writeFiles } from './folder'
import { PRESS } from './invented'
import { keepNetLogs } from './net-logs'
import {
  articleRow,
  articleTable,
  articleText,
  expectImported,
  exportCorpus,
  goToText,
  importFirstFolder,
  inspector,
  LONG,
  openArticle,
  selectedText,
  statusBar,
} from './window'

/* The whole main job, as a person does it. */

test.setTimeout(240_000)

let netLogs: ReturnType<typeof keepNetLogs>
test.beforeAll(() => {
  netLogs = keepNetLogs()
})
test.afterAll(() => {
  netLogs.end()
})

/**
 * The largest reading position on disk. It is written half a second late and nothing on the screen says when, so a test
 * that kills the program has to look.
 */
const keptPosition = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
    const name = names.find((one) => one.startsWith('crossread-corpus-')) ?? ''
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.onerror = () => reject(opening.error ?? new Error('not opened'))
      opening.onsuccess = () => {
        const reading = opening.result.transaction('reading').objectStore('reading').getAll()
        reading.onsuccess = () => {
          opening.result.close()
          const rows = reading.result as readonly { readonly offset: number }[]
          resolve(Math.max(0, ...rows.map(({ offset }) => offset)))
        }
      }
    })
  })

/** Presses one key so often. */
async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let count = 0; count < times; count += 1) await page.keyboard.press(key)
}

/** Moves the focus on with Tab until it is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** Finds words in the article by keyboard and leaves them selected. */
async function findInArticle(page: Page, words: string, count: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+f')
  const field = page.getByRole('textbox', { name: 'Find in the article' })
  await expect(field).toBeFocused()
  await page.keyboard.type(words)
  await expect(page.getByRole('search').getByRole('status')).toHaveText(count)
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await selectedText(page)).toLowerCase()).toBe(words)
}

/** Makes a tag in the codebook and gives it the key 1, without the mouse. */
async function makeTagByKeyboard(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+2')
  await expect(page.getByRole('region', { name: 'Codebook' })).toBeVisible()
  await page.keyboard.press('n')
  const field = page.getByRole('textbox', { name: 'Name' })
  await expect(field).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  const item = page.getByRole('treeitem', { name })
  await expect(item).toBeVisible()
  const key = page.getByRole('combobox', { name: 'Key' })
  for (let tabs = 0; tabs < 30 && !(await key.evaluate((one) => one === document.activeElement)); tabs += 1) {
    await page.keyboard.press('Tab')
  }
  await expect(key).toBeFocused()
  await page.keyboard.press('ArrowDown')
  const option = page.getByRole('option', { name: '1', exact: true })
  await expect(option).toBeVisible()
  // The list opens at "No key"; the digit is the next one.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(key).toHaveValue('1')
}

function readDataset(path: string): Dataset {
  const parsed = parseDataset(readFileSync(path, 'utf8'))
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

test('from the first run to a dataset that comes back the same, with a kill in between', async ({
  app,
  folder,
}) => {
  const press1 = writeFiles(join(folder, 'torvale press'), PRESS)
  await importFirstFolder(app, press1)
  await expect(statusBar(app.page)).toContainText('3 articles')
  await expect(articleRow(app.page, 'The Bridge at Torvale')).toContainText('harbourpost')

  await test.step('a position in a long article is kept', async () => {
    const { page } = app
    await openArticle(page, 'Chronicle')
    await goToText(page)
    await page.keyboard.press('ControlOrMeta+End')
    await expect(page.getByText('Here the book ends')).toBeInViewport()
    await expect.poll(() => keptPosition(page)).toBeGreaterThan(12_000)
    await page.keyboard.press('ControlOrMeta+w')
    await expect(articleTable(page)).toBeVisible()
  })

  await test.step('find the article and a word in it, by keyboard alone', async () => {
    const { page } = app
    await page.keyboard.press('/')
    await expect(page.getByLabel('Filter by title, path or source')).toBeFocused()
    await page.keyboard.type('torvale stays')
    await expect(articleTable(page).getByRole('row')).toHaveCount(2)
    await tabTo(page, articleTable(page))
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect(articleText(page)).toContainText('TORVALE')
    await goToText(page)
    await findInArticle(page, 'bridge', '1 of 4')
  })

  await test.step('a quotation with speaker and cue, by keyboard alone', async () => {
    const { page } = app
    await page.keyboard.press('ControlOrMeta+Home')
    // To the sentence with the quotation, then word by word over its words and marks.
    await press(page, 'ArrowDown', 2)
    await press(page, 'Shift+ArrowRight', 7)
    await expect.poll(() => selectedText(page)).toBe('“We will not close the bridge,”')
    await page.keyboard.press('q')
    await expect(inspector(page).getByRole('heading', { name: 'Quotation' })).toBeVisible()

    await page.keyboard.press('ArrowRight')
    await press(page, 'Shift+ArrowRight', 3)
    await expect.poll(() => selectedText(page)).toBe('Mayor Ilin Varga')
    await page.keyboard.press('s')
    const words = inspector(page).getByRole('group', { name: 'Speaker’s words' })
    await expect(words).toContainText('Mayor Ilin Varga')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => selectedText(page)).toBe('said')
    await page.keyboard.press('w')
    await expect(inspector(page).getByRole('group', { name: 'Cue', exact: true })).toContainText('said')
    await page.keyboard.press('Shift+S')
    await expect(inspector(page).getByRole('combobox', { name: 'Speaker' })).toHaveValue('Mayor Ilin Varga')
  })

  await test.step('a claim, with the figures found in it', async () => {
    const { page } = app
    await findInArticle(page, 'repairs cost', '1 of 1')
    await press(page, 'ArrowLeft', 2)
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(() => selectedText(page)).toMatch(/^Repairs cost .* the estimate\.$/)
    await page.keyboard.press('c')
    await expect(inspector(page).getByRole('heading', { name: 'Claim' })).toBeVisible()
    await expect(inspector(page)).toContainText('240,000 crowns')
    await expect(statusBar(page)).toContainText('2 annotations')
  })

  await test.step('a tag, made and given by keyboard alone', async () => {
    const { page } = app
    await makeTagByKeyboard(page, 'Infrastructure')
    await page.keyboard.press('ControlOrMeta+1')
    await expect(articleText(page)).toBeVisible()
    await goToText(page)
    await page.keyboard.press('ControlOrMeta+Home')
    await press(page, '.', 2)
    await expect(inspector(page).getByRole('heading', { name: 'Claim' })).toBeVisible()
    await page.keyboard.press('1')
    await expect(inspector(page)).toContainText('Infrastructure')
  })

  await test.step('undo and redo', async () => {
    const { page } = app
    const undo = statusBar(page).getByRole('button', { name: /^Undo/ })
    const redo = statusBar(page).getByRole('button', { name: /^Redo/ })
    await expect(redo).toBeDisabled()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(inspector(page)).not.toContainText('Infrastructure')
    await expect(redo).toBeEnabled()
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect(inspector(page)).toContainText('Infrastructure')
    await expect(redo).toBeDisabled()
    await page.keyboard.press('Delete')
    await expect(statusBar(page)).toContainText('1 annotation')
    await expect(undo).toHaveAccessibleName(/delete/i)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(statusBar(page)).toContainText('2 annotations')
    // One step is left undone, so that redo has to come through the kill as well.
    await page.keyboard.press('ControlOrMeta+z')
    await expect(redo).toHaveAccessibleName(/tag/i)
  })

  const before = await app.page.getByRole('contentinfo', { name: 'Status' }).ariaSnapshot()
  await app.kill()
  await app.launch()

  await test.step('after kill -9 everything is there', async () => {
    const { page } = app
    await expect(articleTable(page)).toBeVisible({ timeout: LONG })
    await expect.poll(() => statusBar(page).ariaSnapshot()).toBe(before)
    await openArticle(page, 'Chronicle')
    await expect(page.getByText('Here the book ends')).toBeInViewport()
    await page.keyboard.press('ControlOrMeta+w')
    await openArticle(page, 'Stays Open')
    await goToText(page)
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('.')
    await expect(inspector(page).getByRole('heading', { name: 'Quotation' })).toBeVisible()
    await expect(inspector(page).getByRole('combobox', { name: 'Speaker' })).toHaveValue('Mayor Ilin Varga')
    await expect(inspector(page).getByRole('group', { name: 'Cue', exact: true })).toContainText('said')
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await page.keyboard.press('.')
    await expect(inspector(page)).toContainText('Infrastructure')
  })

  const first = join(folder, 'first.json')
  const second = join(folder, 'second.json')
  await exportCorpus(app, first)

  await test.step('the dataset says what was annotated', () => {
    const dataset = readDataset(first)
    const [quotation, claim] = dataset.annotations.toSorted((a, b) => a.start - b.start)
    expect(dataset.annotations).toHaveLength(2)
    expect(quotation).toMatchObject({ layer: 'quotation', status: 'accepted' })
    expect(quotation?.quotation).toMatchObject({
      type: 'direct',
      speaker: dataset.speakers.find(({ name }) => name === 'Mayor Ilin Varga')?.id,
      speakerSpan: { exact: 'Mayor Ilin Varga' },
      cue: { exact: 'said' },
    })
    expect(claim?.tags).toEqual([dataset.codebook.tags.find(({ name }) => name === 'Infrastructure')?.id])
    expect(claim?.claim?.quantities[0]).toMatchObject({ value: 240_000 })
    expect(dataset.annotators.map(({ id }) => id)).toContain(quotation?.creator)
  })

  await test.step('imported into a new corpus and exported again, it is the same', async () => {
    const { page } = app
    await page.keyboard.press('ControlOrMeta+n')
    const dialog = page.getByRole('dialog', { name: 'New corpus' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Copy')
    await dialog.getByRole('button', { name: 'Create corpus' }).click()
    await expect(page.getByText('No articles yet')).toBeVisible()
    await app.dialogs.choose(first)
    await page.keyboard.press('ControlOrMeta+o')
    await expectImported(page)
    await expect(statusBar(page)).toContainText('3 articles')
    await expect(statusBar(page)).toContainText('2 annotations')
    await exportCorpus(app, second)
    expect(readDataset(second)).toEqual(readDataset(first))
    expect(readFileSync(second).equals(readFileSync(first))).toBe(true)
  })

  await test.step('in all of it nothing was asked for outside the program', async () => {
    await app.quit()
    const { starts, events, outside } = netLogs.read()
    expect(starts).toBe(2)
    expect(events).toBeGreaterThan(0)
    expect(outside).toEqual([])
  })
})
