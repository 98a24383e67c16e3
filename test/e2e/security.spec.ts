import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, writeFiles } from './folder'
import { PRESS } from './invented'
import {
  articleText,
  expectFirstRun,
  exportCorpus,
  goToText,
  importFirstFolder,
  inspector,
  openArticle,
  statusBar,
} from './window'

/* The closed ways out of the real program. The runtime's own walls are in shell.spec.ts. */

test.setTimeout(180_000)

/** What the page's console and its policy complain of, from the next load on. */
async function gatherComplaints(page: Page): Promise<string[]> {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      reportError(new Error(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`))
    })
  })
  return complaints
}

test('a whole session without a complaint of console or content policy', async ({ app, folder }) => {
  const { page } = app
  await expectFirstRun(page)
  const complaints = await gatherComplaints(page)
  await page.reload()
  await importFirstFolder(app, writeFiles(join(folder, 'press'), PRESS))
  await openArticle(page, 'Stays Open')
  await goToText(page)
  await page.keyboard.press('ControlOrMeta+Home')
  for (const key of [
    'Shift+ArrowDown',
    'h',
    'ArrowDown',
    'Shift+ArrowDown',
    'q',
    'ArrowDown',
    'Shift+ArrowDown',
    'c',
  ]) {
    await page.keyboard.press(key)
  }
  await expect(statusBar(page)).toContainText('3 annotations')
  await expect(inspector(page).getByRole('heading', { name: 'Claim' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('bridge')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+2')
  await page.keyboard.press('n')
  await expect(page.getByRole('treeitem')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('dialog', { name: 'Settings' }).getByText('Dark').click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused()
  await page.keyboard.press('Escape')
  const dataset = join(folder, 'out.json')
  await exportCorpus(app, dataset)
  expect(JSON.parse(readFileSync(dataset, 'utf8'))).toMatchObject({ format: 'crossread-dataset' })
  expect(complaints).toEqual([])
})

test('the policy of the page allows nothing inline, nothing evaluated, nothing from elsewhere', async ({
  app,
}) => {
  const { page } = app
  await expectFirstRun(page)
  const policy = await page.evaluate(
    async () => (await fetch(location.href)).headers.get('content-security-policy') ?? '',
  )
  expect(policy).toMatch(/^default-src 'none'; /)
  expect(policy).not.toMatch(/unsafe-|\*|https?:|blob:/)
  // Each is tried from a timer: what Playwright itself evaluates is not bound by the policy.
  const tried = await page.evaluate(
    () =>
      new Promise<{ refused: string[]; ran: unknown; color: string }>((resolve) => {
        const refused = new Set<string>()
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          refused.add(`${violatedDirective} ${blockedURI}`)
          if (refused.size < 8) return
          const { color } = getComputedStyle(document.documentElement)
          resolve({ refused: [...refused].toSorted(), ran: Reflect.get(window, 'intruded'), color })
        })
        setTimeout(() => {
          const script = document.createElement('script')
          script.textContent = 'window.intruded = "inline"'
          const button = document.createElement('button')
          button.setAttribute('onclick', 'window.intruded = "handler"')
          const style = document.createElement('style')
          style.textContent = ':root { color: rgb(1, 2, 3) }'
          document.documentElement.setAttribute('style', 'color: rgb(1, 2, 3)')
          document.head.append(script, style)
          document.body.append(button)
          button.click()
          new Image().src = 'https://example.com/image'
          new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))
          fetch('https://example.com/fetch').catch(() => undefined)
          Reflect.set(window, 'intruded', new Function('return "evaluated"')())
        })
      }),
  )
  expect(tried.ran).toBeUndefined()
  expect(tried.color).not.toBe('rgb(1, 2, 3)')
  expect(tried.refused).toEqual([
    'connect-src https://example.com/fetch',
    'img-src https://example.com/image',
    'script-src eval',
    'script-src-attr inline',
    'script-src-elem inline',
    'style-src-attr inline',
    'style-src-elem inline',
    'worker-src blob',
  ])
})

test('the page reaches no more of the program than its bridge', async ({ app }) => {
  const { page } = app
  await expectFirstRun(page)
  const found = await page.evaluate(async () => {
    const bridge = Reflect.get(window, 'crossread') as unknown as Record<
      string,
      (...args: unknown[]) => unknown
    >
    const attempt = async (work: () => unknown): Promise<string> => {
      try {
        return JSON.stringify((await work()) ?? null)
      } catch (error) {
        return `refused: ${error instanceof Error ? error.message : String(error)}`
      }
    }
    return {
      methods: Object.keys(bridge).toSorted(),
      frozen: Object.isFrozen(bridge),
      replaced: Reflect.set(window, 'crossread', null),
      globals: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
      unknown: await attempt(() => bridge['invoke']?.('shell:open', '/etc/passwd')),
      inherited: await attempt(() => bridge['invoke']?.('constructor')),
      invented: await attempt(() => bridge['invoke']?.('import:drop', ['/etc'])),
      malformed: await attempt(() => bridge['invoke']?.('import:set-limit', 'much')),
      event: await attempt(() => bridge['on']?.('no:such', () => undefined)),
      outside: await attempt(async () => (await fetch('/../../../../etc/passwd')).status),
      encoded: await attempt(async () => (await fetch('/..%2f..%2f..%2fpackage.json')).status),
      token: await attempt(async () => (await fetch('/import/0123456789abcdef')).status),
      write: await attempt(
        async () => (await fetch('/export/guessed?part=0', { method: 'POST', body: 'x' })).status,
      ),
    }
  })
  expect(found.methods).toEqual(['invoke', 'on', 'pathsOfFiles'])
  expect(found).toMatchObject({ frozen: true, replaced: false, globals: [] })
  expect(found.unknown).toMatch(/^refused: No such channel/)
  expect(found.inherited).toMatch(/^refused: No such channel/)
  expect(found.invented).toMatch(/^refused: import:drop takes only paths of dropped files/)
  expect(found.malformed).toMatch(/^refused: /)
  expect(found.event).toMatch(/^refused: No such channel/)
  for (const status of [found.outside, found.encoded, found.token, found.write])
    expect(status).toMatch(/^4\d\d$/)
})

test('nothing leaves the machine and the window goes nowhere', async ({ app, folder }) => {
  const { page } = app
  await importFirstFolder(app, writeFiles(join(folder, 'press'), PRESS))
  await openArticle(page, 'Stays Open')
  const served: string[] = []
  const server = createServer((request, response) => {
    served.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*')
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const home = page.url()
  const results = await page.evaluate(async (port) => {
    const outcome = (going: Promise<unknown>): Promise<string> =>
      going.then(
        () => 'went out',
        () => 'refused',
      )
    const image = new Image()
    const loading = new Promise((resolve, reject) => {
      image.onload = resolve
      image.onerror = reject
    })
    image.src = `http://127.0.0.1:${port}/image`
    return [
      await outcome(fetch(`http://127.0.0.1:${port}/fetch`)),
      await outcome(fetch('https://example.com/')),
      await outcome(fetch('file:///etc/passwd')),
      await outcome(loading),
      navigator.sendBeacon(`http://127.0.0.1:${port}/beacon`) ? 'queued' : 'refused',
      await outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
      await Notification.requestPermission(),
    ]
  }, port)
  expect(results.filter((result) => result === 'went out' || result === 'granted')).toEqual([])

  await page.evaluate(() => {
    window.open('https://example.com/window')
    const link = document.createElement('a')
    link.href = 'https://example.com/away'
    link.target = '_blank'
    link.textContent = 'away'
    document.body.append(link)
    link.click()
    const form = document.createElement('form')
    form.action = 'https://example.com/form'
    document.body.append(form)
    form.submit()
    location.assign('https://example.com/navigation')
  })
  const log = join(app.userData, 'logs', 'crossread.log')
  await expect
    .poll(() => readFileSync(log, 'utf8'))
    .toContain('Refused to go to https://example.com/navigation')
  expect(page.url()).toBe(home)
  await expect.poll(() => page.context().pages().length).toBe(1)
  // The window still works.
  await expect(articleText(page)).toContainText('TORVALE')
  server.close()
  expect(served).toEqual([])
})
