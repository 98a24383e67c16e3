import { create } from 'zustand'

/** What the review goes through, and in which order. */
export interface ReviewChoice {
  readonly order: 'surest' | 'least-sure'
  /** Id of a layer, null for all. */
  readonly layer: string | null
  /** Scores 0..1, both included. */
  readonly minScore: number
  readonly maxScore: number
  /** Id of a speaker or claimant, null for all. */
  readonly speaker: string | null
  /** Id of an outlet, null for all. */
  readonly source: string | null
  /** Ids of the articles that a search found, null for all; and the query that found them. */
  readonly articles: readonly string[] | null
  readonly query: string
  /** Page of the queue, from 0. */
  readonly page: number
}

/** Everything, surest first. */
export const WHOLE_QUEUE: ReviewChoice = {
  order: 'surest',
  layer: null,
  minScore: 0,
  maxScore: 1,
  speaker: null,
  source: null,
  articles: null,
  query: '',
  page: 0,
}

/** The two halves of the review: deciding on suggestions, and what makes them. */
export type ReviewTab = 'queue' | 'learning'

interface ReviewView {
  readonly choice: ReviewChoice
  readonly tab: ReviewTab
  /** Id of the suggestion that keys work on, null before there is one. */
  readonly active: string | null
  /** Its place in the queue when it was last seen there: what moves up to it is next. */
  readonly place: number
  /** Suggestions whose decision is being stored; they count as decided. */
  readonly deciding: ReadonlySet<string>
}

const START: ReviewView = {
  choice: WHOLE_QUEUE,
  tab: 'queue',
  active: null,
  place: 0,
  deciding: new Set(),
}

/** How the review is looked at. */
export const useReview = create<ReviewView>(() => START)

/** Narrows the queue or turns its order; it begins anew. */
export function changeChoice(patch: Partial<ReviewChoice>): void {
  useReview.setState(({ choice }) => ({ choice: { ...choice, page: 0, ...patch }, active: null, place: 0 }))
}

/** Lets every suggestion through again, in the order there is. */
export function clearChoice(): void {
  changeChoice({ ...WHOLE_QUEUE, order: useReview.getState().choice.order })
}

/** Goes through the suggestions in articles that a search found, and no others. */
export function chooseFound(articles: readonly string[], query: string): void {
  useReview.setState({ tab: 'queue' })
  changeChoice({ ...WHOLE_QUEUE, order: useReview.getState().choice.order, articles, query })
}

/** True when no suggestion is kept out. */
export function isWholeQueue(choice: ReviewChoice): boolean {
  return (
    choice.layer === null &&
    choice.speaker === null &&
    choice.source === null &&
    choice.articles === null &&
    choice.minScore === 0 &&
    choice.maxScore === 1
  )
}

/** Notes where in the queue the person is. */
export function activateItem(active: string | null, place: number): void {
  useReview.setState({ active, place })
}

/** Notes that a decision on a suggestion is being stored, or no longer. */
export function setDeciding(id: string, isDeciding: boolean): void {
  useReview.setState((state) => {
    const deciding = new Set(state.deciding)
    if (isDeciding) deciding.add(id)
    else deciding.delete(id)
    return { deciding }
  })
}

/** Another corpus has been opened. */
export function resetReview(): void {
  useReview.setState(START)
}
