import { cancelFindingReuse, startFindingReuse } from '#services/reuse'
import type { AppCommand } from '#store/commands'
import { orNotify } from '#ui/notify'

let isRunning = false

/** Tells the commands whether copies are being looked for. */
export function noteReuse(running: boolean): void {
  isRunning = running
}

/** Commands that look for text shared across the corpus. */
export const reuseCommands: readonly AppCommand[] = [
  {
    id: 'reuse.find',
    label: 'Find copies in the whole corpus',
    keys: ['Mod+Alt+D'],
    menu: 'corpus',
    group: 3,
    enabled: () => !isRunning,
    run: () => void orNotify(startFindingReuse()),
  },
  {
    id: 'reuse.cancel',
    label: 'Stop finding copies',
    keys: [],
    menu: 'corpus',
    group: 3,
    enabled: () => isRunning,
    run: () => void cancelFindingReuse(),
  },
]
