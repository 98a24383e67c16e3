import type { Readable } from 'node:stream'
import { extract } from 'tar-stream'
import { type ContainerFile, type ContainerPart, skippedPart } from './container-part'
import { judgeMember } from './member-names'
import { memberOutcome } from './member-outcome'
import { readUpTo, type UnpackMeter } from './unpack-limits'

/**
 * The members of a tar archive in its order.
 * @param stream the archive, unpacked where it was packed
 * @param share how much of the container has been read, 0..1
 * @throws where the archive breaks off or is damaged
 */
export async function* readTar(
  file: ContainerFile,
  stream: Readable,
  meter: UnpackMeter,
  share: () => number,
): AsyncGenerator<ContainerPart> {
  const members = extract()
  stream.on('error', (error) => members.destroy(error))
  stream.pipe(members)
  try {
    for await (const member of members) {
      const { name, type } = member.header
      const verdict = judgeMember(name)
      const isRead = verdict.kind === 'read' && (type === 'file' || type === 'contiguous-file')
      const bytes = await readUpTo(
        member as AsyncIterable<Uint8Array>,
        isRead ? file.limit : 0,
        meter,
        'drain',
      )
      if (verdict.kind === 'litter' || type === 'directory') continue
      const path = `${file.path}/${verdict.path}`
      if (verdict.kind === 'skipped') yield skippedPart(path, share(), 'unsupported-type', verdict.detail)
      else if (isRead) yield { path, share: share(), outcome: memberOutcome(bytes, file.limit, name) }
      else
        yield skippedPart(
          path,
          share(),
          'not-a-file',
          'It is a link or a device, which is not followed inside an archive.',
        )
    }
  } finally {
    stream.destroy()
    members.destroy()
  }
}
