import { FIELD_GAP, SEGMENT_DOCUMENTS, type Segment } from './segment'
import { SegmentWriter } from './segment-writer'
import { TermTable } from './term-table'
import { scanWords, type WordSink } from './words'

/** Words that a segment may hold: bounds the builder's memory (about 100 MB) where articles are long. */
const MOST_WORDS = 8_000_000

/** Terms written between two steps: a few milliseconds. */
const TERMS_A_STEP = 2_048

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
  /** Kept from segment to segment, as `#words` is: making them anew each time would leave 100 MB to be collected. */
  #occurrences = new Uint32Array(0)
  #documents = new Uint16Array(0)
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
    const count = this.#count
    const words = this.#words
    const order = this.#termOrder()
    const starts = this.#startsOf(order)
    const documentOf = this.#documentsOfWords()
    // Each term's occurrences, in the order of the text.
    if (this.#occurrences.length < count) this.#occurrences = new Uint32Array(this.#words.length)
    const occurrences = this.#occurrences
    const next = starts.slice()
    for (let at = 0; at < count; at++) {
      const word = words[at] ?? 0
      const to = next[word] ?? 0
      next[word] = to + 1
      occurrences[to] = at
    }
    const writer = new SegmentWriter()
    for (const [index, { number, term }] of order.entries()) {
      if (index % TERMS_A_STEP === 0) yield
      const end = next[number] ?? 0
      for (let from = starts[number] ?? 0; from < end;) {
        from = this.#writeDocument(writer, occurrences, documentOf, from, end)
      }
      writer.endTerm(term)
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

  /** Writes the occurrences from `from` on that are in the same document; answers where the next begin. */
  #writeDocument(
    writer: SegmentWriter,
    occurrences: Uint32Array,
    documentOf: Uint16Array,
    from: number,
    end: number,
  ): number {
    const document = documentOf[occurrences[from] ?? 0] ?? 0
    let to = from + 1
    while (to < end && documentOf[occurrences[to] ?? 0] === document) to++
    writer.document(document, to - from)
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
    return to
  }

  #termOrder(): { readonly number: number; readonly term: string }[] {
    const order = Array.from({ length: this.#terms.size }, (_, number) => ({
      number,
      term: this.#terms.term(number),
    }))
    return order.sort((a, b) => (a.term < b.term ? -1 : 1))
  }

  /** Where the occurrences of each word begin when they are laid out in the order of terms. By number. */
  #startsOf(order: readonly { readonly number: number }[]): Uint32Array {
    const counts = new Uint32Array(this.#terms.size)
    for (let at = 0; at < this.#count; at++) {
      const word = this.#words[at] ?? 0
      counts[word] = (counts[word] ?? 0) + 1
    }
    let start = 0
    for (const { number } of order) {
      const count = counts[number] ?? 0
      counts[number] = start
      start += count
    }
    return counts
  }

  #documentsOfWords(): Uint16Array {
    if (this.#documents.length < this.#count) this.#documents = new Uint16Array(this.#words.length)
    const documents = this.#documents
    for (const [document, end] of this.#ends.entries()) {
      documents.fill(document, this.#ends[document - 1] ?? 0, end)
    }
    return documents
  }

  #grow(): void {
    const larger = new Uint32Array(this.#words.length * 2)
    larger.set(this.#words)
    this.#words = larger
  }
}
