/** An archive may unpack to this many bytes whatever its own size. */
const ALWAYS_ALLOWED = 1024 * 1024 * 1024
/** Beyond that, to so many times its own size: text packs to a tenth, a hundredth of it is a bomb. */
const MOST_RATIO = 100

/** Why the rest of an archive is not read: it is a trap, or would fill the machine. */
export class UnpackLimitError extends Error {
  constructor() {
    super(
      `It unpacks to more than 1 GB and more than ${String(MOST_RATIO)} times its own size, as a trap would; the rest of it was not read.`,
    )
  }
}

/** Counts what an archive unpacks to. */
export interface UnpackMeter {
  /** @throws UnpackLimitError once it is too much */
  readonly add: (bytes: number) => void
}

/**
 * @param packed size of the archive in bytes
 * @param always bytes that it may unpack to whatever its size
 */
export function createUnpackMeter(packed: number, always = ALWAYS_ALLOWED): UnpackMeter {
  let unpacked = 0
  return {
    add: (bytes) => {
      unpacked += bytes
      if (unpacked > always && unpacked > packed * MOST_RATIO) throw new UnpackLimitError()
    },
  }
}

/**
 * The stream's bytes; null when there are more than the limit.
 * @param rest what becomes of a stream above the limit: `drop` leaves it, `drain` reads it to its end without keeping it
 */
export async function readUpTo(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
  meter: UnpackMeter,
  rest: 'drop' | 'drain',
): Promise<Uint8Array | null> {
  let chunks: Uint8Array[] | null = []
  let length = 0
  for await (const chunk of stream) {
    meter.add(chunk.length)
    length += chunk.length
    if (length > limit) {
      chunks = null
      if (rest === 'drop') return null
    }
    chunks?.push(chunk)
  }
  return chunks === null ? null : new Uint8Array(Buffer.concat(chunks))
}
