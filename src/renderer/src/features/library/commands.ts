import type { ArticleStatus } from '#core/model/article'
import { removeArticles, setStatus } from '#services/articles'
import { undoOfLatest } from '#services/history'
import { readLibraryRows } from '#services/library'
import { createStory } from '#services/stories'
import type { AppCommand } from '#store/commands'
import { clearFilter, NO_FILTER, useLibrary } from '#store/library'
import {
  closeArticle,
  openArticle,
  openStory,
  showDialog,
  showScreen,
  useNavigation,
} from '#store/navigation'
import { setPane } from '#store/panes'
import { notifyError, notifyUndo, orNotify } from '#ui/notify'
import { FILTER_INPUT_ID } from './FilterBar'
import { formatCount } from '#ui/counts'
import { STATUS_LABELS } from './format'

const selected = (): readonly string[] => [...useLibrary.getState().selection.selected]
const isAnySelected = (): boolean => useLibrary.getState().selection.selected.size > 0

/** For what the reader does to the article that is open: the same command twice in menu and palette helps nobody. */
function isOtherSelected(): boolean {
  const { article } = useNavigation.getState()
  const { selection } = useLibrary.getState()
  const isOpenOne = selection.selected.size === 1 && article !== null && selection.selected.has(article)
  return isAnySelected() && !isOpenOne
}

async function removeSelected(): Promise<void> {
  const ids = selected()
  const removed = await removeArticles(ids)
  if (!removed.ok) {
    notifyError(removed.error)
    return
  }
  const { article } = useNavigation.getState()
  if (article !== null && ids.includes(article)) closeArticle()
  const what = ids.length === 1 ? '1 article' : `${formatCount(ids.length)} articles`
  const takeBack = await undoOfLatest()
  notifyUndo(`${what} removed. The files stay as they are.`, () => void orNotify(takeBack()))
}

/** Makes a story of the selected articles, by the title of the oldest, and shows it; its name can be changed there. */
async function compareSelected(): Promise<void> {
  const ids = selected()
  const rows = await readLibraryRows(ids)
  const [first] = rows.toSorted((a, b) =>
    (a.article.publishedAt ?? '9').localeCompare(b.article.publishedAt ?? '9'),
  )
  const made = first && (await orNotify(createStory(first.article.title, ids)))
  if (!made) return
  openStory(made)
  const takeBack = await undoOfLatest()
  notifyUndo(`Story “${first.article.title}” made.`, () => {
    void orNotify(takeBack()).then((undone) => {
      if (undone !== null) showScreen('library')
    })
  })
}

function focusFilter(): void {
  showScreen('library')
  setPane('list', true)
  // The screen or pane may be drawn first.
  requestAnimationFrame(() => document.getElementById(FILTER_INPUT_ID)?.focus())
}

const statusCommand = (status: ArticleStatus, key: string): AppCommand => ({
  id: `library.status-${status}`,
  label: `Mark selected articles as ${STATUS_LABELS[status].toLowerCase()}`,
  keys: [key],
  menu: 'article',
  group: 2,
  enabled: isOtherSelected,
  run: () => void orNotify(setStatus(selected(), status)),
})

/** Commands of the library's list. */
export const libraryCommands: readonly AppCommand[] = [
  {
    id: 'library.open',
    label: 'Open article',
    keys: ['Enter'],
    menu: 'article',
    group: 1,
    enabled: () => useLibrary.getState().selection.active !== null,
    run: () => {
      const { active } = useLibrary.getState().selection
      if (active !== null) openArticle(active)
    },
  },
  statusCommand('todo', 'Alt+1'),
  statusCommand('in-progress', 'Alt+2'),
  statusCommand('done', 'Alt+3'),
  {
    id: 'library.compare',
    label: 'Compare the selected articles',
    keys: ['Mod+Shift+C'],
    menu: 'story',
    group: 0,
    enabled: () => useLibrary.getState().selection.selected.size > 1,
    run: () => void compareSelected(),
  },
  {
    id: 'library.copies',
    label: 'Show copies of the article',
    keys: ['c'],
    menu: 'article',
    group: 1,
    enabled: () => useLibrary.getState().selection.active !== null,
    run: () => useLibrary.setState(({ selection }) => ({ copiesOf: selection.active })),
  },
  {
    id: 'library.remove',
    label: 'Remove selected articles',
    keys: ['Delete'],
    menu: 'article',
    group: 3,
    enabled: isAnySelected,
    run: () => void removeSelected(),
  },
]

/** Commands of library and corpora that work wherever the person is. */
export const corpusCommands: readonly AppCommand[] = [
  {
    id: 'library.filter',
    label: 'Filter articles',
    keys: ['/'],
    menu: 'corpus',
    group: 1,
    run: focusFilter,
  },
  {
    id: 'library.clear-filter',
    label: 'Clear all filters',
    keys: [],
    menu: 'corpus',
    group: 1,
    enabled: () => useLibrary.getState().filter !== NO_FILTER,
    run: clearFilter,
  },
  {
    id: 'corpus.new',
    label: 'New corpus…',
    keys: ['Mod+N'],
    menu: 'file',
    group: 1,
    run: () => showDialog('new-corpus'),
  },
  {
    id: 'corpus.manage',
    label: 'Corpora…',
    keys: ['Mod+Shift+O'],
    menu: 'corpus',
    group: 2,
    run: () => showDialog('corpora'),
  },
]
