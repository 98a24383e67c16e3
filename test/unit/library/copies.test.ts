import { describe, expect, it } from 'vitest'
import type { ReusePair } from '#core/model/comparison'
import {
  copiesByArticle,
  describeCopies,
  describeCopy,
} from '../../../src/renderer/src/features/library/reuse/copies'

const pair = (
  earlier: string,
  later: string,
  earlierInLater: number,
  laterInEarlier: number,
  dated = true,
): ReusePair => ({ earlier, later, earlierInLater, laterInEarlier, dated })

describe('copies of an article', () => {
  const copies = copiesByArticle([
    pair('wire', 'digest', 0.3, 0.95),
    pair('wire', 'reprint', 0.98, 0.97),
    pair('wire', 'blog', 0.6, 0.55, false),
  ])

  it('are told from its own side, the closest first', () => {
    expect(copies.get('wire')?.map(({ article, relation }) => [article, relation])).toEqual([
      ['reprint', 'same'],
      ['digest', 'contains'],
      ['blog', 'shares'],
    ])
    expect(copies.get('digest')?.map(({ article, relation }) => [article, relation])).toEqual([
      ['wire', 'inside'],
    ])
    expect(copies.has('other')).toBe(false)
  })

  it('are said in words, with the order only where the dates tell it', () => {
    expect(describeCopies(copies.get('wire') ?? [])).toBe(
      'The same as 1, contains 1, shares text with 1 other articles',
    )
    const words = (article: string) => (copies.get(article) ?? []).map(describeCopy)
    expect(words('digest')).toEqual(['Contains this article (95 % of it); it came first.'])
    expect(words('reprint')).toEqual(['The same text (97 % of this article stands in it); it came first.'])
    expect(words('blog')).toEqual([
      'Shares text: 55 % of this article, 60 % of that one; the dates do not tell which came first.',
    ])
  })
})
