import type { PlaceLists } from './postings'

/**
 * How often the words of the lists stand one after the other in the `at`-th document. Does what `spansOf` does for a
 * phrase, without making anything: a phrase of common words is looked for in every article there is.
 */
export function countPhrases(lists: readonly PlaceLists[], at: number): number {
  const [head, second] = lists
  if (!head) return 0
  const end = head.offsets[at + 1] ?? 0
  const from = head.offsets[at] ?? 0
  if (!second) return end - from
  let count = 0
  let cursor = second.offsets[at] ?? 0
  const secondEnd = second.offsets[at + 1] ?? 0
  for (let index = from; index < end; index++) {
    const place = head.places[index] ?? 0
    while (cursor < secondEnd && (second.places[cursor] ?? 0) <= place) cursor++
    if (cursor === secondEnd) break
    if (second.places[cursor] === place + 1 && restFollows(lists, at, place)) count++
  }
  return count
}

/** True when the words from the third on stand where they have to, the first being at `place`. */
function restFollows(lists: readonly PlaceLists[], at: number, place: number): boolean {
  for (let part = 2; part < lists.length; part++) {
    const list = lists[part]
    if (!list || !holds(list, at, place + part)) return false
  }
  return true
}

function holds({ offsets, places }: PlaceLists, at: number, place: number): boolean {
  const end = offsets[at + 1] ?? 0
  let low = offsets[at] ?? 0
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((places[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low < end && places[low] === place
}
