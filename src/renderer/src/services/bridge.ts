import type { CrossreadBridge } from '#ipc/bridge'
import type { EventChannel, EventChannels, InvokeChannel, InvokeChannels } from '#ipc/channels'

declare global {
  interface Window {
    /** What the preload exposes; this module alone touches it. */
    readonly crossread: CrossreadBridge
  }
}

/** Calls main. What main refuses rejects; expected failures are `Result` values of the channel. */
export function invoke<C extends InvokeChannel>(
  channel: C,
  ...args: Parameters<InvokeChannels[C]>
): Promise<ReturnType<InvokeChannels[C]>> {
  return window.crossread.invoke(channel, ...args)
}

/** Listens to main; answers the function that ends it. */
export function on<C extends EventChannel>(channel: C, listener: EventChannels[C]): () => void {
  return window.crossread.on(channel, listener)
}

/** Absolute paths of dropped files, for `import:drop`. */
export function pathsOfFiles(files: readonly File[]): readonly string[] {
  return window.crossread.pathsOfFiles(files)
}
