import { readdirSync, readFileSync } from 'node:fs'

/** Peaks of a process and what it started, by kind, in megabytes of memory of their own (PSS: shared pages shared out). */
export interface PeakMemory {
  readonly main: number
  readonly renderers: number
  readonly browser: number
}

/** Samples every quarter of a second until `stop`; null where there is no /proc. */
export function watchMemory(pid: number): { stop(): PeakMemory | null } {
  if (process.platform !== 'linux') return { stop: () => null }
  const peak = { main: 0, renderers: 0, browser: 0 }
  const sample = (): void => {
    const now = { main: 0, renderers: 0, browser: 0 }
    for (const [member, kind] of familyOf(pid)) now[kind] += proportionalMegabytes(member)
    for (const kind of ['main', 'renderers', 'browser'] as const) peak[kind] = Math.max(peak[kind], now[kind])
  }
  const timer = setInterval(sample, 250)
  return {
    stop: () => {
      clearInterval(timer)
      return peak
    },
  }
}

type Kind = keyof PeakMemory

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

/** A file of /proc; empty when its process has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
