import type { AppCommand } from '#store/commands'
import {
  closeArticle,
  goBack,
  hasWayBack,
  showAllStories,
  showDialog,
  showScreen,
  useNavigation,
} from '#store/navigation'
import { togglePane } from '#store/panes'

const isReading = (): boolean => {
  const { screen, article } = useNavigation.getState()
  return screen === 'library' && article !== null
}

/** Commands of the window itself. */
export const appCommands: readonly AppCommand[] = [
  {
    id: 'view.library',
    label: 'Library',
    keys: ['Mod+1'],
    menu: 'view',
    group: 1,
    run: () => showScreen('library'),
  },
  {
    id: 'view.codebook',
    label: 'Codebook',
    keys: ['Mod+2'],
    menu: 'view',
    group: 1,
    run: () => showScreen('codebook'),
  },
  {
    id: 'view.review',
    label: 'Review',
    keys: ['Mod+3'],
    menu: 'view',
    group: 1,
    run: () => showScreen('review'),
  },
  {
    id: 'view.speakers',
    label: 'Speakers',
    keys: ['Mod+4'],
    menu: 'view',
    group: 1,
    run: () => showScreen('speakers'),
  },
  {
    id: 'view.stories',
    label: 'Stories',
    keys: ['Mod+5'],
    menu: 'view',
    group: 1,
    // Asked for while a story is open: the way to the others.
    run: () => (useNavigation.getState().screen === 'stories' ? showAllStories() : showScreen('stories')),
  },
  {
    id: 'view.toggle-list',
    label: 'Show or hide the list',
    keys: ['Mod+B'],
    menu: 'view',
    group: 2,
    enabled: isReading,
    run: () => togglePane('list'),
  },
  {
    id: 'view.toggle-inspector',
    label: 'Show or hide the inspector',
    keys: ['Mod+Alt+I'],
    menu: 'view',
    group: 2,
    enabled: isReading,
    run: () => togglePane('inspector'),
  },
  {
    id: 'view.close-article',
    label: 'Close article',
    keys: ['Mod+W'],
    menu: 'file',
    group: 5,
    enabled: isReading,
    run: closeArticle,
  },
  {
    id: 'help.palette',
    label: 'Find a command…',
    keys: ['Mod+K', 'Mod+Shift+P'],
    menu: 'help',
    group: 1,
    run: () => showDialog('palette'),
  },
  {
    id: 'help.keys',
    label: 'Keys',
    keys: ['?'],
    menu: 'help',
    group: 1,
    run: () => showDialog('keys'),
  },
  {
    id: 'help.about',
    label: 'About Crossread',
    keys: [],
    menu: 'help',
    group: 2,
    run: () => showDialog('about'),
  },
]

/** The way back from the reader to the screen that opened the article. */
export const wayBackCommands: readonly AppCommand[] = [
  {
    id: 'view.back',
    label: 'Back to where the article was opened',
    keys: ['Escape'],
    menu: 'view',
    group: 3,
    enabled: () => isReading() && hasWayBack(),
    run: goBack,
  },
]
