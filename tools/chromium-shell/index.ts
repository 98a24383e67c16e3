/**
 * The part of Electron's main-process API that Crossread uses, over an installed Chromium. Loaded in Electron's place by
 * register.mjs. What product code imports and calls is checked against this module by check-usage.ts.
 */
export { app } from './app'
export { BrowserWindow, type BrowserWindowConstructorOptions } from './browser-window'
export { dialog } from './dialog'
export { shell } from './desktop'
export { ipcMain } from './ipc-main'
export { Menu, MenuItem, type MenuItemConstructorOptions } from './menu'
export { NativeImage } from './native-image'
export { nativeTheme } from './native-theme'
export { protocol } from './protocol'
export { screen } from './screen'
export { session, type Session } from './session'
export { WebContents, type IpcMainInvokeEvent, type WebFrameMain } from './web-contents'
export type FileFilter = Electron.FileFilter
