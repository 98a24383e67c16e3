import { intersect, union, type Documents } from './document-sets'
import { scanPhrase } from './phrase-scan'
import { countPhrases } from './phrases'
import {
  lowerBound,
  partKey,
  readPlaces,
  readPostings,
  type PlaceLists,
  type PlaceRequest,
  type WordPostings,
} from './postings'
import { wordsNodesOf, type NearNode, type PlacedNode, type WordPart, type WordsNode } from './query'
import { inverseFrequency, type LeafMatches } from './scores'
import { NOWHERE, type Shelf } from './shelf'
import { spansOf, type Places, type PlaceSlice } from './spans'

/** A leaf of a query: what has places. */
export type Leaf = WordsNode | NearNode

const NOTHING: LeafMatches = { documents: new Uint32Array(0), frequencies: new Uint32Array(0), weight: 0 }

/** Matches the leaves of one query on the shelves that they look on. */
export class LeafMatcher {
  readonly #shelves: readonly ShelfMatcher[]
  readonly #matches = new Map<Leaf, LeafMatches>()

  constructor(shelves: readonly Shelf[]) {
    this.#shelves = shelves.map((shelf) => new ShelfMatcher(shelf))
  }

  /** Reads the postings of every word. */
  async readWords(leaves: readonly Leaf[]): Promise<void> {
    await Promise.all(
      this.#shelves.map((shelf) => shelf.readWords(leaves.filter((leaf) => shelf.holds(leaf)))),
    )
  }

  /** Documents among which all are that the leaf matches. */
  bound(leaf: Leaf): Documents {
    const bounds = this.#shelves.filter((shelf) => shelf.holds(leaf)).map((shelf) => shelf.bound(leaf))
    const [only] = bounds
    if (bounds.length <= 1) return only ?? NOTHING.documents
    return union(bounds, Math.max(...bounds.map((bound) => (bound.at(-1) ?? 0) + 1)))
  }

  /** True when the bound is what matches, and no place has to be read. */
  isExact(leaf: Leaf): boolean {
    return this.#shelves.every((shelf) => !shelf.holds(leaf) || shelf.isExact(leaf))
  }

  /** Reads places and matches every leaf within the documents of `possible`. */
  async readPlaces(leaves: readonly Leaf[], possible: Documents): Promise<void> {
    const found = await Promise.all(
      this.#shelves.map((shelf) =>
        shelf.match(
          leaves.filter((leaf) => shelf.holds(leaf)),
          possible,
        ),
      ),
    )
    for (const leaf of leaves) {
      const own = found.flatMap((matches) => matches.get(leaf) ?? [])
      this.#matches.set(leaf, own.length === 1 ? (own[0] ?? NOTHING) : joined(own))
    }
  }

  /** What the leaf matches, once places were read: at least all of it within what was possible. */
  matches(leaf: Leaf): LeafMatches {
    return this.#matches.get(leaf) ?? NOTHING
  }
}

/** Matches of several shelves as one; the weight is that of the shelf where the leaf tells most. */
function joined(all: readonly LeafMatches[]): LeafMatches {
  const sums = new Map<number, number>()
  for (const { documents, frequencies } of all) {
    for (const [index, document] of documents.entries()) {
      sums.set(document, (sums.get(document) ?? 0) + (frequencies[index] ?? 0))
    }
  }
  const sorted = [...sums].sort(([a], [b]) => a - b)
  return {
    documents: Uint32Array.from(sorted, ([document]) => document),
    frequencies: Uint32Array.from(sorted, ([, frequency]) => frequency),
    weight: Math.max(0, ...all.map(({ weight }) => weight)),
  }
}

class ShelfMatcher {
  readonly #shelf: Shelf
  readonly #words = new Map<string, WordPostings>()

  constructor(shelf: Shelf) {
    this.#shelf = shelf
  }

  /** True when the leaf looks at a field of this shelf. Without saying where, it looks on the articles' own. */
  holds(leaf: Leaf): boolean {
    return wordsNodesOf(leaf).some(({ scopes }) =>
      scopes
        ? scopes.some((scope) => this.#shelf.fields.includes(scope))
        : this.#shelf.articleDocuments === null,
    )
  }

  async readWords(leaves: readonly Leaf[]): Promise<void> {
    const parts = new Map<string, WordPart>()
    for (const leaf of leaves) {
      for (const node of wordsNodesOf(leaf)) for (const part of node.parts) parts.set(partKey(part), part)
    }
    const { index, cache } = this.#shelf
    const postings = await readPostings(index, cache, [...parts.values()])
    for (const [at, key] of [...parts.keys()].entries()) {
      const found = postings[at]
      if (found) this.#words.set(key, found)
    }
  }

  bound(leaf: Leaf): Documents {
    return this.#toArticles(this.#ownBound(leaf))
  }

  isExact(leaf: Leaf): boolean {
    return leaf.kind === 'words' && leaf.parts.length === 1 && this.#looksEverywhere(leaf)
  }

  async match(leaves: readonly Leaf[], possible: Documents): Promise<ReadonlyMap<Leaf, LeafMatches>> {
    const placed = leaves
      .filter((leaf) => !this.isExact(leaf))
      .map((leaf) => ({ leaf, documents: this.#within(this.#ownBound(leaf), possible) }))
    const jobs = placed.filter(({ leaf }) => !this.#plainPhrase(leaf))
    const phrases = placed.map(async ({ leaf, documents }) => {
      const words = this.#plainPhrase(leaf)
      if (!words) return null
      const { cache } = this.#shelf
      const matches = await scanPhrase(cache, words, documents)
      return {
        leaf,
        matches: this.#articleMatches(matches.documents, matches.frequencies, this.#weight(leaf)),
      }
    })
    const requests: PlaceRequest[] = []
    const wanted = jobs.map(({ leaf, documents }) => {
      const lists = new Map<string, number>()
      for (const node of wordsNodesOf(leaf)) {
        for (const part of node.parts) {
          const key = partKey(part)
          const postings = this.#words.get(key)
          if (postings && !lists.has(key)) lists.set(key, requests.push({ postings, documents }) - 1)
        }
      }
      return lists
    })
    const [read, ...scanned] = await Promise.all([readPlaces(this.#shelf.cache, requests), ...phrases])
    const found = new Map<Leaf, LeafMatches>()
    for (const phrase of scanned) if (phrase) found.set(phrase.leaf, phrase.matches)
    for (const leaf of leaves) if (this.isExact(leaf)) found.set(leaf, this.#exactMatches(leaf))
    for (const [at, { leaf, documents }] of jobs.entries()) {
      const lists = new Map<string, PlaceLists>()
      for (const [key, request] of wanted[at] ?? []) {
        const list = read[request]
        if (list) lists.set(key, list)
      }
      found.set(leaf, this.#placedMatches(leaf, documents, lists))
    }
    return found
  }

  #postings(part: WordPart): WordPostings | undefined {
    return this.#words.get(partKey(part))
  }

  #ownBound(node: PlacedNode): Documents {
    switch (node.kind) {
      case 'words':
        return intersect(node.parts.map((part) => this.#postings(part)?.documents ?? NOTHING.documents))
      case 'near':
        return intersect([this.#ownBound(node.left), this.#ownBound(node.right)])
      case 'any':
        return union(
          node.nodes.map((one) => this.#ownBound(one)),
          this.#shelf.index.total,
        )
    }
  }

  /** The postings of a phrase's words, null for what is none: looks in some fields only, or has words that are cut short. */
  #plainPhrase(leaf: Leaf): WordPostings[] | null {
    if (leaf.kind !== 'words' || !this.#looksEverywhere(leaf)) return null
    if (leaf.parts.some(({ prefix }) => prefix)) return null
    const words = leaf.parts.flatMap((part) => this.#postings(part) ?? [])
    return words.length === leaf.parts.length ? words : null
  }

  #looksEverywhere({ scopes }: WordsNode): boolean {
    const { fields, articleDocuments } = this.#shelf
    return scopes ? fields.every((field) => scopes.includes(field)) : articleDocuments === null
  }

  #exactMatches(leaf: Leaf): LeafMatches {
    const part = leaf.kind === 'words' ? leaf.parts[0] : undefined
    const postings = part && this.#postings(part)
    if (!postings) return NOTHING
    return this.#articleMatches(postings.documents, postings.frequencies, this.#weight(leaf))
  }

  #placedMatches(leaf: Leaf, documents: Documents, lists: ReadonlyMap<string, PlaceLists>): LeafMatches {
    const matched = new Uint32Array(documents.length)
    const frequencies = new Uint32Array(documents.length)
    let length = 0
    const count = this.#counter(leaf, lists)
    for (let at = 0; at < documents.length; at++) {
      const document = documents[at] ?? 0
      const frequency = count(at, document)
      if (frequency === 0) continue
      matched[length] = document
      frequencies[length++] = frequency
    }
    return this.#articleMatches(
      matched.subarray(0, length),
      frequencies.subarray(0, length),
      this.#weight(leaf),
    )
  }

  /** How often the leaf stands in a document, which is the `at`-th of those whose places were read. */
  #counter(leaf: Leaf, lists: ReadonlyMap<string, PlaceLists>): (at: number, document: number) => number {
    if (leaf.kind === 'words' && this.#looksEverywhere(leaf)) {
      const own = leaf.parts.flatMap((part) => lists.get(partKey(part)) ?? [])
      return own.length === leaf.parts.length ? (at) => countPhrases(own, at) : () => 0
    }
    const places = new ListedPlaces(this.#shelf, lists)
    return (at, document) => {
      places.turnTo(at, document)
      return spansOf(leaf, places).length
    }
  }

  #weight(leaf: Leaf): number {
    const parts = new Map<string, WordPostings>()
    for (const node of wordsNodesOf(leaf)) {
      for (const part of node.parts) {
        const postings = this.#postings(part)
        if (postings) parts.set(partKey(part), postings)
      }
    }
    let weight = 0
    for (const { documents } of parts.values()) {
      weight += inverseFrequency(documents.length, this.#shelf.index.total)
    }
    return weight
  }

  /** Those of the shelf's documents whose article is in `possible`. */
  #within(documents: Documents, possible: Documents): Documents {
    const { articleDocuments } = this.#shelf
    if (!articleDocuments) return intersect([documents, possible])
    return documents.filter((document) => {
      const article = articleDocuments[document] ?? 0
      return possible[lowerBound(possible, article)] === article
    })
  }

  #toArticles(documents: Documents): Documents {
    const { articleDocuments } = this.#shelf
    if (!articleDocuments) return documents
    const known = documents.map((document) => articleDocuments[document] ?? 0).sort()
    return known.subarray(0, lowerBound(known, NOWHERE))
  }

  #articleMatches(documents: Documents, frequencies: Uint32Array, weight: number): LeafMatches {
    const { articleDocuments } = this.#shelf
    if (!articleDocuments) return { documents, frequencies, weight }
    const pairs = Array.from(documents, (document, index) => ({
      document: articleDocuments[document] ?? NOWHERE,
      frequency: frequencies[index] ?? 0,
    }))
      .filter(({ document }) => document !== NOWHERE)
      .sort((a, b) => a.document - b.document)
    return {
      documents: Uint32Array.from(pairs, ({ document }) => document),
      frequencies: Uint32Array.from(pairs, ({ frequency }) => frequency),
      weight,
    }
  }
}

/** The places of words in one document of a shelf after the other. */
class ListedPlaces implements Places {
  readonly #shelf: Shelf
  readonly #lists: ReadonlyMap<string, PlaceLists>
  #at = 0
  #fieldEnds: Uint32Array = new Uint32Array(0)

  constructor(shelf: Shelf, lists: ReadonlyMap<string, PlaceLists>) {
    this.#shelf = shelf
    this.#lists = lists
  }

  turnTo(at: number, document: number): void {
    this.#at = at
    const { fields, index } = this.#shelf
    const segment = index.segmentOf(document)
    if (!segment) return
    const from = (document - segment.base) * fields.length
    this.#fieldEnds = segment.fieldEnds.subarray(from, from + fields.length)
  }

  of(part: WordPart): PlaceSlice {
    const list = this.#lists.get(partKey(part))
    if (!list) return { places: [], from: 0, to: 0 }
    return {
      places: list.places,
      from: list.offsets[this.#at] ?? 0,
      to: list.offsets[this.#at + 1] ?? 0,
    }
  }

  inScope({ scopes }: WordsNode, place: number): boolean {
    const { fields, articleDocuments } = this.#shelf
    if (!scopes) return articleDocuments === null
    const field = this.#fieldEnds.findIndex((end) => place < end)
    const scope = fields[field]
    return scope !== undefined && scopes.includes(scope)
  }
}
