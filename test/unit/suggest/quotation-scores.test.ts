import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { TextRange } from '#core/model/range'
import { polnearFolder, readPolnear, type GoldArticle } from '../../bench/polnear'
import {
  describeScores,
  emptyExactScores,
  emptyScores,
  pair,
  score,
  scoreExact,
  type Proposal,
} from '../../bench/quotation-scores'
import { bodyOf } from './suggesting'

function proposal(start: number, end: number, more: Partial<Proposal> = {}): Proposal {
  return { content: [{ start, end }], cue: null, speakerSpan: null, ...more }
}

function goldArticle(...contents: TextRange[]): GoldArticle {
  return {
    name: 'a',
    body: bodyOf('x'.repeat(100)),
    quotations: contents.map((range) => ({
      content: [range],
      cue: [{ start: 90, end: 95 }],
      source: [{ start: 80, end: 85 }],
      type: 'indirect' as const,
    })),
  }
}

describe('pair', () => {
  it('pairs one to one, largest overlap first', () => {
    const { quotations } = goldArticle({ start: 0, end: 20 }, { start: 20, end: 30 })
    const { pairs } = pair([proposal(10, 30), proposal(0, 18)], quotations)
    expect(pairs).toEqual([
      { gold: 1, share: 1 },
      { gold: 0, share: 0.9 },
    ])
  })
})

describe('score', () => {
  it('counts a hit above 0.3 of the gold content, not at it, and a strict one above 0.8', () => {
    const scores = emptyScores()
    const article = goldArticle({ start: 0, end: 10 }, { start: 20, end: 30 }, { start: 40, end: 50 })
    score(scores, [proposal(0, 3), proposal(20, 24), proposal(40, 49)], article)
    expect(scores).toMatchObject({ predicted: 3, gold: 3, hits: 2, strict: 1 })
    expect(describeScores(scores)).toContain('P 0.667 R 0.667 F1 0.667')
  })

  it('counts sources and cues of hits by any overlap', () => {
    const scores = emptyScores()
    const near = { cue: { start: 94, end: 99 }, speakerSpan: { start: 85, end: 88 } }
    score(scores, [proposal(0, 10, near)], goldArticle({ start: 0, end: 10 }))
    expect(scores).toMatchObject({ cued: 1, cueHits: 1, sourced: 1, sourceHits: 0 })
  })

  it('counts exactly equal spans once each', () => {
    const exact = emptyExactScores()
    scoreExact(exact, [proposal(0, 10), proposal(0, 9)], goldArticle({ start: 0, end: 10 }))
    expect(exact.content).toEqual({ predicted: 2, gold: 1, hits: 1 })
  })
})

describe('readPolnear', () => {
  const folder = mkdtempSync(join(tmpdir(), 'standoff-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  mkdirSync(join(folder, 'train', 'text'), { recursive: true })
  mkdirSync(join(folder, 'train', 'attributions'))
  const text = '😀 Ode said “go” and “on”.'
  writeFileSync(join(folder, 'train', 'text', 'thule_1.txt'), text)
  writeFileSync(
    join(folder, 'train', 'attributions', 'thule_1_aaaa.ann'),
    [
      'T1\tSource 2 5\tOde',
      'T2\tCue 6 10\tsaid',
      'T3\tContent 11 15;20 24\t“go” ',
      'There is a second line “on”',
      'T4\tAttribution 6 10\tsaid',
      'E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1',
      'E2\tAttribution:T4 Cue:T2',
      '',
    ].join('\n'),
  )
  writeFileSync(
    join(folder, 'train', 'attributions', 'thule_1_bbbb.ann'),
    'T1\tContent 0 1\tx\nE1\tContent:T1\n',
  )

  it('takes the first annotator, code points as UTF-16, split spans and broken lines', () => {
    const [article] = readPolnear(folder, 'train')
    const quotation = article?.quotations[0]
    expect(article?.quotations).toHaveLength(1)
    expect(quotation?.content.map((range) => text.slice(range.start, range.end))).toEqual(['“go”', '“on”'])
    expect(quotation?.source.map((range) => text.slice(range.start, range.end))).toEqual(['Ode'])
    expect(quotation?.type).toBe('direct')
  })

  it('says when there is no such folder', () => {
    expect(polnearFolder(join(folder, 'missing'))).toBeNull()
    expect(polnearFolder(folder)).toBe(folder)
  })
})
