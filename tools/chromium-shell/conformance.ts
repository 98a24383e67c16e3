import type * as shell from './index'
import type * as preload from './preload-api'

/*
 * The shell invents nothing: every member that product code can reach through it is one of Electron's, by name. That the
 * calls made of them fit both is held by compiling src/main and src/preload twice, against Electron's declarations
 * (tsconfig.node.json) and against the shell's (check-usage.ts).
 */

/** An error at compile time unless there is none. */
type None<T extends never> = T
/** Members of the shell's object that Electron's lacks; `Own` are those for the shell's other modules. */
type Invented<Shell, Real, Own extends PropertyKey = never> = Exclude<keyof Shell, keyof Real | Own>

export type Checks = [
  None<
    Invented<
      typeof shell.app,
      Electron.App,
      'addCleanup' | 'windowOpened' | 'windowClosed' | 'closePrevented'
    >
  >,
  None<Invented<typeof shell.app.commandLine, Electron.CommandLine, 'added'>>,
  None<Invented<shell.BrowserWindow, Electron.BrowserWindow>>,
  None<Invented<typeof shell.BrowserWindow, typeof Electron.BrowserWindow>>,
  None<Invented<shell.BrowserWindowConstructorOptions, Electron.BrowserWindowConstructorOptions>>,
  None<
    Invented<
      shell.WebContents,
      Electron.WebContents,
      'page' | 'attach' | 'load' | 'edit' | 'mayNavigate' | 'refreshAccelerators' | 'prompt'
    >
  >,
  None<Invented<shell.WebFrameMain, Electron.WebFrameMain>>,
  None<Invented<shell.IpcMainInvokeEvent, Electron.IpcMainInvokeEvent>>,
  None<Invented<typeof shell.ipcMain, Electron.IpcMain>>,
  None<Invented<typeof shell.dialog, Electron.Dialog>>,
  None<Invented<typeof shell.shell, Electron.Shell>>,
  None<Invented<typeof shell.Menu, typeof Electron.Menu>>,
  None<Invented<shell.Menu, Electron.Menu, 'find'>>,
  None<Invented<shell.MenuItem, Electron.MenuItem, 'choose'>>,
  None<Invented<shell.MenuItemConstructorOptions, Electron.MenuItemConstructorOptions>>,
  None<Invented<typeof shell.nativeTheme, Electron.NativeTheme>>,
  None<Invented<typeof shell.protocol, Electron.Protocol>>,
  None<Invented<typeof shell.screen, Electron.Screen>>,
  None<Invented<typeof shell.session, typeof Electron.session>>,
  None<Invented<shell.Session, Electron.Session>>,
  None<Invented<shell.Session['webRequest'], Electron.WebRequest>>,
  None<Invented<typeof preload.contextBridge, Electron.ContextBridge>>,
  None<Invented<typeof preload.ipcRenderer, Electron.IpcRenderer>>,
  None<Invented<typeof preload.webUtils, Electron.WebUtils>>,
]
