/** Entries of hash and owner that share their hash with another: `hashes` ascending, of equals the order they came in. */
export interface SortedEntries {
  readonly hashes: Uint32Array
  readonly owners: Uint32Array
  readonly count: number
}

type Stretches = Iterable<{ readonly hashes: Uint32Array; readonly owners: Uint32Array }>

/** Golden ratio: takes the place in the table from all bits. */
const SPREAD = 0x9e3779b1
const DIGIT_BITS = 8
const DIGITS = 1 << DIGIT_BITS

/**
 * Picks and sorts the entries whose hash comes again. A table of two bits a place (never, once, again) lets them
 * through, with some that only share a place; these, a tenth in news, are sorted by radix.
 */
export class RepeatedShingles {
  private places = new Uint8Array(0)
  private hashes = new Uint32Array(1 << 12)
  private owners = new Uint32Array(1 << 12)
  private otherHashes = new Uint32Array(1 << 12)
  private otherOwners = new Uint32Array(1 << 12)
  private readonly offsets = new Uint32Array(DIGITS)
  private count = 0

  /** The repeated ones of `size` entries, which are read twice. Good until the next call. */
  sort(entries: () => Stretches, size: number): SortedEntries {
    let bits = 10
    // Four places a shingle keep false repetitions under a quarter.
    while (2 ** bits < size * 4) bits++
    if (this.places.length < 2 ** (bits - 2)) this.places = new Uint8Array(2 ** (bits - 2))
    this.places.fill(0)
    this.count = 0
    for (const { hashes } of entries()) this.note(hashes, 32 - bits)
    for (const { hashes, owners } of entries()) this.collect(hashes, owners, 32 - bits)
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) this.sortBy(shift)
    return { hashes: this.hashes, owners: this.owners, count: this.count }
  }

  private note(hashes: Uint32Array, shift: number): void {
    const { places } = this
    for (let at = 0; at < hashes.length; at++) {
      const place = Math.imul(hashes[at] ?? 0, SPREAD) >>> shift
      const value = places[place >>> 2] ?? 0
      const bits = (place & 3) << 1
      if (((value >>> bits) & 2) === 0) places[place >>> 2] = value + (1 << bits)
    }
  }

  private collect(hashes: Uint32Array, owners: Uint32Array, shift: number): void {
    if (this.count + hashes.length > this.hashes.length) this.grow(this.count + hashes.length)
    const { places } = this
    let { count } = this
    for (let at = 0; at < hashes.length; at++) {
      const hash = hashes[at] ?? 0
      const place = Math.imul(hash, SPREAD) >>> shift
      if ((((places[place >>> 2] ?? 0) >>> ((place & 3) << 1)) & 2) === 0) continue
      this.hashes[count] = hash
      this.owners[count] = owners[at] ?? 0
      count++
    }
    this.count = count
  }

  private sortBy(shift: number): void {
    const { hashes, owners, otherHashes, otherOwners, offsets, count } = this
    offsets.fill(0)
    for (let at = 0; at < count; at++) {
      const digit = ((hashes[at] ?? 0) >>> shift) & (DIGITS - 1)
      offsets[digit] = (offsets[digit] ?? 0) + 1
    }
    let sum = 0
    for (let digit = 0; digit < DIGITS; digit++) {
      const size = offsets[digit] ?? 0
      offsets[digit] = sum
      sum += size
    }
    for (let at = 0; at < count; at++) {
      const hash = hashes[at] ?? 0
      const digit = (hash >>> shift) & (DIGITS - 1)
      const to = offsets[digit] ?? 0
      offsets[digit] = to + 1
      otherHashes[to] = hash
      otherOwners[to] = owners[at] ?? 0
    }
    this.hashes = otherHashes
    this.owners = otherOwners
    this.otherHashes = hashes
    this.otherOwners = owners
  }

  private grow(least: number): void {
    const grown = (old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const array = new Uint32Array(least + (least >> 1))
      array.set(old)
      return array
    }
    this.hashes = grown(this.hashes)
    this.owners = grown(this.owners)
    this.otherHashes = new Uint32Array(this.hashes.length)
    this.otherOwners = new Uint32Array(this.hashes.length)
  }
}
