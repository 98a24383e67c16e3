import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What Chromium's network log has of the program's starts. */
export interface NetworkAccount {
  /** Starts that were logged. */
  readonly starts: number
  /** Events in all of them: none would mean that nothing was logged. */
  readonly events: number
  /** Addresses asked for and hosts looked up, outside the program's own scheme. */
  readonly outside: readonly string[]
}

/** Has every start of the program from now on keep a network log, until `end`. */
export function keepNetLogs(): { readonly read: () => NetworkAccount; readonly end: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'crossread-net-logs-'))
  process.env['CROSSREAD_NET_LOGS'] = folder
  return {
    read: () => {
      const files = readdirSync(folder)
      // One event a line; a program that was killed leaves its log without an end.
      const lines = files.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
      const events = lines.filter((line) => line.startsWith('{"') && line.includes('"phase":'))
      const quiet = new Set(quietTypes(lines))
      const named = events.flatMap((line) =>
        quiet.has(Number(/"type":(\d+)\},?\s*$/u.exec(line)?.[1]))
          ? []
          : [...line.matchAll(/"(?:url|host|address|origin|site)":"([^"]+)"/gu)].map(
              ([, value = '']) => value,
            ),
      )
      return {
        starts: files.length,
        events: events.length,
        outside: [...new Set(named)].filter((name) => !isOwn(name)),
      }
    },
    end: () => {
      delete process.env['CROSSREAD_NET_LOGS']
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Numbers of the events that name an address to which nothing need have been sent: which way a packet would take is asked of the
 * system by connecting a socket of datagrams. A packet that is sent, and a connection of TCP, have events of their own.
 */
function quietTypes(lines: readonly string[]): number[] {
  const constants = /"logEventTypes":(\{[^}]*\})/u.exec(
    lines.find((line) => line.includes('"logEventTypes":')) ?? '',
  )
  const types = JSON.parse(constants?.[1] ?? '{}') as Readonly<Record<string, number>>
  const quiet = ['UDP_CONNECT', 'UDP_LOCAL_ADDRESS', 'SOCKET_CONNECT'].map((name) => types[name] ?? -1)
  if (quiet.includes(-1)) throw new Error('The network log does not name its types as expected.')
  return quiet
}

/** The own scheme, and the reserved origin that stands for it on the shell; nothing that reaches a network. */
function isOwn(name: string): boolean {
  return /^(?:app|data|chrome|chrome-extension|devtools|about|blob):|^https:\/\/~notfound$|^(?:https:\/\/)?[\w.-]+\.invalid(?:[:/]|$)/u.test(
    name,
  )
}
