import type { TextRange } from '#core/model/range'
import { annotateLines } from '#services/annotate-lines'
import { undoOfLatest } from '#services/history'
import type { Concordance, SearchHit } from '#services/search'
import type { FoundArticles } from '#services/search-session'
import { createStory } from '#services/stories'
import { startSuggesting } from '#services/suggestions'
import { askForExportOf } from '#store/export'
import { openAnnotation, openStory, showScreen } from '#store/navigation'
import { showSearchHits } from '#store/reader'
import { chooseFound } from '#store/review'
import { useSearch } from '#store/search'
import { countOf } from '#ui/counts'
import { notifyDone, notifyError, notifyUndo, orNotify } from '#ui/notify'
import { lineKey } from './lines'

let found: FoundArticles | null = null
let lines: Concordance | null = null

/** Tells commands and keys what was found; the screen does so as it changes. */
export function provideFound(articles: FoundArticles | null, concordance: Concordance | null): void {
  found = articles
  lines = concordance
}

/** Ids of the articles that an action is about: those selected where there are several, else all found. */
export function chosenArticles(): readonly string[] {
  const { selected } = useSearch.getState().results
  const ids = found?.ids ?? []
  return selected.size > 1 ? ids.filter((id) => selected.has(id)) : ids
}

/** Lines of the concordance that are selected, in the order shown. */
export function selectedLines(): Concordance['rows'] {
  const { selected } = useSearch.getState().lines
  return lines?.rows.filter((row) => selected.has(lineKey(row))) ?? []
}

function openAt(article: string, range: TextRange | null): void {
  showSearchHits(useSearch.getState().query)
  openAnnotation({ article, annotation: null, range: range ?? { start: 0, end: 0 }, edit: false }, 'search')
}

/** Opens an article at the first hit of its snippet. */
export function openResult({ article, snippet }: SearchHit): void {
  const { results } = useSearch.getState()
  useSearch.setState({ results: { ...results, active: article, anchor: article } })
  openAt(article, snippet?.hits[0] ?? null)
}

/** Opens the article of a line, at its words. */
export function openLine({ article, start, end }: Concordance['rows'][number]): void {
  openAt(article, { start, end })
}

/** Opens what the keyboard is at. */
export function openActive(): void {
  const { view, results, lines: at } = useSearch.getState()
  if (view === 'concordance') {
    const row = lines?.rows.find((one) => lineKey(one) === at.active)
    if (row) openLine(row)
    return
  }
  for (const page of found?.pages.values() ?? []) {
    const hit = page.find(({ article }) => article === results.active)
    if (hit) {
      openResult(hit)
      return
    }
  }
}

/** Annotates the selected lines as one command that undo takes back. */
export async function annotateSelected(layer: string, tags: readonly string[] = []): Promise<void> {
  const rows = selectedLines()
  const { extent } = useSearch.getState()
  const done = await annotateLines(rows, layer, tags, extent)
  if (!done.ok) {
    notifyError(done.error)
    return
  }
  const { made, changed, there } = done.value
  const parts = [
    made > 0 && `${countOf(made, 'annotation')} made`,
    changed > 0 && `${countOf(changed, 'annotation')} changed`,
    there > 0 && `${countOf(there, 'line')} annotated so already`,
  ].filter(Boolean)
  const message = `${parts.join(', ')}.`
  if (made + changed === 0) {
    notifyDone(message)
    return
  }
  const takeBack = await undoOfLatest()
  notifyUndo(message, () => void orNotify(takeBack()))
}

/** Makes a story of the chosen articles and shows it. */
export async function makeStory(name: string): Promise<boolean> {
  const made = await orNotify(createStory(name, chosenArticles()))
  if (made === null) return false
  openStory(made)
  const takeBack = await undoOfLatest()
  notifyUndo(`Story “${name}” made.`, () => {
    void orNotify(takeBack()).then((undone) => {
      if (undone !== null) showScreen('search')
    })
  })
  return true
}

/** Asks where the chosen articles are exported to. */
export function exportFound(): void {
  askForExportOf(chosenArticles())
}

/** Goes through the suggestions in the chosen articles. */
export function reviewFound(): void {
  chooseFound(chosenArticles(), useSearch.getState().query)
  showScreen('review')
}

/** Has quotations and claims suggested in the chosen articles. */
export function suggestInFound(): void {
  void orNotify(startSuggesting({ kind: 'articles', ids: chosenArticles() }))
}
