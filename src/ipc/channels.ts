import type { Result } from '#core/model/result'

/** What the person may have chosen to bring in. Only main knows the absolute paths behind a grant. */
export interface ImportGrant {
  /** Unguessable name of the grant; also the name of the import, so that a killed import can resume. */
  readonly token: string
  /** What the person chose, for display: the base names of the roots. */
  readonly roots: readonly string[]
}

/** What a file dialog may offer to bring in: folders of articles, single files, or brat folders. */
export type ImportKind = 'folder' | 'files' | 'brat'

/** A file the person chose to write to. Nothing exists under its name until `export:finish`. */
export interface ExportGrant {
  readonly token: string
  /** Base name of the target. */
  readonly name: string
}

/** What a file dialog may offer to write: a dataset, the report of an import, a matrix as a table, a story as a page. */
export type ExportKind = 'dataset' | 'report' | 'table' | 'page'

/** Where this program runs, for the about box and the interface's conventions. */
export interface AppInfo {
  readonly version: string
  readonly platform: 'win32' | 'darwin' | 'linux'
  /** BCP 47 tag of the system's language. */
  readonly locale: string
}

/** The work that a headless run asks of the renderer (README.md, "Without a window"). */
export interface HeadlessJob {
  readonly imports: readonly ImportGrant[]
  /** Name of the corpus to use or make. */
  readonly corpus: string
  /** True: a corpus that is deleted when the job is done. */
  readonly temporary: boolean
  /** Brat folders, whose quotations come as accepted annotations. */
  readonly bratImports: readonly ImportGrant[]
  /** Trains the tagger on what is accepted, and has it suggest. */
  readonly train: boolean
  readonly suggest: boolean
  /** Compares the articles of each story, making stories where there are none. */
  readonly compare: boolean
  readonly export: ExportGrant | null
  readonly reproducible: boolean
}

/** One file that was not imported, for the headless run's stderr. */
export interface HeadlessProblem {
  readonly path: string
  readonly message: string
}

/** What the headless run says when it ends. `failed` is null when the job was done. */
export interface HeadlessOutcome {
  readonly imported: number
  readonly sameAs: number
  readonly problems: readonly HeadlessProblem[]
  readonly failed: string | null
}

/** How grave a line of the log is. */
export type LogLevel = 'info' | 'warn' | 'error' | 'fatal'

/** Ids of the commands that menu, palette and keys share. The app room gives each its action. */
export type CommandId = string

/** One entry of the native menu, described by the renderer's command registry. */
export interface MenuCommand {
  readonly id: CommandId
  readonly label: string
  /** Electron accelerator, such as `CmdOrCtrl+O`; null for none. */
  readonly accelerator: string | null
  readonly enabled: boolean
  readonly menu: 'file' | 'edit' | 'view' | 'article' | 'annotate' | 'story' | 'corpus' | 'help'
  /** Entries of one group stand together between separators. */
  readonly group: number
}

/** Calls from the renderer to main: channel -> signature. The one declaration both sides derive from. */
export interface InvokeChannels {
  'app:info': () => AppInfo
  /** Renderer is ready to receive events (menu commands, dropped or command-line imports). */
  'app:ready': () => void
  /** Writes to the log. `fatal`: the page cannot go on; a headless run ends with it. */
  'app:log': (level: LogLevel, message: string) => void
  'menu:set': (commands: readonly MenuCommand[]) => void
  'import:pick': (kind: ImportKind) => Result<ImportGrant | null>
  /** Paths of files dropped on the window, as `webUtils.getPathForFile` gave them to the preload. */
  'import:drop': (paths: readonly string[]) => Result<ImportGrant>
  /** The sample corpus that comes with the program. */
  'import:sample': () => Result<ImportGrant>
  /** Largest file handed out, in MB, from the settings; a limit given on the command line stands above it. */
  'import:set-limit': (megabytes: number) => void
  /** Opens an interrupted import again; fails with `not-found` when its folder is gone. */
  'import:resume': (token: string) => Result<ImportGrant>
  /** The import is over: main forgets the grant. */
  'import:close': (token: string) => void
  'export:pick': (kind: ExportKind, suggestedName: string) => Result<ExportGrant | null>
  /** Flushes the temporary file and renames it over the target: after ok the file is whole, otherwise untouched. */
  'export:finish': (token: string) => Result<{ readonly name: string; readonly bytes: number }>
  'export:abort': (token: string) => void
  'export:reveal': (token: string) => void
  /** The job of a headless run, null in a window. */
  'headless:job': () => HeadlessJob | null
  'headless:progress': (message: string) => void
  'headless:done': (outcome: HeadlessOutcome) => void
}

/** Messages from main to the renderer: channel -> payload. */
export interface EventChannels {
  'menu:command': (id: CommandId) => void
  /** Main asks to import, after a second start with a path or a file opened from the desktop. */
  'import:granted': (grant: ImportGrant) => void
}

export type InvokeChannel = keyof InvokeChannels
export type EventChannel = keyof EventChannels
