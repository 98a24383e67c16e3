import { contextBridge, ipcRenderer, webUtils } from 'electron'
import {
  type CrossreadBridge,
  INVOKE_ANSWERS,
  isEventChannel,
  isInvokeChannel,
  type Reply,
} from '#ipc/bridge'
import type { EventChannel, EventChannels, InvokeChannel, InvokeChannels } from '#ipc/channels'

/** Paths of files that were really handed over by the person; the page cannot invent one. */
const droppedPaths = new Set<string>()

async function invoke<C extends InvokeChannel>(
  channel: C,
  ...args: Parameters<InvokeChannels[C]>
): Promise<ReturnType<InvokeChannels[C]>> {
  if (!isInvokeChannel(channel)) throw new Error('No such channel.')
  if (channel === 'import:drop') refuseInventedPaths(args[0])
  const reply: Reply<ReturnType<InvokeChannels[C]>> = await ipcRenderer.invoke(channel, ...args)
  if ('answer' in reply) return reply.answer
  if (INVOKE_ANSWERS[channel] === 'result') {
    return { ok: false, error: reply.refused } as ReturnType<InvokeChannels[C]>
  }
  throw new Error(reply.refused.message)
}

function refuseInventedPaths(paths: unknown): void {
  if (!Array.isArray(paths) || !paths.every((path) => droppedPaths.has(String(path)))) {
    throw new Error('import:drop takes only paths of dropped files.')
  }
}

function on<C extends EventChannel>(channel: C, listener: EventChannels[C]): () => void {
  if (!isEventChannel(channel)) throw new Error('No such channel.')
  // The event object stays here: it would hand `ipcRenderer` to the page.
  const forward = (_event: unknown, ...payload: unknown[]): void => {
    Reflect.apply(listener, undefined, payload)
  }
  ipcRenderer.on(channel, forward)
  return () => {
    ipcRenderer.removeListener(channel, forward)
  }
}

function pathsOfFiles(files: readonly File[]): string[] {
  const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '')
  for (const path of paths) droppedPaths.add(path)
  return paths
}

const bridge: CrossreadBridge = { invoke, on, pathsOfFiles }
contextBridge.exposeInMainWorld('crossread', Object.freeze(bridge))
