import { dialog, type BrowserWindow, type FileFilter } from 'electron'
import { PACKAGE_EXTENSION } from '#core/model/package'
import type { ExportKind, ImportKind } from '#ipc/channels'
import { supportedExtensions } from './file-names'

const IMPORT_TITLES: Readonly<Record<ImportKind, string>> = {
  folder: 'Import a folder of articles',
  files: 'Import articles or a dataset',
  package: 'Open a Crossread package',
  brat: 'Import a brat folder',
}

interface ImportChoice {
  readonly properties: ('openFile' | 'openDirectory' | 'multiSelections')[]
  readonly filters?: FileFilter[]
}

const FOLDERS: ImportChoice = { properties: ['openDirectory', 'multiSelections'] }

const IMPORT_CHOICES: Readonly<Record<ImportKind, ImportChoice>> = {
  folder: FOLDERS,
  files: {
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'Articles and datasets', extensions: supportedExtensions('articles') }],
  },
  // One at a time: what is in it is shown before anything is imported.
  package: {
    properties: ['openFile'],
    filters: [{ name: 'Crossread package', extensions: [PACKAGE_EXTENSION.slice(1)] }],
  },
  brat: FOLDERS,
}

/** Asks what to import: folders or files, several at a time. Null when the person cancels. */
export async function askForImport(window: BrowserWindow, kind: ImportKind): Promise<string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: IMPORT_TITLES[kind],
    buttonLabel: kind === 'package' ? 'Open' : 'Import',
    ...IMPORT_CHOICES[kind],
  })
  return canceled || filePaths.length === 0 ? null : filePaths
}

const EXPORT_FILTERS: Readonly<Record<ExportKind, FileFilter>> = {
  dataset: { name: 'Crossread dataset', extensions: ['json'] },
  package: { name: 'Crossread package', extensions: [PACKAGE_EXTENSION.slice(1)] },
  report: { name: 'Table (CSV)', extensions: ['csv'] },
  table: { name: 'Table (CSV)', extensions: ['csv'] },
  page: { name: 'Web page', extensions: ['html'] },
}

const EXPORT_TITLES: Readonly<Record<ExportKind, string>> = {
  dataset: 'Export the dataset',
  package: 'Export a package',
  report: 'Save the import report',
  table: 'Export the matrix',
  page: 'Export the report',
}

/** Asks where to write. Null when the person cancels. */
export async function askForTarget(
  window: BrowserWindow,
  kind: ExportKind,
  suggestion: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: EXPORT_TITLES[kind],
    defaultPath: suggestion,
    filters: [EXPORT_FILTERS[kind]],
  })
  return canceled || filePath === '' ? null : filePath
}

/** Asks for the folder of the second copies of backups. Null when the person cancels. */
export async function askForBackupFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Keep a copy of every backup in',
    buttonLabel: 'Choose',
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}
