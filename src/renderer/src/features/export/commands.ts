import type { AppCommand } from '#store/commands'
import { askForExport } from '#store/export'
import { useLibrary } from '#store/library'
import { currentCorpus } from '#services/session'

/** Commands that take work out of the program. */
export const exportCommands: readonly AppCommand[] = [
  {
    id: 'export.dataset',
    label: 'Export dataset…',
    keys: ['Mod+E'],
    menu: 'file',
    group: 3,
    enabled: () => currentCorpus() !== null,
    run: () => askForExport('corpus'),
  },
  {
    id: 'export.selection',
    label: 'Export selected articles…',
    keys: [],
    menu: 'file',
    group: 3,
    enabled: () => useLibrary.getState().selection.selected.size > 0,
    run: () => askForExport('selection'),
  },
]
