import { chmodSync, createWriteStream, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { parseDataset } from '../../src/core/exchange/dataset-reader'
import type { Dataset } from '../../src/core/model/dataset'
import { runHeadless } from '../../tools/drive/run-headless'
import { expect, test, writeFiles } from './folder'
import { book, BRIDGE, CHRONICLE, COUNCIL } from './invented'
import { mountSmallDisk } from './small-disk'
import {
  articleRow,
  articleText,
  expectFirstRun,
  expectImported,
  importFirstFolder,
  openArticle,
} from './window'

/* What people's folders and disks really hold, through the whole program. */

test.setTimeout(300_000)

const GOOD = { 'good/bridge.txt': BRIDGE, 'good/council.txt': COUNCIL }

function readDataset(path: string): Dataset {
  const parsed = parseDataset(readFileSync(path, 'utf8'))
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

/** The reason that stderr gives for a file; null when it is not named there. */
function reasonFor(stderr: string, path: string): string | null {
  const start = `Not imported: ${path}: `
  return (
    stderr
      .split('\n')
      .find((line) => line.startsWith(start))
      ?.slice(start.length) ?? null
  )
}

/** Imports a folder and exports what came of it. */
async function importAll(folder: string, input: string, ...args: readonly string[]) {
  const output = join(folder, 'out.json')
  const run = await runHeadless([
    '--temporary',
    '--import',
    input,
    '--export',
    output,
    '--reproducible',
    ...args,
  ])
  return { ...run, dataset: readDataset(output) }
}

test('a folder of broken files: each is named with its reason, and the rest goes through', async ({
  folder,
}) => {
  const input = writeFiles(join(folder, 'input'), {
    ...GOOD,
    'broken-utf8.txt': Buffer.concat([
      Buffer.from('A Café on the Bridge\n\nThe caf'),
      Buffer.from([0xe9, 0x20, 0xff, 0xc3]),
      Buffer.from(' is open, said its owner Jos\u00e9.\n'),
    ]),
    'empty.txt': '',
    'blank.txt': ' \n\t\n',
    'picture.txt': Buffer.from([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
    ]),
    'a.txt/inside.txt': 'In a Folder Named Like a File\n\nIt is read as what it is.\n',
    'settings.json': JSON.stringify({ theme: 'dark', sizes: [1, 2, 3] }),
    'numbers.json': '[1, 2, 3]',
    'cut.json': '{"title": "Half", "text": "The rest of this',
    'lines.jsonl': '{"title":"First","text":"One line of news from the bridge."}\n{"title": "Sec\n',
    'naïve 🙂\nname.txt': 'An Odd Name\n\nThe file is called as no file should be.\n',
    'also\nodd\u001b[2J.txt': '',
  })
  symlinkSync('..', join(input, 'good', 'up'))
  symlinkSync('itself.txt', join(input, 'itself.txt'))
  writeFiles(join(folder, 'outside'), { 'secret.txt': 'Not part of what was chosen.\n' })
  symlinkSync(join(folder, 'outside', 'secret.txt'), join(input, 'secret.txt'))

  const { code, stderr, dataset } = await importAll(folder, input)
  expect(code).toBe(1)
  expect(reasonFor(stderr, 'empty.txt')).toMatch(/empty/)
  expect(reasonFor(stderr, 'blank.txt')).toMatch(/white space/)
  expect(reasonFor(stderr, 'picture.txt')).toMatch(/PNG image/)
  expect(reasonFor(stderr, 'settings.json')).toMatch(/without articles/)
  expect(reasonFor(stderr, 'numbers.json')).toMatch(/without articles/)
  expect(reasonFor(stderr, 'cut.json')).toMatch(/may be cut off/)
  expect(reasonFor(stderr, 'lines.jsonl#2')).toMatch(/Line 2 ends before its JSON is complete/)
  expect(reasonFor(stderr, 'good/up')).toMatch(/folder that holds the link itself/)
  expect(reasonFor(stderr, 'itself.txt')).toMatch(/leads back to itself/)
  expect(reasonFor(stderr, 'secret.txt')).toMatch(/leads out of the imported folder/)
  // One problem, one line: the name's own line break and terminal code are shown, not sent.
  expect(reasonFor(stderr, 'also\\nodd\\x1b[2J.txt')).toMatch(/empty/)
  expect(stderr).not.toContain('\u001b')
  expect(stderr.match(/^Not imported: /gm)).toHaveLength(11)

  expect(dataset.articles.map(({ path }) => path).toSorted()).toEqual(
    [
      'a.txt/inside.txt',
      'broken-utf8.txt',
      'good/bridge.txt',
      'good/council.txt',
      'lines.jsonl#1',
      'naïve 🙂\nname.txt',
    ].toSorted(),
  )
  const byPath = new Map(dataset.articles.map((article) => [article.path, article]))
  const broken = byPath.get('broken-utf8.txt')
  expect(broken?.encodingCertain).toBe(false)
  expect(broken?.text).toContain('is open, said its owner')
  expect(byPath.get('good/bridge.txt')?.text).toBe(BRIDGE)
  expect(stderr).not.toContain('Not part of what was chosen')
})

test('a line of 60 MB is over the limit; with a higher limit it goes through whole', async ({ folder }) => {
  const input = writeFiles(join(folder, 'input'), GOOD)
  const megabytes = 60
  const stream = createWriteStream(join(input, 'long.txt'))
  const words = 'on and on it goes '.repeat(Math.ceil((1024 * 1024) / 18)).slice(0, 1024 * 1024)
  for (let count = 0; count < megabytes; count += 1) stream.write(words)
  stream.end()
  await finished(stream)

  const refused = await importAll(folder, input)
  expect(refused.code).toBe(1)
  expect(reasonFor(refused.stderr, 'long.txt')).toMatch(/60(\.\d)? MB.*50 MB/)
  expect(refused.dataset.articles).toHaveLength(2)

  const taken = await importAll(folder, input, '--file-limit', '100')
  expect(taken).toMatchObject({ code: 0 })
  const long = taken.dataset.articles.find(({ path }) => path === 'long.txt')
  expect(long?.text?.length).toBe(megabytes * 1024 * 1024)
})

test('a page with scripts and event handlers: nothing of it runs, and none of it is text', async ({
  app,
  folder,
}) => {
  const input = writeFiles(join(folder, 'pages'), {
    'page.html': `<!doctype html><html><head><title>Hostile Page</title>
      <meta http-equiv="refresh" content="0;url=https://example.com/away">
      <script>window.intruded = 'script in the head'</script>
      <style>body { background: url(https://example.com/style) }</style></head>
      <body onload="window.intruded = 'onload'"><article><h1>Hostile Page</h1>
      <p>The ordinary words of the report stand here, long enough for a page to count as an article. The keeper of the
      bridge said that he had seen nothing, and that he would say so again to whoever asked him for it.</p>
      <img src="x" onerror="window.intruded = 'onerror'"><svg onload="window.intruded = 'svg'"></svg>
      <iframe srcdoc="<script>parent.intruded = 'frame'</script>"></iframe>
      <p onclick="window.intruded = 'onclick'">A second paragraph with a
      <a href="javascript:window.intruded = 'link'">link of the bad kind</a> in the middle of it, and more words.</p>
      <p>&lt;script&gt;window.intruded = 'twice decoded'&lt;/script&gt; is how the page quotes code.</p>
      <script>document.body.append('written by script')</script></article></body></html>`,
    'named <img src=x onerror=intruded=1>.txt':
      'A Name With Markup <b onmouseover=intruded=1>\n\nPlain text.\n',
  })
  await importFirstFolder(app, input)
  const { page } = app
  await expect(articleRow(page, 'A Name With Markup')).toBeVisible()
  await openArticle(page, 'Hostile Page')
  const text = articleText(page)
  await expect(text).toContainText('The ordinary words of the report')
  await expect(text).toContainText('link of the bad kind')
  // Quoted code is text like any other; what was code is gone.
  await expect(text).toContainText("<script>window.intruded = 'twice decoded'</script>")
  for (const gone of ['onload', 'onerror', 'onclick', 'javascript:', 'written by script', 'example.com']) {
    await expect(text).not.toContainText(gone)
  }
  await expect(text.locator('script, img, iframe, svg, a, [onclick], [onload], [onerror]')).toHaveCount(0)
  await text.getByText('A second paragraph').click()
  expect(await page.evaluate(() => 'intruded' in window)).toBe(false)
  expect(page.url()).not.toContain('example.com')
})

test.describe('a target that cannot be written', () => {
  test('a file marked read-only stays as it is', async ({ folder }) => {
    const input = writeFiles(join(folder, 'input'), GOOD)
    const output = join(writeFiles(join(folder, 'output'), { 'kept.json': 'older work' }), 'kept.json')
    chmodSync(output, 0o444)
    const run = await runHeadless(['--temporary', '--import', input, '--export', output])
    expect(run).toMatchObject({ code: 3 })
    expect(run.stderr).toMatch(/Failed: kept\.json is marked read-only\. .*unchanged/)
    expect(readFileSync(output, 'utf8')).toBe('older work')
    expect(readdirSync(join(folder, 'output'))).toEqual(['kept.json'])
  })

  test('a read-only folder is said before the work begins', async ({ folder }) => {
    const input = writeFiles(join(folder, 'input'), GOOD)
    const disk = mountSmallDisk(join(folder, 'disk'), 512)
    const target = disk?.path ?? writeFiles(join(folder, 'disk'), {})
    if (disk) disk.makeReadOnly()
    else chmodSync(target, 0o555)
    try {
      const run = await runHeadless(['--temporary', '--import', input, '--export', join(target, 'out.json')])
      expect(run).toMatchObject({ code: 3 })
      expect(run.stderr).toMatch(
        /Failed: out\.json cannot be written there \(E\w+\)\. .*Choose a folder you may write to/,
      )
      expect(run.stderr).not.toContain('Importing')
      expect(readdirSync(target)).toEqual([])
    } finally {
      disk?.unmount()
    }
  })

  test('a disk that fills up leaves the older file whole and no other', async ({ folder }) => {
    const input = writeFiles(join(folder, 'input'), { 'chronicle.txt': CHRONICLE.repeat(20), ...GOOD })
    const disk = mountSmallDisk(join(folder, 'disk'), 128)
    // Without the right to mount, a folder in the place of the file: it fails at the same point, for another reason.
    const target = disk?.path ?? writeFiles(join(folder, 'disk'), { 'out.json/in the way.txt': '' })
    try {
      if (disk) writeFiles(target, { 'out.json': 'older work' })
      const run = await runHeadless(['--temporary', '--import', input, '--export', join(target, 'out.json')])
      expect(run).toMatchObject({ code: 3 })
      expect(run.stderr).toContain(
        disk ? 'Failed: The disk is full; out.json was not written.' : 'Failed: out.json is a folder.',
      )
      expect(readdirSync(target)).toEqual(['out.json'])
      if (disk) expect(readFileSync(join(target, 'out.json'), 'utf8')).toBe('older work')
    } finally {
      disk?.unmount()
    }
  })

  test('in the window the failure is said, the corpus stays, and another place works', async ({
    app,
    folder,
  }) => {
    await importFirstFolder(
      app,
      writeFiles(join(folder, 'input'), { 'chronicle.txt': CHRONICLE.repeat(20), ...GOOD }),
    )
    const { page } = app
    const disk = mountSmallDisk(join(folder, 'disk'), 128)
    const bad = disk?.path ?? join(folder, 'no such folder')
    const good = writeFiles(join(folder, 'good'), {})
    const exportTo = async (path: string): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+e')
      await app.dialogs.saveAs(path)
      await page
        .getByRole('dialog', { name: 'Export dataset' })
        .getByRole('button', { name: 'Choose file…' })
        .click()
    }
    try {
      await exportTo(join(bad, 'out.json'))
      const failure = page.getByRole('alert').filter({
        hasText: disk
          ? 'The disk is full; out.json was not written.'
          : 'The folder for out.json is not there.',
      })
      await expect(failure).toContainText('Nothing was written under the name out.json')
      expect(existsSync(bad) ? readdirSync(bad) : []).toEqual([])
      await exportTo(join(good, 'out.json'))
      await expect(page.getByRole('alert').filter({ hasText: 'is written' })).toBeVisible()
      expect(readDataset(join(good, 'out.json')).articles).toHaveLength(3)
    } finally {
      disk?.unmount()
    }
  })
})

test.describe('a dataset that cannot be trusted', () => {
  /** A sound dataset with one annotation, as JSON that a test can break. */
  async function soundDataset(folder: string): Promise<Dataset> {
    const { dataset } = await importAll(folder, writeFiles(join(folder, 'input'), GOOD))
    const [article] = dataset.articles
    if (!article?.text) throw new Error('There is no article.')
    return {
      ...dataset,
      annotators: [{ id: 'ann-1', name: 'Annotator' }],
      annotations: [
        {
          id: 'annotation-1',
          article: article.id,
          layer: 'highlight',
          start: 0,
          end: 3,
          exact: article.text.slice(0, 3),
          status: 'accepted',
          tags: [],
          note: '',
          creator: 'ann-1',
          created: null,
          modified: null,
        },
      ],
    }
  }

  test('wrong offsets, a future version and a cut-off file are refused whole, each with its reason', async ({
    folder,
  }) => {
    const sound = await soundDataset(folder)
    const whole = JSON.stringify(sound)
    const input = writeFiles(join(folder, 'datasets'), {
      'wrong-offsets.json': JSON.stringify({
        ...sound,
        annotations: sound.annotations.map((annotation) => ({ ...annotation, start: 1, end: 4 })),
      }),
      'future.json': JSON.stringify({ ...sound, version: 99 }),
      'truncated.json': whole.slice(0, Math.floor(whole.length / 2)),
    })
    writeFiles(input, { 'plain.txt': 'Still Here\n\nThe file beside them goes through.\n' })
    const { code, stderr, dataset } = await importAll(folder, input)
    expect(code).toBe(1)
    expect(reasonFor(stderr, 'wrong-offsets.json')).toMatch(/wrong offsets in 1 place.*Nothing was imported/)
    expect(reasonFor(stderr, 'future.json')).toMatch(/version 99 .*reads up to version 1.*Update Crossread/)
    expect(reasonFor(stderr, 'truncated.json')).toMatch(/cut off/)
    expect(dataset.articles.map(({ path }) => path)).toEqual(['plain.txt'])
    expect(dataset.annotations).toEqual([])

    writeFiles(folder, { 'sound.json': whole })
    const control = await importAll(folder, join(folder, 'sound.json'))
    expect(control).toMatchObject({ code: 0 })
    expect(control.dataset.annotations).toHaveLength(1)
  })

  test('in the window the report says why, and the corpus is as before', async ({ app, folder }) => {
    const sound = await soundDataset(folder)
    const input = writeFiles(join(folder, 'datasets'), {
      'future.json': JSON.stringify({ ...sound, version: 99 }),
    })
    const { page } = app
    await expectFirstRun(page)
    await app.dialogs.choose(join(input, 'future.json'))
    await page.getByRole('button', { name: 'Open a dataset' }).click()
    await expectImported(page, '0 imported, 1 skipped')
    await page.getByRole('button', { name: 'Show report' }).click()
    const row = page.getByRole('table', { name: 'Files' }).getByRole('row')
    await expect(row).toHaveCount(1)
    await expect(row).toContainText('future.json')
    await expect(row).toContainText('version 99')
  })
})

test('a disk that fills up under the corpus: what was imported stays, and the rest follows when there is room', async ({
  folder,
}) => {
  const count = 150
  const books = Array.from({ length: count }, (_, index) => [`book-${index}.txt`, book(index + 1)] as const)
  const input = writeFiles(join(folder, 'input'), Object.fromEntries(books))
  const disk = mountSmallDisk(join(folder, 'disk'), 48 * 1024)
  const own = ['--user-data', join(disk?.path ?? folder, 'data'), '--corpus', 'Keeper']
  const output = join(folder, 'out.json')
  try {
    if (disk) {
      const full = await runHeadless([...own, '--import', input])
      expect(full).toMatchObject({ code: 3 })
      expect(full.stderr).toMatch(/Failed: The disk is full.*Everything up to the last change is kept/)
      disk.resize(1024 * 1024)
      const kept = await runHeadless([...own, '--export', output])
      expect(kept).toMatchObject({ code: 0 })
      const { articles } = readDataset(output)
      expect(articles.length).toBeGreaterThan(0)
      expect(articles.length).toBeLessThan(count)
    }
    const whole = await runHeadless([...own, '--import', input, '--export', output])
    expect(whole).toMatchObject({ code: 0 })
    const { articles } = readDataset(output)
    expect(articles.map(({ path }) => path).toSorted()).toEqual(books.map(([path]) => path).toSorted())
  } finally {
    disk?.unmount()
  }
})
