import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

export type Theme = 'light' | 'dark'

export interface CaptureOptions {
  /** Folder for the pictures, made if there is none. */
  readonly out: string
  readonly themes: readonly Theme[]
  /** Of the page, in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number }
}

/**
 * Takes pictures of the library, of the reader with the first article, and of the codebook; where the corpus has
 * suggestions, also of the review, of the reader at one of them, of the speakers, and of all its articles compared.
 * Answers their paths.
 */
export async function captureScreens(page: Page, options: CaptureOptions): Promise<string[]> {
  mkdirSync(options.out, { recursive: true })
  await page.setViewportSize(options.size)
  const pictures: string[] = []
  const take = async (name: string): Promise<void> => {
    // Away from everything that says something when the mouse is on it.
    await page.mouse.move(0, 0)
    for (const theme of options.themes) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      const path = join(options.out, `${name}-${theme}.png`)
      await page.screenshot({ path, animations: 'disabled' })
      pictures.push(path)
    }
  }
  const show = async (screen: string): Promise<void> => {
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen }).click()
    await page.getByRole('region', { name: screen, exact: true }).waitFor()
  }
  const first = page.getByRole('grid', { name: 'Articles' }).getByRole('row').nth(1)
  await first.waitFor()
  await page.evaluate(() => document.fonts.ready)
  await take('library')
  await first.dblclick()
  await page.getByRole('document', { name: 'Article text' }).waitFor()
  await take('reader')
  await show('Codebook')
  await take('codebook')
  const status = await page.getByRole('contentinfo', { name: 'Status' }).textContent()
  if (status?.includes('suggested') === true) {
    await captureSuggestions(page, show, take)
    await captureComparison(page, show, take)
  }
  return pictures
}

/** The review of the suggestions, the article of the second of them, and who speaks in them. */
async function captureSuggestions(
  page: Page,
  show: (screen: string) => Promise<void>,
  take: (name: string) => Promise<void>,
): Promise<void> {
  await show('Review')
  const queue = page.getByRole('listbox', { name: 'Suggestions' })
  // Marked words are there once the text around a suggestion is read.
  await queue.locator('mark').first().waitFor()
  await queue.press('j')
  await take('review')
  await queue.press('Enter')
  await page.getByRole('region', { name: 'Suggestion', exact: true }).waitFor()
  await take('suggestions')
  await show('Speakers')
  await page.getByRole('listbox', { name: 'Speakers' }).getByRole('option').first().click()
  await page.getByRole('list', { name: 'Quotations and claims' }).waitFor()
  await take('speakers')
}

/** All articles as one story: what differs, the matrix of what was said, two of them side by side, and the list of stories. */
async function captureComparison(
  page: Page,
  show: (screen: string) => Promise<void>,
  take: (name: string) => Promise<void>,
): Promise<void> {
  await show('Library')
  const close = page.getByRole('button', { name: 'Close article' })
  if (await close.isVisible()) await close.click()
  await page.getByRole('grid', { name: 'Articles' }).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+Shift+c')
  await page.getByRole('region', { name: 'Findings' }).locator('[aria-current]').waitFor()
  // The notice of the new story lies over the pictures.
  await page.getByRole('button', { name: 'Close message' }).click()
  await page.getByRole('img', { name: /^Heat map/ }).waitFor()
  await take('comparison')
  await page.keyboard.press('Alt+2')
  await page.getByRole('grid', { name: 'Utterances by source' }).getByRole('gridcell').first().waitFor()
  await take('matrix')
  await page.keyboard.press('Alt+4')
  await page.getByText(/\d+ tied passages;/).waitFor()
  await take('side-by-side')
  await page.keyboard.press('ControlOrMeta+5')
  await page.getByRole('option').first().click()
  await page.getByRole('button', { name: 'Open the story' }).waitFor()
  await take('stories')
}
