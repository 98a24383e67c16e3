import { matrixForClipboard } from '#core/exchange/matrix-table'
import { copyTable } from '#services/clipboard'
import type { ComparisonView } from '#services/comparison'
import { saveMatrix, saveReport } from '#services/story-exports'
import { useStoryView } from '#store/story'
import { countOf } from '#ui/counts'
import { notifyDone, notifyError, orNotify } from '#ui/notify'
import { openMatrix } from './actions'

/** Puts the rows shown on the clipboard, as text and as a table. */
export function copyMatrix(): void {
  const matrix = openMatrix()
  if (!matrix) return
  const copied = copyTable(matrixForClipboard(matrix.view, matrix.kind, matrix.rows))
  if (copied.ok) notifyDone(`${countOf(matrix.rows.length, 'row')} copied as a table.`)
  else notifyError(copied.error)
}

/** Saves the rows shown as CSV where the person chooses. */
export async function exportMatrixCsv(): Promise<void> {
  const matrix = openMatrix()
  if (!matrix) return
  const name = await orNotify(saveMatrix(matrix.view, matrix.kind, matrix.rows))
  if (name !== null) notifyDone(`“${name}” is written.`)
}

/** Saves the whole story as a page to print or keep, its words held against the base that is chosen. */
export async function exportStoryReport(view: ComparisonView): Promise<void> {
  const { base } = useStoryView.getState()
  const column = view.sources.findIndex(({ article }) => article.id === base)
  const name = await orNotify(saveReport(view, Math.max(0, column)))
  if (name !== null) notifyDone(`“${name}” is written.`)
}
