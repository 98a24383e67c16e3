import { FIELD_GAP, SEGMENT_DOCUMENTS, type Segment } from './segment'
import { SegmentWriter } from './segment-writer'
import { TermTable } from './term-table'
import { scanWords, type WordSink } from './words'

/** Words that a segment may hold: bounds the builder's memory (about 50 MB) where articles are long. */
const MOST_WORDS = 8_000_000

/** Terms written between two steps: a few milliseconds. */
const TERMS_A_STEP = 2_048

/**
 * Occurrences brought into the order of terms at a time. All of them at once would take as much memory as the words
 * themselves; going over the words a few times more takes a tenth of a second a segment.
 */
const SORTED_AT_ONCE = 1 << 20

/** A document to be indexed. */
export interface IndexedDocument {
  /** Id of the article. */
  readonly id: string
  /** The fields in the order in which the index knows them, each of one or more pieces that no phrase crosses. */
  readonly fields: readonly (readonly string[])[]
  /** See `SegmentDocuments`. */
  readonly fingerprint: number
}

/**
 * Makes a segment from documents. The words of all documents are kept as numbers; `finish` brings them into the order of
 * terms by counting, so that nothing is sorted but the terms themselves.
 */
export class SegmentBuilder {
  #terms = new TermTable()
  #words: Uint32Array
  /** Kept from segment to segment, as `#words` is: made anew each time they would have to be collected. */
  #occurrences = new Uint32Array(0)
  #count = 0
  /** Where each document ends in `#words`. */
  #ends: number[] = []
  #ids: string[] = []
  #fieldEnds: number[] = []
  #fingerprints: number[] = []
  /** Where in `#words` a gap comes, for all documents in turn, and where each document's gaps end. */
  #gaps: number[] = []
  #gapEnds: number[] = []
  readonly #sink: WordSink = {
    word: (units, length) => {
      if (this.#count === this.#words.length) this.#grow()
      this.#words[this.#count++] = this.#terms.number(units, length)
    },
  }

  /** @param capacity words to make room for at first */
  constructor(capacity = 1 << 16) {
    this.#words = new Uint32Array(capacity)
  }

  /** How many documents were added. */
  get size(): number {
    return this.#ids.length
  }

  /** True when no more should be added. */
  get full(): boolean {
    return this.size >= SEGMENT_DOCUMENTS || this.#count >= MOST_WORDS
  }

  add({ id, fields, fingerprint }: IndexedDocument): void {
    const start = this.#count
    let gaps = 0
    for (const [number, pieces] of fields.entries()) {
      for (const [index, piece] of pieces.entries()) {
        if (number > 0 || index > 0) {
          this.#gaps.push(this.#count)
          gaps++
        }
        scanWords(piece, this.#sink)
      }
      this.#fieldEnds.push(this.#count - start + gaps * FIELD_GAP)
    }
    this.#ids.push(id)
    this.#fingerprints.push(fingerprint)
    this.#ends.push(this.#count)
    this.#gapEnds.push(this.#gaps.length)
  }

  /**
   * The segment of all documents added, made in steps so that a worker can listen meanwhile. Afterwards the builder is
   * empty and takes documents for the next.
   */
  *finish(): Generator<undefined, Segment, undefined> {
    const { order, terms } = yield* this.#termOrder()
    yield
    const starts = this.#startsOf(order)
    const writer = new SegmentWriter()
    for (let from = 0; from < order.length;) {
      yield
      const to = this.#endOfRun(order, starts, from)
      const base = starts[order[from] ?? 0] ?? 0
      const occurrences = this.#sort(
        starts,
        base,
        to < order.length ? (starts[order[to] ?? 0] ?? 0) : this.#count,
      )
      for (let index = from; index < to; index++) {
        if (index % TERMS_A_STEP === 0) yield
        const next = index + 1 < order.length ? (starts[order[index + 1] ?? 0] ?? 0) : this.#count
        this.#writeTerm(writer, occurrences, (starts[order[index] ?? 0] ?? 0) - base, next - base)
        writer.endTerm(terms[order[index] ?? 0] ?? '')
      }
      from = to
    }
    const lengths = Uint32Array.from(this.#ends, (end, index) => end - (this.#ends[index - 1] ?? 0))
    const documents = {
      ids: this.#ids,
      lengths,
      fieldEnds: Uint32Array.from(this.#fieldEnds),
      fingerprints: Uint32Array.from(this.#fingerprints),
    }
    this.#clear()
    return { postings: writer.finish(), documents }
  }

  #clear(): void {
    this.#terms = new TermTable()
    this.#count = 0
    this.#ends = []
    this.#ids = []
    this.#fieldEnds = []
    this.#fingerprints = []
    this.#gaps = []
    this.#gapEnds = []
  }

  /** Writes a term's occurrences, which lie from `from` up to `to`, document by document. */
  #writeTerm(writer: SegmentWriter, occurrences: Uint32Array, from: number, to: number): void {
    const ends = this.#ends
    let document = 0
    for (let first = from; first < to;) {
      document = documentAt(ends, occurrences[first] ?? 0, document)
      const end = ends[document] ?? 0
      let last = first + 1
      while (last < to && (occurrences[last] ?? 0) < end) last++
      writer.document(document, last - first)
      this.#writePlaces(writer, occurrences, document, first, last)
      first = last
    }
  }

  #writePlaces(
    writer: SegmentWriter,
    occurrences: Uint32Array,
    document: number,
    from: number,
    to: number,
  ): void {
    const start = this.#ends[document - 1] ?? 0
    let gap = this.#gapEnds[document - 1] ?? 0
    const lastGap = this.#gapEnds[document] ?? 0
    let shift = 0
    let last = -1
    for (let index = from; index < to; index++) {
      const at = occurrences[index] ?? 0
      while (gap < lastGap && (this.#gaps[gap] ?? 0) <= at) {
        gap++
        shift += FIELD_GAP
      }
      const place = at - start + shift
      writer.place(place - last - 1)
      last = place
    }
  }

  /** Numbers of the words in the order of their terms, and the terms by number; sorted by their first two units first. */
  *#termOrder(): Generator<undefined, { readonly order: Uint32Array; readonly terms: readonly string[] }> {
    const terms = Array.from({ length: this.#terms.size }, (_, number) => this.#terms.term(number))
    const groups = new Map<number, number[]>()
    for (const [number, term] of terms.entries()) {
      // What is not there comes before everything.
      const key = term.charCodeAt(0) * 0x10000 + (term.length > 1 ? term.charCodeAt(1) : 0)
      const group = groups.get(key)
      if (group) group.push(number)
      else groups.set(key, [number])
    }
    const order = new Uint32Array(terms.length)
    let sorted = 0
    let step = 0
    for (const [, group] of [...groups].sort(([one], [other]) => one - other)) {
      if (sorted >= step) {
        step = sorted + TERMS_A_STEP
        yield
      }
      order.set(
        group.sort((one, other) => ((terms[one] ?? '') < (terms[other] ?? '') ? -1 : 1)),
        sorted,
      )
      sorted += group.length
    }
    return { order, terms }
  }

  /** Where the occurrences of each word begin when they are laid out in the order of terms. By number. */
  #startsOf(order: Uint32Array): Uint32Array {
    const counts = new Uint32Array(this.#terms.size)
    for (let at = 0; at < this.#count; at++) {
      const word = this.#words[at] ?? 0
      counts[word] = (counts[word] ?? 0) + 1
    }
    let start = 0
    for (const number of order) {
      const count = counts[number] ?? 0
      counts[number] = start
      start += count
    }
    return counts
  }

  /** The place in `order` up to which terms from `from` on are sorted at once: one at least. */
  #endOfRun(order: Uint32Array, starts: Uint32Array, from: number): number {
    const most = (starts[order[from] ?? 0] ?? 0) + SORTED_AT_ONCE
    let to = from + 1
    // Where the next term begins is where the one before it ends.
    while (
      to < order.length &&
      (to + 1 < order.length ? (starts[order[to + 1] ?? 0] ?? 0) : this.#count) <= most
    )
      to++
    return to
  }

  /** The occurrences that lie from `base` up to `end` in the order of terms, each term's in the order of the text. */
  #sort(starts: Uint32Array, base: number, end: number): Uint32Array {
    if (this.#occurrences.length < end - base) {
      this.#occurrences = new Uint32Array(Math.max(end - base, Math.min(this.#count, SORTED_AT_ONCE)))
    }
    const occurrences = this.#occurrences
    const words = this.#words
    const next = starts.slice()
    const size = end - base
    for (let at = 0; at < this.#count; at++) {
      const word = words[at] ?? 0
      const to = (next[word] ?? 0) - base
      // What comes before wraps round, and so is beyond the end too.
      if (to >>> 0 >= size) continue
      next[word] = to + base + 1
      occurrences[to] = at
    }
    return occurrences
  }

  #grow(): void {
    const larger = new Uint32Array(this.#words.length * 2)
    larger.set(this.#words)
    this.#words = larger
  }
}

/** The document that holds a word, from one that does not lie after it on, in steps that double. */
function documentAt(ends: readonly number[], word: number, from: number): number {
  let low = from
  let step = 1
  while (low + step < ends.length && (ends[low + step] ?? 0) <= word) {
    low += step
    step *= 2
  }
  let high = Math.min(ends.length, low + step)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ends[middle] ?? 0) <= word) low = middle + 1
    else high = middle
  }
  return low
}
