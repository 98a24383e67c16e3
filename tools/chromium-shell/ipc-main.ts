import type { IpcMainInvokeEvent } from './web-contents'

type Handler = (event: IpcMainInvokeEvent, ...args: never[]) => unknown

const handlers = new Map<string, Handler>()

/** Electron's `ipcMain`: calls that are answered. */
export const ipcMain = {
  handle: (channel: string, handler: Handler): void => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  removeHandler: (channel: string): void => {
    handlers.delete(channel)
  },
}

/** Runs main's handler for a call from a page. */
export async function handleInvoke(
  event: IpcMainInvokeEvent,
  channel: string,
  args: readonly unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  return handler(event, ...(args as never[]))
}
