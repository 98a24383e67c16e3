import type { AppCommand } from '#store/commands'
import {
  acceptActive,
  acceptArticle,
  activeSuggestion,
  rejectActive,
  undecidedCount,
  walkSuggestions,
} from './suggestion-actions'
import { isWriting } from './turns'

// While an action is written nobody knows what will be active; the command decides when its turn comes.
const hasSuggestion = (): boolean => isWriting() || activeSuggestion() !== null
const hasUndecided = (): boolean => isWriting() || undecidedCount() > 0

/** Commands that decide on the suggestions of the open article. */
export const suggestionCommands: readonly AppCommand[] = [
  {
    id: 'suggestion.next',
    label: 'Next suggestion',
    keys: ['n'],
    menu: 'annotate',
    group: 8,
    enabled: hasUndecided,
    run: () => void walkSuggestions(1),
  },
  {
    id: 'suggestion.previous',
    label: 'Previous suggestion',
    keys: ['p'],
    menu: 'annotate',
    group: 8,
    enabled: hasUndecided,
    run: () => void walkSuggestions(-1),
  },
  {
    id: 'suggestion.accept',
    label: 'Accept the suggestion',
    keys: ['a'],
    menu: 'annotate',
    group: 8,
    enabled: hasSuggestion,
    run: () => void acceptActive(),
  },
  {
    id: 'suggestion.reject',
    label: 'Reject the suggestion',
    keys: ['x'],
    menu: 'annotate',
    group: 8,
    enabled: hasSuggestion,
    run: () => void rejectActive(),
  },
  {
    id: 'suggestion.accept-article',
    label: 'Accept all suggestions left in the article',
    keys: ['Shift+A'],
    menu: 'annotate',
    group: 8,
    enabled: hasUndecided,
    run: () => void acceptArticle(),
  },
]
