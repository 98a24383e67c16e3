import { create } from 'zustand'

/** What fills the window beside the rail. */
export type Screen = 'library' | 'codebook' | 'import-report'

/** Dialogs that any part of the program may ask for. */
export type AppDialog = 'settings' | 'export' | 'corpora' | 'new-corpus' | 'keys' | 'palette' | 'about'

interface Navigation {
  readonly screen: Screen
  /** Id of the article in the reader; null: the library is alone. */
  readonly article: string | null
  /** Id of the import whose report is shown. */
  readonly report: string | null
  readonly dialog: AppDialog | null
}

const START: Navigation = { screen: 'library', article: null, report: null, dialog: null }

/** Where the person is. */
export const useNavigation = create<Navigation>(() => START)

/** Shows an article in the reader, beside the library's list. */
export function openArticle(id: string): void {
  useNavigation.setState({ screen: 'library', article: id })
}

/** Closes the reader; the library keeps its selection and place. */
export function closeArticle(): void {
  useNavigation.setState({ article: null })
}

/** Goes to a screen; the open article stays open underneath. */
export function showScreen(screen: Exclude<Screen, 'import-report'>): void {
  useNavigation.setState({ screen })
}

/** Shows the report of an import. */
export function showReport(importId: string): void {
  useNavigation.setState({ screen: 'import-report', report: importId })
}

/** Opens a dialog, or closes the open one with null. */
export function showDialog(dialog: AppDialog | null): void {
  useNavigation.setState({ dialog })
}

/** Back to the library with nothing open: another corpus has been opened. */
export function resetNavigation(): void {
  useNavigation.setState(START)
}
