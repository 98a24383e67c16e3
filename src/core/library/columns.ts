/** Names by number, in the order in which they came; 0 stands for none. */
export class NameTable {
  readonly names: (string | null)[] = [null]
  readonly #places = new Map<string, number>()

  /** The number of a name, a new one for a new name. */
  place(name: string | null): number {
    if (name === null) return 0
    let place = this.#places.get(name)
    if (place === undefined) {
      place = this.names.push(name) - 1
      this.#places.set(name, place)
    }
    return place
  }
}

/** What an article is filtered and sorted by, in lists by its number: 20 bytes an article instead of an object. */
export class ArticleColumns {
  /** 1 while the article is in the corpus. */
  live = new Uint8Array(0)
  /** As `dateCode` gives them, 0 for none, and the first time that the date as it is stated no longer covers. */
  dates = new Uint32Array(0)
  dateEnds = new Uint32Array(0)
  /** Lengths of the ISO dates: 4 for a year, 7 for a month, 10 for a day. */
  exactness = new Uint8Array(0)
  /** Places in tables of names. */
  sources = new Uint32Array(0)
  languages = new Uint16Array(0)
  /** Places in the order of work. */
  statuses = new Uint8Array(0)
  words = new Uint32Array(0)
  accepted = new Uint32Array(0)
  suggested = new Uint32Array(0)
  /** Bits, in the order of `FLAGS`. */
  flags = new Uint8Array(0)
  /** Places in a list of different counts of tags; 0 for no tags. */
  tags = new Uint32Array(0)
  /** Rank of the title; equal titles have the same. */
  titles = new Uint32Array(0)

  /** Makes room for that many articles. */
  reserve(count: number): void {
    const size = this.live.length
    if (count <= size) return
    const room = Math.max(1_024, count, size * 2)
    const wide = (old: Uint32Array) => {
      const grown = new Uint32Array(room)
      grown.set(old)
      return grown
    }
    const narrow = (old: Uint8Array) => {
      const grown = new Uint8Array(room)
      grown.set(old)
      return grown
    }
    const languages = new Uint16Array(room)
    languages.set(this.languages)
    this.languages = languages
    this.live = narrow(this.live)
    this.exactness = narrow(this.exactness)
    this.statuses = narrow(this.statuses)
    this.flags = narrow(this.flags)
    this.dates = wide(this.dates)
    this.dateEnds = wide(this.dateEnds)
    this.sources = wide(this.sources)
    this.words = wide(this.words)
    this.accepted = wide(this.accepted)
    this.suggested = wide(this.suggested)
    this.tags = wide(this.tags)
    this.titles = wide(this.titles)
  }
}
