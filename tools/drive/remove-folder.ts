import { rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'

/** How long a browser may go on writing after its program was killed, in milliseconds. */
const PATIENCE = 15_000

/**
 * Removes a folder of the program's data. Node's own retries do not list the folder again, so they never get past a
 * browser that is still writing its last files.
 */
export async function removeFolder(path: string): Promise<void> {
  const end = Date.now() + PATIENCE
  for (;;) {
    try {
      await rm(path, { recursive: true, force: true })
      return
    } catch (error) {
      if (Date.now() > end) throw error
      await delay(100)
    }
  }
}
