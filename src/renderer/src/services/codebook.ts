import type { Annotation } from '#core/model/annotation'
import { SAFE_PALETTE, tagWithDescendants, type Codebook, type Layer, type Tag } from '#core/model/codebook'
import { newId } from '#core/model/ids'
import type { Change } from '#core/model/journal'
import { tidyName } from '#core/model/names'
import { fail, ok, type Result } from '#core/model/result'
import { readCodebook } from '#data/codebook'
import type { CorpusDatabase } from '#data/database'
import type { Live } from '#data/live'
import { combineLive } from './combine-live'
import { liveLibrary } from './library'
import { command, liveOfCorpus, openedCorpus, perform } from './open-corpus'

/** The codebook with how often each tag is on an annotation that is not rejected, in articles that are not removed. */
export interface UsedCodebook extends Codebook {
  readonly usage: Readonly<Record<string, number>>
}

const codebook = liveOfCorpus<Codebook>(readCodebook, { layers: [], tags: [] })

const usage = combineLive(codebook, liveLibrary(), (book, library): UsedCodebook => {
  return { ...book, usage: library?.tags ?? {} }
})

/** Layers, tags in tree order, and use of the tags. */
export function liveCodebook(): Live<UsedCodebook> {
  return usage
}

/** What makes a tag; what is left out is chosen. */
export interface NewTag {
  readonly name: string
  readonly parent?: string | null
  readonly color?: string
  readonly shortcut?: string | null
  readonly definition?: string
}

const NO_TAG = fail('not-found', 'This tag is no longer in the codebook.')
const COLOR = /^#[0-9a-f]{6}$/i

/** Adds a tag. Left out, its colour is the palette's next. */
export async function createTag(made: NewTag): Promise<Result<Tag>> {
  let tag: Tag | null = null
  const done = await command(['tags'], async (db) => {
    const tags = await db.tags.toArray()
    tag = {
      id: newId(),
      name: tidyName(made.name),
      parent: made.parent ?? null,
      color: made.color ?? SAFE_PALETTE[tags.length % SAFE_PALETTE.length] ?? SAFE_PALETTE[0],
      shortcut: made.shortcut ?? null,
      definition: made.definition ?? '',
    }
    const wrong = describeTagProblem(tag, tags)
    if (wrong) return wrong
    return ok({
      label: `Add tag ${tag.name}`,
      changes: [{ table: 'tags', id: tag.id, before: null, after: tag }],
    })
  })
  if (!done.ok) return done
  return tag ? ok(tag) : NO_TAG
}

/** Edits a tag; its annotations follow, since they name it by id. */
export function editTag(id: string, patch: Partial<Omit<Tag, 'id'>>): Promise<Result<null>> {
  return perform(['tags'], async (db) => {
    const tags = await db.tags.toArray()
    const before = tags.find((tag) => tag.id === id)
    if (!before) return NO_TAG
    const after = { ...before, ...patch, id, name: tidyName(patch.name ?? before.name) }
    const wrong = describeTagProblem(after, tags)
    if (wrong) return wrong
    return ok({ label: `Edit tag ${before.name}`, changes: [{ table: 'tags', id, before, after }] })
  })
}

function describeTagProblem(tag: Tag, tags: readonly Tag[]) {
  const others = tags.filter((other) => other.id !== tag.id)
  if (tag.name === '') return fail('invalid-input', 'A tag needs a name.')
  if (!COLOR.test(tag.color)) return fail('invalid-input', 'A colour is written like #0072b2.')
  if (tag.shortcut !== null && !/^[0-9]$/.test(tag.shortcut)) {
    return fail('invalid-input', 'The key of a tag is one digit.')
  }
  const sameKey = others.find((other) => tag.shortcut !== null && other.shortcut === tag.shortcut)
  if (sameKey) {
    return fail('conflict', `Key ${tag.shortcut ?? ''} belongs to the tag “${sameKey.name}”.`, {
      advice: 'Choose another key, or take it from that tag first.',
    })
  }
  const lower = tag.name.toLocaleLowerCase()
  if (others.some((other) => other.parent === tag.parent && other.name.toLocaleLowerCase() === lower)) {
    return fail('conflict', `There is a tag “${tag.name}” here already.`, { advice: 'Choose another name.' })
  }
  if (tag.parent !== null) {
    if (!others.some((other) => other.id === tag.parent)) return NO_TAG
    if (tagWithDescendants(tags, tag.id).has(tag.parent)) {
      return fail('invalid-input', 'A tag cannot hang below itself.')
    }
  }
  return null
}

/** Annotations that carry one of the tags, found by the statistics of the articles. */
async function annotationsWith(db: CorpusDatabase, tags: ReadonlySet<string>): Promise<Annotation[]> {
  const articles: string[] = []
  await db.stats.each((row) => {
    if (row.rejected > 0 || Object.keys(row.tags).some((tag) => tags.has(tag))) articles.push(row.article)
  })
  const found = await db.annotations.where('article').anyOf(articles).toArray()
  return found.filter((annotation) => annotation.tags.some((tag) => tags.has(tag)))
}

function retag(annotation: Annotation, tags: readonly string[]): Change {
  return {
    table: 'annotations',
    id: annotation.id,
    before: { tags: annotation.tags },
    after: { tags: [...new Set(tags)] },
  }
}

/** Merges a tag into another: annotations and tags below it go over, then it is deleted. */
export function mergeTags(from: string, into: string): Promise<Result<null>> {
  return perform(['tags', 'annotations'], async (db) => {
    const tags = await db.tags.toArray()
    const gone = tags.find((tag) => tag.id === from)
    const target = tags.find((tag) => tag.id === into)
    if (!gone || !target) return NO_TAG
    if (tagWithDescendants(tags, from).has(into)) {
      return fail('invalid-input', `“${target.name}” is “${gone.name}” itself or hangs below it.`, {
        advice: 'Merge the lower tag into the upper one, then rename it.',
      })
    }
    const carriers = await annotationsWith(db, new Set([from]))
    const children = tags.filter((tag) => tag.parent === from)
    return ok({
      label: `Merge tag ${gone.name} into ${target.name}`,
      changes: [
        ...carriers.map((annotation) =>
          retag(
            annotation,
            annotation.tags.map((tag) => (tag === from ? into : tag)),
          ),
        ),
        ...children.map((tag): Change => ({
          table: 'tags',
          id: tag.id,
          before: { parent: from },
          after: { parent: into },
        })),
        { table: 'tags', id: from, before: gone, after: null },
      ],
    })
  })
}

/** What deleting a tag would do. */
export interface TagRemoval {
  /** Annotations that lose it or a tag below it; the annotations themselves stay. */
  readonly annotations: number
  /** Tags below it, at any depth, that are deleted with it. */
  readonly children: number
}

/** Says what `deleteTag` would do, before it is done. */
export async function describeTagRemoval(id: string): Promise<TagRemoval> {
  const db = openedCorpus()?.database
  if (!db) return { annotations: 0, children: 0 }
  const doomed = tagWithDescendants(await db.tags.toArray(), id)
  return { annotations: (await annotationsWith(db, doomed)).length, children: doomed.size - 1 }
}

/** Deletes a tag and the tags below it; annotations stay without them. */
export function deleteTag(id: string): Promise<Result<null>> {
  return perform(['tags', 'annotations'], async (db) => {
    const tags = await db.tags.toArray()
    const tag = tags.find((one) => one.id === id)
    if (!tag) return NO_TAG
    const doomed = tagWithDescendants(tags, id)
    const carriers = await annotationsWith(db, doomed)
    return ok({
      label: `Delete tag ${tag.name}`,
      changes: [
        ...carriers.map((annotation) =>
          retag(
            annotation,
            annotation.tags.filter((other) => !doomed.has(other)),
          ),
        ),
        ...tags
          .filter((one) => doomed.has(one.id))
          .map((before): Change => ({ table: 'tags', id: before.id, before, after: null })),
      ],
    })
  })
}

/** Edits a layer's name, colour, key or definition. */
export function editLayer(id: string, patch: Partial<Omit<Layer, 'id'>>): Promise<Result<null>> {
  return perform(['layers'], async (db) => {
    const layers = await db.layers.toArray()
    const before = layers.find((layer) => layer.id === id)
    if (!before) return fail('not-found', 'The codebook has no such layer.')
    const after = { ...before, ...patch, id, name: tidyName(patch.name ?? before.name) }
    if (after.name === '') return fail('invalid-input', 'A layer needs a name.')
    if (!COLOR.test(after.color)) return fail('invalid-input', 'A colour is written like #0072b2.')
    const sameKey = layers.find(
      (layer) => layer.id !== id && after.shortcut !== null && layer.shortcut === after.shortcut,
    )
    if (sameKey)
      return fail('conflict', `Key ${after.shortcut ?? ''} belongs to the layer “${sameKey.name}”.`)
    return ok({ label: `Edit layer ${before.name}`, changes: [{ table: 'layers', id, before, after }] })
  })
}
