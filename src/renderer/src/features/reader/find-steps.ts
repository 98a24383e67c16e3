import type { TextRange } from '#core/model/range'
import { hitsIn } from '#core/search/hits'
import { parseQuery } from '#core/search/query-parser'
import { findAll } from '#core/text/find'
import { noteSelection, rangeOfSelection, setFind, useReader, type FindChoices } from '#store/reader'
import { openReader, textSession } from './open-reader'

let hits: readonly TextRange[] = []

/** The hits of find in the article on the page. */
export function setHits(next: readonly TextRange[]): void {
  hits = next
}

/** Where the query is in the text; nowhere when it is empty. */
export function findHits(
  text: string,
  query: string,
  choices: FindChoices & { readonly search: boolean },
): readonly TextRange[] {
  if (query === '') return []
  if (choices.search) return searchHits(text, query)
  const { wholeWord, matchCase, ignoreAccents } = choices
  return findAll(text, query, { wholeWord, matchCase, foldDiacritics: ignoreAccents })
}

/** Fields of an article whose words stand in its text. */
const TEXT_SCOPES = ['text', 'quotations', 'claims'] as const

/** What a search of the corpus finds in the text, none overlapping another. */
function searchHits(text: string, query: string): readonly TextRange[] {
  const parsed = parseQuery(query)
  if (!parsed.ok) return []
  const found = TEXT_SCOPES.flatMap((scope) => hitsIn(text, parsed.value, scope))
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let last = -1
  return found.filter(({ start, end }) => {
    if (start < last) return false
    last = end
    return true
  })
}

/** Goes to the next or previous hit, around the ends; from the caret when find stands at none yet. */
export function stepFind(step: 1 | -1): void {
  const { current } = useReader.getState().find
  if (hits.length === 0) return
  showHit(current === null ? hitFrom(caret(), step) : (current + step + hits.length) % hits.length)
}

/** Goes to the first hit at or after the caret, or to the one that is selected; to none when there is none. */
export function showFirstHit(): void {
  const selected = rangeOfSelection(useReader.getState().selection)?.start
  if (hits.length === 0) setFind({ current: null })
  else if (selected !== undefined && hits.some(({ start }) => start === selected)) noteHit(selected)
  else showHit(hitFrom(caret(), 1))
}

/** True when these words are a hit of the corpus' search: they were selected when the article was opened. */
export function isSearchHit({ start, end }: TextRange): boolean {
  return useReader.getState().find.search && hits.some((hit) => hit.start === start && hit.end === end)
}

/** Makes the hit at `start` the one that find stands at, where there is one. */
export function noteHit(start: number): void {
  const index = hits.findIndex((hit) => hit.start === start)
  if (index !== -1) setFind({ current: index })
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
