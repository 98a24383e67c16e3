import { create } from 'zustand'

/** What of the codebook is being looked at. */
export interface CodebookItem {
  readonly kind: 'tag' | 'layer'
  readonly id: string
}

interface CodebookView {
  readonly selected: CodebookItem | null
  /** Ids of tags whose children are hidden. */
  readonly closed: ReadonlySet<string>
  /** The dialog about the selected tag that is open. */
  readonly dialog: 'merge' | 'delete' | null
  /** Id of the tag whose name is to take the focus as soon as it is drawn; its form takes the wish back. */
  readonly renaming: string | null
}

const START: CodebookView = { selected: null, closed: new Set(), dialog: null, renaming: null }

/** How the codebook is looked at. */
export const useCodebookView = create<CodebookView>(() => START)

/** Selects a tag or layer. */
export function selectItem(selected: CodebookItem | null): void {
  useCodebookView.setState({ selected })
}

/** Shows or hides the tags below a tag. */
export function setClosed(id: string, isClosed: boolean): void {
  useCodebookView.setState((state) => {
    const closed = new Set(state.closed)
    if (isClosed) closed.add(id)
    else closed.delete(id)
    return { closed }
  })
}

/** Puts the focus on the name of a tag, all of it selected. */
export function renameTag(id: string): void {
  useCodebookView.setState({ selected: { kind: 'tag', id }, renaming: id })
}

/** Nothing selected, everything open: another corpus has been opened. */
export function resetCodebook(): void {
  useCodebookView.setState(START)
}
