import { bratAnnotator, readBrat, toBratAnnotations } from '#core/exchange/brat'
import { pairBratFiles, type BratDocument } from '#core/exchange/brat-files'
import { readFile } from '#core/intake/intake'
import type { ArticleDraft } from '#core/intake/intake'
import { bratCompanion, type BratAnnotations } from '#data/brat-import'
import type { ImportItem } from '#data/identity'
import { storeBatch } from '#data/import-batch'
import { readImport, updateImport } from '#data/imports'
import { KnownTexts } from '#data/known-texts'
import type { ImportCursor } from '#data/stored'
import { decodeFrames } from '#ipc/import-frames'
import type { ImportEnd } from './import-messages'
import { problem, SKIP_REASONS, skipped } from './import-report'
import { endImport, ended, readBatch, unlessAborted, type ImportJob } from './import-run'
import { turn } from './turn'

/** Documents stored in one transaction. */
const BATCH = 50

/** Settings of brat itself, which say nothing about an article. */
const SETTINGS = /(?:^|\/)[^/]+\.conf$/iu

/**
 * Imports brat folders: articles, and their quotations as accepted annotations. All files are read before the first is
 * stored, since a text and its annotations may lie anywhere in the stream; an import that was interrupted starts again
 * and makes the same rows.
 */
export function runBratImport(job: ImportJob): Promise<ImportEnd> {
  return endImport(job, () => importBrat(job))
}

/** What a stream of brat files brought. */
interface BratFiles {
  /** By root, then by path. */
  readonly files: ReadonlyMap<number, ReadonlyMap<string, Uint8Array>>
  /** Files that main did not hand out. */
  readonly skips: readonly ImportItem[]
  /** Files walked past. */
  readonly seen: number
}

/** One article on its way, with its annotations. */
interface Entry {
  readonly item: ImportItem
  readonly annotations: BratAnnotations | null
}

async function importBrat(job: ImportJob): Promise<ImportEnd> {
  const { db, id, roots, signal } = job
  if (!(await readImport(db, id))) return ended('cancelled')
  const known = await KnownTexts.load(db)
  const read = await readAll(job)
  if ('state' in read) return read
  let entries: Entry[] = read.skips.map((item) => ({ item, annotations: null }))
  const { seen } = read
  const store = async (done: boolean): Promise<boolean> => {
    const items = entries.map(({ item }) => item)
    const companion = bratCompanion(
      db,
      entries.map(({ annotations }) => annotations),
    )
    entries = []
    const row = await storeBatch(db, id, { items, cursor: null, seen, total: seen, done }, known, companion)
    return row !== null
  }
  for (const [root, files] of read.files) {
    const { documents, orphans } = pairBratFiles([...files.keys()])
    for (const path of orphans) {
      entries.push({ item: skipped(path, 'It belongs to no text of the folder.'), annotations: null })
    }
    for (const document of documents) {
      entries.push(...readDocument(document, files, roots[root] ?? null))
      if (entries.length < BATCH) continue
      await turn()
      if (signal.aborted || !(await store(false))) return ended('cancelled')
    }
  }
  return (await store(true)) ? ended('done') : ended('cancelled')
}

async function readAll({ db, id, source, signal }: ImportJob): Promise<BratFiles | ImportEnd> {
  const files = new Map<number, Map<string, Uint8Array>>()
  const skips: ImportItem[] = []
  let cursor: ImportCursor | null = null
  for (;;) {
    const fetched = await unlessAborted(signal, source.batch(cursor))
    if (!fetched) return ended('cancelled')
    if (!fetched.ok) return ended('failed', fetched.error)
    const batch = readBatch(decodeFrames(fetched.value))
    for (const { header, bytes } of batch.frames) {
      // brat makes an empty file for a text that nobody has marked yet.
      const isUnmarked =
        header.kind === 'skipped' && header.reason === 'empty' && /\.ann$/iu.test(header.path)
      if (header.kind === 'file' || isUnmarked) {
        const own = files.get(header.root) ?? new Map<string, Uint8Array>()
        files.set(header.root, own)
        own.set(header.path, bytes)
      } else if (header.kind === 'skipped' && !SETTINGS.test(header.path)) {
        skips.push(skipped(header.path, header.detail || SKIP_REASONS[header.reason]))
      }
    }
    const { seen, total, done } = batch.status
    if (done) return { files, skips, seen }
    if (batch.frames.length === 0) throw new Error('The import stream neither goes on nor ends.')
    cursor = batch.cursor ?? cursor
    await updateImport(db, id, { seen, total })
  }
}

/** The article of a document with its annotations, or why there is none. */
function readDocument(
  document: BratDocument,
  files: ReadonlyMap<string, Uint8Array>,
  rootName: string | null,
): Entry[] {
  const bytes = files.get(document.text) ?? new Uint8Array()
  const { drafts, problems } = readFile({ path: document.text, rootName, bytes })
  return [
    ...problems.map(({ path, message }): Entry => ({ item: skipped(path, message), annotations: null })),
    ...drafts.map((draft): Entry => {
      return { item: { kind: 'draft', draft }, annotations: annotationsOf(document, draft, files) }
    }),
  ]
}

function annotationsOf(
  { annotations: path, annotator: name, text }: BratDocument,
  draft: ArticleDraft,
  files: ReadonlyMap<string, Uint8Array>,
): BratAnnotations | null {
  const bytes = path === null ? undefined : files.get(path)
  if (path === null || !bytes) return null
  const annotator = bratAnnotator(name)
  const { body, encoding, textSha256, originalSha256 } = draft
  const isAsStored = textSha256 === originalSha256
  const original = isAsStored ? body.text : decode(files.get(text) ?? new Uint8Array(), encoding.name)
  const { quotations, problems } = readBrat(decode(bytes, 'utf-8'), { text: body.text, original })
  return {
    annotator,
    of: (article) => toBratAnnotations(article, body.text, annotator, quotations),
    lines: problems.map(({ line, message }) => problem(path, `Line ${String(line)}: ${message}`)),
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}
