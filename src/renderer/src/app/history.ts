import { useEffect } from 'react'
import { liveHistory, redo, undo } from '#services/history'
import { useLive } from '#services/use-live'
import { provideCommands } from '#store/command-registry'
import type { AppCommand } from '#store/commands'
import { dismissUndo, notifyError } from '#ui/notify'

/** What undo and redo would do next; null for nothing. */
export interface HistoryLabels {
  readonly undo: string | null
  readonly redo: string | null
}

const NO_HISTORY: HistoryLabels = { undo: null, redo: null }

/** "Undo delete quotation" for "Delete quotation"; a name such as "PM" keeps its capitals. */
export function historyLabel(verb: 'Undo' | 'Redo', label: string | null): string {
  if (label === null) return verb
  const isAcronym = /^\p{Lu}{2}/u.test(label)
  return `${verb} ${isAcronym ? label : label.charAt(0).toLowerCase() + label.slice(1)}`
}

/** The steps asked for so far: each begins when the one before it is on disk, so quick keys count in their order. */
let steps: Promise<void> = Promise.resolve()

function step(move: typeof undo): void {
  dismissUndo()
  const asked = steps.then(async () => {
    const moved = await move()
    // Pressing the key once more than there is something to undo is no fault.
    if (!moved.ok && moved.error.kind !== 'not-found') notifyError(moved.error)
  })
  steps = asked.catch(() => undefined)
}

function historyCommands(labels: HistoryLabels): readonly AppCommand[] {
  return [
    {
      id: 'edit.undo',
      label: historyLabel('Undo', labels.undo),
      keys: ['Mod+Z'],
      menu: 'edit',
      group: 1,
      enabled: () => labels.undo !== null,
      looksItself: true,
      run: () => step(undo),
    },
    {
      id: 'edit.redo',
      label: historyLabel('Redo', labels.redo),
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      menu: 'edit',
      group: 1,
      enabled: () => labels.redo !== null,
      looksItself: true,
      run: () => step(redo),
    },
  ]
}

/** Follows the history of the open corpus and names undo and redo after it. */
export function useHistory(): HistoryLabels {
  const labels = useLive<HistoryLabels>(liveHistory(), NO_HISTORY)
  useEffect(() => {
    provideCommands('history', { place: 'everywhere', commands: historyCommands(labels) })
  }, [labels])
  return labels
}
