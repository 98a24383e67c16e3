import { useEffect, useState } from 'react'
import { readContexts, type ReviewContext } from '#services/suggestions'

/** Contexts kept before they are forgotten: more than a screen, little enough to stay small. */
const KEPT = 400

/** The text around annotations, by id; read as they come into sight. */
export function useContexts(ids: readonly string[]): ReadonlyMap<string, ReviewContext> {
  const [known, setKnown] = useState<ReadonlyMap<string, ReviewContext>>(new Map())
  const missing = ids.filter((id) => !known.has(id)).join(' ')
  useEffect(() => {
    if (missing === '') return
    let isWanted = true
    readContexts(missing.split(' ')).then(
      (read) => {
        if (isWanted && read.size > 0) setKnown((before) => new Map([...before, ...read].slice(-KEPT)))
      },
      (error: unknown) => {
        // The corpus may be closed while its text is read, and the review goes with it.
        if (isWanted) throw error
      },
    )
    return () => {
      isWanted = false
    }
  }, [missing])
  return known
}
