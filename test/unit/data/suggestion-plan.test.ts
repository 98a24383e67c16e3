import { describe, expect, it } from 'vitest'
import type { Annotation } from '#core/model/annotation'
import { planSuggestions } from '#data/suggestion-plan'

const TEXT = 'Ann Ode said that Ben Carr had told her that the pier floats, whatever others say.'

interface Marked {
  readonly id?: string
  readonly content: string
  readonly cue?: string
  readonly speaker?: string
  readonly status?: Annotation['status']
  readonly layer?: string
}

function spanOf(exact: string) {
  const start = TEXT.indexOf(exact)
  return { start, end: start + exact.length, exact }
}

function quotation({
  id,
  content,
  cue,
  speaker,
  status = 'suggested',
  layer = 'quotation',
}: Marked): Annotation {
  return {
    id: id ?? `sug_${content}`,
    article: 'art_1',
    layer,
    ...spanOf(content),
    status,
    tags: [],
    note: '',
    creator: id === undefined ? 'crossread' : 'me',
    created: null,
    modified: null,
    quotation: {
      type: 'indirect',
      speaker: speaker ?? null,
      speakerSpan: null,
      cue: cue === undefined ? null : spanOf(cue),
      content: [spanOf(content)],
    },
    reason: { rule: 'indirect.verb', score: 0.8 },
  }
}

const FLOATS = quotation({ content: 'the pier floats', cue: 'had told' })

function ids(annotations: readonly Annotation[]): string[] {
  return annotations.map(({ id }) => id)
}

describe('planSuggestions', () => {
  it('adds what is new, and writes nothing twice', () => {
    expect(planSuggestions([], [FLOATS])).toEqual({ put: [FLOATS], gone: [], open: 1 })
    expect(planSuggestions([FLOATS], [FLOATS])).toEqual({ put: [], gone: [], open: 1 })
    const surer = { ...FLOATS, reason: { rule: 'indirect.verb', score: 0.9 } }
    expect(planSuggestions([FLOATS], [surer])).toEqual({ put: [surer], gone: [], open: 1 })
  })

  it('takes back what is made no more, and only what a run makes', () => {
    const tag = quotation({ content: 'Ann Ode', layer: 'stance' })
    const own = quotation({ id: 'by-hand', content: 'Ben Carr', status: 'suggested' })
    expect(ids(planSuggestions([FLOATS, tag, own], []).gone)).toEqual([FLOATS.id])
  })

  it('leaves an accepted one alone, though its content was edited', () => {
    const edited = { ...quotation({ content: 'floats, whatever', status: 'accepted' }), id: FLOATS.id }
    expect(planSuggestions([edited], [FLOATS])).toEqual({ put: [], gone: [], open: 0 })
  })

  it('does not double what a person marked, in whole or for the most part', () => {
    const wider = quotation({
      id: 'by-hand',
      content: 'that the pier floats, whatever others say',
      status: 'accepted',
    })
    expect(planSuggestions([wider], [FLOATS]).put).toEqual([])
    const touching = quotation({ id: 'by-hand', content: 'floats, whatever others say', status: 'accepted' })
    expect(planSuggestions([touching], [FLOATS]).put).toEqual([FLOATS])
    expect(planSuggestions([{ ...wider, layer: 'highlight' }], [FLOATS]).put).toEqual([FLOATS])
  })

  it('still suggests the other piece of a quotation of which a person marked one', () => {
    const [one, other] = [spanOf('Ben Carr had told her'), spanOf('the pier floats')]
    const split = quotation({ content: 'Ben Carr had told her that the pier floats', id: 'sug_split' })
    const both: Annotation = {
      ...split,
      creator: 'crossread',
      ...(split.quotation && { quotation: { ...split.quotation, content: [one, other] } }),
    }
    const half = quotation({ id: 'by-hand', content: 'Ben Carr had told her', status: 'accepted' })
    const { put, open } = planSuggestions([half], [both])
    expect(open).toBe(1)
    expect(put).toMatchObject([{ id: 'sug_split', ...other, quotation: { content: [other] } }])
    const rest = quotation({ id: 'too', content: 'the pier floats', status: 'accepted' })
    expect(planSuggestions([half, rest], [both]).put).toEqual([])
    expect(planSuggestions([{ ...half, id: 'sug_split' }], [both]).put).toEqual([])
  })

  it('still suggests a quotation within an accepted one, told by its cue', () => {
    const outer = quotation({
      id: 'by-hand',
      content: 'that Ben Carr had told her that the pier floats',
      cue: 'said',
      status: 'accepted',
    })
    expect(planSuggestions([outer], [FLOATS]).put).toEqual([FLOATS])
    expect(planSuggestions([quotation({ ...outerMarks, cue: 'had told' })], [FLOATS]).put).toEqual([])
  })

  it('keeps rejected what differs by a mark, and suggests what has other boundaries', () => {
    const rejected = quotation({ content: 'the pier floats,', status: 'rejected' })
    expect(planSuggestions([rejected], [FLOATS]).put).toEqual([])
    const longer = quotation({ content: 'that the pier floats, whatever others say', status: 'rejected' })
    expect(planSuggestions([longer], [FLOATS]).put).toEqual([FLOATS])
  })

  it('keeps a speaker that a person made, and no other', () => {
    const byHand = quotation({ content: 'the pier floats', cue: 'had told', speaker: '018f-by-hand' })
    expect(planSuggestions([byHand], [{ ...FLOATS }])).toEqual({ put: [], gone: [], open: 1 })
    const linked = quotation({ content: 'the pier floats', cue: 'had told', speaker: 'spk_1' })
    expect(planSuggestions([linked], [FLOATS]).put).toEqual([FLOATS])
  })
})

const outerMarks: Marked = {
  id: 'by-hand',
  content: 'that Ben Carr had told her that the pier floats',
  status: 'accepted',
}
