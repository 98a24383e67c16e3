import { describe, expect, it } from 'vitest'
import type { FindingKind, FindingStatus } from '#core/model/comparison'
import type { FindingView } from '#services/comparison'
import {
  countFindings,
  defaultState,
  FEW,
  groupFindings,
  passesFindingFilter,
  shownFindings,
} from '../../../src/renderer/src/features/story/overview/groups'

let made = 0

function finding(
  kind: FindingKind,
  articles: readonly string[],
  more: { score?: number; status?: FindingStatus; signs?: readonly string[] } = {},
): FindingView {
  const { score = 0.5, status = 'open', signs = [] } = more
  const id = `fnd_${String(made++)}`
  return {
    finding: {
      id,
      kind,
      story: 's',
      cluster: null,
      members: [],
      articles,
      evidence: [],
      explanation: id,
      signs,
      score,
    },
    status,
    note: '',
  }
}

const ARTICLES = ['a', 'b', 'c']

describe('groups of findings', () => {
  it('stand gravest first, what is in one source alone last and by source, the surest of each first', () => {
    const found = [
      finding('only-in', ['c']),
      finding('wording', ['a', 'b'], { score: 0.2 }),
      finding('only-in', ['a'], { score: 0.4 }),
      finding('number-conflict', ['b', 'c']),
      finding('wording', ['a', 'c'], { score: 0.9 }),
      finding('only-in', ['a'], { score: 0.8 }),
      finding('attribution-conflict', ['a', 'b']),
    ]
    const groups = groupFindings(found, ARTICLES)
    expect(groups.map(({ key }) => key)).toEqual([
      'attribution-conflict',
      'number-conflict',
      'wording',
      'only-in a',
      'only-in c',
    ])
    expect(groups[2]?.findings.map((view) => view.finding.score)).toEqual([0.9, 0.2])
    expect(groups[3]?.findings.map((view) => view.finding.score)).toEqual([0.8, 0.4])
  })

  it('of one source alone are closed until asked for, and none shows more than a few at first', () => {
    const many = Array.from({ length: FEW + 5 }, () => finding('wording', ['a', 'b']))
    const [wording, alone] = groupFindings([...many, finding('only-in', ['b'])], ARTICLES)
    if (!wording || !alone) throw new Error('There are two groups')
    expect(defaultState(alone)).toBe('closed')
    expect(shownFindings(alone, 'closed')).toEqual([])
    expect(shownFindings(wording, defaultState(wording))).toHaveLength(FEW)
    expect(shownFindings(wording, 'all')).toHaveLength(FEW + 5)
  })
})

describe('the filter of findings', () => {
  const found = [
    finding('wording', ['a', 'b']),
    finding('wording', ['b', 'c'], { status: 'dismissed' }),
    finding('truncation', ['a', 'c'], { status: 'confirmed' }),
  ]

  it('asks for kind, status and source at once', () => {
    const pass = (filter: Parameters<typeof passesFindingFilter>[1]) =>
      found.map((view) => passesFindingFilter(view, filter))
    expect(pass({ kinds: [], status: null, article: null, disagreements: false })).toEqual([true, true, true])
    expect(pass({ kinds: ['wording'], status: 'open', article: null, disagreements: false })).toEqual([
      true,
      false,
      false,
    ])
    expect(pass({ kinds: [], status: null, article: 'c', disagreements: false })).toEqual([false, true, true])
  })

  it('counts each choice by the others, so that alternatives are seen', () => {
    const { statuses, kinds } = countFindings(found, {
      kinds: ['wording'],
      status: 'open',
      article: null,
      disagreements: false,
    })
    expect(statuses).toEqual({ open: 1, confirmed: 0, dismissed: 1 })
    expect([...kinds]).toEqual([['wording', 1]])
  })

  it('takes another speaker, number or date and a turned wording for disagreements, other words alone not', () => {
    const all = [
      finding('attribution-conflict', ['a', 'b']),
      finding('number-conflict', ['a', 'b']),
      finding('date-conflict', ['a', 'b']),
      finding('wording', ['a', 'b'], { signs: ['negation'] }),
      finding('wording', ['a', 'b']),
      finding('only-in', ['a']),
    ]
    const filter = { kinds: [], status: null, article: null, disagreements: true }
    expect(all.map((view) => passesFindingFilter(view, filter))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ])
    expect(countFindings(all, { ...filter, disagreements: false }).disagreements).toBe(4)
  })
})
