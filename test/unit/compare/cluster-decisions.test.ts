import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideClusters, isCurrent, type ClusterVerdict } from '#core/compare/cluster-decisions'
import { rowStatus } from '#core/compare/matrix'
import type { Cluster } from '#core/model/comparison'
import { carryOut, Desk, found } from './deciding'

describe('confirming', () => {
  it('holds the cluster under the id it had, so that what is open on a screen stays open', () => {
    const cluster = found('a', 'b')
    const desk = new Desk(cluster, found('c'))
    desk.decide({ verdict: 'confirm', cluster })
    expect(desk.decisions).toEqual([
      {
        id: cluster.id,
        story: 'story',
        kind: 'utterance',
        verdict: 'together',
        members: ['a', 'b'],
        apart: [],
        confirmed: true,
      },
    ])
    expect(desk.of('a')).toMatchObject({ id: cluster.id, status: 'accepted', settled: ['a', 'b'] })
    expect(desk.of('c').status).toBe('suggested')
  })

  it('takes in what the program has added since', () => {
    const desk = new Desk(found('a', 'b'))
    desk.decide({ verdict: 'confirm', cluster: desk.of('a') })
    desk.decide({ verdict: 'confirm', cluster: { ...desk.of('a'), members: ['a', 'b', 'c'] } })
    expect(desk.decisions.map(({ members }) => members)).toEqual([['a', 'b', 'c']])
  })

  it('keeps what the decision held besides, such as a quotation of an article that was removed', () => {
    const desk = new Desk(found('a', 'b'))
    desk.decide({ verdict: 'confirm', cluster: { ...desk.of('a'), members: ['a', 'b', 'gone'] } })
    desk.decide({ verdict: 'confirm', cluster: { ...desk.of('a'), members: ['a', 'b'] } })
    expect(desk.decisions.map(({ members }) => members)).toEqual([['a', 'b', 'gone']])
  })
})

describe('what a person confirmed by name', () => {
  it('is not what was only moved, split or merged', () => {
    const desk = new Desk(found('a', 'b', 'c'), found('d', 'e'))
    desk.decide({ verdict: 'move', from: desk.of('c'), member: 'c', to: desk.of('d') })
    expect(rowStatus(desk.of('d'))).toEqual({ status: 'edited', added: 0 })
    desk.decide({ verdict: 'confirm', cluster: desk.of('d') })
    expect(rowStatus(desk.of('d'))).toEqual({ status: 'confirmed', added: 0 })
    desk.decide({ verdict: 'move', from: desk.of('a'), member: 'a', to: desk.of('d') })
    expect(rowStatus(desk.of('d')).status).toBe('edited')
  })

  it('stays so when a part leaves, which nobody confirmed', () => {
    const desk = new Desk(found('a', 'b', 'c'))
    desk.decide({ verdict: 'confirm', cluster: desk.of('a') })
    desk.decide({ verdict: 'split', cluster: desk.of('a'), members: ['c'] })
    expect([desk.of('a'), desk.of('c')].map((cluster) => rowStatus(cluster).status)).toEqual([
      'confirmed',
      'edited',
    ])
  })
})

describe('words on their own', () => {
  it('are kept alone when split off by themselves or moved to a row of their own, until others join them', () => {
    const desk = new Desk(found('a', 'b', 'c'))
    const alone = () => desk.decisions.filter((one) => one.alone).map(({ members }) => members)
    desk.decide({ verdict: 'split', cluster: desk.of('a'), members: ['c'] })
    expect(alone()).toEqual([['c']])
    desk.decide({ verdict: 'move', from: desk.of('a'), member: 'b', to: null })
    expect(alone()).toEqual([['c'], ['b']])
    desk.decide({ verdict: 'merge', clusters: [desk.of('b'), desk.of('c')] })
    expect(alone()).toEqual([])
  })
})

describe('a cluster as it was shown', () => {
  it('is not current once its members were decided on', () => {
    const desk = new Desk(found('a', 'b', 'c'))
    const shown = desk.of('a')
    expect(isCurrent(desk.decisions, shown)).toBe(true)
    desk.decide({ verdict: 'split', cluster: shown, members: ['c'] })
    expect(isCurrent(desk.decisions, shown)).toBe(false)
    expect(desk.clusters.every((cluster) => isCurrent(desk.decisions, cluster))).toBe(true)
    const rest = desk.of('a')
    desk.decide({ verdict: 'reject', cluster: rest })
    expect(isCurrent(desk.decisions, rest)).toBe(false)
  })
})

describe('rejecting', () => {
  it('takes the cluster apart, and never says so twice', () => {
    const desk = new Desk(found('a', 'b', 'c'))
    desk.decide({ verdict: 'reject', cluster: desk.of('a') })
    expect(desk.groups).toEqual([['a'], ['b'], ['c']])
    expect(desk.decide({ verdict: 'reject', cluster: found('b', 'c') })).toEqual([])
  })

  it('refuses what stands alone', () => {
    const desk = new Desk(found('a'))
    expect(desk.decide({ verdict: 'reject', cluster: desk.of('a') })).toBeNull()
  })

  it('takes back that the cluster was confirmed', () => {
    const desk = new Desk(found('a', 'b'))
    desk.decide({ verdict: 'confirm', cluster: desk.of('a') })
    desk.decide({ verdict: 'reject', cluster: desk.of('a') })
    expect(desk.decisions.map(({ verdict }) => verdict)).toEqual(['separate'])
    expect(desk.groups).toEqual([['a'], ['b']])
  })

  it('does not keep a person from joining some of them after all', () => {
    const desk = new Desk(found('a', 'b', 'c'))
    desk.decide({ verdict: 'reject', cluster: desk.of('a') })
    desk.decide({ verdict: 'merge', clusters: [desk.of('a'), desk.of('c')] })
    expect(desk.groups).toEqual([['a', 'c'], ['b']])
  })
})

describe('splitting', () => {
  it('makes two clusters that are kept apart, the one that stays under its id', () => {
    const cluster = found('a', 'b', 'c')
    const desk = new Desk(cluster)
    desk.decide({ verdict: 'split', cluster, members: ['b'] })
    expect(desk.groups).toEqual([['a', 'c'], ['b']])
    expect(desk.of('a').id).toBe(cluster.id)
    expect(desk.decisions).toMatchObject([
      { members: ['a', 'c'], apart: ['b'] },
      { members: ['b'], apart: ['a', 'c'] },
    ])
  })

  it('refuses to leave nothing on either side', () => {
    const cluster = found('a', 'b')
    const desk = new Desk(cluster)
    expect(desk.decide({ verdict: 'split', cluster, members: ['x'] })).toBeNull()
    expect(desk.decide({ verdict: 'split', cluster, members: ['a', 'b'] })).toBeNull()
    expect(desk.decisions).toEqual([])
  })
})

describe('merging', () => {
  it('makes one cluster of several, and forgets that they were kept apart', () => {
    const desk = new Desk(found('a', 'b'), found('c'), found('d'))
    desk.decide({ verdict: 'split', cluster: desk.of('a'), members: ['b'] })
    desk.decide({ verdict: 'merge', clusters: [desk.of('b'), desk.of('a'), desk.of('d')] })
    expect(desk.decisions).toMatchObject([{ members: ['b', 'a', 'd'], apart: [] }])
    expect(desk.groups).toEqual([['a', 'b', 'd'], ['c']])
  })

  it('refuses one cluster, and clusters of two kinds', () => {
    const desk = new Desk(found('a'))
    const claim: Cluster = { ...found('c'), kind: 'assertion' }
    expect(desk.decide({ verdict: 'merge', clusters: [desk.of('a')] })).toBeNull()
    expect(desk.decide({ verdict: 'merge', clusters: [desk.of('a'), claim] })).toBeNull()
  })

  it('refuses a cluster with itself, and one of another story', () => {
    const desk = new Desk(found('a'), found('b'))
    const elsewhere: Cluster = { ...found('c'), story: 'another' }
    expect(desk.decide({ verdict: 'merge', clusters: [desk.of('a'), { ...desk.of('a') }] })).toBeNull()
    expect(desk.decide({ verdict: 'merge', clusters: [desk.of('a'), elsewhere] })).toBeNull()
    expect(desk.decide({ verdict: 'move', from: desk.of('a'), member: 'a', to: elsewhere })).toBeNull()
    expect(desk.decisions).toEqual([])
  })
})

describe('moving', () => {
  it('puts a member into another cluster, and keeps the others of the first from following', () => {
    const desk = new Desk(found('a', 'b'), found('c', 'd'))
    const to = desk.of('c')
    desk.decide({ verdict: 'move', from: desk.of('a'), member: 'b', to })
    expect(desk.groups).toEqual([['a'], ['b', 'c', 'd']])
    expect(desk.of('b').id).toBe(to.id)
    expect(desk.decisions).toMatchObject([{ members: ['c', 'd', 'b'], apart: ['a'] }])
  })

  it('puts a member on its own, and out of a cluster that a person held', () => {
    const desk = new Desk(found('a', 'b', 'c'))
    desk.decide({ verdict: 'confirm', cluster: desk.of('a') })
    desk.decide({ verdict: 'move', from: desk.of('a'), member: 'b', to: null })
    expect(desk.groups).toEqual([['a', 'c'], ['b']])
    expect(desk.decisions).toMatchObject([
      { members: ['a', 'c'], apart: ['b'] },
      { members: ['b'], apart: ['a', 'c'] },
    ])
  })

  it('leaves no decision behind that holds nothing', () => {
    const desk = new Desk(found('a', 'b'), found('c'))
    desk.decide({ verdict: 'split', cluster: desk.of('a'), members: ['b'] })
    desk.decide({ verdict: 'move', from: desk.of('b'), member: 'b', to: desk.of('c') })
    expect(desk.decisions.every(({ members }) => members.length > 0)).toBe(true)
    expect(desk.groups).toEqual([['a'], ['b', 'c']])
  })

  it('refuses a member that is elsewhere, the same cluster, and one that is on its own already', () => {
    const desk = new Desk(found('a', 'b'), found('c'))
    expect(desk.decide({ verdict: 'move', from: desk.of('a'), member: 'c', to: null })).toBeNull()
    expect(desk.decide({ verdict: 'move', from: desk.of('a'), member: 'a', to: desk.of('a') })).toBeNull()
    expect(desk.decide({ verdict: 'move', from: desk.of('c'), member: 'c', to: null })).toBeNull()
  })
})

/** Verdicts as a person would give them: on clusters as they are shown. */
type Wish = readonly [verdict: ClusterVerdict['verdict'], one: number, other: number, member: number]

const wishes = fc.array(
  fc.tuple(
    fc.constantFrom<ClusterVerdict['verdict']>('confirm', 'reject', 'split', 'merge', 'move'),
    fc.nat(20),
    fc.nat(20),
    fc.nat(20),
  ),
  { maxLength: 12 },
)

function verdictOf(desk: Desk, [verdict, one, other, member]: Wish): ClusterVerdict {
  const { clusters } = desk
  const pick = (index: number) => clusters[index % clusters.length] ?? found('a')
  const cluster = pick(one)
  const chosen = cluster.members[member % cluster.members.length] ?? ''
  switch (verdict) {
    case 'split':
      return { verdict, cluster, members: [chosen] }
    case 'merge':
      return { verdict, clusters: [...new Set([cluster, pick(other)])] }
    case 'move':
      return { verdict, from: cluster, member: chosen, to: other % 3 === 0 ? null : pick(other) }
    default:
      return { verdict, cluster }
  }
}

describe('any verdicts in any order', () => {
  const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const program = () => new Desk(found('a', 'b', 'c'), found('d', 'e'), found('f'), found('g'))

  it('are shown at once, and leave every member in exactly one cluster', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const desk = program()
        for (const wish of list) {
          const verdict = verdictOf(desk, wish)
          if (!desk.decide(verdict)) continue
          expect(desk.groups.flat().sort()).toEqual(all)
          const groupOf = (id: string) => desk.of(id).members
          if (verdict.verdict === 'confirm') {
            expect([...groupOf(verdict.cluster.members[0] ?? '')].sort()).toEqual(
              [...verdict.cluster.members].sort(),
            )
          } else if (verdict.verdict === 'reject') {
            for (const id of verdict.cluster.members) expect(groupOf(id)).toEqual([id])
          } else if (verdict.verdict === 'merge') {
            const joined = verdict.clusters.flatMap(({ members }) => members)
            expect(groupOf(joined[0] ?? '')).toHaveLength(joined.length)
          } else if (verdict.verdict === 'move') {
            const expected = [...(verdict.to?.members ?? []), verdict.member].sort()
            expect([...groupOf(verdict.member)].sort()).toEqual(expected)
          }
        }
      }),
    )
  })

  it('hold each member in one decision at most, and are taken back by the inverse changes', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const desk = program()
        for (const wish of list) {
          const before = desk.decisions
          const changes = desk.decide(verdictOf(desk, wish))
          if (!changes) continue
          const held = desk.decisions.flatMap(({ verdict, members }) =>
            verdict === 'together' ? members : [],
          )
          expect(new Set(held).size).toBe(held.length)
          const back = changes.map((change) => ({ before: change.after, after: change.before }))
          expect(carryOut(desk.decisions, back as typeof changes)).toEqual(before)
        }
      }),
    )
  })

  it('change nothing when they are given twice', () => {
    const cluster = found('a', 'b')
    const once = decideClusters([], { verdict: 'confirm', cluster }, () => 'new')
    const decisions = carryOut([], once ?? [])
    const twice = decideClusters(decisions, { verdict: 'confirm', cluster }, () => 'new')
    expect(carryOut(decisions, twice ?? [])).toEqual(decisions)
  })
})
