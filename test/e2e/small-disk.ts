import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'

/** A file system of its own, mounted on a folder until `unmount`. */
export interface SmallDisk {
  readonly path: string
  readonly makeReadOnly: () => void
  /** Gives it this many KB in all. */
  readonly resize: (kilobytes: number) => void
  readonly unmount: () => void
}

/** Mounts a file system of so many KB in memory; null where this machine or user may not. */
export function mountSmallDisk(path: string, kilobytes: number): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  mkdirSync(path, { recursive: true })
  const mount = (...options: readonly string[]): void => {
    execFileSync('mount', [...options, path], { stdio: 'ignore' })
  }
  try {
    mount('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs')
  } catch {
    return null
  }
  return {
    path,
    makeReadOnly: () => mount('-o', 'remount,ro'),
    resize: (size) => mount('-o', `remount,size=${size}k`),
    unmount: () => void execFileSync('umount', ['-l', path], { stdio: 'ignore' }),
  }
}
