import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { fail } from '#core/model/result'
import { checkArguments } from '#ipc/arguments'
import { INVOKE_ANSWERS, isInvokeChannel, type Reply } from '#ipc/bridge'
import type { EventChannel, EventChannels, InvokeChannel, InvokeChannels } from '#ipc/channels'
import { isAppUrl } from './app-url'
import { describeThrown, type Log } from './log'

/** What main does for each call. */
export type Handlers = {
  readonly [C in InvokeChannel]: (
    ...args: Parameters<InvokeChannels[C]>
  ) => ReturnType<InvokeChannels[C]> | Promise<ReturnType<InvokeChannels[C]>>
}

/**
 * Registers every handler behind the two checks: the call comes from the top frame of our window showing one of our own
 * pages, and its arguments pass their guards (test/unit/main/ipc.test.ts). A refused call is answered and logged.
 */
export function registerHandlers(handlers: Handlers, ownContents: () => WebContents | null, log: Log): void {
  for (const channel of Object.keys(INVOKE_ANSWERS)) {
    if (isInvokeChannel(channel)) registerHandler(channel, handlers, ownContents, log)
  }
}

function registerHandler<C extends InvokeChannel>(
  channel: C,
  handlers: Handlers,
  ownContents: () => WebContents | null,
  log: Log,
): void {
  ipcMain.handle(
    channel,
    async (event, ...args: unknown[]): Promise<Reply<ReturnType<InvokeChannels[C]>>> => {
      const checked = isTrustedSender(event, ownContents())
        ? checkArguments(channel, args)
        : fail('refused', `${channel} was called from outside the window's own page.`)
      if (!checked.ok) {
        log.write('warn', checked.error.message)
        return { refused: checked.error }
      }
      try {
        return { answer: await handlers[channel](...checked.value) }
      } catch (error) {
        log.write('error', `${channel}: ${describeThrown(error)}`)
        throw new Error(`${channel} failed; the log says why.`, { cause: error })
      }
    },
  )
}

function isTrustedSender(event: IpcMainInvokeEvent, own: WebContents | null): boolean {
  const frame = event.senderFrame
  // A frame that navigated or closed while its message was under way is null, and not trusted.
  if (frame === null || own === null || event.sender !== own) return false
  return frame.parent === null && isAppUrl(frame.url)
}

/** Sends an event to the page. */
export function sendEvent<C extends EventChannel>(
  contents: WebContents,
  channel: C,
  ...payload: Parameters<EventChannels[C]>
): void {
  contents.send(channel, ...payload)
}
