/** In which order a search shows its articles: best first, or by date; articles without a date come last. */
export type ResultOrder = 'relevance' | 'newest' | 'oldest'

/**
 * A search that a person keeps, by name. The query is kept as it was written: its filters name outlets, tags and speakers
 * by their names, so it asks the same in another corpus.
 */
export interface SavedSearch {
  /** UUIDv7: in the order in which they were saved. */
  readonly id: string
  readonly name: string
  readonly query: string
  readonly order: ResultOrder
}
