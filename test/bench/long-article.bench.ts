import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { compareArticles } from '#core/exchange/dataset-order'
import { DEFAULT_LAYERS } from '#core/model/codebook'
import { launchProgram } from '../../tools/drive/launch'
import { removeFolder } from '../../tools/drive/remove-folder'
import { BUILT_MAIN } from '../../tools/setup/paths.mjs'
import { bodyOf, longText, scatter, TAGS } from '../browser/dom/text'
import { articleOf, written } from '../unit/exchange/dataset-samples'

/*
 * An article of 60,000 words with 2,000 annotations in the built program: opened from the library, scrolled through, searched
 * and annotated. Times run from the event in the page to the end of the frame that shows the outcome; the reference is an
 * article of 800 words with 200 annotations in the same window.
 */

const ROUNDS = 7
const LIMIT = 60_000
const SIZES = [
  { words: 800, annotations: 200 },
  { words: 60_000, annotations: 2_000 },
] as const

/** Tells times in the page. */
interface Clock {
  /** Begins to wait: from the next event of that kind on until `shown` holds and its frame is over; milliseconds. */
  wait(event: string, shown: string): void
  done: Promise<number>
  /** True when an annotation made here is painted: the others have ids of another kind. */
  isMarked(): boolean
}

declare const crossreadClock: Clock

/** Runs in the page. */
function installClock(): void {
  const text = (selector: string) => document.querySelector(selector)?.textContent ?? ''
  const marks = () => document.querySelectorAll('[aria-label="Article text"] mark').length
  const shows: Readonly<Record<string, (said: string) => boolean>> = {
    opened: () => marks() > 0,
    found: (said) => /\d/.test(text('search [role=status]')) && text('search [role=status]') !== said,
    painted: () => clock.isMarked(),
  }
  const clock: Clock = {
    done: Promise.resolve(0),
    isMarked: () =>
      [...document.querySelectorAll<HTMLElement>('mark[data-ids]')].some(({ dataset }) =>
        (dataset['ids'] ?? '').split(' ').some((id) => !id.startsWith('annotation-')),
      ),
    wait(event, shown) {
      const said = text('search [role=status]')
      this.done = new Promise((resolve) => {
        const begin = ({ timeStamp }: Event) => {
          // A microtask sees the change as soon as it is in the page, and a message comes after its frame.
          const observer = new MutationObserver(() => {
            if (shows[shown]?.(said) !== true) return
            observer.disconnect()
            requestAnimationFrame(() => {
              const channel = new MessageChannel()
              channel.port1.onmessage = () => resolve(performance.now() - timeStamp)
              channel.port2.postMessage(null)
            })
          })
          observer.observe(document.body, { subtree: true, childList: true, characterData: true })
        }
        window.addEventListener(event, begin, { capture: true, once: true })
      })
    },
  }
  Object.assign(globalThis, { crossreadClock: clock })
}

/** Milliseconds from the event that `act` causes until `shown` holds. */
async function timed(page: Page, event: string, shown: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate(([on, until]) => crossreadClock.wait(on, until), [event, shown] as const)
  await act()
  return page.evaluate(() => crossreadClock.done)
}

/** Scrolls through the article a page a frame; milliseconds between frames. */
async function scroll(page: Page): Promise<readonly number[]> {
  return page.evaluate(async () => {
    let box: Element | null = document.querySelector('[aria-label="Article text"]')
    while (box && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement
    const scroller = box
    if (!scroller) return []
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const times: number[] = []
    let last = await frame()
    while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1) {
      scroller.scrollTop += scroller.clientHeight * 0.9
      const now = await frame()
      times.push(now - last)
      last = now
    }
    return times
  })
}

function median(values: readonly number[]): string {
  return ([...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN).toFixed(1)
}

async function fixture(path: string): Promise<void> {
  const items = SIZES.map(({ words, annotations }) => {
    const text = longText(words)
    const item = articleOf(`${String(words)}.txt`, text, { title: `Of ${String(words)} words`, words })
    const own = scatter(text, annotations).map((one, number) => ({
      ...one,
      id: `annotation-${String(words)}-${String(number)}`,
      article: item.article.id,
      layer: 'highlight',
    }))
    return { ...item, body: bodyOf(text), annotations: own }
  })
  const file = await written({
    corpus: { id: 'corpus-bench', name: 'Long articles', description: '' },
    codebook: { layers: DEFAULT_LAYERS, tags: TAGS },
    annotators: [{ id: 'ann_1', name: 'Bench' }],
    sources: [],
    speakers: [],
    stories: [],
    async *articles() {
      yield* items.sort((a, b) => compareArticles(a.article, b.article))
    },
  })
  writeFileSync(path, file)
}

/** Opens, scrolls, finds and annotates in one article, and prints what it took. */
async function measure(page: Page, words: number, annotations: number): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: `Of ${String(words)} words` })
  const open: number[] = []
  const find: number[] = []
  const painted: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    open.push(await timed(page, 'dblclick', 'opened', () => row.dblclick()))
    await page.keyboard.press('ControlOrMeta+f')
    const field = page.getByRole('textbox', { name: 'Find in the article' })
    await field.fill('')
    find.push(await timed(page, 'input', 'found', () => field.fill(round % 2 === 0 ? 'minister' : 'border')))
    await page.getByRole('search').getByText(/^1 of/).waitFor()
    await field.press('Escape')
    painted.push(await timed(page, 'keydown', 'painted', () => page.keyboard.press('h')))
    await page.keyboard.press('ControlOrMeta+z')
    await page.waitForFunction(() => !crossreadClock.isMarked())
    if (round < ROUNDS - 1) await page.keyboard.press('ControlOrMeta+w')
  }
  const frames = await scroll(page)
  await page.keyboard.press('ControlOrMeta+w')
  const late = frames.filter((time) => time > 33.4).length
  console.log(`${String(words)} words, ${String(annotations)} annotations`)
  console.log(`  opened, to the frame           ${median(open)} ms (first ${(open[0] ?? NaN).toFixed(1)})`)
  console.log(`  a common word found, shown     ${median(find)} ms`)
  console.log(`  annotated, key to paint        ${median(painted)} ms`)
  console.log(
    `  scrolled, a page a frame       ${String(frames.length)} frames, ${String(late)} over 33 ms, longest ${Math.max(0, ...frames).toFixed(0)} ms`,
  )
}

const scratch = mkdtempSync(join(tmpdir(), 'crossread-bench-'))
try {
  const file = join(scratch, 'long.crossread.json')
  await fixture(file)
  const program = await launchProgram({ main: BUILT_MAIN, userData: join(scratch, 'data') })
  const { page } = program
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: 'Import a folder of articles' }).waitFor({ timeout: LIMIT })
  await program.answerDialog({ paths: [file] })
  await page.keyboard.press('ControlOrMeta+o')
  await page.getByRole('alert').filter({ hasText: 'Import done' }).waitFor({ timeout: LIMIT })
  // The compiler names functions by a helper that the page does not have.
  await page.evaluate('globalThis.__name = (named) => named')
  await page.evaluate(installClock)
  console.log('budgets: open 20 / 60 ms, find 50 ms, annotation 8 ms to paint')
  for (const { words, annotations } of SIZES) await measure(page, words, annotations)
  await program.quit()
} finally {
  await removeFolder(scratch)
}
