import { useEffect } from 'react'
import { allCommands, canRun } from '#store/command-registry'
import type { AppCommand, CommandPlace } from '#store/commands'
import { isTypingKey, matchesKey, type KeyPress } from '#store/keys'
import { useNavigation } from '#store/navigation'
import { useStoryView, type StoryTab } from '#store/story'

/** Keys of text editing, which belong to the field while a person types in one. */
const EDITING_KEYS = ['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+A', 'Mod+X', 'Mod+C', 'Mod+V']

const TEXT_INPUTS = 'input:not([type=checkbox],[type=radio],[type=button],[type=range]), textarea, select'

/** True when the element takes text, so that letters are letters. */
export function takesText(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false
  return element.isContentEditable || element.matches(TEXT_INPUTS)
}

const PLACES: readonly string[] = [
  'everywhere',
  'library',
  'search',
  'reader',
  'codebook',
  'review',
  'speakers',
  'stories',
  'story',
  'findings',
  'matrix',
  'side-by-side',
  'import-report',
] satisfies readonly CommandPlace[]

function isPlace(value: string | undefined): value is CommandPlace {
  return PLACES.includes(value ?? '')
}

/** Where the screen alone says the person is. */
function screenPlace(): CommandPlace {
  const { screen, article } = useNavigation.getState()
  if (screen === 'library' && article !== null) return 'reader'
  if (screen !== 'stories') return screen
  const { story, pair, tab } = useStoryView.getState()
  if (story === null && pair === null) return 'stories'
  return VIEW_PLACES[tab]
}

const VIEW_PLACES: Readonly<Record<StoryTab, CommandPlace>> = {
  overview: 'findings',
  utterances: 'matrix',
  assertions: 'matrix',
  'side-by-side': 'side-by-side',
}

/**
 * Where the person is: the pane that has the focus (`data-place`), else the reader when an article is open, else the
 * screen, of an open story the view.
 */
export function currentPlace(focused: Element | null = document.activeElement): CommandPlace {
  const place = focused?.closest<HTMLElement>('[data-place]')?.dataset['place']
  // The story's own head and tabs lead to the view below them.
  return isPlace(place) && place !== 'story' ? place : screenPlace()
}

/** True when the place lies around every view of an open story. */
const isAround = (place: CommandPlace): boolean => place === 'story'

/** True when commands of the place can be reached at all: it is on the screen. */
export function isPlaceShown(place: CommandPlace): boolean {
  const { screen } = useNavigation.getState()
  const shown = screenPlace()
  if (place === 'everywhere' || place === shown) return true
  if (isAround(place)) return screen === 'stories' && shown !== 'stories'
  return place === 'library' && screen === 'library'
}

/**
 * The command for a key press, null for none. The place with the focus goes first, then the one around it, then what
 * works everywhere, then, for keys with a modifier, other places on the screen: Ctrl+F finds in the article even while
 * the list has the focus.
 */
export function commandForKey(press: KeyPress, place: CommandPlace, isTyping: boolean): AppCommand | null {
  if (isTyping && EDITING_KEYS.some((keys) => matchesKey(press, keys))) return null
  const rank = (candidate: CommandPlace) =>
    candidate === place ? 0 : isAround(candidate) ? 1 : candidate === 'everywhere' ? 2 : 3
  const candidates = allCommands()
    .filter((entry) => isPlaceShown(entry.place))
    .toSorted((a, b) => rank(a.place) - rank(b.place))
  for (const entry of candidates) {
    const keys = entry.command.keys.find((candidate) => matchesKey(press, candidate))
    if (keys === undefined) continue
    if (isTypingKey(keys) && (isTyping || rank(entry.place) === 3)) continue
    if (!canRun(entry.command)) continue
    return entry.command
  }
  return null
}

/** What Escape closes by itself: an open menu, dialog or popover, or the options of a field or button. */
const CLOSED_BY_ESCAPE =
  '[role="menu"], [role="dialog"], [aria-haspopup]:is([data-expanded], [aria-expanded="true"])'

/** The press of Escape that closes something of the above, which may be gone when the commands hear of the key. */
let closing: KeyboardEvent | null = null

/** Looks at a press of Escape before anything else can act on it. */
function noteEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return
  const isOver = event.target instanceof Element && event.target.closest(CLOSED_BY_ESCAPE) !== null
  closing = isOver || document.querySelector('[aria-modal="true"]') !== null ? event : null
}

/** Closes the menu of a button that still has the focus itself: the menu listens once the focus is in it. */
function closeOwnMenu(button: EventTarget | null): void {
  if (button instanceof HTMLElement && button.matches('[aria-haspopup="menu"][aria-expanded="true"]')) {
    button.click()
  }
}

/** Gives the focus back to what the field belongs to. */
function leaveField(field: HTMLElement): void {
  field.blur()
  field.parentElement?.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true })
}

function handleKey(event: KeyboardEvent): void {
  if (event === closing) {
    closeOwnMenu(event.target)
    return
  }
  if (event.defaultPrevented || event.isComposing) return
  if (document.querySelector('[aria-modal="true"]')) return
  const target = event.target instanceof Element ? event.target : null
  // Enter and Space press the button that has the focus.
  if (target?.closest('button, a[href], [role="menu"]') && ['Enter', ' '].includes(event.key)) return
  // A field that takes text is left first; a second Escape does what it does beside the field.
  const leaves = event.key === 'Escape' && takesText(target)
  const command = commandForKey(event, currentPlace(), takesText(target) && !leaves)
  if (!command) return
  // Also keeps the native menu from running the same command a second time.
  event.preventDefault()
  if (leaves && target instanceof HTMLElement) leaveField(target)
  else command.run()
}

/** Listens for the keys of all commands while mounted. */
export function useCommandKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', noteEscape, { capture: true })
    window.addEventListener('keydown', handleKey)
    return () => {
      window.removeEventListener('keydown', noteEscape, { capture: true })
      window.removeEventListener('keydown', handleKey)
    }
  }, [])
}
