import { describe, expect, it } from 'vitest'
import { comparisonFaults } from '#core/exchange/dataset-comparison-checks'
import type { Dataset, DatasetCluster, DatasetFinding } from '#core/model/dataset'

type Annotation = Pick<Dataset['annotations'][number], 'id' | 'article' | 'layer'>

const annotation = (id: string, article: string, layer: string): Annotation => ({ id, article, layer })

function sample() {
  const wording: DatasetCluster['findings'][number] = {
    kind: 'wording',
    members: ['q1', 'q2'],
    detail: 'They differ.',
    id: 'f1',
    articles: ['a', 'b'],
    evidence: [{ article: 'a', annotation: 'q1', start: 0, end: 1, exact: 'x' }],
  }
  const held: DatasetCluster = {
    id: 'c1',
    kind: 'utterance',
    story: 's1',
    members: ['q1', 'q2'],
    status: 'accepted',
    findings: [wording],
    settled: ['q1'],
    apart: ['q3'],
  }
  const other: DatasetCluster = {
    id: 'c2',
    kind: 'utterance',
    story: 's1',
    members: ['q3'],
    status: 'suggested',
    findings: [{ kind: 'only-in', members: ['q3'], detail: 'Only there.' }],
  }
  const parted: DatasetCluster = {
    ...other,
    id: 'c3',
    members: ['q1', 'q3'],
    status: 'rejected',
    findings: [],
  }
  const reuse: DatasetFinding = {
    kind: 'reuse',
    a: { article: 'a', start: 0, end: 4 },
    b: { article: 'b', start: 0, end: 4 },
    similarity: 1,
    id: 'f2',
    story: 's1',
  }
  return {
    stories: [
      { id: 's1', name: 'One', articles: ['a', 'b'] },
      { id: 's2', name: 'Two', articles: ['a', 'b', 'c'] },
    ],
    annotations: [
      annotation('q1', 'a', 'quotation'),
      annotation('q2', 'b', 'quotation'),
      annotation('q3', 'b', 'quotation'),
      annotation('q4', 'c', 'quotation'),
      annotation('h', 'a', 'highlight'),
      annotation('k', 'a', 'claim'),
    ],
    clusters: [held, other, parted],
    findings: [reuse],
    held,
    other,
    parted,
    wording,
    reuse,
  }
}

type Sample = ReturnType<typeof sample>

function faultsOf(change: (made: Sample) => void): string[] {
  const made = sample()
  change(made)
  // The checks read ids, articles and layers of annotations alone, and nothing of articles.
  return comparisonFaults(made as unknown as Dataset)
}

describe('stories, clusters and findings of a dataset', () => {
  it('are taken as the program writes them', () => {
    expect(faultsOf(() => undefined)).toEqual([])
  })

  it('may be in two stories of the same articles, with one status each', () => {
    const again = (status: 'confirmed' | 'dismissed') => (made: Sample) => {
      made.wording.status = 'confirmed'
      made.clusters.push({
        ...made.held,
        id: 'c4',
        story: 's2',
        findings: [{ ...made.wording, status }],
      })
      made.findings.push({ ...made.reuse, story: 's2' })
    }
    expect(faultsOf(again('confirmed'))).toEqual([])
    expect(faultsOf(again('dismissed'))).toEqual([
      'clusters[3] (c4) has the finding f1 with another status or note than clusters[0] (c1)',
    ])
  })

  it.each<[string, (made: Sample) => void]>([
    ['stories[0] (s1) has no articles', ({ stories }) => (stories[0] ?? { articles: [] }).articles.splice(0)],
    ['stories[0] (s1) names the article a twice', ({ stories }) => stories[0]?.articles.push('a')],
    ['clusters[1] (c2) has no members', ({ other }) => other.members.splice(0)],
    ['clusters[2] (c3) is rejected and has one member', ({ parted }) => parted.members.splice(1)],
    ['clusters[0] (c1) names q1 twice in members', ({ held }) => held.members.push('q1')],
    ['clusters[0] (c1) names q1 twice in settled', ({ held }) => held.settled?.push('q1')],
    [
      'clusters[0] (c1) has q3 settled, which is not among its members',
      ({ held }) => held.settled?.push('q3'),
    ],
    ['clusters[0] (c1) keeps its own member q2 apart', ({ held }) => held.apart?.push('q2')],
    [
      'clusters[0] (c1) is an utterance and names k, which is no quotation',
      ({ held }) => held.members.push('k'),
    ],
    [
      'clusters[0] (c1) is an utterance and names h, which is no quotation',
      ({ held }) => held.members.push('h'),
    ],
    [
      'clusters[1] (c2) is an assertion and names q3, which is no claim',
      ({ other }) => (other.kind = 'assertion'),
    ],
    [
      'clusters[0] (c1) names q4, whose article is not in the story s1',
      ({ held }) => held.members.push('q4'),
    ],
    ['clusters[1] (c2) has the member q1 of the cluster c1', ({ other }) => other.members.push('q1')],
    [
      'clusters[0] (c1): the wording finding f1 names q3, which is not a member of the cluster',
      ({ wording }) => wording.members.push('q3'),
    ],
    ['clusters[0] (c1): the wording finding f1 names q1 twice', ({ wording }) => wording.members.push('q1')],
    [
      'clusters[0] (c1): the wording finding f1 names the article c, which is not in the story s1',
      ({ wording }) => wording.articles?.push('c'),
    ],
    [
      'clusters[0] (c1): the wording finding f1 shows q2 in the article a, which does not have it',
      ({ wording }) => wording.evidence?.forEach((one) => (one.annotation = 'q2')),
    ],
    [
      'clusters[0] (c1) has the finding f1, which clusters[0] (c1) has already',
      ({ held, wording }) => held.findings.push({ ...wording, status: 'dismissed' }),
    ],
    [
      'findings[1] (f2) has the finding f2, which findings[0] (f2) has already',
      ({ findings, reuse }) => findings.push({ ...reuse }),
    ],
    ['findings[0] (f2) has an empty passage', ({ reuse }) => (reuse.a.end = 0)],
    ['findings[0] (f2) has the same passage twice', ({ reuse }) => (reuse.b = reuse.a)],
    ['findings[0] (f2) is an article that repeats itself', ({ reuse }) => (reuse.kind = 'repeats-itself')],
    [
      'findings[0] (f2) is reuse between articles, but names one article',
      ({ reuse }) => (reuse.b = { article: 'a', start: 6, end: 9 }),
    ],
    [
      'findings[0] (f2) names the article c, which is not in its story s1',
      ({ reuse }) => (reuse.b.article = 'c'),
    ],
  ])('are refused: %s', (fault, change) => {
    expect(faultsOf(change).join('\n')).toContain(fault)
  })
})
