import { create } from 'zustand'
import type { ClusterKind, FindingKind, FindingStatus } from '#core/model/comparison'
import { NO_SELECTION, type Selection } from './library'

/** The views of one story. */
export type StoryTab = 'overview' | 'utterances' | 'assertions' | 'side-by-side'

/** In how many of a story's articles something is: in each, in several, or in one alone. */
export type Spread = 'all' | 'some' | 'one'

/** What narrows a matrix: how widely shared, exactly which articles, or one cluster. Null lets everything through. */
export type ClusterFilter =
  | { readonly by: 'spread'; readonly spread: Spread }
  | { readonly by: 'articles'; readonly articles: readonly string[] }
  | { readonly by: 'cluster'; readonly cluster: string }

/** What narrows the findings. Empty lists let everything through. */
export interface FindingFilter {
  readonly kinds: readonly FindingKind[]
  /** Null: whatever was decided. */
  readonly status: FindingStatus | null
  /** Id of an article that the finding concerns, null for any. */
  readonly article: string | null
  /** Whether only those are wanted where sources cannot both be right as they stand. */
  readonly disagreements: boolean
}

/** How much of a group of findings is shown: none, its first few, or all. */
export type GroupState = 'closed' | 'open' | 'all'

/** Where a person was in a view, so that coming back from an article finds the same place. */
export interface StoryPlace {
  /** Scroll offsets, CSS pixels. */
  readonly top: number
  readonly left: number
  /** What the keyboard was at: a cell, row or finding, named by the view; null for nothing. */
  readonly active: string | null
}

/** Two to four articles beside each other. */
export const SIDE_BY_SIDE_MOST = 4

interface StoryView {
  /** Id of the story that is open; null for the list of stories, or for a pair. */
  readonly story: string | null
  /** Two articles that are read side by side without being a story; null for none. */
  readonly pair: readonly [string, string] | null
  readonly tab: StoryTab
  /** Id of the article whose words the others are compared with; null: the first of the story. */
  readonly base: string | null
  /** Articles side by side, in order of the columns; empty: the first of the story. */
  readonly sideBySide: readonly string[]
  /** The two of them whose differences are walked through; null: the first two. */
  readonly focusPair: readonly [string, string] | null
  /** What narrows each matrix. */
  readonly clusterFilters: Readonly<Record<ClusterKind, ClusterFilter | null>>
  readonly findingFilter: FindingFilter
  /** Groups of findings that a person opened or closed, by the key of the group. */
  readonly findingGroups: Readonly<Record<string, GroupState>>
  /** By story and tab, see `placeKey`. */
  readonly places: Readonly<Record<string, StoryPlace>>
  /** The view that was shown last of each story that was left, by its id. */
  readonly lastTabs: Readonly<Record<string, StoryTab>>
}

/** Every finding that nobody has decided on. */
export const OPEN_FINDINGS: FindingFilter = {
  kinds: [],
  status: 'open',
  article: null,
  disagreements: false,
}

const NO_FILTERS: StoryView['clusterFilters'] = { utterance: null, assertion: null }
const TOP: StoryPlace = { top: 0, left: 0, active: null }

const START: StoryView = {
  story: null,
  pair: null,
  tab: 'overview',
  base: null,
  sideBySide: [],
  focusPair: null,
  clusterFilters: NO_FILTERS,
  findingFilter: OPEN_FINDINGS,
  findingGroups: {},
  places: {},
  lastTabs: {},
}

/** How the open story is looked at. Choices go with the story; places are kept for each story until the corpus closes. */
export const useStoryView = create<StoryView>(() => START)

/** What outlasts the story that is left: where the person was in it. */
function kept({ story, tab, places, lastTabs }: StoryView): Pick<StoryView, 'places' | 'lastTabs'> {
  return { places, lastTabs: story === null ? lastTabs : { ...lastTabs, [story]: tab } }
}

/**
 * What is looked at when a story opens: its choices are forgotten when it is another one than before. Without `tab` it
 * is the view that was shown last.
 */
export function setStory(story: string | null, tab?: StoryTab): void {
  useStoryView.setState((state) => {
    const isSame = state.story === story && state.pair === null
    const last = isSame ? state.tab : story === null ? undefined : state.lastTabs[story]
    return { ...(isSame ? state : { ...START, ...kept(state) }), story, tab: tab ?? last ?? 'overview' }
  })
}

/** Makes two articles, which need not belong to a story, what is looked at side by side. */
export function setPair(a: string, b: string): void {
  useStoryView.setState((state) => ({
    ...START,
    ...kept(state),
    pair: [a, b],
    tab: 'side-by-side',
    sideBySide: [a, b],
    focusPair: [a, b],
  }))
}

/** Changes to another view of the story. */
export function showStoryTab(tab: StoryTab): void {
  useStoryView.setState({ tab })
}

/** Makes an article the one that others are compared with; null for the first of the story. */
export function setBase(base: string | null): void {
  useStoryView.setState({ base })
}

/** Shows articles side by side, at most `SIDE_BY_SIDE_MOST`; the differences walked through are those of the first two. */
export function showSideBySide(articles: readonly string[], focusPair?: readonly [string, string]): void {
  const shown = [...new Set(articles)].slice(0, SIDE_BY_SIDE_MOST)
  useStoryView.setState({ tab: 'side-by-side', sideBySide: shown, focusPair: focusPair ?? null })
}

/** Narrows a matrix, or lets everything through with null. */
export function setClusterFilter(kind: ClusterKind, filter: ClusterFilter | null): void {
  useStoryView.setState(({ clusterFilters }) => ({ clusterFilters: { ...clusterFilters, [kind]: filter } }))
}

/** Goes to the matrix of a kind of cluster, narrowed. */
export function showClusters(kind: ClusterKind, filter: ClusterFilter | null): void {
  setClusterFilter(kind, filter)
  showStoryTab(kind === 'utterance' ? 'utterances' : 'assertions')
}

/** Narrows the findings further or otherwise. */
export function changeFindingFilter(patch: Partial<FindingFilter>): void {
  useStoryView.setState(({ findingFilter }) => ({ findingFilter: { ...findingFilter, ...patch } }))
}

/** Opens or closes a group of findings. */
export function setFindingGroup(key: string, group: GroupState): void {
  useStoryView.setState(({ findingGroups }) => ({ findingGroups: { ...findingGroups, [key]: group } }))
}

const placeKey = ({ story, pair }: StoryView, tab: StoryTab): string =>
  `${story ?? pair?.join('+') ?? ''} ${tab}`

/** Where the person last was in a view of the open story. */
export function placeIn(tab: StoryTab): StoryPlace {
  const state = useStoryView.getState()
  return state.places[placeKey(state, tab)] ?? TOP
}

/** Keeps where the person is in a view of the open story. */
export function keepPlace(tab: StoryTab, patch: Partial<StoryPlace>): void {
  useStoryView.setState((state) => {
    const key = placeKey(state, tab)
    return { places: { ...state.places, [key]: { ...(state.places[key] ?? TOP), ...patch } } }
  })
}

/** Dialogs about the stories that are selected. */
export type StoriesDialog = 'articles' | 'merge' | 'split'

interface StoriesList {
  readonly selection: Selection
  /** Id of the proposal that is looked at instead of a story; null for none. */
  readonly proposal: string | null
  readonly dialog: StoriesDialog | null
  /** Scroll offset (CSS pixels) of the list. */
  readonly offset: number
  /** Grows each time the name of the story is to take the focus. */
  readonly renaming: number
}

const LIST_START: StoriesList = {
  selection: NO_SELECTION,
  proposal: null,
  dialog: null,
  offset: 0,
  renaming: 0,
}

/** How the list of stories is looked at. */
export const useStoriesList = create<StoriesList>(() => LIST_START)

/** Selects one story alone. */
export function selectStory(id: string): void {
  useStoriesList.setState({ selection: { selected: new Set([id]), active: id, anchor: id }, proposal: null })
}

/** Asks for the name of the story to take the focus. */
export function askToRenameStory(): void {
  useStoriesList.setState(({ renaming }) => ({ renaming: renaming + 1 }))
}

/** Another corpus has been opened. */
export function resetStories(): void {
  useStoryView.setState(START)
  useStoriesList.setState(LIST_START)
}
