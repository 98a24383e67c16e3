import { quotationTypeOf, type Annotation, type Claim, type QuotationType } from '#core/model/annotation'
import { compareRanges, spanOf, type Span } from '#core/model/range'
import { findDates } from '#core/suggest/dates'
import { findQuantities } from '#core/suggest/quantities'
import {
  removeContentPiece,
  setClaim,
  setCue,
  setNote,
  setQuotationType,
  setSpeaker,
  setSpeakerSpan,
  setTags,
  toggleTag,
  updateAnnotation,
} from '#services/annotations'
import { addSpeaker } from '#services/speakers'
import { activateAnnotation, type PickTarget } from '#store/reader'
import { notifyError } from '#ui/notify'
import { deleteActive, orSay, selectedRange, setPart, takeSpeakerFromText, walk } from '../actions'
import { openReader, textSession } from '../open-reader'
import { acceptActive, rejectActive } from '../suggestion-actions'

/** What the inspector can do with an annotation. Each answers when it is on disk, or has said why not. */
export interface AnnotationActions {
  readonly setLayer: (layer: string) => Promise<unknown>
  readonly setTags: (tags: readonly string[]) => Promise<unknown>
  readonly setNote: (note: string) => Promise<unknown>
  readonly setType: (type: QuotationType) => Promise<unknown>
  /** Speaker of a quotation, claimant of a claim. */
  readonly setSpeaker: (id: string | null) => Promise<unknown>
  readonly addSpeaker: (name: string) => Promise<unknown>
  readonly takeSpeakerFromText: () => Promise<unknown>
  readonly clearPart: (part: 'speaker' | 'cue') => Promise<unknown>
  readonly pick: (target: PickTarget) => Promise<unknown>
  readonly removePiece: (piece: number) => Promise<unknown>
  /** Changes the claim as it is stored: the one on the screen may be an edit behind. */
  readonly changeClaim: (change: (stored: Claim) => Claim) => Promise<unknown>
  readonly findAgain: () => Promise<unknown>
  /** The words selected in the text that lie inside the annotation; null, after saying so, when there are none. */
  readonly selectedInside: () => Span | null
  /** Decide on the annotation while it is a suggestion. */
  readonly accept: () => Promise<unknown>
  readonly reject: () => Promise<unknown>
  readonly remove: () => Promise<unknown>
  readonly close: () => void
  readonly walk: (step: 1 | -1) => Promise<unknown>
}

/** The actions on one annotation. */
export function inspectorActions(annotation: Annotation): AnnotationActions {
  const { id } = annotation
  return {
    setLayer: (layer) => orSay(updateAnnotation(id, 'Change layer', (before) => inLayer(before, layer))),
    setTags(tags) {
      const changed = [...new Set([...annotation.tags, ...tags])].filter(
        (tag) => annotation.tags.includes(tag) !== tags.includes(tag),
      )
      const [only] = changed
      // One tag is put on or taken off the stored ones: a tag given a moment ago may not be on the screen yet.
      return orSay(changed.length === 1 && only !== undefined ? toggleTag(id, only) : setTags(id, tags))
    },
    setNote: (note) => orSay(setNote(id, note)),
    setType: (type) => orSay(setQuotationType(id, type)),
    setSpeaker: (speaker) => orSay(setSpeaker(id, speaker)),
    async addSpeaker(name) {
      const added = await addSpeaker(name)
      if (added.ok) return orSay(setSpeaker(id, added.value.id))
      return notifyError(added.error)
    },
    takeSpeakerFromText,
    clearPart: (part) => orSay(part === 'speaker' ? setSpeakerSpan(id, null) : setCue(id, null)),
    pick: (target) => {
      textSession()?.focus()
      return setPart(target)
    },
    removePiece: (piece) => orSay(removeContentPiece(id, piece)),
    changeClaim: (change) => orSay(setClaim(id, change)),
    findAgain: () => orSay(setClaim(id, ({ claimant }) => ({ ...particulars(annotation), claimant }))),
    selectedInside() {
      const range = selectedRange()
      const text = openReader()?.body.text
      if (range && text !== undefined && range.start >= annotation.start && range.end <= annotation.end) {
        return spanOf(text, range)
      }
      notifyError({
        kind: 'nothing-selected',
        message: 'No words inside this claim are selected.',
        advice: 'Select the number or date in the text, then press the button again.',
      })
      return null
    },
    accept: acceptActive,
    reject: rejectActive,
    remove: deleteActive,
    close() {
      activateAnnotation(null)
      textSession()?.focus()
    },
    walk,
  }
}

/** The annotation in another layer: what only the old layer has goes, what the new one needs is made from its words. */
export function inLayer(annotation: Annotation, layer: string): Annotation {
  const { id, article, status, tags, note, creator, created, modified, reason } = annotation
  const span = { start: annotation.start, end: annotation.end, exact: annotation.exact }
  const common = {
    ...{ id, article, layer, status, tags, note, creator, created, modified },
    ...span,
    ...(reason && { reason }),
  }
  if (layer === 'quotation') {
    const quotation = {
      type: quotationTypeOf([span]),
      speaker: null,
      speakerSpan: null,
      cue: null,
      content: [span],
    }
    return { ...common, quotation }
  }
  if (layer === 'claim') return { ...common, claim: { claimant: null, ...particulars(annotation) } }
  return common
}

/** Quantities and dates as they are found in the annotation's words. */
function particulars({ exact, start }: Annotation): Pick<Claim, 'quantities' | 'dates'> {
  const shift = <S extends Span>(span: S): S => ({
    ...span,
    start: span.start + start,
    end: span.end + start,
  })
  const published = openReader()?.article.publishedAt ?? null
  return {
    quantities: findQuantities(exact).map(shift).toSorted(compareRanges),
    dates: findDates(exact, published).map(shift).toSorted(compareRanges),
  }
}
