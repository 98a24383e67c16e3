import { damagedBackup, parseManifest, type BackupManifest, type BackupPart } from '#core/backup/manifest'
import { mergeBackup } from '#core/backup/merge'
import { fromDataset, parseDataset, type CorpusContent } from '#core/exchange/dataset-reader'
import type { Annotation } from '#core/model/annotation'
import { ok, type Result } from '#core/model/result'
import { sameValue } from '#data/changes'
import type { CorpusDatabase } from '#data/database'
import { writeDataset } from '#data/dataset-import'
import { decompress, hashOf, type BackupFiles } from './backup-files'
import type { BackupDifference, BackupPreview } from './backup-messages'

/** Reads and checks a backup's own file. */
export async function readManifest(files: BackupFiles, name: string): Promise<Result<BackupManifest>> {
  const bytes = await files.read(name)
  if (!bytes.ok) return bytes
  const text = await decompress(bytes.value)
  return text.ok ? parseManifest(text.value) : text
}

/** Reads a part and checks all of it: its hash, the dataset, every text and span. */
export async function readContent(files: BackupFiles, part: BackupPart): Promise<Result<CorpusContent>> {
  const bytes = await files.read(part.file)
  if (!bytes.ok) return bytes
  if ((await hashOf(bytes.value)) !== part.sha256)
    return damagedBackup('a file of texts is not as it was written')
  const text = await decompress(bytes.value)
  if (!text.ok) return text
  const dataset = parseDataset(text.value)
  return dataset.ok ? fromDataset(dataset.value) : dataset
}

/** Hands out the parts of a backup as it has them, each read, checked and merged; stops at the first that is damaged. */
async function eachPart(
  files: BackupFiles,
  manifest: BackupManifest,
  report: (done: number, total: number) => void,
  take: (content: CorpusContent) => Promise<void>,
): Promise<Result<null>> {
  const merge = mergeBackup(manifest)
  const total = manifest.parts.length
  report(0, total)
  for (const [index, part] of manifest.parts.entries()) {
    const content = await readContent(files, part)
    if (!content.ok) return content
    const merged = merge.part(content.value)
    if (!merged.ok) return merged
    await take(merged.value)
    report(index + 1, total)
  }
  return ok(null)
}

/** Reads and checks a whole backup, and says how it differs from the corpus as it is. Writes nothing. */
export async function previewBackup(
  files: BackupFiles,
  file: string,
  db: CorpusDatabase | null,
  report: (done: number, total: number) => void,
): Promise<Result<BackupPreview>> {
  const manifest = await readManifest(files, file)
  if (!manifest.ok) return manifest
  let articles = 0
  let annotations = 0
  const found = { missing: 0, changed: 0, kept: 0, articles: 0, articlesMissing: 0 }
  const read = await eachPart(files, manifest.value, report, async (content) => {
    const accepted = content.annotations.filter(({ status }) => status === 'accepted')
    articles += content.articles.length
    annotations += accepted.length
    if (!db) return
    const rows = await db.articles.bulkGet(content.articles.map(({ article }) => article.id))
    found.articles += rows.filter((row) => row && !row.removed).length
    found.articlesMissing += rows.filter((row) => !row || row.removed).length
    const now = await db.annotations.bulkGet(accepted.map(({ id }) => id))
    accepted.forEach((annotation, index) => {
      const here = now[index]
      if (here?.status !== 'accepted') found.missing += 1
      else {
        found.kept += 1
        if (!sameValue(essence(here), essence(annotation))) found.changed += 1
      }
    })
  })
  if (!read.ok) return read
  const difference = db && (await differenceFrom(db, found))
  const { madeAt, rows } = manifest.value
  return ok({ madeAt, name: rows.corpus.name, articles, annotations, difference })
}

interface Found {
  readonly missing: number
  readonly changed: number
  readonly kept: number
  readonly articles: number
  readonly articlesMissing: number
}

async function differenceFrom(db: CorpusDatabase, found: Found): Promise<BackupDifference> {
  let accepted = 0
  await db.stats.each((row) => {
    accepted += row.accepted
  })
  const articles = (await db.counts.get('articles'))?.value ?? 0
  return {
    articles: { missing: found.articlesMissing, added: Math.max(0, articles - found.articles) },
    annotations: {
      missing: found.missing,
      added: Math.max(0, accepted - found.kept),
      changed: found.changed,
    },
  }
}

/** What a person sees of an annotation. */
function essence({ created: _, modified: __, ...rest }: Annotation): object {
  return rest
}

/** What was restored. */
export interface Restored {
  readonly articles: number
  readonly annotations: number
}

/**
 * Writes a backup into an empty corpus under a name of its own. Each part is checked before it is written; a failure
 * leaves a corpus that whoever asked deletes again.
 */
export async function restoreBackup(
  files: BackupFiles,
  file: string,
  db: CorpusDatabase,
  name: string,
  report: (done: number, total: number) => void,
): Promise<Result<Restored>> {
  const manifest = await readManifest(files, file)
  if (!manifest.ok) return manifest
  const { rows } = manifest.value
  let articles = 0
  let annotations = 0
  const write = async (content: CorpusContent) => {
    await writeDataset(db, { ...content, corpus: { ...content.corpus, name } }, file, null)
    articles += content.articles.length
    annotations += content.annotations.filter(({ status }) => status === 'accepted').length
  }
  // A corpus without articles has a codebook all the same.
  if (manifest.value.parts.length === 0)
    await write({
      ...rows,
      savedSearches: rows.savedSearches ?? [],
      articles: [],
      annotations: [],
      comparisons: [],
    })
  const read = await eachPart(files, manifest.value, report, write)
  return read.ok ? ok({ articles, annotations }) : read
}
