import type { Evidence, FindingStatus } from '#core/model/comparison'
import { decideFinding, type FindingView } from '#services/comparison'
import { openAnnotation } from '#store/navigation'
import { keepPlace, placeIn, showClusters, showSideBySide, useStoryView } from '#store/story'
import { dismissUndo, notifyError } from '#ui/notify'
import { offerUndo } from '../undo'

let shown: readonly FindingView[] = []
let focusRow: (id: string) => void = () => undefined
let focusNote: (id: string) => void = () => undefined
let say: (message: string) => void = () => undefined

/** What the list of findings can be asked to do while it is on the screen. */
export interface FindingList {
  readonly focusRow: (id: string) => void
  readonly focusNote: (id: string) => void
  readonly say: (message: string) => void
}

/** Tells keys and menu which findings are shown, in order; the list does so as it changes, and with nothing when it goes. */
export function provideFindings(present: readonly FindingView[], list: FindingList | null): void {
  shown = present
  focusRow = list?.focusRow ?? (() => undefined)
  focusNote = list?.focusNote ?? (() => undefined)
  say = list?.say ?? (() => undefined)
}

/** The finding that keys work on: the active one, or the first while there is none. */
export function activeFinding(): FindingView | null {
  const { active } = placeIn('overview')
  return shown.find(({ finding }) => finding.id === active) ?? shown[0] ?? null
}

/** Makes a finding the active one. */
export function activateFinding(id: string): void {
  keepPlace('overview', { active: id })
}

/** Moves `step` findings on or back and puts the focus there; out of the list stops at its end. */
export function moveFinding(step: number): void {
  const { active } = placeIn('overview')
  const index = shown.findIndex(({ finding }) => finding.id === active)
  const target = index === -1 ? 0 : Math.max(0, Math.min(index + step, shown.length - 1))
  const next = shown[target]
  if (!next) return
  goTo(next)
}

function goTo({ finding }: FindingView): void {
  activateFinding(finding.id)
  focusRow(finding.id)
}

/** To the first or last finding. */
export function moveFindingToEnd(end: 'first' | 'last'): void {
  moveFinding(end === 'first' ? -shown.length : shown.length)
}

const VERBS: Readonly<Record<FindingStatus, string>> = {
  confirmed: 'Confirmed',
  dismissed: 'Dismissed',
  open: 'Open again',
}

/**
 * Decides on a finding. What the filter will hide gives its place to the next one at once, so that keys can follow each
 * other faster than the disk; a failure brings it back.
 */
export async function decide(view: FindingView, status: FindingStatus): Promise<void> {
  if (view.status === status) return
  const { id, explanation } = view.finding
  const wanted = useStoryView.getState().findingFilter.status
  const index = shown.findIndex(({ finding }) => finding.id === id)
  const next = shown[index + 1] ?? shown[index - 1]
  dismissUndo()
  if (next && wanted !== null && wanted !== status) goTo(next)
  const done = await decideFinding(view.finding, status)
  if (!done.ok) {
    goTo(view)
    notifyError(done.error)
    return
  }
  say(`${VERBS[status]}: ${explanation}`)
  if (status === 'dismissed') await offerUndo('Finding dismissed.')
}

/** Puts the focus in the note of a finding. */
export function editNote(view: FindingView): void {
  activateFinding(view.finding.id)
  focusNote(view.finding.id)
}

/** Opens the article at a piece of evidence; the way back leads to the same finding. */
export function openEvidence(view: FindingView, { article, annotation, start, end }: Evidence): void {
  activateFinding(view.finding.id)
  openAnnotation(
    annotation === null
      ? { article, annotation, range: { start, end }, edit: false }
      : { article, annotation, edit: false },
    'stories',
  )
}

/** Shows where the finding stands: in its matrix, or its articles side by side. */
export function showWhere({ finding }: FindingView, kind: 'utterance' | 'assertion' | null): void {
  activateFinding(finding.id)
  const [a, b] = finding.articles
  if (finding.cluster !== null && kind !== null)
    showClusters(kind, { by: 'cluster', cluster: finding.cluster })
  else if (a !== undefined && b !== undefined) showSideBySide([a, b], [a, b])
}
