import { create } from 'zustand'
import type { Annotation } from '#core/model/annotation'
import type { TextRange } from '#core/model/range'
import { setPane } from './panes'

/** What a person is asked to select in the text for the active quotation. */
export type PickTarget = 'speaker' | 'cue' | 'content'

/** How find compares. */
export interface FindChoices {
  readonly wholeWord: boolean
  readonly matchCase: boolean
  readonly ignoreAccents: boolean
}

/** The find bar of the reader. */
export interface FindState extends FindChoices {
  readonly open: boolean
  readonly query: string
  /** True while the query is one of the corpus' search, and finds what that found, until a person writes another. */
  readonly search: boolean
  /** Index of the hit that find stands at, null for none. */
  readonly current: number | null
  /** Grows each time find is asked for, also while it is open: its field takes the focus then. */
  readonly asked: number
}

/** Caret and selection in UTF-16 offsets; the caret is at `focus`, and both are the same when nothing is selected. */
export interface ReaderSelection {
  readonly anchor: number
  readonly focus: number
}

/** A field of the inspector; `first` is the one that an annotation of that layer is edited by most. */
export type InspectorField = 'first' | 'note' | 'tags'

interface ReaderState {
  /** Id of the annotation that keys and inspector work on, null for none. */
  readonly active: string | null
  /** The annotation made last: it is on disk, but the query that follows the article may not have told yet. */
  readonly made: Annotation | null
  readonly selection: ReaderSelection | null
  /** What is being picked in the text, null for nothing. */
  readonly pick: PickTarget | null
  readonly find: FindState
  /** The field that the inspector is asked to focus as soon as it is there to do so; null for none. */
  readonly inspectorFocus: InspectorField | null
  /** The annotation whose renderings in other articles are shown over the text; null for none. */
  readonly renderings: ShownRenderings | null
}

/** Renderings shown over the text. */
export interface ShownRenderings {
  readonly annotation: string
  /** True when a key or click asked for them: they take the focus and stay. False: they go with the pointer. */
  readonly stays: boolean
}

const CLOSED_FIND: FindState = {
  open: false,
  query: '',
  search: false,
  wholeWord: false,
  matchCase: false,
  ignoreAccents: true,
  current: null,
  asked: 0,
}

/** View state of the reader: nothing of it is kept. */
export const useReader = create<ReaderState>(() => ({
  active: null,
  made: null,
  selection: null,
  pick: null,
  find: CLOSED_FIND,
  inspectorFocus: null,
  renderings: null,
}))

/** Makes an annotation the active one, or none. A pick that was under way for another ends. */
export function activateAnnotation(id: string | null): void {
  if (useReader.getState().active !== id) useReader.setState({ active: id, pick: null })
}

/** Makes an annotation that was just stored the active one. */
export function activateMade(made: Annotation): void {
  useReader.setState({ active: made.id, made, pick: null })
}

/** Notes where caret and selection are. */
export function noteSelection(selection: ReaderSelection | null): void {
  useReader.setState({ selection })
}

/** Asks for a span of the active quotation to be selected in the text, or ends that. */
export function setPick(pick: PickTarget | null): void {
  useReader.setState({ pick })
}

/** Shows how other articles render an annotation, or shows it no longer. */
export function showRenderings(renderings: ShownRenderings | null): void {
  useReader.setState({ renderings })
}

/** Changes the find bar. */
export function setFind(patch: Partial<FindState>): void {
  useReader.setState(({ find }) => ({ find: { ...find, ...patch } }))
}

/** Opens the find bar and gives it the focus. */
export function openFind(): void {
  useReader.setState(({ find }) => ({ find: { ...find, open: true, asked: find.asked + 1 } }))
}

/** Shows the hits of a search in the article that is opened next, without taking the focus. */
export function showSearchHits(query: string): void {
  setFind({ open: true, query, search: true, current: null })
}

/** Puts the hits of a search away; what a person looks for in the article stays. */
export function hideSearchHits(): void {
  if (useReader.getState().find.search) setFind({ open: false, query: '', search: false, current: null })
}

/** Opens the inspector and asks it to take the focus. In a narrow window it is made only now. */
export function focusInspector(field: InspectorField = 'first'): void {
  setPane('inspector', true)
  useReader.setState({ inspectorFocus: field })
}

/** Another article is shown: nothing of the last one stays, but find keeps its query and choices. */
export function resetReader(): void {
  useReader.setState(({ find }) => ({
    active: null,
    made: null,
    selection: null,
    pick: null,
    inspectorFocus: null,
    renderings: null,
    find: { ...find, current: null },
  }))
}

/** The selected range; null when nothing is selected. */
export function rangeOfSelection(selection: ReaderSelection | null): TextRange | null {
  if (!selection || selection.anchor === selection.focus) return null
  return {
    start: Math.min(selection.anchor, selection.focus),
    end: Math.max(selection.anchor, selection.focus),
  }
}
