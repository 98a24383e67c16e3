import { create } from 'zustand'
import type { TextRange } from '#core/model/range'
import { setPair, setStory, type StoryTab } from './story'

/** What fills the window beside the rail. */
export type Screen = 'library' | 'search' | 'codebook' | 'review' | 'speakers' | 'stories' | 'import-report'

/** Dialogs that any part of the program may ask for. */
export type AppDialog =
  'settings' | 'backups' | 'export' | 'corpora' | 'new-corpus' | 'keys' | 'palette' | 'about'

/** What the reader is to show as soon as its article is there: an annotation, or words of it. */
export interface Goal {
  readonly article: string
  /** Null where `range` alone says which words. */
  readonly annotation: string | null
  /** UTF-16 range of the article that is selected, for words without an annotation. */
  readonly range?: TextRange
  /** Whether the inspector takes the focus, to edit it. */
  readonly edit: boolean
}

/** Screens that open an annotation in the reader and are come back to. */
export type ReturnScreen = 'search' | 'review' | 'speakers' | 'stories'

interface Navigation {
  readonly screen: Screen
  /** Id of the article in the reader; null: the library is alone. */
  readonly article: string | null
  /** Id of the import whose report is shown. */
  readonly report: string | null
  readonly dialog: AppDialog | null
  readonly goal: Goal | null
  /** The screen that the article was opened from, null for the library. */
  readonly returnTo: ReturnScreen | null
  /** Where the person was in the articles from which one was opened after the other, the latest last. */
  readonly trail: readonly Goal[]
}

const START: Navigation = {
  screen: 'library',
  article: null,
  report: null,
  dialog: null,
  goal: null,
  returnTo: null,
  trail: [],
}

/** Where the person is. */
export const useNavigation = create<Navigation>(() => START)

/** Shows an article in the reader, beside the library's list. */
export function openArticle(id: string): void {
  useNavigation.setState({ screen: 'library', article: id, goal: null, returnTo: null, trail: [] })
}

/** Shows an annotation, or words, in its article; `goBack` leads to the screen it was opened from. */
export function openAnnotation(goal: Goal, from: ReturnScreen): void {
  useNavigation.setState({ screen: 'library', article: goal.article, goal, returnTo: from, trail: [] })
}

/** Shows how another article renders what is shown; `goBack` leads to `from` first, then to where that was opened from. */
export function openRendering(goal: Goal, from: Goal): void {
  useNavigation.setState(({ trail }) => ({
    screen: 'library',
    article: goal.article,
    goal,
    trail: [...trail, from],
  }))
}

/** True when `goBack` leads anywhere. */
export function hasWayBack(): boolean {
  const { returnTo, trail } = useNavigation.getState()
  return returnTo !== null || trail.length > 0
}

/** Shows a story; without a tab the one that was open, the overview at first. */
export function openStory(id: string, tab?: StoryTab): void {
  setStory(id, tab)
  showScreen('stories')
}

/** Reads two articles side by side, whether a story holds them or not. */
export function openPair(a: string, b: string): void {
  setPair(a, b)
  showScreen('stories')
}

/** Shows all stories, whichever was open. */
export function showAllStories(): void {
  setStory(null)
  showScreen('stories')
}

/** The reader has shown what was asked for. */
export function reachGoal(): void {
  useNavigation.setState({ goal: null })
}

/**
 * Back to the article from which this one was opened, or else to the screen, each with its place; the article stays open
 * underneath.
 */
export function goBack(): void {
  const { returnTo, trail } = useNavigation.getState()
  const last = trail.at(-1)
  if (last) useNavigation.setState({ article: last.article, goal: last, trail: trail.slice(0, -1) })
  else if (returnTo !== null) useNavigation.setState({ screen: returnTo, goal: null, returnTo: null })
}

/** Closes the reader; the library keeps its selection and place. */
export function closeArticle(): void {
  useNavigation.setState({ article: null, goal: null, returnTo: null, trail: [] })
}

/** Goes to a screen; the open article stays open underneath. */
export function showScreen(screen: Exclude<Screen, 'import-report'>): void {
  useNavigation.setState({ screen, goal: null, returnTo: null, trail: [] })
}

/** Shows the report of an import. */
export function showReport(importId: string): void {
  useNavigation.setState({ screen: 'import-report', report: importId, goal: null, returnTo: null, trail: [] })
}

/** Opens a dialog, or closes the open one with null. */
export function showDialog(dialog: AppDialog | null): void {
  useNavigation.setState({ dialog })
}

/** Back to the library with nothing open: another corpus has been opened. */
export function resetNavigation(): void {
  useNavigation.setState(START)
}
