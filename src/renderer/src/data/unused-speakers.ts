import type { CorpusDatabase } from './database'

/**
 * Deletes the speakers that only the program has made and that nothing names any more: no annotation, and no change
 * that undo or redo could bring back.
 */
export async function deleteUnusedSpeakers(db: CorpusDatabase): Promise<void> {
  await db.transaction('rw', db.annotations, db.speakers, db.journalChanges, async () => {
    const unused = new Set<string>()
    for (const { id, settled } of await db.speakers.toArray()) {
      if (id.startsWith('spk_') && !settled) unused.add(id)
    }
    for (const index of ['[quotation.speaker+status]', '[claim.claimant+status]']) {
      const named = (await db.annotations.orderBy(index).uniqueKeys()) as unknown as (readonly [
        string,
        string,
      ])[]
      for (const [speaker] of named) unused.delete(speaker)
    }
    if (unused.size === 0) return
    await db.journalChanges.each(({ changes }) => {
      for (const { table, id, before, after } of changes) {
        if (table === 'speakers') unused.delete(id)
        if (table !== 'annotations') continue
        for (const row of [before, after]) {
          unused.delete(row?.quotation?.speaker ?? '')
          unused.delete(row?.claim?.claimant ?? '')
        }
      }
    })
    await db.speakers.bulkDelete([...unused])
  })
}
