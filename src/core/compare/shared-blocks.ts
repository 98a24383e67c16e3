import { spanOf, type Span } from '../model/range'
import { WordScanner } from './word-scanner'
import { shingle, SHINGLE_WORDS } from './word-store'

/** The same words in two texts. */
export interface SharedBlock {
  readonly a: Span
  readonly b: Span
  /** At least five. */
  readonly words: number
}

/**
 * The stretches of words that two texts share word for word, in the order of `a`: the longest first taken, none over
 * another, case and punctuation aside. Offsets are UTF-16. What stands in another order in `b` is there too.
 */
export function sharedBlocks(a: string, b: string): SharedBlock[] {
  const left = wordsOf(a)
  const right = wordsOf(b)
  const places = new Map<number, number[]>()
  left.shingles.forEach((hash, place) => {
    const list = places.get(hash)
    if (list) list.push(place)
    else places.set(hash, [place])
  })
  const runs: { readonly a: number; readonly b: number; readonly words: number }[] = []
  right.shingles.forEach((hash, from) => {
    for (const place of places.get(hash) ?? []) {
      // Only where a run begins: otherwise the one before has it already.
      if (place > 0 && from > 0 && left.hashes[place - 1] === right.hashes[from - 1]) continue
      let words = SHINGLE_WORDS
      while (
        place + words < left.hashes.length &&
        from + words < right.hashes.length &&
        left.hashes[place + words] === right.hashes[from + words]
      ) {
        words++
      }
      runs.push({ a: place, b: from, words })
    }
  })
  const takenA = new Uint8Array(left.hashes.length)
  const takenB = new Uint8Array(right.hashes.length)
  const blocks: SharedBlock[] = []
  for (const run of runs.sort(
    (one, other) => other.words - one.words || one.a - other.a || one.b - other.b,
  )) {
    // What a longer block took may leave an end of this one.
    let skip = 0
    while (skip < run.words && (takenA[run.a + skip] || takenB[run.b + skip])) skip++
    let words = 0
    while (skip + words < run.words && !takenA[run.a + skip + words] && !takenB[run.b + skip + words]) words++
    if (words < SHINGLE_WORDS) continue
    takenA.fill(1, run.a + skip, run.a + skip + words)
    takenB.fill(1, run.b + skip, run.b + skip + words)
    blocks.push({ a: left.span(run.a + skip, words), b: right.span(run.b + skip, words), words })
  }
  return blocks.sort((one, other) => one.a.start - other.a.start)
}

interface Words {
  readonly hashes: Uint32Array
  readonly shingles: Uint32Array
  span(first: number, count: number): Span
}

function wordsOf(text: string): Words {
  const scanner = new WordScanner()
  scanner.scan(text)
  const { count, starts, ends } = scanner
  const hashes = scanner.hashes.subarray(0, count)
  const shingles = new Uint32Array(count)
  return {
    hashes,
    shingles: shingles.subarray(0, shingle(hashes, shingles)),
    span: (first, words) => spanOf(text, { start: starts[first] ?? 0, end: ends[first + words - 1] ?? 0 }),
  }
}
