import { undoOfLatest } from '#services/history'
import { notifyUndo, orNotify } from '#ui/notify'

/** Says what was done and offers to take just that back. */
export async function offerUndo(message: string): Promise<void> {
  const takeBack = await undoOfLatest()
  notifyUndo(message, () => void orNotify(takeBack()))
}
