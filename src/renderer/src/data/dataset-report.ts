import type { CorpusDatabase } from './database'
import { countLines } from './imports'
import type { ImportReportLine, ImportRow } from './stored'

/**
 * The report of a dataset while it is imported. Each chunk of it adds a batch in its own transaction, which tells those who
 * follow the articles what has changed; the import's row counts the lines when all are there. One that was interrupted
 * begins anew, in the place of what it left.
 */
export class DatasetReport {
  readonly #db: CorpusDatabase
  readonly #import: string
  readonly #lines: ImportReportLine[] = []
  #batch: number

  /** @param row the import's, as it is before the dataset */
  constructor(db: CorpusDatabase, row: ImportRow) {
    this.#db = db
    this.#import = row.id
    this.#batch = row.batches
  }

  /**
   * Adds lines, in a transaction that writes `importBatches`.
   * @param changed ids of articles that this transaction changed, or whose annotations it did, beside those of the lines
   */
  async add(lines: readonly ImportReportLine[], changed: readonly string[]): Promise<void> {
    if (lines.length + changed.length === 0) return
    await this.#db.importBatches.put({ import: this.#import, batch: this.#batch, lines, changed })
    this.#batch += 1
    for (const line of lines) this.#lines.push(line)
  }

  /** Adds the last lines and counts all of them; nothing when the import was dismissed meanwhile. */
  async close(lines: readonly ImportReportLine[]): Promise<void> {
    await this.#db.transaction('rw', this.#db.imports, this.#db.importBatches, async () => {
      const row = await this.#db.imports.get(this.#import)
      if (!row) return
      await this.add(lines, [])
      await this.#db.imports.put({ ...countLines(row, this.#lines), batches: this.#batch })
    })
  }
}
