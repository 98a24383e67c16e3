import { createHash } from 'node:crypto'
import { close, fstat, open } from 'node:fs'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { type Entry, fromFdPromise, getFileNameLowLevel, type ZipFile } from 'yauzl'
import { readPackageManifest } from '#core/exchange/package-manifest'
import {
  MANIFEST_LIMIT,
  PACKAGE_MEMBERS,
  PACKAGED_DATASET_LIMIT,
  type PackageManifest,
} from '#core/model/package'
import { type ErrorKind, fail, ok, type Result } from '#core/model/result'
import { leadsOut } from './containers/member-names'
import { createUnpackMeter, readUpTo, UnpackLimitError } from './containers/unpack-limits'
import type { FileLocation } from './file-names'
import { describeFailure } from './file-reader'

const openFile = promisify(open)
const closeFile = promisify(close)
const statFile = promisify(fstat)

/** A package has three members; whoever repacks one adds a few. */
const MOST_MEMBERS = 1_000

const KEPT = 'Nothing of it was imported.'
const COPY_AGAIN = 'Copy it again from where it comes from.'

/** A package that is open, its description read; the dataset not yet. */
interface OpenPackage {
  readonly manifest: PackageManifest
  readonly dataset: () => Promise<Readable>
  readonly close: () => Promise<void>
}

/** The dataset of a package, part by part in its order; asking for another place begins anew. */
export interface PackageReader {
  /**
   * Bytes from a place on, `most` of them unless it ends before. None at its end, once all of them were what the checksum
   * says: whoever has an empty part has read what was written.
   */
  readonly read: (from: number, most: number) => Promise<Result<Uint8Array<ArrayBuffer>>>
  readonly close: () => Promise<void>
}

/**
 * Reads a package whole, keeping nothing, and answers what it says of itself once its dataset is what its checksum says
 * (test/unit/main/package-file.test.ts). Fails with what is wrong: no package, damaged, a trap, of a newer version.
 * @param name what it is called for a person
 */
export async function inspectPackage(
  location: FileLocation,
  name: string,
  signal?: AbortSignal,
): Promise<Result<PackageManifest>> {
  const opened = await openPackage(location, name)
  if (!opened.ok) return opened
  const { manifest, dataset, close: end } = opened.value
  try {
    const check = createCheck(manifest, name)
    for await (const chunk of (await dataset()) as AsyncIterable<Uint8Array>) {
      if (signal?.aborted === true)
        return fail('cancelled', `Looking into ${name} was stopped.`, { kept: KEPT })
      check.add(chunk)
    }
    const checked = check.end()
    return checked.ok ? ok(manifest) : checked
  } catch {
    return damaged(name)
  } finally {
    await end()
  }
}

/** Reads the dataset of a package; it is opened with the first part. */
export function createPackageReader(location: FileLocation, name: string): PackageReader {
  let open: OpenPackage | null = null
  let chunks: AsyncIterator<Uint8Array> | null = null
  let check: Check | null = null
  let rest: Uint8Array = new Uint8Array()
  let at = 0

  const end = async (): Promise<void> => {
    const ending = open
    await chunks?.return?.().catch(() => undefined)
    open = chunks = check = null
    rest = new Uint8Array()
    at = 0
    await ending?.close()
  }

  const begin = async (): Promise<Result<null>> => {
    await end()
    const opened = await openPackage(location, name)
    if (!opened.ok) return opened
    open = opened.value
    chunks = ((await open.dataset()) as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
    check = createCheck(open.manifest, name)
    return ok(null)
  }

  /** Reads on, up to so many bytes. */
  const take = async (most: number): Promise<Uint8Array[]> => {
    const taken: Uint8Array[] = []
    for (let length = 0; length < most;) {
      if (rest.length === 0) {
        const next = await chunks?.next()
        if (next === undefined || next.done === true) break
        check?.add(next.value)
        rest = next.value
      }
      const part = rest.subarray(0, most - length)
      rest = rest.subarray(part.length)
      taken.push(part)
      length += part.length
      at += part.length
    }
    return taken
  }

  return {
    read: async (from, most) => {
      try {
        if (open === null || from !== at) {
          const begun = await begin()
          if (!begun.ok) return begun
          await take(from)
        }
        const bytes = new Uint8Array(Buffer.concat(await take(most)))
        if (bytes.length > 0 || check === null) return ok(bytes)
        const checked = check.end()
        await end()
        return checked.ok ? ok(bytes) : checked
      } catch {
        await end()
        return damaged(name)
      }
    },
    close: end,
  }
}

/** Compares the bytes of a dataset with what the description says of them. */
interface Check {
  readonly add: (chunk: Uint8Array) => void
  readonly end: () => Result<null>
}

function createCheck({ dataset }: PackageManifest, name: string): Check {
  const hash = createHash('sha256')
  return {
    add: (chunk) => {
      hash.update(chunk)
    },
    end: () =>
      hash.digest('hex') === dataset.sha256
        ? ok(null)
        : refuse(
            'unreadable',
            `${name} is not what was written: the checksum of its dataset is another.`,
            'It was damaged or changed on its way. Ask for it again.',
          ),
  }
}

async function openPackage(location: FileLocation, name: string): Promise<Result<OpenPackage>> {
  let handle: number
  try {
    handle = await openFile(location, 'r')
  } catch (error) {
    return refuse('unreadable', `${name} cannot be opened. ${describeFailure(error).detail}`, COPY_AGAIN)
  }
  const end = (): Promise<void> => closeFile(handle)
  const opened = await lookInto(handle, name).catch(() => damaged(name))
  if (!opened.ok) {
    await end()
    return opened
  }
  return ok({ ...opened.value, close: end })
}

async function lookInto(handle: number, name: string): Promise<Result<Omit<OpenPackage, 'close'>>> {
  const { size } = await statFile(handle)
  if (size === 0) return refuse('unreadable', `${name} is empty (0 bytes).`, COPY_AGAIN)
  const zip = await fromFdPromise(handle, { autoClose: false, decodeStrings: false }).catch(() => null)
  if (zip === null) {
    return refuse(
      'not-a-dataset',
      `${name} is no Crossread package, or it is cut off: it cannot be read as a ZIP archive.`,
      `${COPY_AGAIN} If that does not help, it is something else under this name.`,
    )
  }
  const found = await findMembers(zip, name)
  if (!found.ok) return found
  const { manifest: description, dataset } = found.value
  const manifest = await readManifest(zip, description, name)
  if (!manifest.ok) return manifest
  const sized = checkSize(dataset, manifest.value, size, name)
  return sized.ok
    ? ok({ manifest: manifest.value, dataset: () => zip.openReadStreamPromise(dataset) })
    : sized
}

interface Members {
  readonly dataset: Entry
  readonly manifest: Entry
}

/** Unix kind of a member, in the upper half of its attributes. */
const KIND_MASK = 0o170000
const KIND_LINK = 0o120000

/**
 * The two members that are read. Nothing of a package is ever written under a name that it has; still, one whose names
 * lead out, or that has two of a kind for two readers to see different things in, was made to do harm.
 */
async function findMembers(zip: ZipFile, name: string): Promise<Result<Members>> {
  const found = new Map<string, Entry>()
  let members = 0
  for await (const entry of zip.eachEntry()) {
    members += 1
    if (members > MOST_MEMBERS) return refuse('too-large', `${name} holds more files than a package has.`)
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
    const member = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
    if (leadsOut(member)) {
      return refuse('refused', `${name} was made to do harm: a name in it leads out of it.`, ASK_WHO_MADE_IT)
    }
    if (found.has(member)) {
      return refuse('refused', `${name} holds two files of one name, so it is not opened.`, ASK_WHO_MADE_IT)
    }
    if (member === PACKAGE_MEMBERS.dataset || member === PACKAGE_MEMBERS.manifest) {
      const isLink = ((entry.externalFileAttributes >>> 16) & KIND_MASK) === KIND_LINK
      if (isLink) return refuse('refused', `${name} holds a link in place of a file.`, ASK_WHO_MADE_IT)
      if (entry.isEncrypted() || !entry.canDecodeFileData()) {
        return refuse('unreadable', `${name} is packed or encrypted in a way that is not read.`, EXPORT_AGAIN)
      }
    }
    found.set(member, entry)
  }
  const dataset = found.get(PACKAGE_MEMBERS.dataset)
  const manifest = found.get(PACKAGE_MEMBERS.manifest)
  if (dataset === undefined || manifest === undefined) {
    return refuse(
      'not-a-dataset',
      `${name} is a ZIP archive, but no Crossread package: there is no ${dataset ? PACKAGE_MEMBERS.manifest : PACKAGE_MEMBERS.dataset} in it.`,
      'To import the articles in an archive, give it the ending .zip.',
    )
  }
  return ok({ dataset, manifest })
}

const ASK_WHO_MADE_IT = 'Ask whoever made it for one that Crossread exported.'
const EXPORT_AGAIN = 'Export it again where it comes from.'

async function readManifest(zip: ZipFile, entry: Entry, name: string): Promise<Result<PackageManifest>> {
  const stream = await zip.openReadStreamPromise(entry)
  try {
    const meter = createUnpackMeter(entry.compressedSize)
    const bytes = await readUpTo(stream, MANIFEST_LIMIT, meter, 'drop')
    if (bytes === null) return refuse('too-large', `${name} says too much of itself to be a package.`)
    return readPackageManifest(new TextDecoder().decode(bytes))
  } finally {
    stream.destroy()
  }
}

/** Looks at the sizes before anything is unpacked; that no more comes out than they say, yauzl sees to. */
function checkSize(entry: Entry, { dataset }: PackageManifest, size: number, name: string): Result<null> {
  const { uncompressedSize } = entry
  if (uncompressedSize > PACKAGED_DATASET_LIMIT) {
    return refuse(
      'too-large',
      `${name} holds a dataset above 4 GB, more than is read.`,
      'Export it in parts.',
    )
  }
  try {
    createUnpackMeter(size).add(uncompressedSize)
  } catch (error) {
    if (error instanceof UnpackLimitError)
      return refuse('too-large', `${name}: ${error.message}`, ASK_WHO_MADE_IT)
    throw error
  }
  if (uncompressedSize !== dataset.bytes) {
    return refuse(
      'unreadable',
      `${name} is not what was written: its dataset has another length.`,
      EXPORT_AGAIN,
    )
  }
  return ok(null)
}

function damaged(name: string): Result<never> {
  return refuse('unreadable', `${name} is damaged and cannot be unpacked.`, COPY_AGAIN)
}

function refuse(kind: ErrorKind, message: string, advice?: string): Result<never> {
  return fail(kind, message, { kept: KEPT, ...(advice !== undefined && { advice }) })
}
