import { crc32, deflateRawSync } from 'node:zlib'
import { pack } from 'tar-stream'

/** A member of a ZIP archive; the rest makes it a bad one. */
export interface Packed {
  readonly name: string
  readonly content: string | Uint8Array
  readonly encrypted?: boolean
  readonly wrongChecksum?: boolean
  readonly damaged?: boolean
}

/** A ZIP archive of these members, in their order. */
export function zipOf(members: readonly Packed[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, encrypted = false, wrongChecksum = false, damaged = false } of members) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    if (damaged) packed.fill(0xff, 0, Math.min(8, packed.length))
    const label = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x800 | (encrypted ? 1 : 0), 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(wrongChecksum ? 1 : crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(label.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    parts.push(Buffer.from('PK\u0003\u0004', 'latin1'), shared, label, packed)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), shared, rest, label)
    offset += 30 + label.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}

/** A tar archive of these members, in their order. */
export async function tarOf(
  members: readonly (readonly [name: string, content: string | Buffer])[],
): Promise<Buffer> {
  const archive = pack()
  for (const [name, content] of members) archive.entry({ name }, content)
  archive.finalize()
  const chunks: Uint8Array[] = []
  for await (const chunk of archive as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
