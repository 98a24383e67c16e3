/** One research project. Its articles, codebook and annotations live in a database of their own. */
export interface Corpus {
  readonly id: string
  readonly name: string
  readonly description: string
}

/** A person who annotates; each laptop has one that is "me". */
export interface Annotator {
  readonly id: string
  readonly name: string
}

/** A set of articles on one event. */
export interface Story {
  readonly id: string
  readonly name: string
  /** Article ids. */
  readonly articles: readonly string[]
  /** True for a proposal that a person dismissed: kept so that it is not proposed again, and left out everywhere. */
  readonly dismissed?: boolean
}
