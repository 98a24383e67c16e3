import type { AppError } from '#core/model/result'
import type { EventChannel, EventChannels, InvokeChannel, InvokeChannels } from './channels'

/** What main answers to a call: the handler's value, or why the call was not let through. */
export type Reply<T> = { readonly answer: T } | { readonly refused: AppError }

/** The preload global `window.crossread`, frozen: the only way from the page to main. */
export interface CrossreadBridge {
  /**
   * Calls main. A refused call (bad arguments, wrong frame) resolves to the failure where the channel answers a
   * `Result`, and rejects with the reason where it does not.
   */
  readonly invoke: <C extends InvokeChannel>(
    channel: C,
    ...args: Parameters<InvokeChannels[C]>
  ) => Promise<ReturnType<InvokeChannels[C]>>
  /** Listens to main; the answer ends the subscription. */
  readonly on: <C extends EventChannel>(channel: C, listener: EventChannels[C]) => () => void
  /**
   * Absolute paths of files dropped on the window; files made by script have none and are left out.
   * `import:drop` accepts only paths that came from here.
   */
  readonly pathsOfFiles: (files: readonly File[]) => string[]
}

type AnswerKind<C extends InvokeChannel> = [ReturnType<InvokeChannels[C]>] extends [{ readonly ok: boolean }]
  ? 'result'
  : 'plain'

/** The calls the preload lets through, and whether each answers a `Result`. The types keep it in step with the map. */
export const INVOKE_ANSWERS: { readonly [C in InvokeChannel]: AnswerKind<C> } = {
  'app:info': 'plain',
  'app:ready': 'plain',
  'app:close': 'plain',
  'app:log': 'plain',
  'menu:set': 'plain',
  'import:pick': 'result',
  'import:drop': 'result',
  'import:sample': 'result',
  'import:set-limit': 'plain',
  'import:resume': 'result',
  'import:inspect': 'result',
  'import:close': 'plain',
  'export:pick': 'result',
  'export:finish': 'result',
  'export:abort': 'plain',
  'export:reveal': 'plain',
  'backup:list': 'plain',
  'backup:settle': 'result',
  'backup:folder': 'plain',
  'backup:pick-folder': 'result',
  'backup:forget-folder': 'plain',
  'corpora:note': 'plain',
  'corpora:noted': 'plain',
  'headless:job': 'plain',
  'headless:progress': 'plain',
  'headless:done': 'plain',
}

/** The events the preload lets the page listen to. */
export const EVENT_NAMES: { readonly [C in EventChannel]: true } = {
  'menu:command': true,
  'import:granted': true,
  'app:closing': true,
}

/** True for a channel of the call map; `Object.hasOwn` keeps `constructor` and its like out. */
export function isInvokeChannel(value: unknown): value is InvokeChannel {
  return typeof value === 'string' && Object.hasOwn(INVOKE_ANSWERS, value)
}

/** True for a channel of the event map. */
export function isEventChannel(value: unknown): value is EventChannel {
  return typeof value === 'string' && Object.hasOwn(EVENT_NAMES, value)
}
