import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { v7 } from 'uuid'

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** SHA-256 of bytes, as 64 lower-case hexadecimal digits. */
export function hashBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/** Prefixes of ids the program derives from content, so that an id says what it names. */
export type ContentIdPrefix = 'art' | 'src' | 'spk' | 'sug' | 'sty' | 'clu' | 'fnd' | 'cor' | 'imp' | 'per'

/**
 * Id of something the program makes: the same parts give the same id on every machine (ground rule 5).
 * 26 hexadecimal digits (104 bits) keep ids short; a collision among 10^9 of them has odds below 10^-13.
 */
export function contentId(prefix: ContentIdPrefix, ...parts: readonly string[]): string {
  return `${prefix}_${hashText(JSON.stringify(parts)).slice(0, 26)}`
}

/** Id of something a person makes: a UUIDv7 (RFC 9562), which sorts by time of making. */
export function newId(): string {
  return v7()
}
