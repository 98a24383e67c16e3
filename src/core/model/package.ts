import { DATASET_FORMAT } from './dataset'
import { z } from './schema-builder'

/*
 * A package, version 1: a ZIP with a dataset, a text about it for people, and this manifest, which says what is in it and
 * holds its checksum (docs/dataset-format.md, "Packages").
 */

/** Value of a manifest's `format` field. */
export const PACKAGE_FORMAT = 'crossread-package'

/** Newest version this program writes and reads. */
export const PACKAGE_VERSION = 1

/** What a package's file is called, with its dot. */
export const PACKAGE_EXTENSION = '.crossread'

/** Names of the members of a package. */
export const PACKAGE_MEMBERS = {
  dataset: 'dataset.json',
  readme: 'README.txt',
  manifest: 'crossread.json',
} as const

/** Longest manifest that is read, in bytes. */
export const MANIFEST_LIMIT = 4 * 1024 * 1024

/** Largest dataset that a package may hold, in bytes: what the plain form of a ZIP can say. */
export const PACKAGED_DATASET_LIMIT = 0xff_ff_ff_fe

const count = z.int().nonnegative()

/** The manifest. Unknown fields are ignored, so that version 1 can grow. */
export const packageManifestSchema = z.object({
  format: z.literal(PACKAGE_FORMAT),
  version: z.int().positive(),
  generator: z.object({ name: z.string().max(200), version: z.string().max(100) }),
  exportedAt: z.iso.datetime({ offset: true }).optional(),
  corpus: z.object({
    id: z.string().max(200),
    name: z.string().max(1_000),
    description: z.string().max(100_000),
  }),
  counts: z.object({ articles: count, annotations: count, suggestions: count, stories: count }),
  /** Annotators with how many of the accepted annotations each of them made. */
  annotators: z.array(z.object({ name: z.string().max(1_000), annotations: count })).max(10_000),
  dataset: z.object({
    file: z.literal(PACKAGE_MEMBERS.dataset),
    format: z.literal(DATASET_FORMAT),
    version: z.int().positive(),
    /** False: the texts were left out. */
    texts: z.boolean(),
    bytes: count,
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits'),
  }),
})

/** What a package says of itself. */
export type PackageManifest = z.infer<typeof packageManifestSchema>
