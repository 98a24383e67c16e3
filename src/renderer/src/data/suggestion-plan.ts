import type { Annotation } from '#core/model/annotation'
import type { TextRange } from '#core/model/range'
import { overlaps } from '#core/model/range'
import { SUGGESTION_CREATOR } from '#core/suggest/annotations'
import { lengthOf, sharedLength } from '#core/suggest/relation-scores'
import { sameValue } from './changes'

/** What a run makes of an article's annotations. */
export interface SuggestionPlan {
  /** New suggestions, and those that came out differently. */
  readonly put: readonly Annotation[]
  /** Suggestions nobody touched that are made no more. */
  readonly gone: readonly Annotation[]
  /** Undecided suggestions of the article afterwards. */
  readonly open: number
}

/** Layers that a run suggests in: it takes back nothing in others. */
const LAYERS: ReadonlySet<string> = new Set(['quotation', 'claim'])

/** Share of the shorter content above which a suggestion says what an accepted annotation says. */
const DOUBLES = 0.5

/**
 * Share of both contents together from which a suggestion is the one that was rejected: a comma or a quotation mark
 * more does not make it new, better boundaries do.
 */
const SAME = 0.9

/**
 * Decides what to write where an article is suggested for (again): what a person accepted, edited or rejected stays
 * and is neither doubled nor suggested anew; suggestions nobody touched give way to `proposed`.
 * @param existing all annotations of the article, as they are now
 */
export function planSuggestions(
  existing: readonly Annotation[],
  proposed: readonly Annotation[],
): SuggestionPlan {
  const decided = existing.filter(({ status }) => status !== 'suggested')
  const open = new Map(existing.filter(isReplaceable).map((annotation) => [annotation.id, annotation]))
  const kept = proposed.flatMap((one) => undecidedPart(one, decided) ?? [])
  const put: Annotation[] = []
  for (const one of kept) {
    const old = open.get(one.id)
    open.delete(one.id)
    const next = old ? keepSpeaker(old, one) : one
    if (!old || !sameValue(old, next)) put.push(next)
  }
  return { put, gone: [...open.values()], open: kept.length }
}

function isReplaceable({ status, creator, layer }: Annotation): boolean {
  return status === 'suggested' && creator === SUGGESTION_CREATOR && LAYERS.has(layer)
}

/** A speaker whom a person made was put there by a split or by hand, and stays. */
function keepSpeaker(old: Annotation, next: Annotation): Annotation {
  const byHand = (id: string | null | undefined): id is string => !!id && !id.startsWith('spk_')
  const { quotation, claim } = next
  const speaker = old.quotation?.speaker
  const claimant = old.claim?.claimant
  return {
    ...next,
    ...(quotation && byHand(speaker) && { quotation: { ...quotation, speaker } }),
    ...(claim && byHand(claimant) && { claim: { ...claim, claimant } }),
  }
}

function contentOf({ quotation, start, end }: Annotation): readonly TextRange[] {
  return quotation?.content ?? [{ start, end }]
}

/**
 * What a person has not decided yet of a suggestion, null for nothing. Where they marked one piece of a quotation that its
 * cue splits, the other pieces are still suggested, under the same id.
 */
function undecidedPart(proposed: Annotation, decided: readonly Annotation[]): Annotation | null {
  const settling = decided.filter((other) => settles(other, proposed))
  if (settling.length === 0) return proposed
  if (settling.some(({ id, status }) => id === proposed.id || status === 'rejected')) return null
  const { quotation } = proposed
  const marked = settling.flatMap(contentOf)
  const content = (quotation?.content ?? []).filter((piece) => sharedLength(marked, [piece]) === 0)
  const [first, last] = [content[0], content.at(-1)]
  if (!quotation || !first || !last) return null
  const [start, end] = [first.start, last.end]
  const exact = proposed.exact.slice(start - proposed.start, end - proposed.start)
  return { ...proposed, start, end, exact, quotation: { ...quotation, content } }
}

/** True when a person's decision on `decided` also decides on `proposed`. */
function settles(decided: Annotation, proposed: Annotation): boolean {
  if (decided.id === proposed.id) return true
  if (decided.layer !== proposed.layer) return false
  const shared = sharedLength(contentOf(decided), contentOf(proposed))
  if (shared === 0) return false
  const lengths = [lengthOf(contentOf(decided)), lengthOf(contentOf(proposed))] as const
  if (decided.status === 'rejected') return shared / (lengths[0] + lengths[1] - shared) >= SAME
  return shared / Math.min(...lengths) > DOUBLES && !isNested(decided, proposed)
}

/** A quotation within a quotation overlaps it wholly, and is another one: its cue is another. */
function isNested(a: Annotation, b: Annotation): boolean {
  const cues = [a.quotation?.cue, b.quotation?.cue] as const
  return !!cues[0] && !!cues[1] && !overlaps(cues[0], cues[1])
}
