import type { AppCommand } from '#store/commands'
import { importSample, pickAndImport } from './begin'

/** Commands that bring articles in. */
export const importCommands: readonly AppCommand[] = [
  {
    id: 'import.folder',
    label: 'Import folder…',
    keys: ['Mod+I'],
    menu: 'file',
    group: 2,
    run: () => void pickAndImport('folder'),
  },
  {
    id: 'import.files',
    label: 'Import files or a dataset…',
    keys: ['Mod+O'],
    menu: 'file',
    group: 2,
    run: () => void pickAndImport('files'),
  },
  {
    id: 'import.package',
    label: 'Open a package…',
    keys: [],
    menu: 'file',
    group: 2,
    run: () => void pickAndImport('package'),
  },
  {
    id: 'import.brat',
    label: 'Import a brat folder…',
    keys: [],
    menu: 'file',
    group: 2,
    run: () => void pickAndImport('brat'),
  },
  {
    id: 'import.sample',
    label: 'Open the sample corpus',
    keys: [],
    menu: 'file',
    group: 2,
    run: () => void importSample(),
  },
]
