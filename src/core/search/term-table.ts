import { termOf } from './words'

/**
 * Numbers words in the order in which they first come. A hash table over UTF-16 units in one piece of memory: looking a
 * word up makes no string, which is most of the time of building an index.
 */
export class TermTable {
  #units = new Uint16Array(1 << 16)
  #used = 0
  /** Where each word begins in `#units`; the last entry is where the next will. */
  #starts = new Uint32Array(1 << 13)
  #hashes = new Uint32Array(1 << 13)
  /** Word number + 1 by hash; 0 is free. At most half full. */
  #slots = new Uint32Array(1 << 14)
  #size = 0

  /** How many different words there are. */
  get size(): number {
    return this.#size
  }

  /** The number of the word in the first `length` places of `units`; a new one when it is new. */
  number(units: Uint16Array, length: number): number {
    let hash = 0x811c9dc5
    for (let index = 0; index < length; index++) {
      hash = Math.imul(hash ^ (units[index] ?? 0), 0x01000193)
    }
    hash = (hash ^ (hash >>> 15)) >>> 0
    const mask = this.#slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const found = this.#slots[slot] ?? 0
      if (found === 0) {
        this.#slots[slot] = this.#size + 1
        return this.#add(units, length, hash)
      }
      if (this.#hashes[found - 1] === hash && this.#equals(found - 1, units, length)) return found - 1
    }
  }

  /** The word of that number. */
  term(number: number): string {
    const start = this.#starts[number] ?? 0
    const end = this.#starts[number + 1] ?? 0
    return termOf(this.#units.subarray(start, end), end - start)
  }

  #equals(number: number, units: Uint16Array, length: number): boolean {
    const start = this.#starts[number] ?? 0
    if ((this.#starts[number + 1] ?? 0) - start !== length) return false
    const own = this.#units
    for (let index = 0; index < length; index++) if (own[start + index] !== units[index]) return false
    return true
  }

  #add(units: Uint16Array, length: number, hash: number): number {
    const number = this.#size++
    if (this.#used + length > this.#units.length) {
      const larger = new Uint16Array(this.#units.length * 2)
      larger.set(this.#units)
      this.#units = larger
    }
    if (number + 2 > this.#starts.length) {
      const starts = new Uint32Array(this.#starts.length * 2)
      starts.set(this.#starts)
      this.#starts = starts
      const hashes = new Uint32Array(this.#hashes.length * 2)
      hashes.set(this.#hashes)
      this.#hashes = hashes
    }
    for (let index = 0; index < length; index++) this.#units[this.#used + index] = units[index] ?? 0
    this.#used += length
    this.#starts[number + 1] = this.#used
    this.#hashes[number] = hash
    if (this.#size * 2 > this.#slots.length) this.#rehash()
    return number
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    for (let number = 0; number < this.#size; number++) {
      let slot = (this.#hashes[number] ?? 0) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = number + 1
    }
    this.#slots = slots
  }
}
