import { isUnspaced, isWordCharacter } from '../text/characters'
import { isHighSurrogate, isLowSurrogate } from '../text/offsets'

/** In the table, where 0 is not looked up yet: parts words; belongs to the word but is not told apart. Anything else is a folded unit. */
const BREAK = 1
const IGNORED = 2
/** A word by itself: a character of a script without spaces. Beyond any code unit. */
const SINGLE = 0x10000

/** What each code unit folds to, filled as texts bring them. */
const table = new Uint32Array(0x10000)
for (let unit = 0; unit < 0x80; unit++) {
  const character = String.fromCharCode(unit).toLowerCase()
  table[unit] = /[a-z0-9]/u.test(character) ? character.charCodeAt(0) : BREAK
}

/**
 * The words of texts as 32-bit hashes: of lower case without marks, so that spellings and quotes of a reprint do not
 * matter. Apostrophes, hyphens and points part words; a character of an unspaced script is a word. One scanner is used
 * again and again and keeps the words of the last text; a scan allocates nothing once its arrays are large enough.
 */
export class WordScanner {
  /** Number of words of the last scan; entries of the arrays beyond it mean nothing. */
  count = 0
  hashes = new Uint32Array(1 << 12)
  /** Offsets (UTF-16) in the scanned text. */
  starts = new Uint32Array(1 << 12)
  ends = new Uint32Array(1 << 12)

  /** Reads the words of `text` between two offsets. About a hundred million code units a second. */
  scan(text: string, from = 0, to = text.length): void {
    // A word of an unspaced script may be every unit.
    this.reserve(to - from)
    const { hashes, starts, ends } = this
    let count = 0
    let at = from
    while (at < to) {
      const first = table[text.charCodeAt(at)] || learn(text, at)
      if (first <= IGNORED) {
        at++
        continue
      }
      const start = at
      if (first >= SINGLE) {
        at++
        hashes[count] = mix(Math.imul(SEED ^ (first - SINGLE), PRIME))
      } else {
        let hash = SEED
        let folded = first
        while (folded > BREAK && folded < SINGLE) {
          if (folded > IGNORED) hash = Math.imul(hash ^ folded, PRIME)
          at++
          if (at >= to) break
          folded = table[text.charCodeAt(at)] || learn(text, at)
        }
        hashes[count] = mix(hash)
      }
      starts[count] = start
      ends[count] = at
      count++
    }
    this.count = count
  }

  private reserve(size: number): void {
    if (size <= this.hashes.length) return
    this.hashes = new Uint32Array(size + (size >> 2))
    this.starts = new Uint32Array(this.hashes.length)
    this.ends = new Uint32Array(this.hashes.length)
  }
}

/** FNV-1a (Fowler, Noll, Vo), over folded code units. */
const SEED = 0x811c9dc5
const PRIME = 0x01000193

/** Spreads a hash over all bits (finalizer of MurmurHash3, Austin Appleby, public domain). */
export function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** Marks, and what is invisible: soft hyphens, joiners, direction marks. */
const MARK = /^[\p{M}\p{Cf}]$/u

/** Looks a code unit up, and keeps what it folds to unless that depends on the unit beside it. */
function learn(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(at + 1))) {
    return isWordCharacter(text.codePointAt(at) ?? 0) ? unit : BREAK
  }
  if (isLowSurrogate(unit) && at > 0 && isHighSurrogate(text.charCodeAt(at - 1))) {
    return isWordCharacter(text.codePointAt(at - 1) ?? 0) ? unit : BREAK
  }
  const folded = foldUnit(unit)
  table[unit] = folded
  return folded
}

function foldUnit(unit: number): number {
  const character = String.fromCharCode(unit)
  if (MARK.test(character)) return IGNORED
  if (!isWordCharacter(unit)) return BREAK
  if (isUnspaced(unit)) return SINGLE + unit
  return character.toLowerCase().normalize('NFKD').charCodeAt(0)
}
