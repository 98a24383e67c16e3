import { readdirSync, readFileSync } from 'node:fs'

/** Peaks of a process and what it started, by kind, in megabytes of memory of their own (PSS: shared pages shared out). */
export interface PeakMemory {
  readonly main: number
  readonly renderers: number
  readonly browser: number
  /** Most of main and renderers at one time: their own peaks need not fall together. */
  readonly together: number
  /** Processor seconds of all of them until the last sample, which other work on the machine hardly changes. */
  readonly processorSeconds: number
}

/** Samples every quarter of a second until `stop`; null where there is no /proc. */
export function watchMemory(pid: number): { stop(): PeakMemory | null } {
  if (process.platform !== 'linux') return { stop: () => null }
  const peak = { main: 0, renderers: 0, browser: 0, together: 0 }
  const seconds = new Map<number, number>()
  const sample = (): void => {
    const now = { main: 0, renderers: 0, browser: 0, together: 0 }
    for (const [member, kind] of familyOf(pid)) {
      now[kind] += proportionalMegabytes(member)
      seconds.set(member, processorSeconds(member))
    }
    now.together = now.main + now.renderers
    for (const kind of ['main', 'renderers', 'browser', 'together'] as const) {
      peak[kind] = Math.max(peak[kind], now[kind])
    }
  }
  const timer = setInterval(sample, 250)
  return {
    stop: () => {
      clearInterval(timer)
      return { ...peak, processorSeconds: [...seconds.values()].reduce((sum, own) => sum + own, 0) }
    },
  }
}

type Kind = 'main' | 'renderers' | 'browser'

function familyOf(root: number): Map<number, Kind> {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = read(`/proc/${name}/stat`)
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const family = new Map<number, Kind>([[root, 'main']])
  // A child has not always a higher number than its parent, so go on until nobody is added.
  for (let before = 0; before !== family.size;) {
    before = family.size
    for (const [child, parent] of parents) {
      if (family.has(child) || !family.has(parent)) continue
      family.set(child, read(`/proc/${child}/cmdline`).includes('--type=renderer') ? 'renderers' : 'browser')
    }
  }
  return family
}

function proportionalMegabytes(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1]
  return Number(kilobytes ?? 0) / 1024
}

/** Linux counts in hundredths of a second, whatever the machine's clock. */
const TICKS = 100

/** Of its own and of the system on its behalf. */
function processorSeconds(pid: number): number {
  const stat = read(`/proc/${pid}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS
}

/** A file of /proc; empty when its process has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
