import { expect, it } from 'vitest'
import { backupName, partName, readBackupName } from '#core/backup/manifest'
import { KEPT_DAYS, KEPT_WEEKS, outdatedBackups, unneededFiles } from '#core/backup/retention'

const HOUR = 60 * 60 * 1000
const NOW = Date.parse('2026-11-30T12:00:00Z')
const BASE = '0123456789ab'
const at = (hoursAgo: number, base = BASE) => backupName(NOW - hoursAgo * HOUR, base)

it('names a backup by its time and its parts, and reads the name back', () => {
  expect(readBackupName(at(0))).toEqual({ time: NOW, base: BASE })
  expect(readBackupName('backup-2026-13-30T12-00-00Z-0123456789ab.json.gz')).toBeNull()
  expect(readBackupName('notes.txt')).toBeNull()
})

it('keeps all of the last day, one a day, then one a week, then nothing', () => {
  const hourly = Array.from({ length: 24 * 120 }, (_, hour) => at(hour))
  const outdated = new Set(outdatedBackups(hourly, NOW))
  const kept = hourly.filter((name) => !outdated.has(name))
  const age = (name: string) => (NOW - (readBackupName(name)?.time ?? 0)) / HOUR
  expect(kept.filter((name) => age(name) < 24)).toHaveLength(24)
  const days = kept.filter((name) => age(name) >= 24 && age(name) < 24 * KEPT_DAYS)
  expect(days.length).toBeGreaterThanOrEqual(KEPT_DAYS - 1)
  expect(days.length).toBeLessThanOrEqual(KEPT_DAYS + 1)
  const weeks = kept.filter((name) => age(name) >= 24 * KEPT_DAYS)
  expect(weeks.length).toBeGreaterThanOrEqual(KEPT_WEEKS)
  expect(weeks.length).toBeLessThanOrEqual(KEPT_WEEKS + 1)
  expect(Math.max(...kept.map(age))).toBeLessThan(24 * (KEPT_DAYS + 7 * KEPT_WEEKS))
})

it('always keeps the newest, however old', () => {
  expect(outdatedBackups([at(24 * 400), at(24 * 500), 'notes.txt'], NOW)).toEqual([at(24 * 500)])
})

it('drops the parts that no kept backup stands on, and nothing else', () => {
  const [old, kept] = [at(24 * 400, 'aaaaaaaaaaaa'), at(1)]
  const names = [
    old,
    kept,
    partName('aaaaaaaaaaaa', 0),
    partName(BASE, 0),
    partName('bbbbbbbbbbbb', 0),
    'a.txt',
  ]
  expect(unneededFiles(names, [old], BASE)).toEqual([
    old,
    partName('aaaaaaaaaaaa', 0),
    partName('bbbbbbbbbbbb', 0),
  ])
})
