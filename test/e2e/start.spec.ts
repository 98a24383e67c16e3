import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeFolder } from '../../tools/drive/remove-folder'
import { ROOT } from '../../tools/setup/paths.mjs'
import { expect, test } from '@playwright/test'

/* `npm start` as a person on a machine without a display meets it. */

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

async function start(folder: string, ...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(ROOT, 'tools', 'start.mjs'), ...args], {
    cwd: folder,
    // npm says by this where the person was.
    env: { ...process.env, INIT_CWD: folder, DISPLAY: '', WAYLAND_DISPLAY: '' },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  await once(child, 'close')
  return { code: child.exitCode, stdout, stderr }
}

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-start-'))
})
test.afterEach(() => removeFolder(folder))

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47])

// Other systems always have a display.
if (process.platform === 'linux') {
  test('without a display, the main job is done on the sample corpus and shown in pictures', async () => {
    const { code, stdout, stderr } = await start(folder)
    expect(stderr).toMatch(/^Crossread: running on .+\.$/m)
    expect(code).toBe(0)
    expect(stdout).toContain('There is no display')
    expect(stdout).toContain('npm start -- --headless --import FOLDER')
    const out = join(folder, 'crossread-output')
    const dataset: unknown = JSON.parse(readFileSync(join(out, 'sample-corpus.json'), 'utf8'))
    expect(dataset).toMatchObject({ format: 'crossread-dataset', version: 1 })
    const pictures = readdirSync(out).filter((name) => name.endsWith('.png'))
    for (const name of ['library-light.png', 'library-dark.png', 'reader-light.png', 'reader-dark.png']) {
      expect(pictures).toContain(name)
      expect(stdout).toContain(join(out, name))
    }
    for (const name of pictures) expect(readFileSync(join(out, name)).subarray(0, 4)).toEqual(PNG)
  })
}

test('--help prints the options', async () => {
  const { code, stdout } = await start(folder, '--help')
  expect(code).toBe(0)
  for (const option of ['--headless', '--import', '--export', '--temporary', '--user-data', '--file-limit']) {
    expect(stdout).toContain(option)
  }
})

test('arguments and relative paths reach the program, and its exit code comes back', async () => {
  const wrong = await start(folder, '--headless', '--no-such-option')
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toContain('--no-such-option')
  const missing = await start(
    folder,
    '--headless',
    '--temporary',
    '--import',
    'not-there',
    '--export',
    'out.json',
  )
  expect(missing.code).toBe(2)
  expect(missing.stderr).toContain(join(folder, 'not-there'))
})
