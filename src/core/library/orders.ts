/** Compares two articles by their numbers. */
export type CompareNumbers = (a: number, b: number) => number

/** Comparisons between two pauses: some milliseconds even where they follow the rules of a language. */
const SLICE = 4_096
/** Length of the pieces that are sorted at once. */
const RUN = 1_024

type Numbers = Uint32Array<ArrayBuffer>

/** Sorts numbers, pausing (yielding) now and then: one sort of 100,000 titles would keep everything else waiting. */
export function* sortSliced(numbers: Numbers, compare: CompareNumbers): Generator<undefined, Numbers> {
  let runs: Numbers[] = []
  for (let from = 0; from < numbers.length; from += RUN) {
    runs.push(numbers.slice(from, from + RUN).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const merged: Numbers[] = []
    for (let at = 0; at < runs.length; at += 2) {
      const [a, b] = [runs[at], runs[at + 1]]
      if (a) merged.push(b ? yield* mergeSliced(a, b, compare) : a)
    }
    runs = merged
  }
  return runs[0] ?? new Uint32Array(0)
}

/** Merges two sorted lists, pausing now and then. */
export function* mergeSliced(a: Numbers, b: Numbers, compare: CompareNumbers): Generator<undefined, Numbers> {
  const merged = new Uint32Array(a.length + b.length)
  // A few come into many: their places are sought instead of walked to.
  if (b.length * 20 < a.length) {
    let done = 0
    let at = 0
    for (const number of b) {
      let low = done
      for (let high = a.length; low < high;) {
        const middle = (low + high) >>> 1
        if (compare(a[middle] ?? 0, number) <= 0) low = middle + 1
        else high = middle
      }
      merged.set(a.subarray(done, low), at)
      at += low - done
      merged[at++] = number
      done = low
      if ((at & 0xff) === 0) yield
    }
    merged.set(a.subarray(done), at)
    return merged
  }
  let i = 0
  let j = 0
  for (let at = 0; at < merged.length; at++) {
    const isFromA = j >= b.length || (i < a.length && compare(a[i] ?? 0, b[j] ?? 0) <= 0)
    merged[at] = (isFromA ? a[i++] : b[j++]) ?? 0
    if (at % SLICE === SLICE - 1) yield
  }
  return merged
}

const DIGIT = 11
const BUCKETS = 1 << DIGIT

/** Sorts by the keys of the numbers (`keys` by number), equal ones left as they are: radix, three passes at most. */
export function sortByKeys(order: Numbers, keys: ArrayLike<number>): Numbers {
  let most = 0
  for (const number of order) most = Math.max(most, keys[number] ?? 0)
  let from = order
  let to = new Uint32Array(order.length)
  const starts = new Uint32Array(BUCKETS)
  for (let shift = 0; shift < 32 && most >>> shift > 0; shift += DIGIT) {
    starts.fill(0)
    for (const number of from) {
      const bucket = ((keys[number] ?? 0) >>> shift) & (BUCKETS - 1)
      starts[bucket] = (starts[bucket] ?? 0) + 1
    }
    let start = 0
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const count = starts[bucket] ?? 0
      starts[bucket] = start
      start += count
    }
    for (const number of from) {
      const bucket = ((keys[number] ?? 0) >>> shift) & (BUCKETS - 1)
      const place = starts[bucket] ?? 0
      to[place] = number
      starts[bucket] = place + 1
    }
    ;[from, to] = [to, from === order ? new Uint32Array(order.length) : from]
  }
  return from
}
