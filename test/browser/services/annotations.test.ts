import { describe, expect, it } from 'vitest'
import type { Annotation, Quantity } from '#core/model/annotation'
import {
  addContentPiece,
  createAnnotation,
  deleteAnnotations,
  liveAnnotations,
  moveBoundaries,
  removeContentPiece,
  setClaim,
  setCue,
  setNote,
  setQuotationType,
  setSpeaker,
  setSpeakerSpan,
  setTags,
  toggleTag,
  updateAnnotation,
} from '#services/annotations'
import { createTag } from '#services/codebook'
import { redo, undo } from '#services/history'
import { openedCorpus } from '#services/open-corpus'
import { addSpeaker } from '#services/speakers'
import { now, until, valueOf, withOpenCorpus } from './fake-main'

const TEXT = '“We will stay,” Lavrov said on Monday, “but not for long.” Some 3,000 troops left. 👩‍🚀 too.'

function rangeOf(part: string): { start: number; end: number } {
  const start = TEXT.indexOf(part)
  return { start, end: start + part.length }
}

async function quote(article: string, ...parts: readonly string[]): Promise<Annotation> {
  return valueOf(await createAnnotation({ article, layer: 'quotation', ranges: parts.map(rangeOf) }))
}

async function reread({ id, article }: Annotation): Promise<Annotation> {
  const found = (await now(liveAnnotations(article))).find((annotation) => annotation.id === id)
  if (!found) throw new Error('The annotation is gone')
  return found
}

const onText = (work: (article: string) => Promise<void>) =>
  withOpenCorpus([TEXT], ([article]) => work(article?.id ?? ''))

describe('making', () => {
  it('fills in the exact text, the creator and the times', () =>
    onText(async (article) => {
      const made = valueOf(
        await createAnnotation({ article, layer: 'highlight', ranges: [rangeOf('Lavrov')] }),
      )
      expect(made).toMatchObject({ exact: 'Lavrov', status: 'accepted', tags: [], note: '', article })
      expect(made.created).toBe(made.modified)
      expect(await now(liveAnnotations(article))).toEqual([made])
    }))

  it('joins the pieces of a quotation and reads its type from the quotation marks', () =>
    onText(async (article) => {
      const made = await quote(article, '“but not for long.”', '“We will stay,”')
      expect(made.exact).toBe('“We will stay,” Lavrov said on Monday, “but not for long.”')
      expect(made.quotation?.content.map(({ exact }) => exact)).toEqual([
        '“We will stay,”',
        '“but not for long.”',
      ])
      expect(made.quotation?.type).toBe('direct')
      expect((await quote(article, 'Some 3,000 troops left')).quotation?.type).toBe('indirect')
    }))

  it('gives the quantities and dates of a claim offsets of the article', () =>
    onText(async (article) => {
      const ranges = [rangeOf('said on Monday, “but not for long.” Some 3,000 troops left.')]
      const made = valueOf(await createAnnotation({ article, layer: 'claim', ranges }))
      const found = [...(made.claim?.quantities ?? []), ...(made.claim?.dates ?? [])]
      for (const span of found) expect(TEXT.slice(span.start, span.end)).toBe(span.exact)
      expect(made.claim?.quantities).toMatchObject([{ value: 3000 }])
    }))

  it('never cuts an emoji in two', () =>
    onText(async (article) => {
      const astronaut = TEXT.indexOf('👩')
      const ranges = [{ start: astronaut + 1, end: astronaut + 4 }]
      const made = valueOf(await createAnnotation({ article, layer: 'highlight', ranges }))
      expect(made.exact).toBe('👩‍🚀')
    }))

  it.each([
    ['a range outside the text', 'highlight', [{ start: 0, end: 10_000 }]],
    ['an empty range', 'highlight', [{ start: 3, end: 3 }]],
    ['no range', 'highlight', []],
    ['an unknown layer', 'rumour', [{ start: 0, end: 3 }]],
    ['two pieces of a highlight', 'highlight', [rangeOf('stay'), rangeOf('long')]],
  ])('refuses %s', (_, layer, ranges) =>
    onText(async (article) => {
      expect(await createAnnotation({ article, layer, ranges })).toMatchObject({
        ok: false,
        error: { kind: 'invalid-input' },
      })
      expect(await now(liveAnnotations(article))).toEqual([])
    }),
  )
})

describe('editing', () => {
  it('sets speaker, speaker span, cue, note and type, each undone by itself', () =>
    onText(async (article) => {
      const made = await quote(article, '“We will stay,”')
      const speaker = valueOf(await addSpeaker('Sergey Lavrov'))
      valueOf(await setSpeaker(made.id, speaker.id))
      valueOf(await setSpeakerSpan(made.id, rangeOf('Lavrov')))
      valueOf(await setCue(made.id, rangeOf('said')))
      valueOf(await setQuotationType(made.id, 'mixed'))
      valueOf(await setNote(made.id, 'check'))
      expect(await reread(made)).toMatchObject({
        note: 'check',
        quotation: {
          type: 'mixed',
          speaker: speaker.id,
          speakerSpan: { exact: 'Lavrov' },
          cue: { exact: 'said' },
        },
      })
      expect([await undo(), await undo(), await undo()]).toMatchObject([
        { value: 'Edit note' },
        { value: 'Set type of quotation' },
        { value: 'Set cue' },
      ])
      expect(await reread(made)).toMatchObject({ note: '', quotation: { type: 'direct', cue: null } })
      valueOf(await setSpeakerSpan(made.id, null))
      expect((await reread(made)).quotation?.speakerSpan).toBeNull()
      expect(await redo()).toMatchObject({ ok: false, error: { kind: 'not-found' } })
    }))

  it('refuses a speaker that is not there, and a cue on a highlight', () =>
    onText(async (article) => {
      const made = await quote(article, '“We will stay,”')
      expect(await setSpeaker(made.id, 'nobody')).toMatchObject({ ok: false, error: { kind: 'not-found' } })
      const ranges = [rangeOf('stay')]
      const other = valueOf(await createAnnotation({ article, layer: 'highlight', ranges }))
      expect(await setCue(other.id, rangeOf('said'))).toMatchObject({
        ok: false,
        error: { kind: 'invalid-input' },
      })
    }))

  it('moves one piece of a quotation; the type follows unless a person set it', () =>
    onText(async (article) => {
      const made = await quote(article, '“We will stay,”', '“but not for long.”')
      valueOf(await moveBoundaries(made.id, rangeOf('not for long'), 1))
      expect(await reread(made)).toMatchObject({
        exact: '“We will stay,” Lavrov said on Monday, “but not for long',
        quotation: { type: 'mixed' },
      })
      valueOf(await setQuotationType(made.id, 'indirect'))
      valueOf(await moveBoundaries(made.id, rangeOf('“We will stay,”')))
      expect(await reread(made)).toMatchObject({
        exact: '“We will stay,”',
        quotation: { type: 'indirect', content: [{ exact: '“We will stay,”' }] },
      })
    }))

  it('adds pieces, joins those that overlap, and keeps the last one', () =>
    onText(async (article) => {
      const made = await quote(article, 'We will')
      valueOf(await addContentPiece(made.id, rangeOf('will stay')))
      valueOf(await addContentPiece(made.id, rangeOf('for long')))
      const pieces = (await reread(made)).quotation?.content.map(({ exact }) => exact)
      expect(pieces).toEqual(['We will stay', 'for long'])
      valueOf(await removeContentPiece(made.id, 0))
      expect(await removeContentPiece(made.id, 0)).toMatchObject({
        ok: false,
        error: { kind: 'invalid-input' },
      })
      expect((await reread(made)).exact).toBe('for long')
    }))

  it('keeps a corrected quantity when the boundaries of its claim move', () =>
    onText(async (article) => {
      const ranges = [rangeOf('Some 3,000 troops')]
      const made = valueOf(await createAnnotation({ article, layer: 'claim', ranges }))
      const corrected = {
        ...rangeOf('3,000 troops'),
        exact: '3,000 troops',
        value: 3001,
        unit: 'troops',
        qualifier: 'exactly' as const,
      }
      valueOf(await setClaim(made.id, { claimant: null, quantities: [corrected], dates: [] }))
      valueOf(await moveBoundaries(made.id, rangeOf('Some 3,000 troops left.')))
      expect((await reread(made)).claim?.quantities).toEqual([corrected])
      const wrong = { ...corrected, start: 0, end: 12 }
      expect(await setClaim(made.id, { claimant: null, quantities: [wrong], dates: [] })).toMatchObject({
        ok: false,
        error: { kind: 'invalid-input' },
      })
    }))

  it('keeps both of two quick edits of one quantity', () =>
    onText(async (article) => {
      const ranges = [rangeOf('Some 3,000 troops')]
      const made = valueOf(await createAnnotation({ article, layer: 'claim', ranges }))
      const quantity = {
        ...rangeOf('3,000 troops'),
        exact: '3,000 troops',
        value: 3000,
        unit: null,
        qualifier: 'exactly' as const,
      }
      valueOf(await setClaim(made.id, { claimant: null, quantities: [quantity], dates: [] }))
      const edit = (patch: Partial<Quantity>) =>
        setClaim(made.id, (stored) => ({
          ...stored,
          quantities: stored.quantities.map((one) => ({ ...one, ...patch })),
        }))
      await Promise.all([edit({ unit: 'troops' }), edit({ qualifier: 'about' })])
      expect((await reread(made)).claim?.quantities).toEqual([
        { ...quantity, unit: 'troops', qualifier: 'about' },
      ])
    }))

  it('puts tags on and off, both of two quick keys', () =>
    onText(async (article) => {
      const made = await quote(article, '“We will stay,”')
      const [one, two] = [
        valueOf(await createTag({ name: 'One' })),
        valueOf(await createTag({ name: 'Two' })),
      ]
      await Promise.all([toggleTag(made.id, one.id), toggleTag(made.id, two.id)])
      expect((await reread(made)).tags.toSorted()).toEqual([one.id, two.id].toSorted())
      valueOf(await toggleTag(made.id, one.id))
      expect((await reread(made)).tags).toEqual([two.id])
      expect(await setTags(made.id, ['no such tag'])).toMatchObject({
        ok: false,
        error: { kind: 'not-found' },
      })
    }))

  it('writes nothing when nothing changes', () =>
    onText(async (article) => {
      const made = await quote(article, '“We will stay,”')
      valueOf(await setNote(made.id, ''))
      expect(await reread(made)).toEqual(made)
      expect(await undo()).toMatchObject({ value: 'Add quotation' })
    }))

  it('accepts a suggestion that a person edits, and keeps its reason', () =>
    onText(async (article) => {
      const made = await quote(article, '“We will stay,”')
      const reason = { rule: 'marks', score: 0.9 }
      valueOf(await updateAnnotation(made.id, 'As suggested', (one) => ({ ...one, reason })))
      await openedCorpus()?.database.annotations.update(made.id, { status: 'suggested', created: null })
      valueOf(await setNote(made.id, 'seen'))
      expect(await reread(made)).toMatchObject({ status: 'accepted', reason, note: 'seen' })
      expect((await reread(made)).created).not.toBeNull()
    }))
})

it('deletes several at once and brings them back', () =>
  onText(async (article) => {
    const one = await quote(article, '“We will stay,”')
    const two = await quote(article, 'for long')
    valueOf(await deleteAnnotations([one.id, two.id, 'gone long ago']))
    expect(await now(liveAnnotations(article))).toEqual([])
    expect(await undo()).toEqual({ ok: true, value: 'Delete 2 annotations' })
    expect(await now(liveAnnotations(article))).toEqual([one, two])
  }))

it('follows changes and leaves rejected annotations out', () =>
  onText(async (article) => {
    const made = await quote(article, '“We will stay,”')
    const gone = until(liveAnnotations(article), (all) => all.length === 0)
    valueOf(await updateAnnotation(made.id, 'Reject', (one) => ({ ...one, status: 'rejected' })))
    expect(await gone).toEqual([])
  }))
