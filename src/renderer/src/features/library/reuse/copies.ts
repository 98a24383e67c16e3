import { copyRelation, type CopyRelation } from '#core/library/copies'
import type { ReusePair } from '#core/model/comparison'

/** Another article with text of this one. */
export interface Copy {
  /** Id of the other article. */
  readonly article: string
  readonly relation: CopyRelation
  /** 0..1: share of this article's wording that the other has, and the other way round. */
  readonly ownInOther: number
  readonly otherInOwn: number
  /** True when the dates say that the other came first; null when they do not tell. */
  readonly isOtherEarlier: boolean | null
}

const ORDER: readonly CopyRelation[] = ['same', 'inside', 'contains', 'shares']

/** The copies of each article that has any, by its id; the closest first. */
export function copiesByArticle(pairs: readonly ReusePair[]): ReadonlyMap<string, readonly Copy[]> {
  const found = new Map<string, Copy[]>()
  const add = (own: string, copy: Copy) => {
    const copies = found.get(own)
    if (copies) copies.push(copy)
    else found.set(own, [copy])
  }
  for (const { earlier, later, earlierInLater, laterInEarlier, dated } of pairs) {
    add(earlier, {
      article: later,
      relation: copyRelation(earlierInLater, laterInEarlier),
      ownInOther: earlierInLater,
      otherInOwn: laterInEarlier,
      isOtherEarlier: dated ? false : null,
    })
    add(later, {
      article: earlier,
      relation: copyRelation(laterInEarlier, earlierInLater),
      ownInOther: laterInEarlier,
      otherInOwn: earlierInLater,
      isOtherEarlier: dated ? true : null,
    })
  }
  for (const copies of found.values()) {
    copies.sort(
      (a, b) =>
        ORDER.indexOf(a.relation) - ORDER.indexOf(b.relation) ||
        b.ownInOther + b.otherInOwn - (a.ownInOther + a.otherInOwn),
    )
  }
  return found
}

const SINGLE: Readonly<Record<CopyRelation, string>> = {
  same: 'the same as',
  inside: 'contained in',
  contains: 'contains',
  shares: 'shares text with',
}

/** "The same as 1, contained in 2 other articles". */
export function describeCopies(copies: readonly Copy[]): string {
  const parts = ORDER.flatMap((relation) => {
    const count = copies.filter((copy) => copy.relation === relation).length
    return count === 0 ? [] : [`${SINGLE[relation]} ${count}`]
  })
  const text = `${parts.join(', ')} other ${copies.length === 1 ? 'article' : 'articles'}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** One copy in words, as seen from the article: "62 % of this article stands in it; it came first". */
export function describeCopy({ relation, ownInOther, otherInOwn, isOtherEarlier }: Copy): string {
  const [own, other] = [ownInOther, otherInOwn].map((share) => `${Math.round(share * 100)} %`)
  const what: Readonly<Record<CopyRelation, string>> = {
    same: `The same text (${own} of this article stands in it)`,
    inside: `Contains this article (${own} of it)`,
    contains: `Contained in this article (${other} of it)`,
    shares: `Shares text: ${own} of this article, ${other} of that one`,
  }
  const order =
    isOtherEarlier === null
      ? 'the dates do not tell which came first'
      : isOtherEarlier
        ? 'it came first'
        : 'it came later'
  return `${what[relation]}; ${order}.`
}
