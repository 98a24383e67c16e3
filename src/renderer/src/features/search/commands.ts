import { liveSearchIndex, rebuildSearchIndex } from '#services/search'
import { currentCorpus } from '#services/session'
import type { AppCommand } from '#store/commands'
import { showScreen, useNavigation } from '#store/navigation'
import { askQuery, showView, useSearch } from '#store/search'
import { notifyDone } from '#ui/notify'
import {
  annotateSelected,
  chosenArticles,
  exportFound,
  openActive,
  reviewFound,
  selectedLines,
  suggestInFound,
} from './actions'
import { QUERY_INPUT_ID } from './ids'
import { activeSaved, removeActive } from './saved'

function focusQuery(): void {
  showScreen('search')
  // The screen may be drawn first.
  requestAnimationFrame(() => {
    const field = document.getElementById(QUERY_INPUT_ID)
    if (!(field instanceof HTMLInputElement)) return
    field.focus()
    field.select()
  })
}

function showSaved(): void {
  askQuery('')
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-saved]')?.focus())
}

const isLines = (): boolean => useSearch.getState().view === 'concordance'
const hasLines = (): boolean => isLines() && selectedLines().length > 0
const hasArticles = (): boolean => chosenArticles().length > 0

const annotate = (layer: string, label: string, key: string): AppCommand => ({
  id: `search.annotate-${layer}`,
  label,
  keys: [key],
  menu: 'annotate',
  group: 11,
  enabled: hasLines,
  run: () => void annotateSelected(layer),
})

/** Commands of the search screen. */
export const searchCommands: readonly AppCommand[] = [
  {
    id: 'search.query',
    label: 'Write the query',
    keys: ['/', 'Mod+F'],
    menu: 'corpus',
    group: 5,
    run: focusQuery,
  },
  {
    id: 'search.open',
    label: 'Open the article at the words found',
    keys: ['Enter'],
    menu: 'corpus',
    group: 5,
    enabled: () => (isLines() ? useSearch.getState().lines : useSearch.getState().results).active !== null,
    run: openActive,
  },
  {
    id: 'search.view',
    label: 'Show articles or lines',
    keys: ['v'],
    menu: 'corpus',
    group: 5,
    run: () => showView(isLines() ? 'results' : 'concordance'),
  },
  {
    id: 'search.save',
    label: 'Save this search…',
    keys: ['Mod+D'],
    menu: 'corpus',
    group: 5,
    enabled: () => useSearch.getState().query !== '',
    run: () => useSearch.setState({ dialog: 'save' }),
  },
  {
    id: 'search.saved',
    label: 'Show the saved searches',
    keys: ['Mod+Shift+D'],
    menu: 'corpus',
    group: 5,
    run: showSaved,
  },
  {
    id: 'search.rename-saved',
    label: 'Rename the saved search…',
    keys: ['F2'],
    menu: 'corpus',
    group: 5,
    enabled: () => activeSaved() !== null,
    run: () => useSearch.setState({ dialog: 'rename' }),
  },
  {
    id: 'search.remove-saved',
    label: 'Remove the saved search',
    keys: ['Delete'],
    menu: 'corpus',
    group: 5,
    enabled: () => activeSaved() !== null,
    run: () => void removeActive(),
  },
  annotate('highlight', 'Highlight the selected lines', 'h'),
  annotate('quotation', 'Mark the selected lines as quotations', 'q'),
  annotate('claim', 'Mark the selected lines as claims', 'c'),
  {
    id: 'search.story',
    label: 'Make a story of the articles found…',
    keys: ['Mod+Shift+C'],
    menu: 'story',
    group: 0,
    enabled: () => chosenArticles().length > 1,
    run: () => useSearch.setState({ dialog: 'story' }),
  },
  {
    id: 'search.export',
    label: 'Export the articles found…',
    keys: [],
    menu: 'file',
    group: 3,
    enabled: hasArticles,
    run: exportFound,
  },
  {
    id: 'search.review',
    label: 'Review the suggestions in the articles found',
    keys: ['r'],
    menu: 'annotate',
    group: 9,
    enabled: hasArticles,
    run: reviewFound,
  },
  {
    id: 'search.suggest',
    label: 'Suggest quotations and claims in the articles found',
    keys: [],
    menu: 'annotate',
    group: 9,
    enabled: hasArticles,
    run: suggestInFound,
  },
]

/** Commands of the search that work wherever the person is. */
export const searchEverywhere: readonly AppCommand[] = [
  {
    id: 'view.search',
    label: 'Search',
    keys: ['Mod+6'],
    menu: 'view',
    group: 1,
    run: () => showScreen('search'),
  },
  {
    id: 'search.corpus',
    label: 'Search the corpus',
    keys: ['Mod+Shift+F'],
    menu: 'corpus',
    group: 1,
    enabled: () => currentCorpus() !== null,
    run: focusQuery,
  },
  {
    id: 'search.rebuild',
    label: 'Make the search index anew',
    keys: [],
    menu: 'corpus',
    group: 5,
    enabled: () => currentCorpus() !== null && useNavigation.getState().screen === 'search',
    run: () => {
      // Whoever follows the index has it made; the status bar does, and this for those moments before it.
      liveSearchIndex().subscribe(() => undefined)()
      rebuildSearchIndex()
      notifyDone('The search index is made anew in the background.')
    },
  },
]
