import type { TextRange } from '#core/model/range'
import { findAll } from '#core/text/find'
import { noteSelection, setFind, useReader, type FindChoices } from '#store/reader'
import { openReader, textSession } from './open-reader'

let hits: readonly TextRange[] = []

/** The hits of find in the article on the page. */
export function setHits(next: readonly TextRange[]): void {
  hits = next
}

/** Where the query is in the text; nowhere when it is empty. */
export function findHits(text: string, query: string, choices: FindChoices): readonly TextRange[] {
  if (query === '') return []
  const { wholeWord, matchCase, ignoreAccents } = choices
  return findAll(text, query, { wholeWord, matchCase, foldDiacritics: ignoreAccents })
}

/** Goes to the next or previous hit, around the ends; from the caret when find stands at none yet. */
export function stepFind(step: 1 | -1): void {
  const { current } = useReader.getState().find
  if (hits.length === 0) return
  showHit(current === null ? hitFrom(caret(), step) : (current + step + hits.length) % hits.length)
}

/** Goes to the first hit at or after the caret; to none when there is none. */
export function showFirstHit(): void {
  if (hits.length === 0) setFind({ current: null })
  else showHit(hitFrom(caret(), 1))
}

/**
 * Selects the hit that find stands at, so that it can be annotated once find is closed. The hits on the page follow the
 * typing a moment later; what is selected is what was typed.
 */
export function selectCurrentHit(): void {
  const { find } = useReader.getState()
  const text = openReader()?.body.text
  if (text === undefined) return
  const shown = find.current === null ? undefined : hits[find.current]
  const from = shown?.start ?? caret()
  const found = findHits(text, find.query, find)
  const hit = found.find(({ start }) => start >= from) ?? found[0]
  if (!hit) return
  const selection = { anchor: hit.start, focus: hit.end }
  noteSelection(selection)
  textSession()?.select(selection)
}

function showHit(index: number): void {
  const hit = hits[index]
  if (!hit) return
  setFind({ current: index })
  textSession()?.reveal(hit.start, 'middle')
}

function caret(): number {
  return useReader.getState().selection?.focus ?? 0
}

function hitFrom(offset: number, step: 1 | -1): number {
  const next = hits.findIndex(({ start }) => start >= offset)
  const at = next < 0 ? 0 : next
  return step === 1 ? at : (at - 1 + hits.length) % hits.length
}
