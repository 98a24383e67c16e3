import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InstanceLock, type SecondStart } from '../../../tools/chromium-shell/single-instance'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-lock-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const lockFile = (): string => join(folder, 'instance.lock')
const nobody = (): void => undefined

describe('the lock of a data folder', () => {
  it('is taken once, and again after it was given back', () => {
    const lock = new InstanceLock(folder)
    expect(lock.take(nobody)).toBe(true)
    expect(readFileSync(lockFile(), 'utf8')).toMatch(new RegExp(`^${process.pid} `))
    lock.release()
    expect(new InstanceLock(folder).take(nobody)).toBe(true)
  })

  it('stays with another process as long as that one lives, and no longer', async () => {
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const stat = readFileSync(`/proc/${holder.pid}/stat`, 'utf8')
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    writeFileSync(lockFile(), `${holder.pid} ${started}`)
    expect(new InstanceLock(folder).take(nobody)).toBe(false)
    const ended = new Promise((resolve) => holder.once('exit', resolve))
    holder.kill('SIGKILL')
    await ended
    const lock = new InstanceLock(folder)
    expect(lock.take(nobody)).toBe(true)
    lock.release()
  })

  it('is not held by a process that only has the number of the one that held it', () => {
    writeFileSync(lockFile(), `${process.ppid} 1`)
    const lock = new InstanceLock(folder)
    expect(lock.take(nobody)).toBe(true)
    lock.release()
  })

  it.each(['', 'a folder with a very long name '.repeat(5)])(
    'brings the arguments of a second start to the first (%s)',
    async (below) => {
      const data = join(folder, below)
      const lock = new InstanceLock(data)
      const arrived = new Promise<SecondStart>((resolve) => lock.take(resolve))
      const start = { argv: ['node', 'main', 'naïve 🙂.txt'], workingDirectory: folder }
      await new InstanceLock(data).notifyHolder(start)
      expect(await arrived).toEqual(start)
      lock.release()
    },
  )
})
