import type { ComparisonView } from '#services/comparison'
import { openAnnotation } from '#store/navigation'
import { useParallel } from '#store/parallel'
import { keepPlace } from '#store/story'
import type { LinkedScrolling } from './linked-scrolling'
import { passageText, stepTie, tieDiffers, type Texts, type Tie } from './ties'

/** The articles on the screen, which keys and buttons work on. */
export interface OpenParallel {
  readonly view: ComparisonView
  /** Article ids in the order of the columns; the first is what the others are held against. */
  readonly articles: readonly string[]
  readonly ties: readonly Tie[]
  readonly texts: Texts
  readonly scrolling: LinkedScrolling | null
  /** Says something to screen readers. */
  readonly announce: (message: string) => void
}

let open: OpenParallel | null = null

/** Says which articles are on the screen; the screen does so as it changes, and with null when it goes. */
export function provideParallel(next: OpenParallel | null): void {
  open = next
}

/** What is on the screen, null for none. */
export function openParallel(): OpenParallel | null {
  return open
}

/** The passage that keys work on, null for none. */
export function activeTie(): Tie | null {
  const { tie } = useParallel.getState()
  return open?.ties.find(({ number }) => number === tie) ?? null
}

/** Makes a passage the one that keys work on, in a column that has it, and brings it into sight everywhere. */
export function activateTie(tie: Tie, column = useParallel.getState().column): void {
  if (!open) return
  const has = (at: number): boolean => tie.passages.has(open?.articles[at] ?? '')
  const at = has(column)
    ? column
    : Math.max(
        0,
        open.articles.findIndex((_id, index) => has(index)),
      )
  useParallel.setState({ tie: tie.number, column: at })
  keepPlace('side-by-side', { active: `${tie.number} ${at}` })
  open.scrolling?.reveal(tie)
}

/** To the next or previous tied passage; with `differing`, to one that a column words otherwise than the first. */
export function stepPassage(step: 1 | -1, differing: boolean): void {
  if (!open) return
  const { articles, texts, ties } = open
  const [first = ''] = articles
  const passes = (tie: Tie): boolean => !differing || tieDiffers(tie, first, articles, texts)
  const next = stepTie(ties, useParallel.getState().tie, step, passes)
  if (!next) {
    const what = differing ? 'difference' : 'tied passage'
    open.announce(step === 1 ? `No further ${what}` : `No ${what} before`)
    return
  }
  activateTie(next)
  const passage = next.passages.get(articles[useParallel.getState().column] ?? '')
  const text = texts.get(articles[useParallel.getState().column] ?? '')?.text
  if (passage && text !== undefined) open.announce(`Passage ${next.number}: ${passageText(text, passage)}`)
}

/** To the same passage in the next or previous column that has it. */
export function stepColumn(step: 1 | -1): void {
  const tie = activeTie()
  if (!open || !tie) return
  const { column } = useParallel.getState()
  for (let at = column + step; at >= 0 && at < open.articles.length; at += step) {
    const article = open.articles[at]
    if (article === undefined || !tie.passages.has(article)) continue
    useParallel.setState({ column: at })
    keepPlace('side-by-side', { active: `${tie.number} ${at}` })
    return
  }
}

/** Opens the article of the active column at the passage; Escape there leads back. */
export function openPassage(): void {
  const tie = activeTie()
  const article = open?.articles[useParallel.getState().column]
  const range = article === undefined ? undefined : tie?.passages.get(article)?.ranges[0]
  if (article === undefined || !range) return
  openAnnotation({ article, annotation: null, range, edit: false }, 'stories')
}
