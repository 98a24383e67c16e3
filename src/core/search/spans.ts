import type { NearNode, PlacedNode, WordPart, WordsNode } from './query'

/** Stretches of words of one document: from the word `starts[i]` up to, not with, `ends[i]`. By start, then end. */
export class Spans {
  starts = new Uint32Array(16)
  ends = new Uint32Array(16)
  length = 0

  add(start: number, end: number): void {
    if (this.length === this.starts.length) {
      const starts = new Uint32Array(this.length * 2)
      starts.set(this.starts)
      this.starts = starts
      const ends = new Uint32Array(this.length * 2)
      ends.set(this.ends)
      this.ends = ends
    }
    this.starts[this.length] = start
    this.ends[this.length++] = end
  }

  /** Brings the spans in order and makes equal ones one. */
  settle(): void {
    const order = Array.from({ length: this.length }, (_, index) => index)
    const { starts, ends } = this
    order.sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || (ends[a] ?? 0) - (ends[b] ?? 0))
    const sorted = order.map((index) => [starts[index] ?? 0, ends[index] ?? 0] as const)
    this.length = 0
    for (const [start, end] of sorted) {
      const last = this.length - 1
      if (last >= 0 && this.starts[last] === start && this.ends[last] === end) continue
      this.add(start, end)
    }
  }
}

/** Places of a word in one document: those from `from` up to, not with, `to` of `places`, ascending. */
export interface PlaceSlice {
  readonly places: ArrayLike<number>
  readonly from: number
  readonly to: number
}

/** Where words stand in the document at hand. */
export interface Places {
  of(part: WordPart): PlaceSlice
  /** True when a span that begins at that place is in a field that the node looks in. */
  inScope(node: WordsNode, place: number): boolean
}

/** The spans of a node in the document at hand. A word is a span of one, a phrase of its words; NEAR spans both sides. */
export function spansOf(node: PlacedNode, places: Places): Spans {
  switch (node.kind) {
    case 'words':
      return spansOfWords(node, places)
    case 'any': {
      const all = new Spans()
      for (const one of node.nodes) addAll(all, spansOf(one, places))
      all.settle()
      return all
    }
    case 'near': {
      const spans = new Spans()
      eachPair(node, places, (start, end) => spans.add(start, end))
      spans.settle()
      return spans
    }
  }
}

/** The spans that are to be shown as hits: words and phrases, of NEAR only those that are near. */
export function hitSpansOf(node: PlacedNode, places: Places): Spans {
  switch (node.kind) {
    case 'words':
      return spansOfWords(node, places)
    case 'any': {
      const all = new Spans()
      for (const one of node.nodes) addAll(all, hitSpansOf(one, places))
      all.settle()
      return all
    }
    case 'near': {
      const hits = new Spans()
      const sides = [new Spans(), new Spans()] as const
      eachPair(node, places, (_, __, a, aEnd, b, bEnd) => {
        sides[0].add(a, aEnd)
        sides[1].add(b, bEnd)
      })
      for (const [index, side] of [node.left, node.right].entries()) {
        const within = sides[index]
        if (!within) continue
        within.settle()
        addInside(hits, hitSpansOf(side, places), within)
      }
      hits.settle()
      return hits
    }
  }
}

function spansOfWords(node: WordsNode, places: Places): Spans {
  const spans = new Spans()
  const { parts } = node
  const [first] = parts
  if (!first) return spans
  const slices = parts.map((part) => places.of(part))
  const head = slices[0]
  if (!head) return spans
  const cursors = slices.map(({ from }) => from)
  for (let index = head.from; index < head.to; index++) {
    const start = head.places[index] ?? 0
    let fits = true
    for (let part = 1; part < slices.length; part++) {
      const slice = slices[part]
      if (!slice) break
      let cursor = cursors[part] ?? 0
      while (cursor < slice.to && (slice.places[cursor] ?? 0) < start + part) cursor++
      cursors[part] = cursor
      if (cursor < slice.to && slice.places[cursor] === start + part) continue
      // Nothing more can follow once a word has run out.
      if (cursor === slice.to) return spans
      fits = false
      break
    }
    if (fits && places.inScope(node, start)) spans.add(start, start + parts.length)
  }
  return spans
}

/** Calls back with each pair of spans that are near: both together, then left, then right. */
function eachPair(
  { left, right, distance }: NearNode,
  places: Places,
  pair: (start: number, end: number, a: number, aEnd: number, b: number, bEnd: number) => void,
): void {
  const lefts = spansOf(left, places)
  if (lefts.length === 0) return
  const rights = spansOf(right, places)
  let longest = 0
  for (let index = 0; index < rights.length; index++) {
    longest = Math.max(longest, (rights.ends[index] ?? 0) - (rights.starts[index] ?? 0))
  }
  let first = 0
  for (let index = 0; index < lefts.length; index++) {
    const a = lefts.starts[index] ?? 0
    const aEnd = lefts.ends[index] ?? 0
    // Starts ascend on the left too, so what is too far before this one is too far before the next.
    while (first < rights.length && (rights.starts[first] ?? 0) + longest + distance < a) first++
    for (let other = first; other < rights.length; other++) {
      const b = rights.starts[other] ?? 0
      const bEnd = rights.ends[other] ?? 0
      if (b > aEnd + distance) break
      const gap = b >= aEnd ? b - aEnd : a >= bEnd ? a - bEnd : -1
      if (gap >= 0 && gap <= distance) pair(Math.min(a, b), Math.max(aEnd, bEnd), a, aEnd, b, bEnd)
    }
  }
}

function addAll(to: Spans, from: Spans): void {
  for (let index = 0; index < from.length; index++) to.add(from.starts[index] ?? 0, from.ends[index] ?? 0)
}

/** Adds those spans that lie in one of `within`. */
function addInside(to: Spans, from: Spans, within: Spans): void {
  for (let index = 0; index < from.length; index++) {
    const start = from.starts[index] ?? 0
    const end = from.ends[index] ?? 0
    for (let outer = 0; outer < within.length; outer++) {
      if ((within.starts[outer] ?? 0) > start) break
      if ((within.ends[outer] ?? 0) >= end) {
        to.add(start, end)
        break
      }
    }
  }
}
