import { cancelSuggesting, startSuggesting, type SuggestScope } from '#services/suggestions'
import type { AppCommand } from '#store/commands'
import { useLibrary } from '#store/library'
import { useNavigation } from '#store/navigation'
import { orNotify } from '#ui/notify'

/** Starts a run; why it cannot start, because another is under way, is said. */
function suggest(scope: SuggestScope): void {
  void orNotify(startSuggesting(scope))
}

const openArticleId = (): string | null => {
  const { screen, article } = useNavigation.getState()
  return screen === 'library' ? article : null
}

const selected = (): readonly string[] => [...useLibrary.getState().selection.selected]

let isRunning = false

/** Keeps `suggest.cancel` from being offered while nothing runs; the status bar says so as it changes. */
export function noteRun(running: boolean): void {
  isRunning = running
}

/** Commands that have the program suggest quotations and claims. */
export const suggestCommands: readonly AppCommand[] = [
  {
    id: 'suggest.article',
    label: 'Suggest quotations and claims in this article',
    keys: ['Mod+Alt+S'],
    menu: 'annotate',
    group: 9,
    enabled: () => openArticleId() !== null || selected().length > 0,
    run: () => {
      const id = openArticleId()
      // In the list, "this article" is the one the keyboard is on, or all that are selected.
      suggest(id === null ? { kind: 'articles', ids: selected() } : { kind: 'article', id })
    },
  },
  {
    id: 'suggest.selection',
    label: 'Suggest quotations and claims in the selected articles',
    keys: [],
    menu: 'annotate',
    group: 9,
    enabled: () => selected().length > 0,
    run: () => suggest({ kind: 'articles', ids: selected() }),
  },
  {
    id: 'suggest.corpus',
    label: 'Suggest quotations and claims in the whole corpus',
    keys: ['Mod+Alt+Shift+S'],
    menu: 'annotate',
    group: 9,
    run: () => suggest({ kind: 'corpus' }),
  },
  {
    id: 'suggest.cancel',
    label: 'Stop suggesting',
    keys: [],
    menu: 'annotate',
    group: 9,
    enabled: () => isRunning,
    run: () => void cancelSuggesting(),
  },
]
