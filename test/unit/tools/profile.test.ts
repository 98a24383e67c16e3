import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimProfile, noteOwner } from '../../../tools/chromium-shell/profile'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-profile-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A process that has the folder on its command line, as a browser on that profile has. */
function standIn(): { pid: number; ended: Promise<unknown> } {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', `--user-data-dir=${folder}`])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  if (child.pid === undefined) throw new Error('not started')
  return { pid: child.pid, ended }
}

describe('a profile folder', () => {
  it('is made where there is none, and cleared of locks whose process is gone', async () => {
    await claimProfile(join(folder, 'new'))
    expect(existsSync(join(folder, 'new'))).toBe(true)
    symlinkSync(`${hostname()}-999999999`, join(folder, 'SingletonLock'))
    await claimProfile(folder)
    expect(existsSync(join(folder, 'SingletonLock'))).toBe(false)
  })

  it('is refused while its main process and browser live', async () => {
    const browser = standIn()
    writeFileSync(
      join(folder, 'crossread-owner.json'),
      JSON.stringify({ main: process.ppid, browser: browser.pid }),
    )
    await expect(claimProfile(folder, 100)).rejects.toThrow(`in use by process ${process.ppid}`)
    process.kill(browser.pid, 'SIGKILL')
    await browser.ended
  })

  it('is taken from the browser of a killed main, which is ended if it does not end by itself', async () => {
    const browser = standIn()
    symlinkSync(`${hostname()}-${browser.pid}`, join(folder, 'SingletonLock'))
    await claimProfile(folder, 100)
    await browser.ended
    expect(existsSync(join(folder, 'SingletonLock'))).toBe(false)
  })

  it('costs no other program its life that has the number of the browser now', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const ended = new Promise((resolve) => other.once('exit', resolve))
    noteOwner(folder, other.pid ?? 0)
    await claimProfile(folder, 100)
    expect(other.exitCode).toBeNull()
    expect(other.signalCode).toBeNull()
    other.kill('SIGKILL')
    await ended
  })
})
