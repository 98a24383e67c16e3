/**
 * What a preload script imports from `electron`, as the shell supports it. Only types: the objects themselves are made in
 * the page (page/preload-world.ts).
 */
export declare const contextBridge: Pick<Electron.ContextBridge, 'exposeInMainWorld'>

export declare const ipcRenderer: {
  invoke: Electron.IpcRenderer['invoke']
  on(channel: string, listener: (event: object, ...args: unknown[]) => void): unknown
  removeListener(channel: string, listener: (event: object, ...args: unknown[]) => void): unknown
}

export declare const webUtils: Pick<Electron.WebUtils, 'getPathForFile'>
