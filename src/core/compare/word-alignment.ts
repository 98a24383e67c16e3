import { soundsAlike, type ComparedWord } from './difference-words'
import { areContrary, modalityOf, strengthStep } from './word-signs'

/** Index in `a`, index in `b`. */
export type WordPair = readonly [number, number]

/** Most cells of one table: beyond it words that stand once on either side part the texts first. */
const MOST_CELLS = 1_000_000

/**
 * Which words of `a` stand for which of `b`, ascending on both sides: the pairs whose weights sum to the most (Needleman and
 * Wunsch, J. Mol. Biol. 48, 1970). Beside equal words, forms of one word pair up, and words of one scale, two modal verbs,
 * two numbers, contraries. Long texts are parted at words that both have once (patience diff), so time stays near linear.
 */
export function alignWords(a: readonly ComparedWord[], b: readonly ComparedWord[]): WordPair[] {
  const pairs: WordPair[] = []
  alignPart(a, b, { from: 0, to: a.length }, { from: 0, to: b.length }, pairs)
  return pairs
}

interface Part {
  readonly from: number
  readonly to: number
}

function alignPart(
  a: readonly ComparedWord[],
  b: readonly ComparedWord[],
  partA: Part,
  partB: Part,
  pairs: WordPair[],
): void {
  let { from: fromA, to: toA } = partA
  let { from: fromB, to: toB } = partB
  while (fromA < toA && fromB < toB && a[fromA]?.key === b[fromB]?.key) pairs.push([fromA++, fromB++])
  const tail: WordPair[] = []
  while (fromA < toA && fromB < toB && a[toA - 1]?.key === b[toB - 1]?.key) tail.push([--toA, --toB])
  if ((toA - fromA) * (toB - fromB) <= MOST_CELLS) {
    alignSmall(a.slice(fromA, toA), b.slice(fromB, toB)).forEach(([i, j]) =>
      pairs.push([fromA + i, fromB + j]),
    )
  } else {
    let lastA = fromA
    let lastB = fromB
    for (const [i, j] of anchors(a, b, { from: fromA, to: toA }, { from: fromB, to: toB })) {
      alignPart(a, b, { from: lastA, to: i }, { from: lastB, to: j }, pairs)
      pairs.push([i, j])
      lastA = i + 1
      lastB = j + 1
    }
    // Without an anchor the part is left as it is: one change, too large to be read word by word.
    if (lastA > fromA) alignPart(a, b, { from: lastA, to: toA }, { from: lastB, to: toB }, pairs)
  }
  for (const pair of tail.reverse()) pairs.push(pair)
}

/** Words that stand once on either side, the longest ascending run of them. */
function anchors(
  a: readonly ComparedWord[],
  b: readonly ComparedWord[],
  partA: Part,
  partB: Part,
): WordPair[] {
  const onceB = once(b, partB)
  const common: WordPair[] = []
  for (const [key, i] of once(a, partA)) {
    const j = onceB.get(key)
    if (j !== undefined) common.push([i, j])
  }
  common.sort((x, y) => x[0] - y[0])
  // Longest increasing subsequence by the end of the best run of each length.
  const ends: number[] = []
  const previous: number[] = []
  common.forEach(([, j], at) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((common[ends[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1
      else high = middle
    }
    previous[at] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = at
  })
  const run: WordPair[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = common[at]
    if (pair) run.push(pair)
  }
  return run.reverse()
}

/** Key -> index, of the content words that stand exactly once in the part. */
function once(words: readonly ComparedWord[], part: Part): Map<string, number> {
  const found = new Map<string, number>()
  const twice = new Set<string>()
  for (let index = part.from; index < part.to; index++) {
    const word = words[index]
    if (!word || word.isFunction || twice.has(word.key)) continue
    if (found.delete(word.key)) twice.add(word.key)
    else found.set(word.key, index)
  }
  return found
}

/** How much two words weigh as a pair; 0 where they are none. */
function weightOf(a: ComparedWord, b: ComparedWord): number {
  if (a.key === b.key) return a.isFunction ? 2 : 5
  if (a.value !== null || b.value !== null) return a.value !== null && b.value !== null ? 3 : 0
  if (soundsAlike(a, b)) return 5
  if (a.stem === b.stem) return a.isFunction ? 1 : 4
  const related =
    strengthStep(a, b) !== null || (modalityOf(a) !== null && modalityOf(b) !== null) || areContrary(a, b)
  return related ? 3 : 0
}

function alignSmall(a: readonly ComparedWord[], b: readonly ComparedWord[]): WordPair[] {
  const width = b.length + 1
  // Twice the weight, plus one for a pair right after another: runs hold together.
  const best = new Int32Array((a.length + 1) * width)
  const paired = new Uint8Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j
      const left = best[at + width] ?? 0
      const right = best[at + 1] ?? 0
      const first = a[i]
      const second = b[j]
      const weight = first && second ? weightOf(first, second) : 0
      const diagonal =
        weight === 0 ? -1 : (best[at + width + 1] ?? 0) + 2 * weight + (paired[at + width + 1] ?? 0)
      best[at] = Math.max(left, right, diagonal)
      paired[at] = diagonal >= left && diagonal >= right ? 1 : 0
    }
  }
  const pairs: WordPair[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const at = i * width + j
    if (paired[at] === 1) pairs.push([i++, j++])
    else if ((best[at + width] ?? 0) >= (best[at + 1] ?? 0)) i++
    else j++
  }
  return pairs
}
