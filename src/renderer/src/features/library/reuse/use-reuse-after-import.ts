import { useEffect, useRef } from 'react'
import { liveImports, type ImportProgress } from '#services/imports'
import { findReuseOfNewArticles } from '#services/reuse'
import { useLive } from '#services/use-live'

/** Milliseconds after an import in which the next one may begin: several folders are looked through once. */
const CALM_MS = 3_000

const NO_IMPORTS: readonly ImportProgress[] = []

/**
 * Has copies looked for once an import that was seen running has ended.
 * @param calm another pause for a test, in milliseconds
 */
export function useReuseAfterImport(calm = CALM_MS): void {
  const imports = useLive<readonly ImportProgress[]>(liveImports(), NO_IMPORTS)
  const isImporting = imports.some(({ state }) => state === 'running')
  const wasImporting = useRef(false)
  useEffect(() => {
    if (isImporting) wasImporting.current = true
    if (isImporting || !wasImporting.current) return
    const timer = setTimeout(() => {
      wasImporting.current = false
      void findReuseOfNewArticles()
    }, calm)
    return () => clearTimeout(timer)
  }, [isImporting, calm])
}
