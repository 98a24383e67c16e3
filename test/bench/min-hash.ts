/**
 * The reference for near-duplicates: MinHash with 128 functions (A. Broder, "On the resemblance and containment of
 * documents", 1997) in 32 bands of 4, over word 5-grams. Pairs that share a band; nothing is checked.
 */
const FUNCTIONS = 128
const BANDS = 32
const ROWS = FUNCTIONS / BANDS

export class MinHash {
  private readonly bands: Map<string, string[]>[] = Array.from({ length: BANDS }, () => new Map())
  private readonly factors = Uint32Array.from(
    { length: FUNCTIONS },
    (_, at) => Math.imul(at + 1, 0x9e3779b1) | 1,
  )
  private readonly signature = new Uint32Array(FUNCTIONS)

  /** Adds a text. */
  add(id: string, text: string): void {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    const hashes = words.map(hashWord)
    this.signature.fill(0xffffffff)
    for (let at = 0; at + 5 <= hashes.length; at++) {
      let shingle = 0
      for (let next = at; next < at + 5; next++)
        shingle = (Math.imul(shingle, 0x2c1b3c6d) + (hashes[next] ?? 0)) | 0
      for (let row = 0; row < FUNCTIONS; row++) {
        const hash = Math.imul(shingle ^ (shingle >>> 15), this.factors[row] ?? 1) >>> 0
        if (hash < (this.signature[row] ?? 0)) this.signature[row] = hash
      }
    }
    this.bands.forEach((band, index) => {
      const key = this.signature.subarray(index * ROWS, (index + 1) * ROWS).join(' ')
      const list = band.get(key)
      if (list) list.push(id)
      else band.set(key, [id])
    })
  }

  /** Pairs of ids that share a band, as `a b` in the order they were added. */
  pairs(): ReadonlySet<string> {
    const found = new Set<string>()
    for (const band of this.bands) {
      for (const list of band.values()) {
        list.forEach((a, index) => {
          for (const b of list.slice(index + 1)) found.add(`${a} ${b}`)
        })
      }
    }
    return found
  }
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}
