import type { PackageManifest } from '#core/model/package'
import type { ColumnWish } from '#core/intake/table/columns'
import type { Result } from '#core/model/result'

/** What the person may have chosen to bring in. Only main knows the absolute paths behind a grant. */
export interface ImportGrant {
  /** Unguessable name of the grant; also the name of the import, so that a killed import can resume. */
  readonly token: string
  /** What the person chose, for display: the base names of the roots. */
  readonly roots: readonly string[]
}

/** What a file dialog may offer to bring in: folders of articles, single files, a package, or brat folders. */
export type ImportKind = 'folder' | 'files' | 'package' | 'brat'

/** A file the person chose to write to. Nothing exists under its name until `export:finish`. */
export interface ExportGrant {
  readonly token: string
  /** Base name of the target. */
  readonly name: string
}

/** What a file dialog may offer to write: a dataset, a package, the report of an import, a matrix as a table, a story as a page. */
export type ExportKind = 'dataset' | 'package' | 'report' | 'table' | 'page'

/** Where this program runs, for the about box and the interface's conventions. */
export interface AppInfo {
  readonly version: string
  /** Address of the page with the releases, to be shown; the program never asks for it. */
  readonly releases: string
  readonly platform: 'win32' | 'darwin' | 'linux'
  /** BCP 47 tag of the system's language. */
  readonly locale: string
}

/** Where backups lie: in the folder of the program's own data, or in the one the person chose. */
export type BackupPlace = 'own' | 'chosen'

/** A corpus as main remembers it outside the database. */
export interface NotedCorpus {
  readonly id: string
  readonly name: string
}

/** The files of one corpus' backups in one place. */
export interface BackupFolder {
  readonly place: BackupPlace
  readonly corpus: NotedCorpus
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
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
  /** What columns of tables hold, besides what their names say. */
  readonly columns: readonly ColumnWish[]
  /** Trains the tagger on what is accepted, and has it suggest. */
  readonly train: boolean
  readonly suggest: boolean
  /** Compares the articles of each story, making stories where there are none. */
  readonly compare: boolean
  readonly export: ExportGrant | null
  readonly format: 'dataset' | 'package'
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
  /** Answers `app:closing`: everything is done. */
  'app:close': () => void
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
  /** What a package that was chosen says of itself, once it was read and found whole; `import:close` stops the looking. */
  'import:inspect': (token: string) => Result<PackageManifest>
  /** The import is over: main forgets the grant. */
  'import:close': (token: string) => void
  'export:pick': (kind: ExportKind, suggestedName: string) => Result<ExportGrant | null>
  /** Flushes the temporary file and renames it over the target: after ok the file is whole, otherwise untouched. */
  'export:finish': (token: string) => Result<{ readonly name: string; readonly bytes: number }>
  'export:abort': (token: string) => void
  'export:reveal': (token: string) => void
  /** All backups that there are, of corpora that are gone too. The files themselves go over the app scheme. */
  'backup:list': () => readonly BackupFolder[]
  /**
   * A backup of the corpus is made: removes the files that are not needed any more, and brings the person's own folder,
   * if there is one, up to date. The failure is that folder's.
   */
  'backup:settle': (corpus: NotedCorpus, unneeded: readonly string[]) => Result<null>
  /** Folder for a second copy of every backup, null for none. */
  'backup:folder': () => string | null
  /** Asks for that folder; null when the person cancels. */
  'backup:pick-folder': () => Result<string | null>
  'backup:forget-folder': () => void
  /** Notes which corpora there are, outside the database: a lost database cannot say what was in it. */
  'corpora:note': (corpora: readonly NotedCorpus[]) => void
  /** The corpora noted last, also by an earlier run. */
  'corpora:noted': () => readonly NotedCorpus[]
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
  /** The window is about to close; main waits for `app:close`, though not for long. */
  'app:closing': () => void
}

export type InvokeChannel = keyof InvokeChannels
export type EventChannel = keyof EventChannels
