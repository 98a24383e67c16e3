import { create } from 'zustand'
import { showDialog } from './navigation'

/** What the export dialog begins with. */
export type ExportStart = 'corpus' | 'selection' | 'story'

interface ExportView {
  readonly start: ExportStart
}

/** How the export dialog was asked for. */
export const useExportView = create<ExportView>(() => ({ start: 'corpus' }))

/** Opens the export dialog for the whole corpus, for what is selected, or for the open story. */
export function askForExport(start: ExportStart): void {
  useExportView.setState({ start })
  showDialog('export')
}
