import { analyse } from 'chardet'
import type { EncodingRecord } from '../model/article'
import { describeSignature, isMostlyControls } from './binary'
import type { IntakeReason } from './draft'

/** The part of the Encoding Standard that decoding needs: every browser, worker and Node has it. */
interface Decoder {
  readonly encoding: string
  decode(bytes: Uint8Array): string
}
declare const TextDecoder: new (label: string, options?: { fatal?: boolean }) => Decoder

/** Bytes as text, with LF line breaks and without BOM, or why not. */
export type Decoded =
  | {
      readonly ok: true
      readonly text: string
      readonly encoding: EncodingRecord
      /** True when the text's UTF-8 bytes are the file's bytes, so that one hash serves both. */
      readonly verbatim: boolean
    }
  | { readonly ok: false; readonly reason: IntakeReason; readonly message: string }

/** How much the detector reads: it is slow (about 1 MB/s) and no surer with more. */
const DETECTOR_SAMPLE = 32_768
/** Share of well-formed sequences (0..1) from which broken bytes are UTF-8 with faults rather than something else. */
const MOSTLY_UTF8 = 0.7
/** Share of NUL among every second byte (0..1) from which bytes without BOM are UTF-16. */
const MOSTLY_NUL = 0.3
const ESCAPE = 0x1b

/**
 * Decodes a file's bytes: by BOM; else as UTF-8 when they are valid; else by what an HTML page declares; else by
 * detection, recorded as uncertain. CRLF and CR become LF, a BOM goes, nothing else changes.
 * `declared` is an encoding label the file names itself, if any.
 */
export function decodeBytes(bytes: Uint8Array, declared: string | null = null): Decoded {
  if (bytes.length === 0) return { ok: false, reason: 'empty', message: 'The file is empty.' }
  const marked = encodingOfBom(bytes)
  if (marked === 'utf-32') {
    const message = 'The file is in UTF-32, which cannot be read; save it as UTF-8 and import it again.'
    return { ok: false, reason: 'undecodable', message }
  }
  if (marked !== null) return decodeMarked(marked, bytes) ?? undecodable()

  const signature = describeSignature(bytes)
  if (signature !== null) return binary(`The file is ${signature}, not text.`)
  if (bytes.includes(0)) return decodeUnmarkedUtf16(bytes) ?? binary('The file holds binary data, not text.')
  if (isMostlyControls(bytes)) return binary('The file holds control characters, not text.')

  const utf8 = decodeStrictUtf8(bytes)
  if (utf8 !== null) {
    const japanese = bytes.includes(ESCAPE) ? decodeEscaped(bytes) : null
    return japanese ?? decoded(utf8, { name: 'utf-8', certain: true, confidence: 1 }, !utf8.includes('\r'))
  }
  return (
    (declared === null || /^utf/i.test(declared) ? null : decodeAs(declared, bytes, 1, true)) ??
    decodeFaultyUtf8(bytes) ??
    decodeByDetection(bytes) ??
    undecodable()
  )
}

/** The encoding an HTML page or XML file names in its first 2 KB, if any. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2_048))
  const found =
    /<meta\s[^>]{0,200}?charset\s*=\s*(?:["']\s*)?([\w:.-]{2,40})/i.exec(head) ??
    /^\s*<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head)
  return found?.[1] ?? null
}

function encodingOfBom(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length >= 4 ? 'utf-32' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32' : null
}

/** A BOM names the encoding; faults after it cost the certainty, not the text. */
function decodeMarked(label: string, bytes: Uint8Array): Decoded | null {
  const whole = decodeAs(label, bytes, 1, true)
  if (whole) return whole
  const text = createDecoder(label, false)?.decode(bytes)
  return text === undefined ? null : decoded(text, { name: label, certain: false, confidence: 0.9 }, false)
}

/** Windows tools write UTF-16 without BOM: Latin text then has a NUL in every second place. */
function decodeUnmarkedUtf16(bytes: Uint8Array): Decoded | null {
  if (bytes.length % 2 !== 0) return null
  const sample = bytes.subarray(0, 65_536)
  const nuls = [0, 0]
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] === 0) nuls[index & 1] = (nuls[index & 1] ?? 0) + 1
  }
  const [even = 0, odd = 0] = nuls
  const places = sample.length / 2
  if (Math.max(even, odd) < places * MOSTLY_NUL || Math.min(even, odd) > 0) return null
  const label = odd > even ? 'utf-16le' : 'utf-16be'
  return decodeAs(label, bytes, Math.max(even, odd) / places, false)
}

/** ISO-2022-JP is ASCII with escapes, so it passes for UTF-8. */
function decodeEscaped(bytes: Uint8Array): Decoded | null {
  const best = analyse(bytes.subarray(0, DETECTOR_SAMPLE))[0]
  return best?.name === 'ISO-2022-JP' ? decodeAs(best.name, bytes, best.confidence / 100, false) : null
}

/** A UTF-8 file with a few broken bytes stays UTF-8, each fault a replacement character. */
function decodeFaultyUtf8(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  let faults = 0
  let others = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit === 0xfffd) faults++
    else if (unit >= 0x80) others++
  }
  const share = others / (others + faults)
  if (!(share >= MOSTLY_UTF8)) return null
  return decoded(text, { name: 'utf-8', certain: false, confidence: Math.round(share * 100) / 100 }, false)
}

function decodeByDetection(bytes: Uint8Array): Decoded | null {
  // ASCII says nothing: the detector reads from shortly before the first other byte.
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const start = Math.max(0, first - 1_024)
  for (const { name, confidence } of analyse(bytes.subarray(start, start + DETECTOR_SAMPLE))) {
    if (name === 'UTF-8' || name === 'ASCII') continue
    const found = decodeAs(name, bytes, confidence / 100, false)
    if (found) return found
  }
  return decodeAs('windows-1252', bytes, 0, false)
}

/** Decodes by a label, null when the decoder does not know the label or the bytes are not in that encoding. */
function decodeAs(label: string, bytes: Uint8Array, confidence: number, certain: boolean): Decoded | null {
  const decoder = createDecoder(label, true)
  if (!decoder) return null
  try {
    const text = withoutLatin1(decoder.decode(bytes), decoder.encoding)
    return decoded(text, { name: decoder.encoding, certain, confidence }, false)
  } catch {
    return null
  }
}

/** Kept, as nearly every file needs it and making one costs as much as decoding an article. */
const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return null
  }
}

/** Windows-1252 by Unicode for the bytes 0x80 to 0x9f; the five it leaves open stand for themselves. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Some releases of Node decode windows-1252 as ISO 8859-1, where these bytes are control characters: put right here, so
 * that a file has the same text and hash everywhere. Changes nothing where the decoder follows the standard.
 */
function withoutLatin1(text: string, encoding: string): string {
  if (encoding !== 'windows-1252') return text
  return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80))
}

function createDecoder(label: string, fatal: boolean): Decoder | null {
  try {
    return new TextDecoder(label, { fatal })
  } catch {
    return null
  }
}

function decoded(text: string, encoding: EncodingRecord, verbatim: boolean): Decoded {
  return { ok: true, text: withLineFeeds(text), encoding, verbatim }
}

/** CRLF and CR become LF. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/**
 * Half of a surrogate pair, which escapes and some programs write, is no character, has no UTF-8 and so no hash that others
 * could check: it becomes U+FFFD, as a decoder would make it.
 */
export function wellFormed(text: string): string {
  return /[\ud800-\udfff]/.test(text)
    ? text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    : text
}

function binary(message: string): Decoded {
  return { ok: false, reason: 'binary', message }
}

function undecodable(): Decoded {
  const message = 'The file is in an encoding that cannot be read; save it as UTF-8 and import it again.'
  return { ok: false, reason: 'undecodable', message }
}
