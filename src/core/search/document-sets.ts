/** Documents of an index, ascending. Sets are never changed once made. */
export type Documents = Uint32Array

/** Documents in all of the sets. */
export function intersect(sets: readonly Documents[]): Documents {
  const sorted = [...sets].sort((a, b) => a.length - b.length)
  let [left] = sorted
  if (!left) return new Uint32Array(0)
  for (const right of sorted.slice(1)) left = intersectTwo(left, right)
  return left
}

function intersectTwo(few: Documents, many: Documents): Documents {
  const both = new Uint32Array(few.length)
  let length = 0
  // A few documents among very many are looked up, otherwise both lists are walked.
  if (few.length * 32 < many.length) {
    let low = 0
    for (const document of few) {
      low = galloped(many, document, low)
      if (many[low] === document) both[length++] = document
    }
    return both.subarray(0, length)
  }
  for (let a = 0, b = 0; a < few.length && b < many.length;) {
    const x = few[a] ?? 0
    const y = many[b] ?? 0
    if (x === y) both[length++] = x
    if (x <= y) a++
    if (y <= x) b++
  }
  return both.subarray(0, length)
}

/** Index of the first that is not below `value`, from `from` on, in steps that double. */
function galloped(sorted: Documents, value: number, from: number): number {
  let step = 1
  let low = from
  while (low + step < sorted.length && (sorted[low + step] ?? 0) < value) {
    low += step
    step *= 2
  }
  let high = Math.min(sorted.length, low + step)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Documents in any of the sets. */
export function union(sets: readonly Documents[], total: number): Documents {
  const [first, ...rest] = sets.filter((set) => set.length > 0)
  if (!first) return new Uint32Array(0)
  if (rest.length === 0) return first
  const member = new Uint8Array(total)
  for (const set of [first, ...rest]) for (const document of set) member[document] = 1
  return members(member)
}

/** Documents from 0 up to `total` that are not in the set. */
export function complement(set: Documents, total: number): Documents {
  const others = new Uint32Array(total - set.length)
  let length = 0
  let at = 0
  for (let document = 0; document < total; document++) {
    if (set[at] === document) at++
    else others[length++] = document
  }
  return others
}

/** Documents whose flag is not 0. */
export function members(flags: Uint8Array): Documents {
  let count = 0
  for (const flag of flags) if (flag !== 0) count++
  const set = new Uint32Array(count)
  let length = 0
  for (let document = 0; document < flags.length; document++)
    if (flags[document] !== 0) set[length++] = document
  return set
}
