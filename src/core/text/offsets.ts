/**
 * Converts between UTF-16 code units (offsets inside the program) and Unicode code points (offsets in datasets).
 * The one module that does so. A lone surrogate counts as one code point, as it does in JavaScript's iteration and
 * in Python.
 */
export interface OffsetMap {
  /** Length of the text in UTF-16 code units. */
  readonly utf16Length: number
  /** Length of the text in code points. */
  readonly codePointLength: number
  /**
   * Code point offset of a UTF-16 offset in 0..utf16Length. An offset between the halves of a surrogate pair answers
   * the code point that the pair makes up. Throws RangeError outside the text: check untrusted offsets first.
   */
  toCodePoint(utf16: number): number
  /** UTF-16 offset of a code point offset in 0..codePointLength. Throws RangeError outside the text. */
  toUtf16(codePoint: number): number
}

/**
 * Builds the map of one text. Texts without astral characters cost one scan and no memory; others four bytes for each
 * astral character, and a binary search for each conversion.
 */
export function createOffsetMap(text: string): OffsetMap {
  const pairs = surrogatePairs(text)
  const utf16Length = text.length
  const codePointLength = utf16Length - pairs.length

  function check(offset: number, length: number, unit: string): void {
    if (!Number.isInteger(offset) || offset < 0 || offset > length) {
      throw new RangeError(`Offset ${offset} is outside a text of ${length} ${unit}.`)
    }
  }

  return {
    utf16Length,
    codePointLength,
    toCodePoint(utf16) {
      check(utf16, utf16Length, 'UTF-16 code units')
      return pairs.length === 0 ? utf16 : utf16 - pairsBefore(pairs, (start) => start < utf16)
    },
    toUtf16(codePoint) {
      check(codePoint, codePointLength, 'code points')
      // The pair with index i is code point number `start - i`, as each earlier pair took one unit too many.
      return pairs.length === 0
        ? codePoint
        : codePoint + pairsBefore(pairs, (start, index) => start - index < codePoint)
    },
  }
}

/** UTF-16 offsets at which the text's surrogate pairs start, ascending. */
function surrogatePairs(text: string): Uint32Array {
  const pair = /[\ud800-\udbff][\udc00-\udfff]/g
  if (!pair.test(text)) return new Uint32Array(0)
  const starts: number[] = []
  for (let index = pair.lastIndex - 2; index < text.length - 1; index++) {
    if (isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))) {
      starts.push(index)
      index++
    }
  }
  return Uint32Array.from(starts)
}

/** How many pairs, from the first on, satisfy `isBefore`, which must hold for a prefix of them. */
function pairsBefore(pairs: Uint32Array, isBefore: (start: number, index: number) => boolean): number {
  let low = 0
  let high = pairs.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(pairs[middle] ?? 0, middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** True for the first half of a surrogate pair. */
export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

/** True for the second half of a surrogate pair. */
export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
