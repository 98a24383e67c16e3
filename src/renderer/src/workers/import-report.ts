import type { ImportItem } from '#data/identity'
import type { ImportReportLine } from '#data/stored'
import type { SkipReason } from '#ipc/import-stream'

/** What is said of a file that main did not hand out, when it gave no detail. */
export const SKIP_REASONS: Readonly<Record<SkipReason, string>> = {
  'unsupported-type': 'Crossread does not read files of this type.',
  'symlink-outside': 'It is a link that leads out of the folder.',
  'symlink-loop': 'It is a link that leads back to itself.',
  unreadable: 'It could not be read.',
  'too-large': 'It is larger than the limit in the settings.',
  empty: 'It is empty.',
  'not-a-file': 'It is not a file.',
  vanished: 'It was gone when its turn came.',
}

/** A file that is not imported, and why. */
export function skipped(path: string, message: string): ImportItem {
  return { kind: 'skipped', line: problem(path, message) }
}

/** A line of the report for what is not imported. */
export function problem(path: string, message: string): ImportReportLine {
  return { path, outcome: 'skipped', article: null, sameAs: null, message }
}
