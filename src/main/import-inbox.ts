import type { ImportGrant } from '#ipc/channels'

/** Imports that nobody asked for in the page: from the command line, a second start or the desktop. */
export interface ImportInbox {
  /** Hands an import to the page, now or as soon as it is ready. */
  readonly add: (grant: ImportGrant) => void
  /** The page listens; what waited is handed over, in order. */
  readonly pageReady: () => void
  /** No page listens until the next `pageReady`. */
  readonly pageGone: () => void
}

/** @param send tells the page about a grant */
export function createImportInbox(send: (grant: ImportGrant) => void): ImportInbox {
  const waiting: ImportGrant[] = []
  let ready = false
  return {
    add: (grant) => {
      if (ready) send(grant)
      else waiting.push(grant)
    },
    pageReady: () => {
      ready = true
      for (const grant of waiting.splice(0)) send(grant)
    },
    pageGone: () => {
      ready = false
    },
  }
}
