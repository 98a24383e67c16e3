/**
 * A thing a person can do, declared once: the native menu, the command palette, the keys and the `?` overlay
 * all read it from here. Each feature exports its list; `app/` collects them.
 */
export interface AppCommand {
  /** `feature.verb`, such as `annotate.highlight`; unique in the program. */
  readonly id: string
  /** Imperative, sentence case, as menu and palette show it: "Mark as quotation". */
  readonly label: string
  /**
   * Keys that run it, the first one shown: `h`, `Mod+F`, `Shift+Enter`, `F3`. `Mod` is Ctrl, on macOS Cmd.
   * Keys without `Mod` or `Alt` (function keys apart) do nothing while a person types or a dialog is open.
   */
  readonly keys: readonly string[]
  /** Menu of the window that lists it. */
  readonly menu: 'file' | 'edit' | 'view' | 'article' | 'annotate' | 'story' | 'corpus' | 'help'
  /** Commands of one group stand together between separators; lower comes first. */
  readonly group: number
  /** Whether it can run now; always, when left out. Asked again at each key and after each change of view state. */
  readonly enabled?: () => boolean
  /**
   * `enabled` follows the database and may be a moment behind: it greys the menu entry and the palette leaves the
   * command out, but a key runs it all the same, and `run` looks for itself.
   */
  readonly looksItself?: true
  readonly run: () => void
}

/**
 * Part of the program that a list of commands belongs to: their keys work there alone. `stories` is the list of stories,
 * `story` an open one, whichever view of it (`findings`, `matrix`, `side-by-side`) is shown.
 */
export type CommandPlace =
  | 'everywhere'
  | 'library'
  | 'search'
  | 'reader'
  | 'codebook'
  | 'review'
  | 'speakers'
  | 'stories'
  | 'story'
  | 'findings'
  | 'matrix'
  | 'side-by-side'
  | 'import-report'
