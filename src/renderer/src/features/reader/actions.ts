import type { Annotation } from '#core/model/annotation'
import type { TextRange } from '#core/model/range'
import type { Result } from '#core/model/result'
import { trimRange } from '#core/text/characters'
import {
  addContentPiece,
  createAnnotation,
  deleteAnnotations,
  moveBoundaries,
  setCue,
  setSpeaker,
  setSpeakerSpan,
  toggleTag,
} from '#services/annotations'
import { undoOfLatest } from '#services/history'
import { addSpeaker } from '#services/speakers'
import { hasWayBack } from '#store/navigation'
import {
  activateAnnotation,
  activateMade,
  noteSelection,
  rangeOfSelection,
  setPick,
  useReader,
  type PickTarget,
} from '#store/reader'
import { countOf } from '#ui/counts'
import { notifyError, notifyUndo } from '#ui/notify'
import { moveCaret } from './caret-moves'
import { isSearchHit, noteHit } from './find-steps'
import { annotationsChanged, openReader, textSession } from './open-reader'
import { inTurn } from './turns'
import { neighbour, outwardAt, pieceToMove, rangeToMove } from './walk'

/*
 * What keys, menu, palette and pointer do in the reader. Nothing shows before the service has answered that it is on
 * disk; what fails is said in a notification, and the text stays as it was.
 */

/** The active annotation, null for none. */
export function activeAnnotation(): Annotation | null {
  const { active, made } = useReader.getState()
  const known = openReader()?.annotations.find(({ id }) => id === active)
  return known ?? (made?.id === active ? made : null)
}

/** What is selected, without white space at its ends; null for nothing. */
export function selectedRange(): TextRange | null {
  const range = rangeOfSelection(useReader.getState().selection)
  const text = openReader()?.body.text
  if (!range || text === undefined) return null
  const trimmed = trimRange(text, range.start, range.end)
  return trimmed.start < trimmed.end ? trimmed : null
}

function putCaret(offset: number): void {
  const caret = { anchor: offset, focus: offset }
  textSession()?.select(caret)
  noteSelection(caret)
}

/** A selection that an action took over, shown until the action is over. */
interface TakenSelection {
  readonly range: TextRange
  /** The action is over: what was selected is shown no longer, or again when the action failed. */
  readonly settle: (succeeded: boolean) => void
}

/**
 * Takes what is selected at the time of the key press and leaves a caret behind it, so that the next keys start from
 * there however long the disk takes. Null when nothing is selected.
 */
function takeSelection(): TakenSelection | null {
  const range = selectedRange()
  const before = useReader.getState().selection
  if (!range || !before) return null
  putCaret(range.end)
  const session = textSession()
  session?.hold(range)
  return {
    range,
    settle(succeeded) {
      session?.hold(null)
      const now = useReader.getState().selection
      const stayed = now?.anchor === range.end && now.focus === range.end
      if (succeeded || !stayed || session !== textSession()) return
      session?.select(before)
      noteSelection(before)
    },
  }
}

/** Marks the selection with a layer; the new annotation becomes the active one. */
export function markSelection(layer: string): Promise<void> {
  const taken = takeSelection()
  if (taken) return inTurn(() => mark(taken, layer, []))
  notifyError({
    kind: 'nothing-selected',
    message: 'Nothing is selected to mark.',
    advice: 'Select words with the mouse, or with Shift and the arrow keys.',
  })
  return Promise.resolve()
}

async function mark(taken: TakenSelection, layer: string, tags: readonly string[]): Promise<void> {
  const reader = openReader()
  if (!reader) return
  const made = await createAnnotation({ article: reader.article.id, layer, ranges: [taken.range], tags })
  if (made.ok) {
    activateMade(made.value)
    textSession()?.announce(`Marked as ${layer}: ${made.value.exact}`)
  } else notifyError(made.error)
  taken.settle(made.ok)
}

/** Toggles a tag on the active annotation; with a selection, marks that as a highlight with the tag. */
export function applyTag(tag: string): Promise<void> {
  const taken = takeSelection()
  if (taken) return inTurn(() => mark(taken, 'highlight', [tag]))
  return inTurn(async () => {
    const annotation = activeAnnotation()
    if (annotation) await orSay(toggleTag(annotation.id, tag))
  })
}

/** Gives the active quotation the selection as speaker span, cue or further content; asks for one when there is none. */
export function setPart(target: PickTarget): Promise<void> {
  const taken = takeSelection()
  return inTurn(async () => {
    const annotation = activeAnnotation()
    if (!annotation?.quotation) taken?.settle(false)
    else if (taken) taken.settle(await setPartTo(annotation, target, taken.range))
    else {
      setPick(target)
      textSession()?.focus()
      textSession()?.announce(`Select the ${PART_NAMES[target]}, then press Enter.`)
    }
  })
}

async function setPartTo(annotation: Annotation, target: PickTarget, range: TextRange): Promise<boolean> {
  const set = { speaker: setSpeakerSpan, cue: setCue, content: addContentPiece }[target]
  const done = await change(annotation, set(annotation.id, range))
  if (done) {
    setPick(null)
    textSession()?.announce(`Set as ${PART_NAMES[target]}`)
  }
  return done
}

const PART_NAMES: Readonly<Record<PickTarget, string>> = {
  speaker: 'words that name the speaker',
  cue: 'words that report the quotation',
  content: 'further words that were said',
}

/** Makes the speaker that the active quotation's speaker span names its speaker, adding a record where none is known. */
export function takeSpeakerFromText(): Promise<void> {
  return inTurn(speakerFromText)
}

async function speakerFromText(): Promise<void> {
  const annotation = activeAnnotation()
  const span = annotation?.quotation?.speakerSpan
  if (!annotation || !span) return
  const speaker = await addSpeaker(span.exact)
  if (!speaker.ok) {
    notifyError(speaker.error)
    return
  }
  if (await orSay(setSpeaker(annotation.id, speaker.value.id))) {
    textSession()?.announce(`Speaker: ${speaker.value.name}`)
  }
}

/** Which boundary moves, and where: outwards makes the annotation longer. */
export interface BoundaryMove {
  readonly edge: 'start' | 'end'
  readonly forward: boolean
}

/** Moves a boundary of the active annotation as Shift with an arrow key would move the edge of a selection. */
export function moveBoundary({ edge, forward }: BoundaryMove): Promise<void> {
  return inTurn(async () => {
    const annotation = activeAnnotation()
    const text = textSession()?.caretText
    if (!annotation || !text) return
    const piece = pieceToMove(annotation, edge, useReader.getState().selection?.focus ?? null)
    const range = rangeToMove(annotation, piece)
    const edges =
      edge === 'start' ? { anchor: range.end, focus: range.start } : { anchor: range.start, focus: range.end }
    const { focus } = moveCaret(text, edges, { unit: 'word', forward, extend: true })
    await setRange(
      annotation,
      edge === 'start' ? { ...range, start: focus } : { ...range, end: focus },
      piece,
    )
  })
}

/** Gives the active annotation the boundary to which a handle was dragged. */
export function dragBoundary(edge: 'start' | 'end', dragged: TextRange): Promise<void> {
  return inTurn(async () => {
    const annotation = activeAnnotation()
    if (!annotation) return
    const piece = pieceToMove(annotation, edge, null)
    const range = rangeToMove(annotation, piece)
    await setRange(
      annotation,
      edge === 'start' ? { ...range, start: dragged.start } : { ...range, end: dragged.end },
      piece,
    )
  })
}

async function setRange(annotation: Annotation, range: TextRange, piece: number | null): Promise<void> {
  if (range.start >= range.end) return
  const done = await change(
    annotation,
    piece === null ? moveBoundaries(annotation.id, range) : moveBoundaries(annotation.id, range, piece),
  )
  if (done) textSession()?.announce(openReader()?.body.text.slice(range.start, range.end) ?? '')
}

/** Like `orSay`, and waits until the change of the annotation shows, so that the next action starts from it. */
async function change(before: Annotation, action: Promise<Result<unknown>>): Promise<boolean> {
  const done = await orSay(action)
  const isOld = (): boolean =>
    openReader()?.annotations.find(({ id }) => id === before.id)?.modified === before.modified
  while (done && isOld() && (await annotationsChanged()));
  return done
}

/** Deletes the active annotation and offers to take that back. */
export function deleteActive(): Promise<void> {
  return inTurn(deleteAnnotation)
}

async function deleteAnnotation(): Promise<void> {
  const annotation = activeAnnotation()
  if (!annotation) return
  if (!(await orSay(deleteAnnotations([annotation.id])))) return
  activateAnnotation(null)
  // The button in the inspector that was pressed is gone; the text is where the next key belongs.
  textSession()?.focus()
  await offerUndo(`Deleted ${annotation.layer}: ${shortened(annotation.exact)}`)
}

/** Says what was done and offers to take just that back. */
export async function offerUndo(message: string): Promise<void> {
  const takeBack = await undoOfLatest()
  notifyUndo(message, () => void orSay(takeBack()))
}

/** Makes the next or previous annotation in text order the active one. */
export function walk(step: 1 | -1): Promise<void> {
  return inTurn(async () => {
    const reader = openReader()
    if (!reader) return
    const { active, selection } = useReader.getState()
    const next = neighbour(reader.annotations, active, selection?.focus ?? 0, step)
    if (next) goToAnnotation(next)
    else textSession()?.announce(step === 1 ? 'No further annotation' : 'No annotation before')
  })
}

/** Makes an annotation active, brings it into sight and puts the caret at its start. */
export function goToAnnotation(annotation: Annotation): void {
  activateAnnotation(annotation.id)
  putCaret(annotation.start)
  textSession()?.announce(described(annotation))
}

/** Selects words of the text and brings them into sight. */
export function goToRange({ start, end }: TextRange): void {
  const session = textSession()
  const selection = { anchor: start, focus: end }
  activateAnnotation(null)
  session?.reveal(start, 'middle')
  session?.select(selection)
  noteSelection(selection)
  session?.announce(openReader()?.body.text.slice(start, end) ?? '')
}

let arrival: { readonly article: string; readonly range: TextRange } | null = null

/** Selects the words that another screen opened the article for. While they are selected, Escape leads back there. */
export function arriveAt(article: string, range: TextRange): void {
  arrival = { article, range }
  goToRange(range)
  noteHit(range.start)
}

function isArrival({ start, end }: TextRange): boolean {
  if (arrival?.article !== openReader()?.article.id) return false
  return arrival?.range.start === start && arrival.range.end === end
}

/** Makes the innermost annotation at an offset active; asked again there, the next one outward; none: none. */
export function activateAt(offset: number): void {
  const reader = openReader()
  if (!reader) return
  const { active } = useReader.getState()
  const next = outwardAt(reader.annotations, offset, active)
  activateAnnotation(next?.id ?? null)
  if (next) textSession()?.announce(described(next))
}

/** Enter in the text: ends a pick, or steps through the annotations at the caret. */
export function enterText(): void {
  const { pick, selection } = useReader.getState()
  if (pick) void setPart(pick)
  else if (selection) activateAt(selection.focus)
}

/**
 * Escape in the text: ends a pick, else the selection, else the active annotation. False when there was none of it, or
 * when Escape leads back to the screen that the annotation or the words that are selected were opened from.
 */
export function clearText(): boolean {
  const { pick, selection, active } = useReader.getState()
  const range = rangeOfSelection(selection)
  if (pick) setPick(null)
  else if (range && hasWayBack() && (isArrival(range) || isSearchHit(range))) return false
  else if (range && selection) putCaret(selection.focus)
  else if (hasWayBack()) return false
  else if (active !== null) activateAnnotation(null)
  else return false
  return true
}

/** True when the action succeeded; says why when it failed. */
export async function orSay(action: Promise<Result<unknown>>): Promise<boolean> {
  const result = await action
  if (!result.ok) notifyError(result.error)
  return result.ok
}

function described(annotation: Annotation): string {
  const reader = openReader()
  const layer = reader?.codebook.layers.find(({ id }) => id === annotation.layer)?.name ?? annotation.layer
  const speaker = reader?.speakers.find(({ id }) => id === annotation.quotation?.speaker)?.name
  const tags = annotation.tags.map((tag) => reader?.codebook.tags.find(({ id }) => id === tag)?.name ?? tag)
  const suggested = annotation.status === 'suggested' ? 'suggested ' : ''
  const elsewhere = new Set(reader?.renderings.get(annotation.id)?.map(({ article }) => article))
  const others = elsewhere.size > 0 ? `also in ${countOf(elsewhere.size, 'other article')}` : null
  return [`${suggested}${layer}`, speaker, ...tags, annotation.exact, others].filter(Boolean).join(', ')
}

const SHOWN = 60

/** The text cut to what fits a notification. */
export function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text
}
