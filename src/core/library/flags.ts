import type { Article } from '../model/article'
import type { CopyRelation } from './copies'
import type { LibraryFlag } from './library-query'

/** In the order of their bits. */
export const FLAGS: readonly LibraryFlag[] = [
  'guessed',
  'encoding',
  'same-text',
  'furniture',
  'same',
  'inside',
  'contains',
  'shares',
]

/** The bits of the flags that an article has by itself; the others come from its copies. */
export const OWN_FLAGS = 0b1111

/** The bits of flags: of an article's own, or of those given. */
export function flagBits(of: Article | Iterable<LibraryFlag | CopyRelation>): number {
  const flags = 'guessed' in of ? ownFlags(of) : of
  let bits = 0
  for (const flag of flags) bits |= 1 << FLAGS.indexOf(flag)
  return bits
}

function ownFlags({ guessed, encoding, sameText, furniture = 0 }: Article): readonly LibraryFlag[] {
  return [
    ...(guessed.length > 0 ? (['guessed'] as const) : []),
    ...(encoding.certain ? [] : (['encoding'] as const)),
    ...(sameText ? (['same-text'] as const) : []),
    ...(furniture > 0 ? (['furniture'] as const) : []),
  ]
}

/** How many flags there are among the bits: what sorting by flags goes by. Copies of any kind count once. */
export function countFlags(bits: number): number {
  let count = bits > OWN_FLAGS ? 1 : 0
  for (let own = bits & OWN_FLAGS; own !== 0; own &= own - 1) count += 1
  return count
}
