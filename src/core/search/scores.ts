import type { Documents } from './document-sets'
import type { IndexSegments } from './index-segments'

/** Where a leaf matches. */
export interface LeafMatches {
  /** Documents of the articles' shelf, ascending. */
  readonly documents: Documents
  readonly frequencies: Uint32Array
  /** How much it tells that the leaf stands in a document. */
  readonly weight: number
}

/*
 * Okapi BM25 (Robertson and Zaragoza 2009) with the constants that Lucene uses. What a phrase is worth follows from its
 * words, which needs no second look at the index.
 */
const SATURATION = 1.2
const LENGTH_SHARE = 0.75

/** How much a word that stands in `documents` of `total` tells; above 0 also for one that stands everywhere. */
export function inverseFrequency(documents: number, total: number): number {
  return Math.log(1 + (total - documents + 0.5) / (documents + 0.5))
}

/**
 * Adds to the score of each document what a leaf of the query contributes; both lists are ascending.
 * @returns how often the leaf stands in the documents
 */
export function addScores(
  index: IndexSegments,
  { documents: matched, frequencies, weight }: LeafMatches,
  documents: Documents,
  scores: Float32Array,
): number {
  let occurrences = 0
  let at = 0
  let match = 0
  const mean = index.averageLength || 1
  for (const { base, documents: size, lengths } of index.segments) {
    for (; at < documents.length; at++) {
      const document = documents[at] ?? 0
      if (document >= base + size) break
      while (match < matched.length && (matched[match] ?? 0) < document) match++
      if (matched[match] !== document) continue
      const frequency = frequencies[match] ?? 0
      const share = (lengths[document - base] ?? 0) / mean
      const saturated = frequency + SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * share)
      scores[at] = (scores[at] ?? 0) + (weight * frequency * (SATURATION + 1)) / saturated
      occurrences += frequency
    }
  }
  return occurrences
}
