import { dialog, type BrowserWindow, type FileFilter } from 'electron'
import type { ExportKind, ImportKind } from '#ipc/channels'
import { supportedExtensions } from './file-names'

const IMPORT_TITLES: Readonly<Record<ImportKind, string>> = {
  folder: 'Import a folder of articles',
  files: 'Import articles or a dataset',
  brat: 'Import a brat folder',
}

/** Asks what to import: folders or files, several at a time. Null when the person cancels. */
export async function askForImport(window: BrowserWindow, kind: ImportKind): Promise<string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: IMPORT_TITLES[kind],
    buttonLabel: 'Import',
    properties: [kind === 'files' ? 'openFile' : 'openDirectory', 'multiSelections'],
    ...(kind === 'files'
      ? { filters: [{ name: 'Articles and datasets', extensions: supportedExtensions('articles') }] }
      : {}),
  })
  return canceled || filePaths.length === 0 ? null : filePaths
}

const EXPORT_FILTERS: Readonly<Record<ExportKind, FileFilter>> = {
  dataset: { name: 'Crossread dataset', extensions: ['json'] },
  report: { name: 'Table (CSV)', extensions: ['csv'] },
  table: { name: 'Table (CSV)', extensions: ['csv'] },
  page: { name: 'Web page', extensions: ['html'] },
}

const EXPORT_TITLES: Readonly<Record<ExportKind, string>> = {
  dataset: 'Export the dataset',
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
