import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareStory } from '../../../src/core/compare/compare-story'
import { StatementCache } from '../../../src/core/compare/statements'
import type { ComparedArticle, ComparedStory } from '../../../src/core/compare/types'
import type { Annotation } from '../../../src/core/model/annotation'
import type { Cluster, ClusterDecision } from '../../../src/core/model/comparison'
import { articleOf, retoldStatements, storyOf } from '../../fixtures/compare/retold-story'
import { finish } from './finish'

const TALKS = [
  'I would suggest continuing the talks with the alliance.',
  'The harbour will stay closed until the strike ends.',
  'More than 100,000 soldiers stand at the border.',
]
const TALKS_RETOLD = [
  'Some 100,000 troops are deployed on the frontier.',
  'I would propose that we continue the talks with the alliance.',
  'Until the walkout is over, the port remains shut.',
]

function clustersOf(story: ComparedStory): readonly Cluster[] {
  return finish(compareStory(story)).clusters
}

function membersOf(story: ComparedStory): string[][] {
  return clustersOf(story)
    .map(({ members }) => [...members])
    .filter(({ length }) => length > 1)
}

function decision(
  id: string,
  verdict: 'together' | 'separate',
  members: string[],
  apart: string[] = [],
): ClusterDecision {
  return { id, story: 'sty_test', kind: 'utterance', verdict, members, apart }
}

function direct(article: ComparedArticle, speakers: readonly (string | null)[]): ComparedArticle {
  return {
    ...article,
    annotations: article.annotations.map((annotation, index): Annotation => ({
      ...annotation,
      quotation: {
        type: 'direct',
        speaker: speakers[index] ?? null,
        speakerSpan: null,
        cue: null,
        content: annotation.quotation?.content ?? [],
      },
    })),
  }
}

describe('clusters of a story', () => {
  it('gather what says the same, wherever it stands', () => {
    expect(membersOf(storyOf(articleOf('a', TALKS), articleOf('b', TALKS_RETOLD)))).toEqual([
      ['a-00000', 'b-00001'],
      ['a-00001', 'b-00002'],
      ['a-00002', 'b-00000'],
    ])
  })

  it('hold every statement exactly once, and are the same whatever the order of annotations', () => {
    const pool = retoldStatements('shaping').flatMap(({ statement, second, distractor }) => [
      statement,
      second,
      distractor,
    ])
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom(...pool), { maxLength: 8 }), { minLength: 1, maxLength: 4 }),
        (texts) => {
          const articles = texts.map((each, index) => articleOf(`art${String(index)}`, each))
          const clusters = clustersOf(storyOf(...articles))
          const all = articles.flatMap(({ annotations }) => annotations.map(({ id }) => id))
          expect(clusters.flatMap(({ members }) => members).sort()).toEqual(all.sort())
          const turned = articles.map((article) => ({
            ...article,
            annotations: [...article.annotations].reverse(),
          }))
          expect(clustersOf(storyOf(...turned))).toEqual(clusters)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('never join two different statements of one article', () => {
    const twice = [
      'The talks will continue on Monday in Geneva.',
      'The talks will continue on Friday in Vienna.',
    ]
    const clusters = membersOf(storyOf(articleOf('a', twice), articleOf('b', twice)))
    expect(clusters).toEqual([
      ['a-00000', 'b-00000'],
      ['a-00001', 'b-00001'],
    ])
  })

  it('join what an article says twice', () => {
    const repeated = [...TALKS, ...TALKS]
    expect(membersOf(storyOf(articleOf('a', repeated), articleOf('b', TALKS_RETOLD)))).toContainEqual([
      'a-00000',
      'a-00003',
      'b-00001',
    ])
  })

  it('link a reply to the reply to the same question, though they share no word', () => {
    const question = 'I would suggest continuing the talks.'
    const spoken = ['per_l', 'per_p']
    const a = direct(articleOf('a', [question, 'Good.']), spoken)
    const b = direct(articleOf('b', ['I would propose that we continue the talks.', 'Do it.']), spoken)
    expect(membersOf(storyOf(a, b))).toContainEqual(['a-00001', 'b-00001'])
    const elsewhere = direct(articleOf('b', ['The harbour will be closed for years.', 'Do it.']), spoken)
    expect(membersOf(storyOf(a, elsewhere))).toEqual([])
  })

  it('link a truncated quotation to the whole one', () => {
    const whole =
      'Our stores are far from empty, they will not last for ever, but I would recommend waiting and rationing them.'
    expect(
      membersOf(storyOf(articleOf('a', [whole]), articleOf('b', ['I would recommend waiting.']))),
    ).toEqual([['a-00000', 'b-00000']])
  })

  it('put both halves of a quotation that one source splits into one row', () => {
    const a = direct(
      articleOf('a', [
        'The way to an audit stays open if Ostrova shows its books. We look forward to sending our inspectors back to the mill.',
      ]),
      ['per_b'],
    )
    const b = direct(
      articleOf('b', [
        'If Ostrova shows its books, there is still a road to an audit.',
        'We hope to send our inspectors back to the mill.',
      ]),
      ['per_b', 'per_b'],
    )
    expect(membersOf(storyOf(a, b))).toEqual([['a-00000', 'b-00000', 'b-00001']])
  })

  it('say why: reasons with weights that add up to one', () => {
    const [cluster] = clustersOf(storyOf(articleOf('a', TALKS), articleOf('b', TALKS_RETOLD)))
    const [link] = cluster?.links ?? []
    expect(link).toMatchObject({ a: 'a-00000', b: 'b-00001' })
    const reasons = link?.reasons ?? []
    expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1)
    expect(reasons.find(({ sign }) => sign === 'near-words')?.shared).toContain('suggest/propose')
  })
})

describe('what a person decided', () => {
  const articles = [articleOf('a', TALKS), articleOf('b', TALKS_RETOLD)]
  const decided = (...decisions: ClusterDecision[]) => ({ ...storyOf(...articles), decisions })

  it('keeps together what the program would not join, under the id of the decision', () => {
    const clusters = clustersOf(decided(decision('dec-1', 'together', ['a-00000', 'b-00000'])))
    expect(clusters.find(({ id }) => id === 'dec-1')).toMatchObject({
      members: ['a-00000', 'b-00000'],
      settled: ['a-00000', 'b-00000'],
      status: 'accepted',
    })
  })

  it('keeps apart what the program would join', () => {
    expect(membersOf(decided(decision('dec-1', 'separate', ['a-00000', 'b-00001'])))).not.toContainEqual([
      'a-00000',
      'b-00001',
    ])
    expect(membersOf(decided(decision('dec-1', 'together', ['a-00000'], ['b-00001'])))).not.toContainEqual([
      'a-00000',
      'b-00001',
    ])
  })

  it('lets the program add what nobody decided on', () => {
    const [cluster] = clustersOf(decided(decision('dec-1', 'together', ['a-00000'])))
    expect(cluster).toMatchObject({ id: 'dec-1', members: ['a-00000', 'b-00001'], settled: ['a-00000'] })
  })

  it('adds nothing to what a person put on its own', () => {
    const alone = { ...decision('dec-1', 'together', ['a-00000']), alone: true as const }
    const clusters = clustersOf(decided(alone))
    expect(clusters.find(({ id }) => id === 'dec-1')?.members).toEqual(['a-00000'])
  })

  it('follows the first of two decisions that disagree, and passes over members that are gone', () => {
    const clusters = clustersOf(
      decided(
        decision('dec-2', 'together', ['a-00001', 'b-00000']),
        decision('dec-1', 'together', ['a-00000', 'b-00000', 'gone']),
      ),
    )
    expect(clusters.find(({ id }) => id === 'dec-1')?.settled).toEqual(['a-00000', 'b-00000'])
    expect(clusters.find(({ id }) => id === 'dec-2')?.settled).toEqual(['a-00001'])
  })
})

describe('preparing anew', () => {
  it('prepares only what changed', () => {
    const cache = new StatementCache()
    const a = articleOf('a', TALKS)
    const b = articleOf('b', TALKS_RETOLD)
    finish(compareStory(storyOf(a, b), cache))
    expect(cache.prepared).toBe(6)
    const [first, ...others] = a.annotations
    if (!first?.quotation) throw new Error('no quotation')
    const noted = { ...a, annotations: [{ ...first, note: 'looked at' }, ...others] }
    finish(compareStory(storyOf(noted, b), cache))
    expect(cache.prepared).toBe(6)
    const spoken = { ...first, quotation: { ...first.quotation, speaker: 'per_l' } }
    finish(compareStory(storyOf({ ...a, annotations: [spoken, ...others] }, b), cache))
    expect(cache.prepared).toBe(7)
  })
})
