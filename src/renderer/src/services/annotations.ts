import type { Annotation, Claim, QuotationType } from '#core/model/annotation'
import { quotationTypeOf } from '#core/model/annotation'
import { newId } from '#core/model/ids'
import type { Change, JournaledTable } from '#core/model/journal'
import { compareRanges, type TextRange } from '#core/model/range'
import { fail, ok, type Result } from '#core/model/result'
import { SUGGESTION_CREATOR } from '#core/suggest/annotations'
import { readBody } from '#data/bodies'
import { sameValue } from '#data/changes'
import type { CorpusDatabase } from '#data/database'
import {
  claimIn,
  contentIn,
  edited,
  hull,
  rejected,
  spanIn,
  withContent,
  withRange,
  type AnnotatedText,
} from './annotation-edits'
import { counted } from './labels'
import { command, keyed, liveOfCorpus, perform, withDatabase } from './open-corpus'

/** Annotations of an article that are not rejected, outer ones first. */
export const liveAnnotations = keyed<readonly Annotation[]>((article) =>
  liveOfCorpus(async (db) => {
    const all = await db.annotations.where('article').equals(article).toArray()
    return all.filter(({ status }) => status !== 'rejected').sort(compareRanges)
  }, []),
)

/** What a person selected to be annotated. */
export interface NewAnnotation {
  /** Id of the article. */
  readonly article: string
  /** Id of a layer of the codebook. */
  readonly layer: string
  /** UTF-16 ranges. Quotation: the content pieces; every other layer: one range. */
  readonly ranges: readonly TextRange[]
  /** Ids of tags. */
  readonly tags?: readonly string[]
}

const NO_ANNOTATION = fail('not-found', 'This annotation is no longer there.')
const NO_QUOTATION = fail('invalid-input', 'Only a quotation has a speaker, a cue and content.')

async function readText(db: CorpusDatabase, article: string): Promise<AnnotatedText | null> {
  const body = await readBody(db, article)
  const publishedAt = (await db.articles.get(article))?.publishedAt ?? null
  return body && { text: body.text, publishedAt }
}

/**
 * Annotates a passage as an accepted annotation of this machine's annotator. The type of a quotation follows its
 * quotation marks; quantities and dates of a claim are found in its text.
 * @returns `invalid-input` for a range outside the text, an unknown layer or tag, or several ranges where one belongs
 */
export function createAnnotation(made: NewAnnotation): Promise<Result<Annotation>> {
  return withDatabase(async (db) => {
    const text = await readText(db, made.article)
    if (!text) return fail('not-found', 'This article is not in the corpus.')
    const pieces = contentIn(text.text, made.ranges)
    if (!pieces.ok) return pieces
    const isQuotation = made.layer === 'quotation'
    if (!isQuotation && pieces.value.length > 1) {
      return fail('invalid-input', 'Only a quotation may have several pieces.')
    }
    const span = hull(text.text, pieces.value)
    const at = new Date().toISOString()
    const tags = [...new Set(made.tags ?? [])]
    let annotation: Annotation | null = null
    const done = await command(['annotations', 'layers', 'tags'], async (_, by) => {
      const layer = await db.layers.get(made.layer)
      if (!layer) return fail('invalid-input', 'The codebook has no such layer.')
      if ((await db.tags.bulkGet(tags)).includes(undefined)) {
        return fail('invalid-input', 'The codebook has no such tag.')
      }
      annotation = {
        id: newId(),
        article: made.article,
        layer: made.layer,
        ...span,
        status: 'accepted',
        tags,
        note: '',
        creator: by.id,
        created: at,
        modified: at,
        ...(isQuotation && {
          quotation: {
            type: quotationTypeOf(pieces.value),
            speaker: null,
            speakerSpan: null,
            cue: null,
            content: pieces.value,
          },
        }),
        ...(made.layer === 'claim' && { claim: claimIn(text, span) }),
      }
      return ok({
        label: `Add ${layer.name.toLowerCase()}`,
        changes: [{ table: 'annotations', id: annotation.id, before: null, after: annotation }],
      })
    })
    if (!done.ok) return done
    return annotation ? ok(annotation) : NO_ANNOTATION
  })
}

/** Decides what an annotation becomes, or refuses. Runs within the transaction: it may await reads of `tables`. */
type Edit = (annotation: Annotation, db: CorpusDatabase) => Result<Annotation> | Promise<Result<Annotation>>

function edit(
  id: string,
  label: string | ((annotation: Annotation) => string),
  change: Edit,
  tables: readonly JournaledTable[] = [],
): Promise<Result<null>> {
  return perform(['annotations', ...tables], async (db) => {
    const before = await db.annotations.get(id)
    if (!before) return NO_ANNOTATION
    const changed = await change(before, db)
    if (!changed.ok) return changed
    const same = sameValue(before, changed.value)
    const after = edited(changed.value, new Date().toISOString())
    const changes: Change[] = same ? [] : [{ table: 'annotations', id, before, after }]
    return ok({ label: typeof label === 'string' ? label : label(before), changes })
  })
}

/** An edit that needs the article's text, which is read before the transaction: it never changes. */
function editInText(
  id: string,
  label: string,
  change: (annotation: Annotation, text: AnnotatedText) => Result<Annotation>,
): Promise<Result<null>> {
  return withDatabase(async (db) => {
    const article = (await db.annotations.get(id))?.article
    const text = article === undefined ? null : await readText(db, article)
    if (!text) return NO_ANNOTATION
    return edit(id, label, (annotation) => change(annotation, text))
  })
}

/** Changes an annotation at will; `label` is what undo calls it. The range has to fit its text already. */
export function updateAnnotation(
  id: string,
  label: string,
  change: (annotation: Annotation) => Annotation,
): Promise<Result<null>> {
  return edit(id, label, (annotation) => ok({ ...change(annotation), id, article: annotation.article }))
}

/**
 * Moves the boundaries of an annotation.
 * @param piece of a quotation: index of the content piece that moves. When left out, the range replaces all the
 *   content.
 */
export function moveBoundaries(id: string, range: TextRange, piece?: number): Promise<Result<null>> {
  return editInText(id, 'Move boundaries', (annotation, text) => {
    const { quotation } = annotation
    if (!quotation) {
      const span = spanIn(text.text, range)
      return span.ok ? ok(withRange(annotation, text, span.value)) : span
    }
    if (piece !== undefined && !quotation.content[piece]) {
      return fail('invalid-input', 'This quotation has no such piece.')
    }
    const others = piece === undefined ? [] : quotation.content.filter((_, index) => index !== piece)
    const content = contentIn(text.text, [...others, range])
    return content.ok ? ok(withContent(annotation, quotation, text.text, content.value)) : content
  })
}

/** Adds a piece to a quotation's content; one that overlaps another joins it. */
export function addContentPiece(id: string, range: TextRange): Promise<Result<null>> {
  return editInText(id, 'Add piece of content', (annotation, { text }) => {
    const { quotation } = annotation
    if (!quotation) return NO_QUOTATION
    const content = contentIn(text, [...quotation.content, range])
    return content.ok ? ok(withContent(annotation, quotation, text, content.value)) : content
  })
}

/** Takes a piece out of a quotation's content; the last one stays. */
export function removeContentPiece(id: string, piece: number): Promise<Result<null>> {
  return editInText(id, 'Remove piece of content', (annotation, { text }) => {
    const { quotation } = annotation
    if (!quotation) return NO_QUOTATION
    const content = quotation.content.filter((_, index) => index !== piece)
    if (content.length === 0) return fail('invalid-input', 'A quotation needs at least one piece of content.')
    return ok(withContent(annotation, quotation, text, content))
  })
}

function editSpan(
  id: string,
  label: string,
  field: 'speakerSpan' | 'cue',
  range: TextRange | null,
): Promise<Result<null>> {
  return editInText(id, label, (annotation, { text }) => {
    const { quotation } = annotation
    if (!quotation) return NO_QUOTATION
    const span = range && spanIn(text, range)
    if (span && !span.ok) return span
    return ok({ ...annotation, quotation: { ...quotation, [field]: span?.value ?? null } })
  })
}

/** Sets where the text names a quotation's speaker; null: nowhere. */
export function setSpeakerSpan(id: string, range: TextRange | null): Promise<Result<null>> {
  return editSpan(id, 'Set speaker span', 'speakerSpan', range)
}

/** Sets the words that report a quotation ("said"); null: none. */
export function setCue(id: string, range: TextRange | null): Promise<Result<null>> {
  return editSpan(id, 'Set cue', 'cue', range)
}

/** Sets who speaks, as the id of a speaker; on a claim, the claimant. Null: unknown. */
export function setSpeaker(id: string, speaker: string | null): Promise<Result<null>> {
  return edit(
    id,
    'Set speaker',
    async (annotation, db) => {
      if (speaker !== null && !(await db.speakers.get(speaker))) {
        return fail('not-found', 'This speaker is not in the corpus.')
      }
      const { quotation, claim } = annotation
      if (quotation) return ok({ ...annotation, quotation: { ...quotation, speaker } })
      if (claim) return ok({ ...annotation, claim: { ...claim, claimant: speaker } })
      return fail('invalid-input', 'Only a quotation or a claim has a speaker.')
    },
    ['speakers'],
  )
}

/** Sets how a quotation renders its words, whatever its quotation marks say. */
export function setQuotationType(id: string, type: QuotationType): Promise<Result<null>> {
  return edit(id, 'Set type of quotation', (annotation) => {
    const { quotation } = annotation
    return quotation ? ok({ ...annotation, quotation: { ...quotation, type } }) : NO_QUOTATION
  })
}

/**
 * Sets a claim's particulars. Spans have to be those of the article's text.
 * @param change the claim, or what becomes of the stored one: a screen may show one that is an edit behind
 */
export function setClaim(id: string, change: Claim | ((stored: Claim) => Claim)): Promise<Result<null>> {
  return editInText(id, 'Edit claim', (annotation, { text }) => {
    if (!annotation.claim) return fail('invalid-input', 'Only a claim has quantities and dates.')
    const claim = typeof change === 'function' ? change(annotation.claim) : change
    const spans = [...claim.quantities, ...claim.dates]
    if (spans.some(({ start, end, exact }) => exact === '' || text.slice(start, end) !== exact)) {
      return fail('invalid-input', 'A quantity or date does not stand where it says.')
    }
    return ok({ ...annotation, claim })
  })
}

/** Replaces the tags. */
export function setTags(id: string, tags: readonly string[]): Promise<Result<null>> {
  return edit(id, 'Set tags', (annotation, db) => withTags(db, annotation, tags), ['tags'])
}

/** Puts a tag on, or takes it off where it is on. */
export function toggleTag(id: string, tag: string): Promise<Result<null>> {
  return edit(
    id,
    (annotation) => (annotation.tags.includes(tag) ? 'Remove tag' : 'Add tag'),
    (annotation, db) =>
      annotation.tags.includes(tag)
        ? ok({ ...annotation, tags: annotation.tags.filter((other) => other !== tag) })
        : withTags(db, annotation, [...annotation.tags, tag]),
    ['tags'],
  )
}

async function withTags(
  db: CorpusDatabase,
  annotation: Annotation,
  tags: readonly string[],
): Promise<Result<Annotation>> {
  const unique = [...new Set(tags)]
  const known = await db.tags.bulkGet(unique)
  if (known.includes(undefined)) return fail('not-found', 'The codebook has no such tag.')
  return ok({ ...annotation, tags: unique })
}

/** Sets the note. */
export function setNote(id: string, note: string): Promise<Result<null>> {
  return edit(id, 'Edit note', (annotation) => ok({ ...annotation, note }))
}

/**
 * Deletes annotations; the journal keeps them, so that undo brings them back. One that the program has made is rejected
 * instead, so that it is not suggested again. Ids that are gone are passed over.
 */
export function deleteAnnotations(ids: readonly string[]): Promise<Result<null>> {
  return perform(['annotations'], async (db) => {
    const found = (await db.annotations.bulkGet([...ids])).filter((annotation) => annotation !== undefined)
    const at = new Date().toISOString()
    const changes = found.map((before): Change => {
      const after = before.creator === SUGGESTION_CREATOR ? rejected(before, at) : null
      return { table: 'annotations', id: before.id, before, after }
    })
    const only = found.length === 1 ? found[0] : undefined
    return ok({ label: `Delete ${only ? only.layer : counted(found.length, 'annotation')}`, changes })
  })
}
