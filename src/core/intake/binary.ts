/** First bytes of file types that people keep under wrong names, with what to call them. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 'a PNG image'],
  [[0xff, 0xd8, 0xff], 'a JPEG image'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF image'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF document'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or an office document'],
  [[0x50, 0x4b, 0x05, 0x06], 'an empty ZIP archive'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'an old office document'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'an RTF document'],
  [[0x1f, 0x8b, 0x08], 'a gzip archive'],
  [[0x42, 0x5a, 0x68], 'a bzip2 archive'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'a 7-Zip archive'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'a RAR archive'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 'an XZ archive'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard archive'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], 'an SQLite database'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
]
/** "BZh" and the like may begin a text; with bytes below 0x20 soon after, they do not. */
const SHORT_SIGNATURE = 4
/** How much is looked at for control characters, in bytes. */
const SAMPLE = 16_384
/** Share of control characters (0..1) above which bytes are no text in any encoding. */
const MOST_CONTROLS = 0.03

/** What the bytes are, when their signature says that they are no text ("a PNG image"); else null. */
export function describeSignature(bytes: Uint8Array): string | null {
  for (const [signature, name] of SIGNATURES) {
    if (signature[0] !== bytes[0]) continue
    const fits = signature.every((byte, index) => bytes[index] === byte)
    if (fits && (signature.length > SHORT_SIGNATURE || hasControls(bytes.subarray(0, 64)))) return name
  }
  return null
}

/** True when too many of the first bytes are control characters for any text. Meant for bytes without NUL. */
export function isMostlyControls(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, SAMPLE)
  let controls = 0
  for (let index = 0; index < end; index++) if (isControl(bytes[index] ?? 0)) controls++
  return controls > end * MOST_CONTROLS
}

function hasControls(bytes: Uint8Array): boolean {
  return bytes.some(isControl)
}

/** Tab, line feed, vertical tab, form feed, carriage return and escape (ISO 2022) stand in texts; the rest do not. */
function isControl(byte: number): boolean {
  return (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) || byte === 0x7f
}
