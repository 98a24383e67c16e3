import { create } from 'zustand'
import { showDialog } from './navigation'

/** What the export dialog begins with. */
export type ExportStart = 'corpus' | 'selection' | 'found' | 'story'

interface ExportView {
  readonly start: ExportStart
  /** Ids of the articles that a search found; empty when the dialog was asked for otherwise. */
  readonly found: readonly string[]
}

/** How the export dialog was asked for. */
export const useExportView = create<ExportView>(() => ({ start: 'corpus', found: [] }))

/** Opens the export dialog for the whole corpus, for what is selected, or for the open story. */
export function askForExport(start: Exclude<ExportStart, 'found'>): void {
  useExportView.setState({ start, found: [] })
  showDialog('export')
}

/** Opens the export dialog for articles that a search found. */
export function askForExportOf(found: readonly string[]): void {
  useExportView.setState({ start: 'found', found })
  showDialog('export')
}
