import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { Zip, ZipDeflate } from 'fflate'
import { DATASET_FORMAT, DATASET_VERSION } from '../model/dataset'
import {
  PACKAGE_FORMAT,
  PACKAGE_MEMBERS,
  PACKAGE_VERSION,
  PACKAGED_DATASET_LIMIT,
  type PackageManifest,
} from '../model/package'
import { DatasetWriteError } from './dataset-errors'
import { datasetChunks, type DatasetOptions, type DatasetSource, type DatasetSummary } from './dataset-writer'
import { packageReadme } from './package-readme'

/** Chunks are at least this long, except the last. */
const CHUNK_BYTES = 1 << 20

/** Time of every member: that of packing would make two exports of one corpus differ. */
const NO_TIME = new Date(1980, 0, 1)

/**
 * Writes a package, piece by piece: the dataset as it comes, then the text for people, then the manifest, whose counts and
 * checksum are known only at the end. No more of the dataset than a chunk is in memory.
 * @throws {DatasetWriteError} like `datasetChunks`; `too-large` for a dataset above 4 GB
 */
export async function* packageChunks(
  source: DatasetSource,
  options: DatasetOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  let ready: Uint8Array[] = []
  let waiting = 0
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
    waiting += chunk.length
  })
  const take = (): Uint8Array<ArrayBuffer> => {
    const taken = concatBytes(...ready)
    ready = []
    waiting = 0
    return taken
  }
  const member = (name: string): ZipDeflate => {
    const file = new ZipDeflate(name, { level: 6 })
    zip.add(Object.assign(file, { mtime: NO_TIME }))
    return file
  }

  const hash = sha256.create()
  let bytes = 0
  const dataset = member(PACKAGE_MEMBERS.dataset)
  const chunks = datasetChunks(source, options)
  let summary: DatasetSummary
  for (;;) {
    const chunk = await chunks.next()
    if (chunk.done === true) {
      summary = chunk.value
      break
    }
    const encoded = utf8ToBytes(chunk.value)
    bytes += encoded.length
    if (bytes > PACKAGED_DATASET_LIMIT) throw tooLarge()
    hash.update(encoded)
    dataset.push(encoded)
    if (waiting >= CHUNK_BYTES) yield take()
  }
  dataset.push(new Uint8Array(), true)

  const manifest = manifestOf(summary, options, { bytes, sha256: bytesToHex(hash.digest()) })
  member(PACKAGE_MEMBERS.readme).push(utf8ToBytes(packageReadme(manifest)), true)
  member(PACKAGE_MEMBERS.manifest).push(utf8ToBytes(`${JSON.stringify(manifest, null, 2)}\n`), true)
  zip.end()
  yield take()
}

function manifestOf(
  { corpus, articles, annotations, suggestions, stories, annotators }: DatasetSummary,
  { generator, exportedAt, text }: DatasetOptions,
  dataset: Pick<PackageManifest['dataset'], 'bytes' | 'sha256'>,
): PackageManifest {
  return {
    format: PACKAGE_FORMAT,
    version: PACKAGE_VERSION,
    generator,
    ...(exportedAt === null ? {} : { exportedAt }),
    corpus,
    counts: { articles, annotations, suggestions, stories },
    annotators: [...annotators],
    dataset: {
      file: PACKAGE_MEMBERS.dataset,
      format: DATASET_FORMAT,
      version: DATASET_VERSION,
      texts: text,
      ...dataset,
    },
  }
}

function tooLarge(): DatasetWriteError {
  return new DatasetWriteError(
    'too-large',
    'The dataset is above 4 GB, more than a package holds.',
    'Export a dataset, or a part of the corpus.',
  )
}
