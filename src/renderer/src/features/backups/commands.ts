import { backUpNow } from '#services/backups'
import { currentCorpus } from '#services/session'
import type { AppCommand } from '#store/commands'
import { showDialog } from '#store/navigation'
import { notifyDone, notifyError } from '#ui/notify'

/** Backs up the open corpus and says how it went. */
export async function backUpAndSay(): Promise<void> {
  const made = await backUpNow()
  if (!made.ok) notifyError(made.error)
  else if (made.value) notifyError(made.value)
  else notifyDone('A backup is made and checked.')
}

/** Commands of backups. */
export const backupCommands: readonly AppCommand[] = [
  {
    id: 'backup.make',
    label: 'Back up now',
    keys: [],
    menu: 'file',
    group: 3,
    enabled: () => currentCorpus() !== null,
    run: () => void backUpAndSay(),
  },
  {
    id: 'backup.show',
    label: 'Backups…',
    keys: [],
    menu: 'file',
    group: 3,
    run: () => showDialog('backups'),
  },
]
