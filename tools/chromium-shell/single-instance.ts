import { createHash } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** What a second start tells the first. */
export interface SecondStart {
  readonly argv: readonly string[]
  readonly workingDirectory: string
}

/**
 * One running program per user-data folder. The lock is a file that is linked into place whole, with the owner's
 * process id and the time that process began, so that a lock left by a killed program, or by a process whose number is in
 * use again, is not taken for a living one.
 */
export class InstanceLock {
  readonly #file: string
  readonly #socket: string
  #server: Server | null = null

  constructor(userData: string) {
    this.#file = join(userData, 'instance.lock')
    this.#socket = socketFor(userData)
    mkdirSync(userData, { recursive: true })
  }

  /** Takes the lock; false when another living program holds it. */
  take(onSecondStart: (start: SecondStart) => void): boolean {
    const own = describeProcess(process.pid)
    const draft = `${this.#file}.${process.pid}`
    writeFileSync(draft, own)
    try {
      for (;;) {
        try {
          linkSync(draft, this.#file)
          break
        } catch (error) {
          if (codeOf(error) !== 'EEXIST') throw error
          const holder = readHolder(this.#file)
          if (holder !== null && holder !== own && isAlive(holder)) return false
          rmSync(this.#file, { force: true })
        }
      }
    } finally {
      unlinkSync(draft)
    }
    this.#listen(onSecondStart)
    return true
  }

  /** Hands this start's arguments to the program that holds the lock; gives up after two seconds. */
  async notifyHolder(start: SecondStart): Promise<void> {
    for (let attempt = 0; attempt < 40; attempt += 1) {
      if (await this.#send(JSON.stringify(start))) return
      await delay(50)
    }
  }

  release(): void {
    if (this.#server === null) return
    this.#server.close()
    this.#server = null
    rmSync(this.#file, { force: true })
  }

  #listen(onSecondStart: (start: SecondStart) => void): void {
    if (process.platform !== 'win32') rmSync(this.#socket, { force: true })
    this.#server = createServer({ allowHalfOpen: true }, (socket) => {
      let text = ''
      socket.setEncoding('utf8')
      socket.on('data', (chunk: string) => {
        text += chunk
        if (text.length > 1_000_000) socket.destroy()
      })
      socket.on('end', () => {
        socket.end('ok')
        onSecondStart(JSON.parse(text) as SecondStart)
      })
      socket.on('error', () => socket.destroy())
    })
    this.#server.listen(this.#socket)
    this.#server.unref()
  }

  #send(text: string): Promise<boolean> {
    return new Promise((resolve) => {
      let answer = ''
      const socket = connect(this.#socket, () => socket.end(text))
      socket.setEncoding('utf8')
      socket.on('data', (chunk: string) => {
        answer += chunk
      })
      socket.on('close', () => resolve(answer === 'ok'))
      socket.on('error', () => resolve(false))
    })
  }
}

/** Longest path of a socket that every system takes, in bytes. */
const SOCKET_PATH_LIMIT = 100

/** Where the holder of the lock listens: in the folder itself, or in the temporary folder when that path is too long. */
function socketFor(userData: string): string {
  const key = createHash('sha256').update(userData).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\crossread-${key}`
  const path = join(userData, 'instance.sock')
  return Buffer.byteLength(path) <= SOCKET_PATH_LIMIT
    ? path
    : join(tmpdir(), `crossread-${process.getuid?.() ?? 0}-${key}.sock`)
}

function codeOf(error: unknown): unknown {
  return error instanceof Error ? Reflect.get(error, 'code') : undefined
}

function readHolder(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** `<pid> <start time in clock ticks>`; the time is 0 where the system has no /proc. */
function describeProcess(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Fields after the command name, which may itself hold spaces and brackets; the start time is field 22 of proc(5).
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return `${pid} ${started ?? '0'}`
  } catch {
    return `${pid} 0`
  }
}

function isAlive(holder: string): boolean {
  const pid = Number(holder.split(' ')[0])
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false
  }
  return describeProcess(pid) === holder
}
