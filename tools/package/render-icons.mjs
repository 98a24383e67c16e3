import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { ROOT } from '../setup/paths.mjs'
import { ensureBrowser } from '../setup/runtime.mjs'
import { icnsOf, icoOf } from './icon-containers.mjs'

/** Sizes in pixels that some system asks for. */
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

/**
 * Renders resources/icon.svg to every size and format that the installers take: `<size>x<size>.png` for Linux,
 * `icon.ico` for Windows, `icon.icns` for macOS.
 * @param {string} folder made when missing
 */
export async function renderIcons(folder) {
  const svg = readFileSync(join(ROOT, 'resources', 'icon.svg'), 'utf8')
  const browser = await chromium.launch({
    executablePath: (await ensureBrowser()).path,
    chromiumSandbox: process.getuid?.() !== 0,
  })
  try {
    const page = await browser.newPage()
    const images = []
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size })
      const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
      await page.setContent(
        `<style>body{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="${source}">`,
      )
      await page.locator('img').evaluate((image) => /** @type {HTMLImageElement} */ (image).decode())
      images.push({ size, png: await page.screenshot({ omitBackground: true }) })
    }
    mkdirSync(folder, { recursive: true })
    for (const { size, png } of images) writeFileSync(join(folder, `${size}x${size}.png`), png)
    writeFileSync(join(folder, 'icon.ico'), icoOf(images))
    writeFileSync(join(folder, 'icon.icns'), icnsOf(images))
  } finally {
    await browser.close()
  }
}
