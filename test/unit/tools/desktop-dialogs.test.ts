import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findDesktopDialogs } from '../../../tools/chromium-shell/desktop-dialogs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-dialogs-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Puts a program on the PATH that prints its arguments, one a line, or does as told. */
function install(name: string, script = 'printf "%s\\n" "$@"'): NodeJS.ProcessEnv {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, name), 0o755)
  return { PATH: folder }
}

const request = { title: 'Import', directory: true, many: true, start: '/home/reader' }

describe("the desktop's file dialogs", () => {
  it('are none where no program shows them', () => {
    expect(findDesktopDialogs({ PATH: folder })).toBeNull()
  })

  it('ask zenity for several folders', async () => {
    const asked = await findDesktopDialogs(install('zenity'))?.open(request)
    expect(asked).toEqual([
      '--file-selection',
      '--title=Import',
      '--directory',
      '--multiple',
      '--separator=',
      '--filename=/home/reader',
    ])
  })

  it('ask kdialog where there is no zenity, and zenity where there are both', async () => {
    const asked = await findDesktopDialogs(install('kdialog'))?.save({
      title: 'Export',
      start: '/tmp/a.json',
    })
    expect(asked).toBe('--title')
    install('zenity', 'echo /chosen.json')
    expect(await findDesktopDialogs({ PATH: folder })?.save({ title: 'Export', start: '' })).toBe(
      '/chosen.json',
    )
  })

  it('give every path, with spaces and signs as they are', async () => {
    const environment = install('zenity', "printf '/a folder/naïve 🙂.txt\\n/b\\n'")
    expect(await findDesktopDialogs(environment)?.open(request)).toEqual(['/a folder/naïve 🙂.txt', '/b'])
  })

  it('give nothing when the person cancels', async () => {
    const environment = install('zenity', 'exit 1')
    expect(await findDesktopDialogs(environment)?.open(request)).toEqual([])
    expect(await findDesktopDialogs(environment)?.save({ title: 'Export', start: '' })).toBeNull()
  })
})
