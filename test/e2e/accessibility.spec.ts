import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import type { App } from './fixtures'
import { expect, test, writeFiles } from './folder'
import { PRESS } from './invented'
import {
  articleTable,
  articleText,
  expectFirstRun,
  goToText,
  importFirstFolder,
  inspector,
  openArticle,
  statusBar,
} from './window'

/* Every screen by axe, in both themes, and at 200 % zoom. */

test.setTimeout(240_000)

// By `evaluate`, for the content security policy lets no script tag in.
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe calls serious or critical on the page as it is, each with the elements it means. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() =>
    (Reflect.get(window, 'axe') as { run: (options: object) => Promise<AxeResults> }).run({
      resultTypes: ['violations'],
    }),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

/** Checks the screen as it stands, light and dark. */
async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await test.step(`${screen}, ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
      // Asked again while there are some: what still fades in has colours that are not the design's.
      await expect.soft
        .poll(() => faultsOf(page), { message: `${screen}, ${colorScheme}`, timeout: 30_000 })
        .toEqual([])
    })
  }
}

/** Opens the article and marks three ranges that overlap, the last a claim inside a quotation. */
async function annotate(page: Page): Promise<void> {
  await openArticle(page, 'Stays Open')
  await goToText(page)
  for (const [downs, rights, key] of [
    [1, 9, 'h'],
    [1, 14, 'q'],
    [1, 4, 'c'],
  ] as const) {
    await page.keyboard.press('ControlOrMeta+Home')
    for (let count = 0; count < downs; count += 1) await page.keyboard.press('ArrowDown')
    for (let count = 0; count < rights; count += 1) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press(key)
  }
  await expect(statusBar(page)).toContainText('3 annotations')
}

async function begin(app: App, folder: string): Promise<Page> {
  await importFirstFolder(app, writeFiles(join(folder, 'press'), { ...PRESS, 'empty.txt': '' }))
  return app.page
}

test('first run, library, report and dialogs', async ({ app, folder }) => {
  await expectFirstRun(app.page)
  await expectAccessible(app.page, 'first run')
  const page = await begin(app, folder)
  const notice = page.getByRole('alert').filter({ hasText: 'Import done' })
  await expectAccessible(page, 'library with a notice')
  await notice.getByRole('button', { name: 'Show report' }).click()
  await expect(page.getByRole('region', { name: 'Import report' }).getByRole('row')).toHaveCount(4)
  await expectAccessible(page, 'import report')
  await page.getByRole('button', { name: 'Back to the library' }).click()
  await expect(articleTable(page)).toBeVisible()
  await articleTable(page).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByRole('toolbar', { name: 'Selected articles' })).toBeVisible()
  await expectAccessible(page, 'library with a selection')
  for (const [key, name] of [
    ['ControlOrMeta+e', 'Export dataset'],
    ['ControlOrMeta+,', 'Settings'],
    ['ControlOrMeta+n', 'New corpus'],
    ['?', 'Keys'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await expectAccessible(page, name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused()
  await expectAccessible(page, 'palette')
})

test('reader with overlapping annotations, inspector and codebook', async ({ app, folder }) => {
  const page = await begin(app, folder)
  await annotate(page)
  await expect(inspector(page).getByRole('heading', { name: 'Claim' })).toBeVisible()
  await expectAccessible(page, 'reader and inspector of a claim')
  // The highlight lies between them.
  await page.keyboard.press(',')
  await page.keyboard.press(',')
  await expect(inspector(page).getByRole('heading', { name: 'Quotation' })).toBeVisible()
  await expectAccessible(page, 'inspector of a quotation')
  await page.keyboard.press('Escape')
  await expect(inspector(page).getByRole('tab', { name: /^Annotations/ })).toBeVisible()
  await expectAccessible(page, 'inspector of the article')
  await inspector(page)
    .getByRole('tab', { name: /^Article/ })
    .click()
  await expectAccessible(page, 'metadata of the article')
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('bridge')
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/ of 4$/)
  await expectAccessible(page, 'find')

  await page.keyboard.press('ControlOrMeta+2')
  await expect(page.getByRole('region', { name: 'Codebook' })).toBeVisible()
  await expectAccessible(page, 'codebook without tags')
  await page.keyboard.press('n')
  await expect(page.getByRole('treeitem', { name: 'New tag' })).toBeVisible()
  await expectAccessible(page, 'codebook with a tag')
})

/** Passes when it can be brought into the window, and there it is under the pointer. */
async function expectReachable(control: Locator): Promise<void> {
  await control.scrollIntoViewIfNeeded({ timeout: 15_000 })
  await expect(control).toBeInViewport({ ratio: 0.9 })
  await control.click({ trial: true, timeout: 15_000 })
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const widths = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }))
  expect(widths.page).toBeLessThanOrEqual(widths.window)
}

test('at 200 % zoom the controls are reachable and the page does not scroll sideways', async ({
  app,
  folder,
}) => {
  // A window of 1280 × 800 at 200 % has this many CSS pixels.
  await app.page.setViewportSize({ width: 640, height: 400 })
  await expectFirstRun(app.page)
  await expectNoSidewaysScroll(app.page)
  for (const way of ['Look at the sample corpus', 'Import a folder of articles', 'Open a dataset']) {
    await expectReachable(app.page.getByRole('button', { name: way }))
  }
  const page = await begin(app, folder)
  await expectNoSidewaysScroll(page)
  for (const name of ['Import', 'Settings', 'Find a command', 'Library', 'Codebook', 'Keys']) {
    await expectReachable(page.getByRole('button', { name, exact: true }))
  }
  await expectReachable(page.getByLabel('Filter by title, path or source'))

  const list = page.getByRole('listbox', { name: 'Articles' })
  const narrow = page.getByRole('option', { name: /Stays Open/ })
  await ((await list.isVisible()) ? narrow : page.getByRole('row', { name: /Stays Open/ })).dblclick()
  await expect(articleText(page)).toContainText('TORVALE')
  await expectNoSidewaysScroll(page)
  for (const name of ['Previous article', 'Next article', 'Find in the article']) {
    await expectReachable(page.getByRole('button', { name, exact: true }))
  }
  await goToText(page)
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('q')
  await expect(statusBar(page)).toContainText('1 annotation')
  await page.keyboard.press('e')
  await expect(inspector(page).getByRole('combobox', { name: 'Speaker' })).toBeFocused()
  await expectReachable(inspector(page).getByRole('combobox', { name: 'Speaker' }))
  await expectReachable(inspector(page).getByRole('textbox', { name: 'Note' }))
  await expectNoSidewaysScroll(page)
  // The first closes the speakers, which are offered as soon as their field has the focus.
  await page.keyboard.press('Escape')
  await expect(inspector(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(inspector(page)).toHaveCount(0)
  await expect(articleText(page)).toBeFocused()

  await page.keyboard.press('ControlOrMeta+2')
  await expectReachable(page.getByRole('button', { name: 'New tag' }).first())
  await expectNoSidewaysScroll(page)
  await page.keyboard.press('ControlOrMeta+e')
  await expectReachable(page.getByRole('dialog').getByRole('button', { name: 'Choose file…' }))
  await expectNoSidewaysScroll(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+,')
  await expectReachable(page.getByRole('dialog').getByRole('textbox', { name: 'Your name' }))
  await expectNoSidewaysScroll(page)
})
