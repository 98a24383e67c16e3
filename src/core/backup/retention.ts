import { readBackupName } from './manifest'

/** How far back backups are kept: all of the first day, one a day, one a week. */
export const KEPT_DAYS = 14
export const KEPT_WEEKS = 8

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Names of the backups that are no longer needed: of the last 24 hours all are kept, of the days before the last one of
 * each day for `KEPT_DAYS`, then the last one of each week for `KEPT_WEEKS`. The newest is always kept; names that are
 * none of a backup are never named.
 * @param now milliseconds since 1970; days and weeks are those of UTC
 */
export function outdatedBackups(names: readonly string[], now: number): string[] {
  const dated = names
    .flatMap((name) => {
      const read = readBackupName(name)
      return read ? [{ name, time: read.time }] : []
    })
    .sort((a, b) => b.time - a.time)
  const taken = new Set<string>()
  return dated
    .filter(({ time }, index) => {
      const age = now - time
      if (index === 0 || age < DAY_MS) return false
      const day = Math.floor(time / DAY_MS)
      // 1970 began on a Thursday; weeks begin on Mondays.
      const period =
        age < KEPT_DAYS * DAY_MS ? `day ${String(day)}` : `week ${String(Math.floor((day + 3) / 7))}`
      if (age >= (KEPT_DAYS + KEPT_WEEKS * 7) * DAY_MS || taken.has(period)) return true
      taken.add(period)
      return false
    })
    .map(({ name }) => name)
}

/** Names of the files of a folder of backups that nothing needs once `outdated` are gone: these, and parts of no backup. */
export function unneededFiles(names: readonly string[], outdated: readonly string[], base: string): string[] {
  const gone = new Set(outdated)
  const bases = new Set([base])
  for (const name of names) {
    const read = readBackupName(name)
    if (read && !gone.has(name)) bases.add(read.base)
  }
  const isOrphan = (name: string) => {
    const [, own] = /^texts-([0-9a-f]{12})-/.exec(name) ?? []
    return own !== undefined && !bases.has(own)
  }
  return names.filter((name) => gone.has(name) || isOrphan(name))
}
