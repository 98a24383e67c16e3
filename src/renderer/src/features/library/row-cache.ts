import type { LibraryRow } from './rows'

/** Rows kept; those that were not wanted for longest go when there are more. */
const KEPT = 2_000

/** Rows that were read, and which of them are of the corpus as it is now. */
export class RowCache {
  readonly #rows = new Map<string, LibraryRow>()
  readonly #fresh = new Set<string>()

  /** Undefined where it was not read. */
  get(id: string): LibraryRow | undefined {
    return this.#rows.get(id)
  }

  /** Has those rows, or all (null), be read again when they come into sight; what is there stays until then. */
  expire(ids: readonly string[] | null): void {
    if (ids) for (const id of ids) this.#fresh.delete(id)
    else this.#fresh.clear()
  }

  /** Those of the ids that are to be read; they are taken for read from now on. The others are kept longest. */
  take(ids: readonly string[]): string[] {
    for (const id of ids) {
      const row = this.#rows.get(id)
      if (row) this.#put(id, row)
    }
    const wanted = ids.filter((id) => !this.#fresh.has(id))
    for (const id of wanted) this.#fresh.add(id)
    return wanted
  }

  /**
   * Takes in the rows that were found for ids once taken; one that is as before stays the same object, so that it need
   * not be drawn again. Ids without a row are to be read again when they are wanted again.
   */
  add(ids: readonly string[], rows: readonly LibraryRow[]): void {
    const missing = new Set(ids)
    for (const row of rows) {
      const { id } = row.article
      const before = this.#rows.get(id)
      this.#put(id, before && JSON.stringify(before) === JSON.stringify(row) ? before : row)
      missing.delete(id)
    }
    for (const id of missing) this.#fresh.delete(id)
    for (const id of this.#rows.keys()) {
      if (this.#rows.size <= KEPT) break
      this.#rows.delete(id)
      this.#fresh.delete(id)
    }
  }

  #put(id: string, row: LibraryRow): void {
    this.#rows.delete(id)
    this.#rows.set(id, row)
  }
}
