import { app, type BrowserWindow, Menu, shell } from 'electron'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '#core/model/result'
import type { AppInfo, ExportGrant, ExportKind, ImportGrant, ImportKind, MenuCommand } from '#ipc/channels'
import type { Backups } from './backups'
import type { Closing } from './closing'
import { suggestFileName } from './export-names'
import type { Exports } from './exports'
import { askForBackupFolder, askForImport, askForTarget } from './file-dialogs'
import type { HeadlessRun } from './headless-run'
import type { ImportInbox } from './import-inbox'
import type { Imports } from './imports'
import { type Handlers, sendEvent } from './ipc'
import type { Log } from './log'
import { createMenuTemplate } from './menu-template'

/** What the handlers work on. */
export interface Program {
  readonly window: () => BrowserWindow | null
  readonly imports: Imports
  readonly exports: Exports
  readonly backups: Backups
  readonly closing: Closing
  /** Null in a window. */
  readonly headless: () => HeadlessRun | null
  readonly log: Log
  readonly inbox: ImportInbox
}

const MEGABYTE = 1024 * 1024

/** What main does for each call of the page. */
export function createHandlers(program: Program): Handlers {
  const { imports, exports, backups, headless, log } = program
  return {
    'app:info': () => appInfo(),
    'app:ready': async () => {
      // A page that loads anew has forgotten what the one before had under way.
      if (headless() === null) await exports.abortBegun()
      program.inbox.pageReady()
      program.closing.pageReady()
    },
    'app:close': () => {
      program.closing.pageClosed()
    },
    'app:log': (level, message) => {
      log.write(level, `page: ${message}`)
      if (level === 'fatal') headless()?.fail(`The page broke: ${message}`)
    },
    'menu:set': (commands) => {
      setMenu(commands, program)
    },
    'import:pick': (kind) => pickImport(program, kind),
    'import:drop': (paths) =>
      paths.length === 0
        ? fail('invalid-input', 'Nothing that lies on this machine was dropped.')
        : ok(imports.grant(paths)),
    'import:sample': () => ok(imports.grant([sampleFolder()])),
    'import:set-limit': (megabytes) => {
      imports.setLimit(megabytes * MEGABYTE)
    },
    'import:resume': (token) => imports.resume(token),
    'import:inspect': (token) => imports.inspect(token),
    'import:close': (token) => {
      imports.close(token)
    },
    'export:pick': (kind, name) => pickTarget(program, kind, name),
    'export:finish': async (token) => {
      const result = await exports.finish(token)
      if (result.ok) headless()?.exported(result.value)
      return result
    },
    'export:abort': (token) => exports.abort(token),
    'export:reveal': (token) => {
      const path = exports.finishedPath(token)
      if (path !== null) shell.showItemInFolder(path)
    },
    'backup:list': () => backups.list(),
    'backup:settle': (corpus, unneeded) => backups.settle(corpus, unneeded),
    'backup:folder': () => backups.folder(),
    'backup:pick-folder': () => pickBackupFolder(program),
    'backup:forget-folder': () => {
      backups.setFolder(null)
    },
    'corpora:note': (corpora) => {
      backups.noteCorpora(corpora)
    },
    'corpora:noted': () => backups.notedCorpora(),
    'headless:job': () => headless()?.job() ?? null,
    'headless:progress': (message) => {
      headless()?.progress(message)
    },
    'headless:done': (outcome) => {
      headless()?.done(outcome)
    },
  }
}

/** Sets the native menu to these commands. */
export function setMenu(commands: readonly MenuCommand[], program: Program): void {
  const template = createMenuTemplate(commands, {
    platform: process.platform,
    development: !app.isPackaged,
    run: (id) => {
      const window = program.window()
      if (window !== null) sendEvent(window.webContents, 'menu:command', id)
    },
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function appInfo(): AppInfo {
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'
  return { version: app.getVersion(), releases: releasesPage(), platform, locale: app.getLocale() }
}

/** Of the package.json that the program came with: a fork that makes releases of its own names itself there. */
function releasesPage(): string {
  const json: unknown = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'))
  const isNamed = typeof json === 'object' && json !== null && 'homepage' in json
  return isNamed && typeof json.homepage === 'string' ? `${json.homepage}/releases` : ''
}

function sampleFolder(): string {
  return app.isPackaged
    ? join(process.resourcesPath, 'sample-corpus')
    : join(app.getAppPath(), 'resources', 'sample-corpus')
}

async function pickImport(program: Program, kind: ImportKind): Promise<Result<ImportGrant | null>> {
  const window = program.window()
  if (window === null || program.headless() !== null) return noDialog()
  const paths = await askForImport(window, kind)
  return ok(paths === null ? null : program.imports.grant(paths))
}

async function pickTarget(
  program: Program,
  kind: ExportKind,
  name: string,
): Promise<Result<ExportGrant | null>> {
  const window = program.window()
  if (window === null || program.headless() !== null) return noDialog()
  const suggestion = join(app.getPath('documents'), suggestFileName(name, kind))
  const target = await askForTarget(window, kind, suggestion)
  return target === null ? ok(null) : program.exports.grant(target, kind)
}

async function pickBackupFolder(program: Program): Promise<Result<string | null>> {
  const window = program.window()
  if (window === null || program.headless() !== null) return noDialog()
  const path = await askForBackupFolder(window)
  if (path !== null) program.backups.setFolder(path)
  return ok(path)
}

function noDialog(): Result<never> {
  return fail('unavailable', 'There is no window to ask in.')
}
