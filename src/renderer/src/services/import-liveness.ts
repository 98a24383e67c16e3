import type { CorpusDatabase } from '#data/database'
import { importLockName, listImports, updateImport } from '#data/imports'

/** Marks imports that say they run but whose worker is gone (the program was killed) as interrupted. */
export async function settleImports(db: CorpusDatabase): Promise<void> {
  const running = (await listImports(db)).filter((row) => row.state === 'running')
  if (running.length === 0) return
  const { held = [], pending = [] } = await navigator.locks.query()
  const alive = new Set([...held, ...pending].map((lock) => lock.name))
  for (const { id } of running) {
    if (!alive.has(importLockName(id))) await updateImport(db, id, { state: 'interrupted' })
  }
}
