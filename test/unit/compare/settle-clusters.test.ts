import { describe, expect, it } from 'vitest'
import { settleClusters } from '#core/compare/settle-clusters'
import type { Comparison } from '#core/compare/types'
import type { Cluster, ClusterDecision } from '#core/model/comparison'
import { contentId } from '#core/model/ids'
import { found, findingOn } from './deciding'

const everywhere = () => true

function settle(comparison: Comparison, ...decisions: ClusterDecision[]): Comparison {
  return settleClusters(comparison, 'story', decisions, everywhere)
}

function together(id: string, members: readonly string[], apart: readonly string[] = []): ClusterDecision {
  return { id, story: 'story', kind: 'utterance', verdict: 'together', members, apart }
}

function separate(...members: string[]): ClusterDecision {
  return { id: 'separate', story: 'story', kind: 'utterance', verdict: 'separate', members, apart: [] }
}

describe('without decisions', () => {
  it('everything stays the same object, so that nothing is painted anew', () => {
    const cluster = found('a', 'b')
    const finding = findingOn(cluster, 'wording', 'a', 'b')
    const settled = settle({ clusters: [cluster], findings: [finding] })
    expect(settled.clusters[0]).toBe(cluster)
    expect(settled.findings[0]).toBe(finding)
  })
})

describe('decisions made since the comparison', () => {
  it('join what was found apart, with links and findings of both', () => {
    const [one, other] = [found('a', 'b'), found('c')]
    const { clusters, findings } = settle(
      { clusters: [one, other], findings: [findingOn(one, 'wording', 'a', 'b')] },
      together(other.id, ['a', 'b', 'c']),
    )
    expect(clusters).toEqual([
      {
        ...other,
        members: ['a', 'b', 'c'],
        settled: ['a', 'b', 'c'],
        status: 'accepted',
        score: 0.8,
        links: one.links,
      },
    ])
    expect(findings.map(({ cluster }) => cluster)).toEqual([other.id])
  })

  it('leave the program its additions, but not those kept apart or separate', () => {
    const held: Cluster = { ...found('a', 'b', 'c', 'd'), id: 'held', settled: ['a'], status: 'accepted' }
    const { clusters } = settle(
      { clusters: [held], findings: [] },
      together('held', ['a'], ['b']),
      separate('a', 'c'),
    )
    expect(clusters.map(({ members }) => members)).toEqual([
      ['a', 'd'],
      ['b', 'c'],
    ])
    expect(clusters[0]).toMatchObject({ id: 'held', settled: ['a'] })
  })

  it('give what is left of a cluster the id that the next comparison will give it', () => {
    const { clusters } = settle({ clusters: [found('a', 'b', 'c')], findings: [] }, together('new', ['a']))
    expect(clusters[1]?.id).toBe(contentId('clu', 'story', 'utterance', 'b', 'c'))
    expect(clusters[1]).toMatchObject({ status: 'suggested', settled: [], members: ['b', 'c'] })
  })

  it('show a cluster that no comparison has found yet', () => {
    const { clusters } = settle({ clusters: [], findings: [] }, together('held', ['a', 'b']))
    expect(clusters).toMatchObject([
      { id: 'held', members: ['a', 'b'], status: 'accepted', score: 1, links: [] },
    ])
  })

  it('are forgotten when they are undone', () => {
    const held: Cluster = { ...found('a', 'b'), id: 'held', settled: ['a', 'b'], status: 'accepted' }
    const { clusters, findings } = settle({
      clusters: [held],
      findings: [findingOn(held, 'wording', 'a', 'b')],
    })
    expect(clusters).toEqual([found('a', 'b')])
    expect(findings[0]?.cluster).toBe(found('a', 'b').id)
  })

  it('of two people who disagree: the first by id holds, and nothing is in two clusters', () => {
    const { clusters } = settle(
      { clusters: [found('a'), found('b'), found('c')], findings: [] },
      together('one', ['a', 'b']),
      together('two', ['b', 'c']),
    )
    expect(clusters.map(({ members }) => members)).toEqual([['a', 'b'], ['c']])
  })

  it('never share an id with a cluster that they do not hold, of either kind', () => {
    const [cluster, claims] = [found('a', 'b'), { ...found('c', 'd'), kind: 'assertion' as const }]
    const { clusters, findings } = settle(
      { clusters: [cluster, found('x'), claims], findings: [findingOn(cluster, 'wording', 'a', 'b')] },
      together(cluster.id, ['x'], ['a', 'b']),
      together(claims.id, ['y']),
    )
    expect(clusters.map(({ members }) => members)).toEqual([['a', 'b'], ['x'], ['y'], ['c', 'd']])
    expect(new Set(clusters.map(({ id }) => id)).size).toBe(4)
    expect(findings[0]?.cluster).toBe(clusters[0]?.id)
    expect(clusters[0]?.links).toEqual(cluster.links)
  })

  it('name a member once that they have twice', () => {
    const { clusters } = settle(
      { clusters: [found('a', 'b')], findings: [] },
      together('held', ['a', 'a', 'b', 'a']),
    )
    expect(clusters).toMatchObject([{ members: ['a', 'b'], settled: ['a', 'b'] }])
  })

  it('do not touch clusters of the other kind', () => {
    const claims: Cluster = { ...found('a', 'b'), kind: 'assertion' }
    const { clusters } = settle({ clusters: [claims], findings: [] }, separate('a', 'b'))
    expect(clusters[0]).toBe(claims)
  })
})

describe('annotations that are gone', () => {
  const gone =
    (...ids: string[]) =>
    (id: string) =>
      !ids.includes(id)

  it('leave clusters and decisions, which are harmless then', () => {
    const cluster = found('a', 'b', 'c')
    const { clusters } = settleClusters(
      { clusters: [cluster, found('d')], findings: [] },
      'story',
      [together(cluster.id, ['a', 'b', 'never'])],
      gone('b', 'd', 'never'),
    )
    expect(clusters.map(({ members }) => members)).toEqual([['a', 'c']])
  })

  it('take the findings that name them along', () => {
    const cluster = found('a', 'b', 'c')
    const findings = [findingOn(cluster, 'wording', 'a', 'b'), findingOn(cluster, 'wording', 'a', 'c')]
    const settled = settleClusters({ clusters: [cluster], findings }, 'story', [], gone('b'))
    expect(settled.findings.map(({ members }) => members)).toEqual([['a', 'c']])
    expect(settled.findings[0]?.cluster).toBe(settled.clusters[0]?.id)
  })
})

describe('findings', () => {
  it('go when their members are parted', () => {
    const cluster = found('a', 'b')
    const findings = [findingOn(cluster, 'attribution-conflict', 'a', 'b')]
    expect(settle({ clusters: [cluster], findings }, separate('a', 'b')).findings).toEqual([])
  })

  it('say of a cluster that grew no longer that one source alone has it', () => {
    const alone = found('a')
    const findings = [findingOn(alone, 'only-in', 'a')]
    const { findings: kept } = settle(
      { clusters: [alone, found('b')], findings },
      together('held', ['a', 'b']),
    )
    expect(kept).toEqual([])
  })

  it('about passages stay', () => {
    const passage = { ...findingOn(found('a'), 'reuse'), cluster: null }
    expect(settle({ clusters: [found('a', 'b')], findings: [passage] }, separate('a', 'b')).findings).toEqual(
      [passage],
    )
  })
})
