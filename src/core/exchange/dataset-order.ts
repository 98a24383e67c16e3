import { BUILT_IN_LAYERS, type Annotation } from '../model/annotation'
import type { Article, MetadataField } from '../model/article'
import type { Layer, Tag } from '../model/codebook'

/*
 * The order of a dataset's arrays. It depends on content alone, never on a database or a language's collation
 * (strings compare by UTF-16 code unit, as IndexedDB's keys do), so that two exports of one corpus are the same bytes.
 */

function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Order of articles: by the path of import, then id. A `DatasetSource` has to hand out its articles so. */
export function compareArticles(a: Pick<Article, 'id' | 'paths'>, b: Pick<Article, 'id' | 'paths'>): number {
  return compareStrings(a.paths[0] ?? '', b.paths[0] ?? '') || compareStrings(a.id, b.id)
}

/** Order of the annotations of one article: by start, end, id. */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  return a.start - b.start || a.end - b.end || compareStrings(a.id, b.id)
}

/** Order of named records: by name, then id. */
export function compareNamed(
  a: { readonly id: string; readonly name: string },
  b: { readonly id: string; readonly name: string },
): number {
  return compareStrings(a.name, b.name) || compareStrings(a.id, b.id)
}

/** Layers: the built-in ones in their own order, then the others by name and id. */
export function orderLayers(layers: readonly Layer[]): readonly Layer[] {
  const rank = (layer: Layer) => {
    const index = BUILT_IN_LAYERS.findIndex((name) => name === layer.id)
    return index === -1 ? BUILT_IN_LAYERS.length : index
  }
  return [...layers].sort((a, b) => rank(a) - rank(b) || compareNamed(a, b))
}

/**
 * Tags in tree order: each before the tags below it, tags with the same parent by name and id.
 * Tags that hang on no root (their parent is missing, or they form a cycle) come last, so that none is lost here.
 */
export function orderTags(tags: readonly Tag[]): readonly Tag[] {
  const children = new Map<string | null, Tag[]>()
  for (const tag of [...tags].sort(compareNamed)) {
    const siblings = children.get(tag.parent)
    if (siblings) siblings.push(tag)
    else children.set(tag.parent, [tag])
  }
  const ordered = new Set<Tag>()
  const waiting = [...(children.get(null) ?? [])].reverse()
  for (let tag = waiting.pop(); tag !== undefined; tag = waiting.pop()) {
    ordered.add(tag)
    waiting.push(...[...(children.get(tag.id) ?? [])].reverse())
  }
  for (const tag of [...tags].sort(compareNamed)) ordered.add(tag)
  return [...ordered]
}

/** Guessed fields are a set; a dataset lists them by name. */
export function orderFields(fields: readonly MetadataField[]): MetadataField[] {
  return [...new Set(fields)].sort(compareStrings)
}
