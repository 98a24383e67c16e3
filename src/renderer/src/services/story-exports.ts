import type { MatrixInput, MatrixRow } from '#core/compare/matrix'
import { matrixCsv } from '#core/exchange/matrix-table'
import { storyReport } from '#core/exchange/story-report'
import type { ClusterKind } from '#core/model/comparison'
import type { Result } from '#core/model/result'
import { saveTextFile } from './save-text-file'

const PLURALS: Readonly<Record<ClusterKind, string>> = { utterance: 'utterances', assertion: 'assertions' }

/**
 * Asks where to save and writes these rows of a matrix as CSV, with a byte order mark, without which Excel takes it for
 * an old code page. The value is the file's name, null when the person chose nothing.
 */
export function saveMatrix(
  view: MatrixInput,
  kind: ClusterKind,
  rows: readonly MatrixRow[],
): Promise<Result<string | null>> {
  const name = `${view.story.name} ${PLURALS[kind]}.csv`
  return saveTextFile('table', name, `\uFEFF${matrixCsv(view, kind, rows)}`)
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })

/** Asks where to save and writes the story's report; `base` is the column that the others are held against. */
export function saveReport(view: MatrixInput, base: number): Promise<Result<string | null>> {
  const report = storyReport(view, { base, madeOn: day.format(new Date()) })
  return saveTextFile('page', `${view.story.name}.html`, report)
}
