import type { ArticleBody } from '#core/model/article'
import type { TextRange } from '#core/model/range'
import { trimRange } from '#core/text/characters'
import { snapToWords, wordAt } from '#core/text/segmentation'
import { createOverlay, type Edge } from '#dom/overlay'
import { createMarkPainter, EMPTY_MODEL, type PaintModel } from '#dom/painter'
import { createTextView } from '#dom/text-view'
import { createTicks, type Tick } from '#dom/ticks'
import { rangeOfSelection, type ReaderSelection } from '#store/reader'
import { isMac } from '#store/keys'
import { moveCaret, moveOfKey, type CaretText } from './caret-moves'
import { firstVisibleOffset, revealOffset, type RevealPlace } from './scrolling'

/** The elements of the reader that the session works in. */
export interface TextSessionElements {
  /** Positioned element around the scroller; ticks are laid over its edge. */
  readonly frame: HTMLElement
  /** Element that scrolls. */
  readonly scroller: HTMLElement
  /** Focusable, positioned element inside the scroller that takes the text. */
  readonly host: HTMLElement
  /** Live region for what the caret meets. */
  readonly status: HTMLElement
}

/** What the person does in the text. Offsets are UTF-16. */
export interface TextSessionListener {
  readonly onSelection: (selection: ReaderSelection, by: 'key' | 'pointer') => void
  /** A click, without selecting. */
  readonly onPress: (offset: number) => void
  readonly onEnter: () => void
  /** Answers whether there was something to clear: if not, the key goes on to whoever waits for it. */
  readonly onEscape: () => boolean
  /** A handle of the active annotation was dragged so that its range is now this one. */
  readonly onMoveEdge: (edge: Edge, range: TextRange) => void
  /** The first visible offset, after scrolling. */
  readonly onPosition: (offset: number) => void
}

/** What the session shows, apart from the selection, which is its own. */
export interface TextSessionModel extends Omit<PaintModel, 'selection'> {
  /** Range between the handles, null for none. */
  readonly handles: TextRange | null
  readonly ticks: readonly Tick[]
}

/** One article's text on the page with caret, selection, marks and handles, until `destroy`. */
export interface TextSession {
  readonly caretText: CaretText
  show(model: TextSessionModel): void
  /** Sets caret and selection and brings the caret into sight; the listener is not told. */
  select(selection: ReaderSelection): void
  /** Scrolls so that an offset is in sight. */
  reveal(offset: number, place: RevealPlace): void
  /** Goes on showing a range as selected although the caret is elsewhere, until it is held no longer. */
  hold(range: TextRange | null): void
  focus(): void
  /** Says something to screen readers. */
  announce(message: string): void
  destroy(): void
}

/** Longest text that is read out when the caret moves or a selection changes, in code units. */
const ANNOUNCED = 160

/** Builds the text in `elements.host` and listens to keys and pointer there. */
export function createTextSession(
  elements: TextSessionElements,
  body: ArticleBody,
  options: { readonly lang: string | null; readonly dir: 'ltr' | 'rtl' },
  listener: TextSessionListener,
): TextSession {
  const { frame, scroller, host, status } = elements
  const view = createTextView(host, body, options)
  const painter = createMarkPainter(view, scroller)
  const ticks = createTicks(view, scroller, frame)
  const caretText: CaretText = { text: body.text, blocks: view.blocks, locale: options.lang ?? undefined }
  let model: TextSessionModel = { ...EMPTY_MODEL, handles: null, ticks: [] }
  let selection: ReaderSelection = { anchor: view.blocks[0]?.start ?? 0, focus: view.blocks[0]?.start ?? 0 }
  let dragged: TextRange | null = null
  let held: TextRange | null = null
  /** True from pressing the pointer in the text to letting go: the browser's selection is its own until then. */
  let pointing = false

  const overlay = createOverlay(view, {
    onDrag(edge, offset, exact) {
      const from = model.handles
      if (!from) return
      const at = exact ? offset : snapEdge(caretText, offset, edge)
      const range = edge === 'start' ? { start: at, end: from.end } : { start: from.start, end: at }
      if (range.start >= range.end) return
      dragged = range
      overlay.showHandles(range)
      paint()
    },
    onDrop(edge) {
      const range = dragged
      dragged = null
      paint()
      overlay.showHandles(model.handles)
      if (range) listener.onMoveEdge(edge, range)
    },
    onCancel() {
      dragged = null
      overlay.showHandles(model.handles)
      paint()
    },
  })

  const hasFocus = (): boolean => host.contains(document.activeElement)

  function paint(): void {
    painter.paint({
      ...model,
      selection: dragged ?? held ?? (hasFocus() ? null : rangeOfSelection(selection)),
    })
  }

  function showSelection(reveal: boolean): void {
    if (hasFocus()) view.select(selection)
    else paint()
    overlay.showCaret(hasFocus() ? selection.focus : null)
    if (reveal) revealOffset(view, scroller, selection.focus, 'nearest')
  }

  function announce(message: string): void {
    status.textContent = message
  }

  function announceSelection(): void {
    const range = rangeOfSelection(selection)
    const here = range ?? wordAt(body.text, selection.focus, caretText.locale)
    if (!here) return
    const words = body.text.slice(here.start, here.end)
    const short = words.length > ANNOUNCED ? `… ${words.slice(-ANNOUNCED)}` : words
    announce(range ? `${short} selected` : short)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const mod = isMac() ? event.metaKey : event.ctrlKey
    if (mod && event.key.toLowerCase() === 'a' && !event.altKey) {
      const first = view.blocks[0]?.start ?? 0
      changeSelection({ anchor: first, focus: view.blocks.at(-1)?.end ?? first }, 'key')
    } else if (event.key === 'Enter' && !mod && !event.altKey && !event.shiftKey) listener.onEnter()
    else if (event.key === 'Escape') {
      if (!listener.onEscape()) return
    } else {
      const move = moveOfKey(
        { key: event.key, shiftKey: event.shiftKey, altKey: event.altKey, mod },
        options.dir === 'rtl',
      )
      if (!move) return
      changeSelection(moveCaret(caretText, selection, move), 'key')
      announceSelection()
    }
    event.preventDefault()
    event.stopPropagation()
  }

  function changeSelection(next: ReaderSelection, by: 'key' | 'pointer'): void {
    selection = next
    showSelection(by === 'key')
    listener.onSelection(next, by)
  }

  function onPointerDown(event: PointerEvent): void {
    if (event.button === 0) pointing = true
  }

  function onPointerUp(event: PointerEvent): void {
    if (!pointing) return
    pointing = false
    const made = view.readSelection()
    if (!made) return
    const range = rangeOfSelection(made)
    const kept = range && (event.altKey ? range : wholeWords(caretText, range))
    if (!kept) {
      changeSelection({ anchor: made.focus, focus: made.focus }, 'pointer')
      listener.onPress(made.focus)
      return
    }
    const backwards = made.focus < made.anchor
    changeSelection(
      backwards ? { anchor: kept.end, focus: kept.start } : { anchor: kept.start, focus: kept.end },
      'pointer',
    )
  }

  function onFocus(): void {
    if (pointing) return
    showSelection(false)
    paint()
  }

  function onBlur(): void {
    overlay.showCaret(null)
    paint()
  }

  let positionFrame = 0
  function onScroll(): void {
    cancelAnimationFrame(positionFrame)
    positionFrame = requestAnimationFrame(() => listener.onPosition(firstVisibleOffset(view, scroller)))
  }

  host.addEventListener('keydown', onKeyDown)
  host.addEventListener('pointerdown', onPointerDown)
  host.addEventListener('focus', onFocus)
  host.addEventListener('blur', onBlur)
  document.addEventListener('pointerup', onPointerUp)
  scroller.addEventListener('scroll', onScroll, { passive: true })
  const resized = new ResizeObserver(() => overlay.place())
  resized.observe(view.root)

  return {
    caretText,
    show(next) {
      const ticksChanged = next.ticks !== model.ticks
      model = next
      paint()
      overlay.showHandles(dragged ?? next.handles)
      if (ticksChanged) ticks.show(next.ticks)
    },
    select(next) {
      selection = next
      showSelection(true)
    },
    reveal: (offset, place) => revealOffset(view, scroller, offset, place),
    hold(range) {
      held = range
      paint()
    },
    focus: () => host.focus({ preventScroll: true }),
    announce,
    destroy() {
      cancelAnimationFrame(positionFrame)
      host.removeEventListener('keydown', onKeyDown)
      host.removeEventListener('pointerdown', onPointerDown)
      host.removeEventListener('focus', onFocus)
      host.removeEventListener('blur', onBlur)
      document.removeEventListener('pointerup', onPointerUp)
      scroller.removeEventListener('scroll', onScroll)
      resized.disconnect()
      overlay.destroy()
      ticks.destroy()
      painter.destroy()
      view.destroy()
    },
  }
}

/** The range grown to whole words, without white space at its ends; null when there is nothing else in it. */
function wholeWords({ text, locale }: CaretText, range: TextRange): TextRange | null {
  const trimmed = trimRange(text, range.start, range.end)
  return trimmed.start < trimmed.end ? snapToWords(text, trimmed, locale) : null
}

/** The edge of the word at the offset that a boundary belongs to; the offset itself between words. */
function snapEdge({ text, locale }: CaretText, offset: number, edge: Edge): number {
  const word = wordAt(text, offset, locale)
  if (!word || offset <= word.start || offset >= word.end) return offset
  return edge === 'start' ? word.start : word.end
}
