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

/** Takes pictures of the library, of the reader with the first article, and of the codebook; their paths. */
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
  const first = page.getByRole('grid', { name: 'Articles' }).getByRole('row').nth(1)
  await first.waitFor()
  await page.evaluate(() => document.fonts.ready)
  await take('library')
  await first.dblclick()
  await page.getByRole('document', { name: 'Article text' }).waitFor()
  await take('reader')
  const codebook = page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Codebook' })
  await codebook.click()
  await page.getByRole('region', { name: 'Codebook' }).waitFor()
  await take('codebook')
  return pictures
}
