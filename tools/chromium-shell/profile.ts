import { mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Who uses a profile folder: the main process and its browser. */
interface Owner {
  readonly main: number
  readonly browser: number
}

const OWNER_FILE = 'crossread-owner.json'
/** How long the browser of a killed main may take to end by itself, in milliseconds; closing its pipe makes it end. */
const PATIENCE = 8_000

/**
 * Makes a profile folder ready for a browser. When main was killed, its browser notices the closed pipe and ends; until
 * then it holds the profile, so this waits, then ends it. A profile whose main still lives is refused.
 */
export async function claimProfile(folder: string, patience = PATIENCE): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const owner = readOwner(folder)
  const inUse = owner !== null && isRunning(owner.main) && isRunning(owner.browser)
  if (inUse && owner.main !== process.pid && holdsProfile(owner.browser, folder)) {
    throw new Error(`${folder} is in use by process ${owner.main}. Close that window first.`)
  }
  const browser = owner?.browser ?? lockHolder(folder)
  if (browser !== null && browser !== process.pid) {
    await waitForEnd(browser, patience)
    if (isRunning(browser) && holdsProfile(browser, folder)) {
      process.kill(browser, 'SIGKILL')
      await waitForEnd(browser, patience)
    }
  }
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie', OWNER_FILE]) {
    rmSync(join(folder, name), { force: true })
  }
}

/** Notes who uses the profile, for the next start. */
export function noteOwner(folder: string, browser: number): void {
  const owner: Owner = { main: process.pid, browser }
  writeFileSync(join(folder, OWNER_FILE), JSON.stringify(owner))
}

function readOwner(folder: string): Owner | null {
  try {
    return JSON.parse(readFileSync(join(folder, OWNER_FILE), 'utf8')) as Owner
  } catch {
    return null
  }
}

/** The process that Chromium's own lock (a link to `host-pid`) names, if it is one of this machine. */
function lockHolder(folder: string): number | null {
  try {
    const link = readlinkSync(join(folder, 'SingletonLock'))
    const dash = link.lastIndexOf('-')
    return link.slice(0, dash) === hostname() ? Number(link.slice(dash + 1)) : null
  } catch {
    return null
  }
}

/** True when the process was started on this profile: a number that is in use again must not cost another program. */
function holdsProfile(pid: number, folder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
  } catch {
    return lockHolder(folder) === pid
  }
}

async function waitForEnd(pid: number, limit: number): Promise<void> {
  const end = Date.now() + limit
  while (isRunning(pid) && Date.now() < end) await delay(25)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && Reflect.get(error, 'code') === 'EPERM'
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // A zombie has ended; it only waits for its parent to notice.
    return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
  } catch {
    return process.platform !== 'linux'
  }
}
