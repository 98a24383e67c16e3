import type { Annotation } from '#core/model/annotation'
import { acceptRest, acceptSuggestions, rejectSuggestions } from '#services/suggestions'
import { activateAnnotation, useReader } from '#store/reader'
import { countOf } from '#ui/counts'
import { dismissUndo } from '#ui/notify'
import { activeAnnotation, goToAnnotation, offerUndo, orSay, shortened } from './actions'
import { annotationsChanged, openReader, textSession } from './open-reader'
import { inTurn } from './turns'
import { neighbourSuggestion, suggestionAfter } from './walk'

/*
 * Deciding on suggestions in the reader. A decision goes on to the next suggestion, so that an article is gone through
 * with one key a suggestion.
 */

/** The active annotation while it is an undecided suggestion, null otherwise. */
export function activeSuggestion(): Annotation | null {
  const annotation = activeAnnotation()
  return annotation?.status === 'suggested' ? annotation : null
}

/** How many suggestions of the open article are undecided. */
export function undecidedCount(): number {
  return openReader()?.annotations.filter(({ status }) => status === 'suggested').length ?? 0
}

/** Makes the next or previous suggestion in text order the active annotation. */
export function walkSuggestions(step: 1 | -1): Promise<void> {
  return inTurn(async () => {
    const reader = openReader()
    if (!reader) return
    const { active, selection } = useReader.getState()
    const next = neighbourSuggestion(reader.annotations, active, selection?.focus ?? 0, step)
    if (next) goToAnnotation(next)
    else if (undecidedCount() === 0) textSession()?.announce('No suggestions in this article')
    else textSession()?.announce(step === 1 ? 'No further suggestion' : 'No suggestion before')
  })
}

/** Accepts the active suggestion and goes on to the next. */
export function acceptActive(): Promise<void> {
  return inTurn(() => decide(acceptSuggestions))
}

/** Rejects the active suggestion, offers to take that back, and goes on to the next. */
export function rejectActive(): Promise<void> {
  return inTurn(async () => {
    const rejected = await decide(rejectSuggestions)
    if (rejected) await offerUndo(`Rejected ${rejected.layer}: ${shortened(rejected.exact)}`)
  })
}

/** Stores a decision on the active suggestion and goes on; null when there was none, or it failed and was said. */
async function decide(store: typeof acceptSuggestions): Promise<Annotation | null> {
  const suggestion = activeSuggestion()
  if (!suggestion) return null
  dismissUndo()
  if (!(await orSay(store([suggestion.id])))) return null
  await seen(suggestion)
  const next = suggestionAfter(openReader()?.annotations ?? [], suggestion)
  // A person who has gone on to something else in the meantime is not called back.
  if (useReader.getState().active !== suggestion.id) return suggestion
  if (next) goToAnnotation(next)
  else {
    activateAnnotation(null)
    textSession()?.announce('That was the last suggestion of this article')
  }
  // The button in the inspector that was pressed is gone; the text is where the next key belongs.
  if (document.activeElement === document.body) textSession()?.focus()
  return suggestion
}

/** Waits until the decision shows. */
async function seen({ id }: Annotation): Promise<void> {
  const isOpen = (): boolean =>
    openReader()?.annotations.some((one) => one.id === id && one.status === 'suggested') === true
  while (isOpen() && (await annotationsChanged()));
}

/** Accepts every undecided suggestion of the article, and offers to take that back. */
export function acceptArticle(): Promise<void> {
  return inTurn(async () => {
    const count = undecidedCount()
    const reader = openReader()
    if (!reader || count === 0) return
    if (await orSay(acceptRest(reader.article.id)))
      await offerUndo(`Accepted ${countOf(count, 'suggestion')}.`)
  })
}
