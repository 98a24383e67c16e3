import type { CorpusDatabase } from './database'

/** Hexadecimal digits of a hash that are kept: 52 bits, which a number holds exactly. */
const DIGITS = 13

/**
 * Which texts the corpus has, so that an import need not ask the database for each: one look-up in an index takes as
 * long as writing an article. May say yes for a text that is not there (one in 10^10 at 100,000 articles), never no
 * for one that is, as long as nobody else imports meanwhile.
 */
export class KnownTexts {
  readonly #prefixes = new Set<number>()

  /** Reads the hashes of all texts of the corpus; 100,000 take about half a second and 5 MB. */
  static async load(db: CorpusDatabase): Promise<KnownTexts> {
    const known = new KnownTexts()
    await db.articles.orderBy('textSha256').eachKey((sha256) => known.add(String(sha256)))
    return known
  }

  add(sha256: string): void {
    this.#prefixes.add(parseInt(sha256.slice(0, DIGITS), 16))
  }

  has(sha256: string): boolean {
    return this.#prefixes.has(parseInt(sha256.slice(0, DIGITS), 16))
  }
}
