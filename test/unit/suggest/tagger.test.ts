import { describe, expect, it } from 'vitest'
import type { Quotation } from '#core/model/annotation'
import { spanOf } from '#core/model/range'
import { lexiconFor } from '#core/suggest/lexicons/index'
import { draftQuotations } from '#core/suggest/quotations'
import { readArticle } from '#core/suggest/reading'
import { featuresOf, FEATURE_BITS, TEMPLATES } from '#core/suggest/tagger/features'
import { tagArticle } from '#core/suggest/tagger/tag-article'
import { fitScoreCurve, scoreOfLead, UNFITTED_CURVE } from '#core/suggest/tagger/score-curve'
import { mayFollow, spansOf, tagsOf, tokenRelations } from '#core/suggest/tagger/tags'
import { trainTagger, trainingSteps, type TrainingExample } from '#core/suggest/tagger/train'
import { bodyOf } from './suggesting'

/** An article in a made-up style that no rule knows: `Ode -> the pier floats` reports speech. */
function arrowExample(speaker: string, report: string, rest: string): TrainingExample {
  const text = `${rest} ${speaker} vouchsafed ${report}. ${rest}`
  const find = (words: string): ReturnType<typeof spanOf> => {
    const start = text.indexOf(words)
    return spanOf(text, { start, end: start + words.length })
  }
  const quotation: Quotation = {
    type: 'indirect',
    speaker: null,
    speakerSpan: find(speaker),
    cue: find('vouchsafed'),
    content: [find(report)],
  }
  return { body: bodyOf(text), quotations: [quotation] }
}

const SPEAKERS = ['Ode', 'Ash', 'Elm', 'Fir', 'Oak']
const REPORTS = ['the pier floats', 'two boats sank', 'the ropes hold', 'old nets tear', 'the tide turns']
const EXAMPLES = SPEAKERS.flatMap((speaker) =>
  REPORTS.map((report) => arrowExample(speaker, report, 'The harbour lay quiet at noon.')),
)

describe('BIO tags', () => {
  it('go on only after their own beginning or middle', () => {
    expect(mayFollow(0, 2)).toBe(false)
    expect(mayFollow(1, 2)).toBe(true)
    expect(mayFollow(2, 2)).toBe(true)
    expect(mayFollow(3, 2)).toBe(false)
    expect(mayFollow(4, 5)).toBe(true)
  })

  it('hold the spans they are made of', () => {
    const [example] = EXAMPLES
    if (!example) throw new Error('There are examples.')
    const reading = readArticle(example.body, lexiconFor('en'))
    const relations = tokenRelations(reading, example.quotations)
    const spans = spansOf(tagsOf(reading.tokens.length, relations))
    const words = spans.map((span) => [
      span.kind,
      reading.tokens
        .slice(span.from, span.to)
        .map((token) => token.text)
        .join(' '),
    ])
    expect(words).toEqual([
      ['source', 'Ode'],
      ['cue', 'vouchsafed'],
      ['content', 'the pier floats'],
    ])
  })

  it('leave out a relation within another one’s content', () => {
    const tags = tagsOf(8, [
      { source: { from: 0, to: 1 }, cue: { from: 1, to: 2 }, content: [{ from: 2, to: 8 }] },
      { source: { from: 2, to: 3 }, cue: { from: 3, to: 4 }, content: [{ from: 4, to: 8 }] },
    ])
    expect([...tags]).toEqual([1, 3, 5, 6, 6, 6, 6, 6])
  })
})

describe('features', () => {
  it('fill every template of every token, within the table', () => {
    const reading = readArticle(bodyOf('Ode said the pier floats.\n“It does,” she added.'), lexiconFor('en'))
    const { rows, width } = featuresOf(reading, draftQuotations(reading), new Map([['said', 4]]))
    expect(width).toBe(TEMPLATES)
    expect(rows).toHaveLength(reading.tokens.length * TEMPLATES)
    for (let i = 0; i < reading.tokens.length; i += 1) {
      const own = rows.slice(i * width, (i + 1) * width)
      expect(new Set(own).size).toBeGreaterThan(TEMPLATES * 0.9)
      expect(own.every((row) => row >= 0 && row < 1 << FEATURE_BITS)).toBe(true)
    }
  })
})

describe('trainTagger', () => {
  const model = trainTagger(EXAMPLES, { epochs: 6 })
  if (!model) throw new Error('Nothing cancels this training.')

  it('learns a cue that the rules do not know, and links its spans', () => {
    const text =
      'The harbour lay quiet at noon. Yew vouchsafed the pier sinks. The harbour lay quiet at noon.'
    const words = (range: { start: number; end: number } | null): string | null =>
      range ? text.slice(range.start, range.end) : null
    const suggestions = tagArticle(model, bodyOf(text))
    expect(
      suggestions.map((one) => [words(one.speakerSpan), words(one.cue), one.content.map(words), one.rule]),
    ).toEqual([['Yew', 'vouchsafed', ['the pier sinks'], 'tagger.relation']])
    expect(suggestions[0]?.score).toBeGreaterThan(0.5)
    expect(suggestions[0]?.speakerName).toBe('Yew')
  })

  it('is the same model from the same examples', () => {
    const again = trainTagger(EXAMPLES, { epochs: 6 })
    expect(again?.rows).toEqual(model.rows)
    expect(again?.weights).toEqual(model.weights)
    expect(again?.transitions).toEqual(model.transitions)
  })

  it('works the same after a structured clone, as it is stored', () => {
    const clone = structuredClone(model)
    const text = 'Yew vouchsafed the pier sinks.'
    expect(tagArticle(clone, bodyOf(text))).toEqual(tagArticle(model, bodyOf(text)))
  })

  it('reports its progress upwards, and stops when cancelled', () => {
    const done: number[] = []
    trainTagger(EXAMPLES, { epochs: 2, onProgress: (progress) => done.push(progress.done) })
    expect(done.length).toBeGreaterThan(1)
    expect([...done].sort((a, b) => a - b)).toEqual(done)
    expect(trainTagger(EXAMPLES, { epochs: 2, isCancelled: () => true })).toBeNull()
  })

  it('can be run step by step', () => {
    const steps = trainingSteps(EXAMPLES, { epochs: 1 })
    expect(steps.next().done).toBe(false)
  })

  it('refuses a model of another version', () => {
    const other = { ...model, version: 0 } as unknown as typeof model
    expect(() => tagArticle(other, bodyOf('Yew spoke.'))).toThrow(RangeError)
  })

  it('gives an empty article nothing', () => {
    expect(tagArticle(model, bodyOf(''))).toEqual([])
  })
})

describe('fitScoreCurve', () => {
  /** So many suggestions of one score, of which a share is right. */
  const judged = (score: number, count: number, share: number, hasCue = true) =>
    Array.from({ length: count }, (_, index) => ({ score, hasCue, isRight: index < count * share }))
  const leadOf = (score: number) => Math.log(score / (1 - score))

  it('makes a score say how often such suggestions were right', () => {
    const curve = fitScoreCurve([
      ...judged(0.95, 400, 0.8),
      ...judged(0.7, 400, 0.5),
      ...judged(0.3, 400, 0.2),
      ...judged(0.5, 100, 0.9, false),
    ])
    expect(scoreOfLead(curve, leadOf(0.95))).toBeCloseTo(0.8, 1)
    expect(scoreOfLead(curve, leadOf(0.7))).toBeCloseTo(0.5, 1)
    expect(scoreOfLead(curve, leadOf(0.3))).toBeCloseTo(0.2, 1)
    expect(curve.withoutCue).toBeCloseTo(0.9, 1)
  })

  it('stays near the unfitted curve where little was judged, and is never certain', () => {
    expect(fitScoreCurve([])).toEqual(UNFITTED_CURVE)
    const few = fitScoreCurve(judged(0.9, 3, 1))
    expect(Math.abs(few.slope - 1)).toBeLessThan(0.5)
    const right = fitScoreCurve(judged(0.9, 500, 1))
    expect(scoreOfLead(right, 40)).toBeLessThanOrEqual(1)
    expect(scoreOfLead(right, leadOf(0.9))).toBeGreaterThan(0.95)
  })

  it('never falls, however odd what was judged is', () => {
    const odd = fitScoreCurve([...judged(0.95, 300, 0), ...judged(0.05, 300, 1)])
    expect(odd.slope).toBeGreaterThan(0)
    expect(Number.isFinite(odd.offset)).toBe(true)
  })
})
