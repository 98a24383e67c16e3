import { describe, expect, it } from 'vitest'
import type { Annotation } from '#core/model/annotation'
import type { Cluster } from '#core/model/comparison'
import type { ComparisonView } from '#services/comparison'
import { labelSources, unquoted } from '../../../src/renderer/src/features/story/labels'
import { sharingOf } from '../../../src/renderer/src/features/story/overview/sharing'
import { passesFilter } from '../../../src/renderer/src/features/story/spread'

const cluster = (id: string, kind: Cluster['kind'], members: readonly string[]): Cluster => ({
  id,
  kind,
  story: 's',
  members,
  settled: [],
  status: 'suggested',
  score: 1,
  links: [],
})

/** Members are named after their article: `b2` is the second annotation of article b. */
function viewOf(clusters: readonly Cluster[]): ComparisonView {
  const articles = ['a', 'b', 'c']
  const members = clusters.flatMap((one) => one.members)
  return {
    story: { id: 's', name: 'Story', articles },
    sources: articles.map((id, column) => ({
      article: { id, title: id } as ComparisonView['sources'][number]['article'],
      sourceName: id === 'c' ? 'Herald' : 'Post',
      column,
    })),
    annotations: new Map(members.map((id) => [id, { id, article: id.charAt(0) } as Annotation])),
    speakers: new Map(),
    clusters,
    findings: [],
    unread: [],
    state: 'current',
  }
}

const VIEW = viewOf([
  cluster('one', 'utterance', ['a1', 'b1', 'c1']),
  cluster('two', 'utterance', ['b2', 'a2', 'a3']),
  cluster('three', 'utterance', ['a4', 'b4']),
  cluster('four', 'utterance', ['c5']),
  cluster('five', 'assertion', ['c6']),
])

describe('what sources share', () => {
  it('is counted by article, not by member, and by the very set of articles', () => {
    const { spreads, sets } = sharingOf(VIEW, 'utterance')
    expect(spreads).toEqual({ all: 1, some: 2, one: 1 })
    expect(sets).toEqual([
      { articles: ['a', 'b', 'c'], count: 1 },
      { articles: ['a', 'b'], count: 2 },
      { articles: ['c'], count: 1 },
    ])
  })

  it.each([
    [{ by: 'spread', spread: 'some' }, ['two', 'three']],
    [{ by: 'articles', articles: ['b', 'a'] }, ['two', 'three']],
    [{ by: 'cluster', cluster: 'four' }, ['four']],
    [null, ['one', 'two', 'three', 'four']],
  ] as const)('narrows a matrix to what was counted: %j', (filter, expected) => {
    const shown = VIEW.clusters.filter(
      (one) => one.kind === 'utterance' && passesFilter(one, filter, VIEW.annotations, 3),
    )
    expect(shown.map(({ id }) => id)).toEqual(expected)
  })
})

describe('labels of sources', () => {
  it('number the articles of one outlet and keep a single one as it is', () => {
    expect([...labelSources(VIEW.sources).values()]).toEqual([
      { number: 1, name: 'Post (1)', full: 'Post' },
      { number: 2, name: 'Post (2)', full: 'Post' },
      { number: 3, name: 'Herald', full: 'Herald' },
    ])
  })

  it('cut a title that stands for an outlet at a word, and keep it in full beside it', () => {
    const title = 'The minister says the harbour will be closed, and then that it will not'
    const [first] = VIEW.sources
    if (!first) throw new Error('No source')
    expect([...labelSources([{ ...first, sourceName: title }]).values()]).toEqual([
      { number: 1, name: 'The minister says the harbour will be…', full: title },
    ])
  })

  it.each([
    ['“We will mend it,”', 'We will mend it,'],
    ['"We will mend it"', 'We will mend it'],
    ['“Never” was the “answer”', '“Never” was the “answer”'],
    ['the harbour lost 40 boats', 'the harbour lost 40 boats'],
  ])('give words without the marks around them: %s', (words, bare) => {
    expect(unquoted(words)).toBe(bare)
  })
})
