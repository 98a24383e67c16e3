import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { removeFolder } from '../../tools/drive/remove-folder'
import { findBrowser } from '../../tools/setup/find-browser.mjs'

const ORIGIN = 'https://crossread-bench.invalid/'

/** Plain IndexedDB: one record an article, no index, in transactions of 250. Records a second. */
export async function measureRawPuts(count: number, length: number): Promise<number> {
  const browser = findBrowser()
  if (browser === null) throw new Error('No Chromium browser was found; npm run bench installs one.')
  const profile = mkdtempSync(join(tmpdir(), 'crossread-bench-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.path,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
  try {
    await context.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>raw</title>' }),
    )
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(ORIGIN)
    const milliseconds = await page.evaluate(putAll, { count, length })
    return (count / milliseconds) * 1000
  } finally {
    await context.close()
    await removeFolder(profile)
  }
}

/** Runs in the page; how long it took, in milliseconds. */
async function putAll({ count, length }: { count: number; length: number }): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('raw', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('articles', { keyPath: 'id' })
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error ?? new Error('The database did not open.'))
  })
  const texts = Array.from({ length: 200 }, (_, seed) =>
    Array.from({ length }, (_, at) =>
      String.fromCharCode(97 + ((at * 7 + seed * 13 + ((at * seed) % 11)) % 26)),
    ).join(''),
  )
  const started = performance.now()
  for (let first = 0; first < count; first += 250) {
    await new Promise<void>((resolve, reject) => {
      const writing = database.transaction('articles', 'readwrite', { durability: 'relaxed' })
      const store = writing.objectStore('articles')
      for (let id = first; id < Math.min(first + 250, count); id += 1) {
        store.put({ id, path: `outlet/story-${id}.txt`, text: `${id} ${texts[id % texts.length] ?? ''}` })
      }
      writing.oncomplete = () => resolve()
      writing.onerror = () => reject(writing.error ?? new Error('The records were not written.'))
    })
  }
  return performance.now() - started
}
