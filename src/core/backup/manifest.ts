import { z } from '../model/schema-builder'
import type { Annotation } from '../model/annotation'
import type { Article } from '../model/article'
import type { Layer, Tag } from '../model/codebook'
import type { ClusterDecision, FindingDecision } from '../model/comparison'
import type { Annotator, Corpus, Story } from '../model/corpus'
import { fail, ok, type Result } from '../model/result'
import type { SavedSearch } from '../model/saved-search'
import type { Source } from '../model/source'
import type { Speaker } from '../model/speaker'

/** A file of a backup that holds articles with their annotations as they were when it was written: a dataset, gzipped. */
export interface BackupPart {
  readonly file: string
  /** Of the bytes of the file, compressed as they are. */
  readonly sha256: string
  readonly articles: number
}

/** A row by its id as it is now; null when it is gone. */
export type BackupRow<T> = readonly [id: string, row: T | null]

/** What a backup holds beside its parts: whole tables where they are small, and the rows that differ from the parts. */
export interface BackupRows {
  readonly corpus: Corpus
  readonly layers: readonly Layer[]
  readonly tags: readonly Tag[]
  readonly annotators: readonly Annotator[]
  readonly sources: readonly Source[]
  readonly speakers: readonly Speaker[]
  readonly stories: readonly Story[]
  /** Absent in backups of a program that could not keep any. */
  readonly savedSearches?: readonly SavedSearch[]
  readonly clusterDecisions: readonly ClusterDecision[]
  readonly findingDecisions: readonly FindingDecision[]
  readonly articles: readonly BackupRow<Article>[]
  readonly annotations: readonly BackupRow<Annotation>[]
}

/** One backup: what it is made of and what is in it (docs/decisions/backups.md). */
export interface BackupManifest {
  readonly format: 'crossread-backup'
  readonly version: 1
  /** Version of the program that wrote it. */
  readonly generator: string
  /** ISO time. */
  readonly madeAt: string
  /** Names the parts that belong together. */
  readonly base: string
  /** Articles that are not removed, and annotations that are accepted. */
  readonly articles: number
  readonly annotations: number
  /** Position in the journal that it goes up to, and the one from which its rows differ from the parts. */
  readonly seq: number
  readonly baseSeq: number
  /** Number of the last pack of texts in the parts; 0 for none. */
  readonly lastPack: number
  /** How many files imports have found to be articles that were there, by which those may have changed. */
  readonly merged: number
  readonly parts: readonly BackupPart[]
  readonly rows: BackupRows
}

const VERSION = 1

const named = z.looseObject({ id: z.string(), name: z.string() })
const identified = z.looseObject({ id: z.string() })
const article = z.looseObject({ id: z.string(), paths: z.array(z.string()), removed: z.boolean() })
const annotation = z.looseObject({
  id: z.string(),
  article: z.string(),
  layer: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  exact: z.string(),
  status: z.enum(['accepted', 'rejected', 'suggested']),
  tags: z.array(z.string()),
})
const rowOf = <T extends z.ZodType>(row: T) => z.tuple([z.string(), row.nullable()])
const count = z.number().int().nonnegative()

/** Names of parts, as `partName` makes them. */
export const PART_NAME = /^texts-[0-9a-f]{12}-\d{1,6}\.crossread\.json\.gz$/

/** Names of backups, as `backupName` makes them. */
export const BACKUP_NAME = /^backup-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z-([0-9a-f]{12})\.json\.gz$/

const schema = z.object({
  format: z.literal('crossread-backup'),
  version: z.literal(VERSION),
  generator: z.string(),
  madeAt: z.iso.datetime(),
  base: z.string().regex(/^[0-9a-f]{12}$/),
  articles: count,
  annotations: count,
  seq: count,
  baseSeq: count,
  lastPack: count,
  merged: count,
  parts: z.array(
    z.object({
      file: z.string().regex(PART_NAME),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      articles: count,
    }),
  ),
  rows: z.object({
    corpus: named,
    layers: z.array(named),
    tags: z.array(named),
    annotators: z.array(named),
    sources: z.array(named),
    speakers: z.array(named),
    stories: z.array(named),
    savedSearches: z.array(named).optional(),
    clusterDecisions: z.array(identified),
    findingDecisions: z.array(identified),
    articles: z.array(rowOf(article)),
    annotations: z.array(rowOf(annotation)),
  }),
})

/** Name of the file of a backup made at a time (milliseconds since 1970). */
export function backupName(time: number, base: string): string {
  const stamp = new Date(time).toISOString().slice(0, 19).replaceAll(':', '-')
  return `backup-${stamp}Z-${base}.json.gz`
}

/** Name of a part; parts are numbered from 0. */
export function partName(base: string, part: number): string {
  return `texts-${base}-${String(part)}.crossread.json.gz`
}

/** When a backup of that name was made (milliseconds since 1970) and on which parts it stands; null for another file. */
export function readBackupName(name: string): { readonly time: number; readonly base: string } | null {
  const [, day, hour, minute, second, base] = BACKUP_NAME.exec(name) ?? []
  const time = Date.parse(`${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`)
  return base === undefined || Number.isNaN(time) ? null : { time, base }
}

const DAMAGED = {
  kept: 'The corpus and the other backups are untouched.',
  advice: 'Choose an older backup.',
}

/** The refusal of a backup that is not as it was written. `what` completes “This backup is damaged: …”. */
export function damagedBackup(what: string) {
  return fail('unreadable', `This backup is damaged: ${what}.`, DAMAGED)
}

/**
 * Reads a backup's own file.
 * @returns `unreadable` when it is not what the program writes, `unsupported-version` when a newer one wrote it
 */
export function parseManifest(text: string): Result<BackupManifest> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return damagedBackup('it is cut off or overwritten')
  }
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : null
  if (typeof version === 'number' && version > VERSION) {
    return fail('unsupported-version', 'A newer Crossread has written this backup.', {
      kept: 'Nothing was changed.',
      advice: 'Update Crossread, or choose an older backup.',
    })
  }
  const checked = schema.safeParse(json)
  if (!checked.success) {
    return damagedBackup(`${checked.error.issues[0]?.path.join('.') ?? 'it'} is not what was written`)
  }
  // The schema looks at what restoring relies on; the rest of a row is as the database had it.
  return ok(checked.data as unknown as BackupManifest)
}
