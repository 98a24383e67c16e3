import { previewTable } from '#core/intake/table/head'
import type { ColumnAnswer, ColumnQuestion } from './import-messages'

/** Whoever says what the columns of a table hold; null when the import is cancelled meanwhile. */
export type AskColumns = (question: ColumnQuestion) => Promise<ColumnAnswer | null>

/** What the columns of an import's tables hold: asked once for all tables with the same columns. */
export class TableColumns {
  readonly #ask: AskColumns
  readonly #answers = new Map<string, ColumnAnswer>()
  /** The table whose pieces are coming: its columns are those of its first piece. */
  #current: { readonly path: string; readonly answer: ColumnAnswer } | null = null

  constructor(ask: AskColumns) {
    this.#ask = ask
  }

  /**
   * What the columns of a table hold, or why it is left out; null when the import is cancelled.
   * @param isPiece true for a piece of a long table
   */
  async of(path: string, isPiece: boolean, bytes: Uint8Array): Promise<ColumnAnswer | null> {
    if (isPiece && this.#current?.path === path) return this.#current.answer
    const preview = previewTable(bytes)
    // Reading it says what is wrong with it.
    if (!preview) return NOTHING_TO_ASK
    const { signature, names, rows } = preview
    const answer = this.#answers.get(signature) ?? (await this.#ask({ path, signature, names, rows }))
    if (answer === null) return null
    this.#answers.set(signature, answer)
    if (isPiece) this.#current = { path, answer }
    return answer
  }
}

const NOTHING_TO_ASK: ColumnAnswer = { kind: 'columns', mapping: null }
