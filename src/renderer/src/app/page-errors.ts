import { invoke } from '#services/bridge'

/** Chromium's note that a layout took two frames; an `error` event by name only. */
const BENIGN = 'ResizeObserver loop'

/** Longest report, in UTF-16 code units; the log takes no more. */
const MAX_REPORT = 4_000

/**
 * Writes what nothing caught to the log, as fatal: a run without a window ends by it instead of waiting for a page that
 * will say no more. The preload could not do it, since its world does not hear of this one's errors.
 */
export function reportPageErrors(): void {
  window.addEventListener('error', ({ message, filename, lineno, error }) => {
    if (!message.startsWith(BENIGN)) report(stackOf(error) ?? `${message} (${filename}:${String(lineno)})`)
  })
  window.addEventListener('unhandledrejection', ({ reason }) => {
    report(stackOf(reason) ?? `Unhandled rejection: ${String(reason)}`)
  })
}

function stackOf(thrown: unknown): string | null {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : null
}

function report(message: string): void {
  // Should the log itself be out of reach, reporting that would only come round again.
  invoke('app:log', 'fatal', message.slice(0, MAX_REPORT)).catch(() => undefined)
}
