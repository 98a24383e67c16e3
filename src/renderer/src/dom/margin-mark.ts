/** The sign in the margin beside words that other sources render too (painter.css). */
export interface MarginMark {
  /** Ids of the annotations that begin where it stands, innermost last. */
  readonly ids: readonly string[]
}

/** The sign under a pointer, null when there is none. It belongs to a mark, but stands outside the text. */
export function marginMarkAt(target: EventTarget | null, x: number): MarginMark | null {
  const mark = target instanceof Element ? target.closest<HTMLElement>('mark.has-renderings') : null
  const block = mark?.closest<HTMLElement>('.article-text > *')
  if (!mark || !block) return null
  const box = block.getBoundingClientRect()
  const isRtl = getComputedStyle(block).direction === 'rtl'
  if (isRtl ? x <= box.right : x >= box.left) return null
  return { ids: mark.dataset['ids']?.split(' ') ?? [] }
}

/** Where the words of an annotation begin on the page, in viewport coordinates; null while they are not painted. */
export function boxOfAnnotation(root: ParentNode, id: string): DOMRect | null {
  const mark = root.querySelector<HTMLElement>(`.article-text mark[data-ids~="${CSS.escape(id)}"]`)
  return mark?.getClientRects()[0] ?? null
}
