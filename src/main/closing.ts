/** Longest that the window stays open for the page's last work, in milliseconds. What is not done then is done at the next start. */
const CLOSE_LIMIT = 3_000

/** What closing needs of the program around it. */
export interface ClosingContext {
  /** Tells the page that the window is about to close. */
  readonly ask: () => void
  /** Closes it for good. */
  readonly close: () => void
}

/** The last moments of a window: the page may make a backup, and is never waited for longer than `limit`. */
export interface Closing {
  /** Handler of the window's `close`. */
  readonly onClose: (event: { preventDefault(): void }) => void
  /** The page listens, and will be asked. */
  readonly pageReady: () => void
  /** The page is done. */
  readonly pageClosed: () => void
  /** Nobody is there to ask, until the next `pageReady`. */
  readonly pageGone: () => void
}

/** @param limit milliseconds */
export function createClosing({ ask, close }: ClosingContext, limit = CLOSE_LIMIT): Closing {
  let state: 'unready' | 'ready' | 'asked' | 'closing' = 'unready'
  let timer: NodeJS.Timeout | undefined
  const closeNow = (): void => {
    if (state !== 'asked') return
    clearTimeout(timer)
    state = 'closing'
    close()
  }
  return {
    onClose: (event) => {
      if (state === 'closing' || state === 'unready') return
      event.preventDefault()
      // A second wish to close is a person's who does not want to wait.
      if (state === 'asked') {
        closeNow()
        return
      }
      state = 'asked'
      timer = setTimeout(closeNow, limit)
      timer.unref()
      ask()
    },
    pageReady: () => {
      if (state === 'unready') state = 'ready'
    },
    pageClosed: closeNow,
    pageGone: () => {
      if (state === 'asked') closeNow()
      else if (state === 'ready') state = 'unready'
    },
  }
}
