import { app, type BrowserWindow, session } from 'electron'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { declareAppScheme, serveAppScheme } from './app-scheme'
import { openBackups } from './backups'
import { createClosing } from './closing'
import { ownArguments, parseArguments, type Start, USAGE } from './command-line'
import { reportUncaught, watchPage } from './crashes'
import { createExports } from './exports'
import { openGrantStore } from './grants'
import { createHandlers, type Program, setMenu } from './handlers'
import type { HeadlessRun } from './headless-run'
import { startHeadless } from './headless-start'
import { createImportInbox } from './import-inbox'
import { createImports } from './imports'
import { registerHandlers, sendEvent } from './ipc'
import { createLog, describeThrown, type Log } from './log'
import { createRequestHandler } from './routes'
import { lockContents, lockSession } from './session-lock'
import { openWindow, showWindow } from './window'

/** A page that has not asked for its job by then never will, in milliseconds. */
const HEADLESS_START_LIMIT = 120_000

type RunStart = Extract<Start, { kind: 'window' | 'headless' }>

/** The one window, and the run without a window, once they are there. */
let window: BrowserWindow | null = null
let headless: HeadlessRun | null = null

/** Lets the page finish its work before the window goes. */
const closing = createClosing({
  ask: () => {
    if (window !== null) sendEvent(window.webContents, 'app:closing')
  },
  close: () => {
    app.quit()
  },
})

main()

function main(): void {
  const start = readArguments(process.argv, process.cwd())
  switch (start.kind) {
    case 'usage-error':
      say(`crossread: ${start.message}\n\n${USAGE}`)
      return app.exit(2)
    case 'help':
      process.stdout.write(USAGE)
      return app.exit(0)
    case 'version':
      process.stdout.write(`${app.getVersion()}\n`)
      return app.exit(0)
    default:
      return run(start)
  }
}

function readArguments(argv: readonly string[], folder: string): ReturnType<typeof parseArguments> {
  return parseArguments(ownArguments(argv, app.isPackaged, app.getAppPath(), folder), folder)
}

/** Everything that has to come before the program is ready. */
function run(start: RunStart): void {
  const paths = start.kind === 'headless' ? [...start.imports, ...start.bratImports] : []
  const missing = paths.find((path) => !existsSync(path))
  if (missing !== undefined) {
    say(`crossread: there is nothing to import at ${missing}.`)
    return app.exit(2)
  }
  choosePlaceForData(start)
  declareAppScheme()
  if (!app.requestSingleInstanceLock()) {
    if (start.kind === 'window') return app.exit(0)
    say('Failed: Crossread is already running with this data. Close it, or give --user-data another folder.')
    return app.exit(3)
  }
  const log = createLog(join(app.getPath('userData'), 'logs', 'crossread.log'))
  reportUncaught(log, () => headless)
  const program = createProgram(start, log)
  app.on('second-instance', (_event, argv, folder) => {
    welcomeSecondStart(program, readArguments(argv, folder))
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    acceptImports(program, [path])
  })
  if (start.kind === 'window') acceptImports(program, start.imports)
  app
    .whenReady()
    .then(() => open(start, program, log))
    .catch((error: unknown) => {
      log.write('fatal', describeThrown(error))
      say(`Failed: ${describeThrown(error)}`)
      app.exit(3)
    })
}

/** A temporary corpus lives in a folder of its own, so that it neither meets a running window nor leaves a trace. */
function choosePlaceForData(start: RunStart): void {
  if (start.userData !== null) {
    app.setPath('userData', start.userData)
  } else if (start.kind === 'headless' && start.temporary) {
    const folder = mkdtempSync(join(tmpdir(), 'crossread-'))
    app.setPath('userData', folder)
    process.once('exit', () => {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    })
  }
}

function createProgram(start: RunStart, log: Log): Program {
  const grants = openGrantStore(join(app.getPath('userData'), 'grants.json'), log)
  const exports = createExports(grants, log)
  app.on('quit', () => {
    exports.discardAll()
  })
  return {
    window: () => window,
    headless: () => headless,
    imports: createImports(grants, start.fileLimit),
    exports,
    backups: openBackups(app.getPath('userData'), log),
    closing,
    inbox: createImportInbox((grant) => {
      if (window !== null) sendEvent(window.webContents, 'import:granted', grant)
    }),
    log,
  }
}

async function open(start: RunStart, program: Program, log: Log): Promise<void> {
  if (start.kind === 'headless' && !(await openHeadless(start, program))) return
  lockContents(log)
  lockSession(session.defaultSession, log, !app.isPackaged)
  serveAppScheme(createRequestHandler({ assets: join(import.meta.dirname, '../renderer'), ...program }))
  registerHandlers(createHandlers(program), () => window?.webContents ?? null, log)
  setMenu([], program)
  window = openWindow({
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    statePath: start.kind === 'window' ? join(app.getPath('userData'), 'window-state.json') : null,
    log,
  })
  watchPage(window, log, headless, program.inbox.pageGone)
  if (start.kind === 'window') window.on('close', closing.onClose)
  window.webContents.on('render-process-gone', closing.pageGone)
  window.on('closed', () => {
    window = null
    program.imports.stopReading()
    void program.exports.abortBegun()
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
}

/** Prepares the run without a window; false when it is over before it began. */
async function openHeadless(
  start: Extract<Start, { kind: 'headless' }>,
  { imports, exports }: Program,
): Promise<boolean> {
  const started = await startHeadless(start, imports, exports, {
    say,
    exit: (code) => {
      exports.discardAll()
      app.exit(code)
    },
  })
  if (!started.ok) {
    say(
      ['Failed:', started.error.message, started.error.kept, started.error.advice].filter(Boolean).join(' '),
    )
    app.exit(3)
    return false
  }
  const current = started.value
  headless = current
  // A signal arrives as a wish to quit; so does the end of the desktop session.
  app.on('before-quit', (event) => {
    if (!current.isRunning()) return
    event.preventDefault()
    current.fail('Stopped before it was done.')
  })
  setTimeout(() => {
    if (!current.isStarted()) current.fail('The page did not start.')
  }, HEADLESS_START_LIMIT).unref()
  return true
}

function welcomeSecondStart(program: Program, start: ReturnType<typeof parseArguments>): void {
  if (start.kind !== 'window') return
  if (window !== null && headless === null) showWindow(window)
  acceptImports(program, start.imports)
}

function acceptImports({ imports, inbox }: Program, paths: readonly string[]): void {
  if (paths.length > 0 && headless === null) inbox.add(imports.grant(paths))
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
