/** Beyond this many it is shorter to say that any may have changed: a list keeps fewer rows. */
const MOST = 1_000

/** Collects which rows that a list may hold have changed, for whoever reads them again. */
export class RowChanges {
  readonly #held: { has(id: string): boolean }
  #ids: Set<string> | null = new Set()

  /** @param held tells which articles are known already: nobody holds the row of another */
  constructor(held: { has(id: string): boolean }) {
    this.#held = held
  }

  /** Notes a change of one article, before it is taken in. */
  note(id: string): void {
    if (!this.#ids || !this.#held.has(id)) return
    this.#ids.add(id)
    if (this.#ids.size > MOST) this.#ids = null
  }

  /** Notes that any row may have changed. */
  noteAll(): void {
    this.#ids = null
  }

  /** Ids of the articles whose rows have changed since this was asked last; null: any may have. */
  take(): readonly string[] | null {
    const ids = this.#ids
    this.#ids = new Set()
    return ids && [...ids]
  }
}
