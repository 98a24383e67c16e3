/**
 * Marks that turn the direction of what follows (Unicode Standard Annex 9: embeddings, overrides, isolates). In a name they
 * turn round whatever text the name is put into.
 */
const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069]/gu

/** A name as it is kept: on one line, single spaces, without control characters and without marks of direction. */
export function tidyName(name: string): string {
  return name
    .replace(DIRECTION_MARKS, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
