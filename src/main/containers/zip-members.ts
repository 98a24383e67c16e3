import { crc32 } from 'node:zlib'
import { type Entry, fromFdPromise, getFileNameLowLevel, type ZipFile } from 'yauzl'
import { isSidecarName } from '#core/intake/sidecar-name'
import { type ContainerFile, type ContainerPart, type PartOutcome, skippedPart } from './container-part'
import { judgeMember } from './member-names'
import { memberOutcome } from './member-outcome'
import { createUnpackMeter, readUpTo, UnpackLimitError, type UnpackMeter } from './unpack-limits'

/**
 * The members of a ZIP archive in the order of its directory. A bad member is a part that says so, and does not stop the rest.
 * @param after so many parts are passed without being unpacked
 * @throws where the directory itself cannot be read, or the archive unpacks to too much
 */
export async function* readZip(file: ContainerFile, after: number): AsyncGenerator<ContainerPart> {
  const zip = await fromFdPromise(file.handle, { autoClose: false, decodeStrings: false })
  const meter = createUnpackMeter(file.size)
  yield* readSidecars(file, meter)
  let entries = 0
  let parts = 0
  for await (const entry of zip.eachEntry()) {
    entries += 1
    const name = nameOf(entry)
    const verdict = judgeMember(name)
    if (name.endsWith('/') || verdict.kind === 'litter') continue
    parts += 1
    const path = `${file.path}/${verdict.path}`
    const share = zip.entryCount === 0 ? 1 : Math.min(1, entries / zip.entryCount)
    if (parts <= after) yield skippedPart(path, share, 'empty', '')
    else if (verdict.kind === 'skipped') yield skippedPart(path, share, 'unsupported-type', verdict.detail)
    else yield { path, share, outcome: await readMember(zip, entry, file.limit, meter, verdict.path) }
  }
}

/**
 * The sidecars among the members, before all others: the directory may name them behind the files they tell of. They come
 * again in their turn.
 */
async function* readSidecars(file: ContainerFile, meter: UnpackMeter): AsyncGenerator<ContainerPart> {
  const zip = await fromFdPromise(file.handle, { autoClose: false, decodeStrings: false })
  for await (const entry of zip.eachEntry()) {
    const verdict = judgeMember(nameOf(entry))
    if (verdict.kind !== 'read' || !isSidecarName(verdict.path)) continue
    const path = `${file.path}/${verdict.path}`
    const outcome = await readMember(zip, entry, file.limit, meter, verdict.path)
    yield { path, share: 0, outcome, sidecarOf: path.slice(0, path.lastIndexOf('/')) }
  }
}

/** Names are UTF-8 where the entry says so, else in the code page of the first PCs. */
function nameOf(entry: Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
}

/** Unix kind of a member, in the upper half of its attributes. */
const KIND_MASK = 0o170000
const KIND_LINK = 0o120000

async function readMember(
  zip: ZipFile,
  entry: Entry,
  limit: number,
  meter: UnpackMeter,
  name: string,
): Promise<PartOutcome> {
  const refuse = (
    reason: Extract<PartOutcome, { kind: 'skipped' }>['reason'],
    detail: string,
  ): PartOutcome => ({
    kind: 'skipped',
    reason,
    detail,
  })
  if (((entry.externalFileAttributes >>> 16) & KIND_MASK) === KIND_LINK) {
    return refuse('not-a-file', 'It is a link, which is not followed inside an archive.')
  }
  if (entry.isEncrypted()) {
    return refuse(
      'unreadable',
      'It is encrypted; unpack the archive with its password and import the folder.',
    )
  }
  if (!entry.canDecodeFileData()) {
    return refuse(
      'unreadable',
      'It is packed in a way that is not read; unpack the archive and import the folder.',
    )
  }
  try {
    const stream = await zip.openReadStreamPromise(entry)
    let bytes: Uint8Array | null
    try {
      bytes = await readUpTo(stream, limit, meter, 'drop')
    } finally {
      stream.destroy()
    }
    if (bytes !== null && crc32(bytes) !== entry.crc32) {
      return refuse('unreadable', 'It is damaged: its checksum is not the one that the archive has.')
    }
    return memberOutcome(bytes, limit, name)
  } catch (error) {
    if (error instanceof UnpackLimitError) throw error
    return refuse('unreadable', 'It is damaged and cannot be unpacked.')
  }
}
