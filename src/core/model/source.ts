import { contentId } from './ids'
import { tidyName } from './names'

/** An outlet or publisher. Not the source of a quotation: that is a `Speaker`. */
export interface Source {
  readonly id: string
  readonly name: string
}

/** Key under which two spellings of an outlet's name are the same: case, marks and outer space do not count. */
export function sourceKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The source of that name; the id comes from `sourceKey`, so two laptops agree on it. */
export function createSource(name: string): Source {
  return { id: contentId('src', sourceKey(name)), name: tidyName(name) }
}
