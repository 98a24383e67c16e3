import { PACKAGE_EXTENSION } from '#core/model/package'
import type { Result } from '#core/model/result'
import { hasArticles } from '#services/articles'
import { invoke, pathsOfFiles } from '#services/bridge'
import { createCorpus, liveCorpora } from '#services/corpora'
import { firstValue } from '#services/first-value'
import { startBratImport, startImport } from '#services/imports'
import { currentCorpus, openCorpus } from '#services/session'
import { useIntake, type ChosenImport } from '#store/intake'
import { notifyError, orNotify } from '#ui/notify'

/** Asks for folders, for files, for a package, or for brat folders, then imports them. */
export async function pickAndImport(kind: 'folder' | 'files' | 'package' | 'brat'): Promise<void> {
  const grant = await orNotify(invoke('import:pick', kind))
  if (grant) await beginImport(kind === 'brat' ? { ...grant, format: 'brat' } : grant)
}

/** Imports files and folders that were dropped on the window. */
export async function importDropped(files: readonly File[]): Promise<void> {
  const paths = pathsOfFiles(files)
  if (paths.length === 0) {
    notifyError({
      kind: 'invalid-input',
      message: 'What was dropped is not a file or folder of this computer.',
      advice: 'Save it to a file first, then drop that.',
    })
    return
  }
  const grant = await orNotify(invoke('import:drop', paths))
  if (grant) await beginImport(grant)
}

/** Makes a corpus of the sample articles and opens it; opens the one there is when it was made before. */
export async function importSample(): Promise<void> {
  const known = (await firstValue(liveCorpora())).find((corpus) => corpus.name === SAMPLE_NAME)
  if (known && known.articles > 0) {
    await orNotify(openCorpus(known.id))
    return
  }
  const grant = await orNotify(invoke('import:sample'))
  if (!grant) return
  const corpus =
    known ??
    (await orNotify(createCorpus(SAMPLE_NAME, 'One invented event as five invented outlets report it.')))
  const opened = corpus && (await orNotify(openCorpus(corpus.id)))
  if (opened) await importIntoOpen(grant)
  else await invoke('import:close', grant.token)
}

const SAMPLE_NAME = 'Sample corpus'

/** True for a package chosen by itself. One that lies in a folder is imported with it. */
function isPackage({ roots }: ChosenImport): boolean {
  return roots.length === 1 && roots[0]?.toLowerCase().endsWith(PACKAGE_EXTENSION) === true
}

/** Shows what is in a package; the one whose contents were shown before is left alone from then on. */
async function showPackage(grant: ChosenImport): Promise<void> {
  const before = useIntake.getState().package
  useIntake.setState({ package: grant })
  if (before) await invoke('import:close', before.token)
}

/**
 * Starts importing what was chosen. A package is shown first. Anything else goes into a new corpus when there is none, into the open one when it is empty, and
 * otherwise after asking.
 */
export async function beginImport(grant: ChosenImport): Promise<void> {
  if (isPackage(grant)) {
    await showPackage(grant)
    return
  }
  const corpus = currentCorpus()
  if (!corpus) {
    const made = await importIntoNew(grant, await unusedName(nameOf(grant)))
    if (!made.ok) {
      notifyError(made.error)
      await invoke('import:close', grant.token)
    }
    return
  }
  if (!(await hasArticles())) {
    await importIntoOpen(grant)
    return
  }
  const waiting = useIntake.getState().chosen
  if (waiting) await invoke('import:close', waiting.token)
  useIntake.setState({ chosen: grant })
}

/** Imports into the corpus that is open. */
export async function importIntoOpen(grant: ChosenImport): Promise<void> {
  const start = grant.format === 'brat' ? startBratImport : startImport
  const started = await orNotify(start(grant))
  if (started === null) await invoke('import:close', grant.token)
}

/** Imports into a new corpus of that name, and opens it. The grant is kept when the corpus cannot be made. */
export async function importIntoNew(grant: ChosenImport, name: string): Promise<Result<null>> {
  const made = await createCorpus(name)
  if (!made.ok) return made
  // The question where to is answered; the window of the new corpus must not ask it again.
  useIntake.setState({ chosen: null })
  const opened = await openCorpus(made.value.id)
  if (!opened.ok) return opened
  await importIntoOpen(grant)
  return { ok: true, value: null }
}

/** A name for a corpus made of what was chosen: that of the folder or file. */
export function nameOf({ roots }: ChosenImport): string {
  return roots[0]?.replace(/\.[a-z0-9]{1,5}$/i, '') || 'New corpus'
}

/** The name, with a number behind it where another corpus has it. */
export async function unusedName(name: string): Promise<string> {
  const taken = new Set((await firstValue(liveCorpora())).map((corpus) => corpus.name.toLocaleLowerCase()))
  let free = name
  for (let number = 2; taken.has(free.toLocaleLowerCase()); number += 1) free = `${name} ${number}`
  return free
}
