import { describeTooLarge, isDatasetStart } from '../file-reader'
import type { PartOutcome } from './container-part'

/** What is handed out of a member. @param bytes null when it has more than `limit` */
export function memberOutcome(bytes: Uint8Array | null, limit: number, name: string): PartOutcome {
  if (bytes === null) return describeTooLarge(null, limit)
  if (bytes.length === 0) return { kind: 'skipped', reason: 'empty', detail: 'The file is empty (0 bytes).' }
  if (isDatasetStart(name, bytes)) {
    const detail =
      'It is a Crossread dataset, which is not read out of an archive; unpack it and import it by itself.'
    return { kind: 'skipped', reason: 'unsupported-type', detail }
  }
  return { kind: 'bytes', bytes }
}
