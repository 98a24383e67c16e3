import type { ReusePair } from '../model/comparison'

/** How an article stands to another that shares its text, as seen from the first. */
export type CopyRelation = 'same' | 'inside' | 'contains' | 'shares'

/** From this share on one text counts as being in the other. */
const WHOLE = 0.8

/** How an article stands to another, by the share (0..1) of its wording that the other has, and the other way round. */
export function copyRelation(ownInOther: number, otherInOwn: number): CopyRelation {
  if (Math.min(ownInOther, otherInOwn) >= WHOLE) return 'same'
  if (ownInOther >= WHOLE) return 'inside'
  return otherInOwn >= WHOLE ? 'contains' : 'shares'
}

/** How articles stand to others, by id; those that share with none are left out. */
export function copyRelations(pairs: readonly ReusePair[]): ReadonlyMap<string, ReadonlySet<CopyRelation>> {
  const relations = new Map<string, Set<CopyRelation>>()
  const add = (article: string, relation: CopyRelation) => {
    const own = relations.get(article)
    if (own) own.add(relation)
    else relations.set(article, new Set([relation]))
  }
  for (const { earlier, later, earlierInLater, laterInEarlier } of pairs) {
    add(earlier, copyRelation(earlierInLater, laterInEarlier))
    add(later, copyRelation(laterInEarlier, earlierInLater))
  }
  return relations
}
