import type { Cluster, Finding } from '../model/comparison'
import { overlaps } from '../model/range'
import { attributionFindings } from './attribution-findings'
import { articleCount, MemberReader, toFinding, type FindingDraft } from './finding-members'
import { loneFindings } from './lone-findings'
import { scatteredAttributions } from './scattered-attributions'
import type { ComparedStory } from './types'
import { valueFindings } from './value-findings'
import { wordingFindings } from './wording-findings'

/**
 * What differs inside the clusters of a story: who is said to have said it, in which words, with which numbers and dates, and what
 * one source alone has. Each finding has the words that show it and one sentence that names the outlets; none says who is right. The
 * surest first; the order and the ids are the same for the same story on every machine. Findings of reused text come from
 * `reuseFindings`.
 */
export function findFindings(story: ComparedStory, clusters: readonly Cluster[]): Finding[] {
  const finding = findingsStepwise(story, clusters)
  for (;;) {
    const step = finding.next()
    if (step.done) return step.value
  }
}

/** `findFindings` in steps: yields the share done (0..1) after each cluster, so that who runs it may pause or stop. */
export function* findingsStepwise(
  story: ComparedStory,
  clusters: readonly Cluster[],
): Generator<number, Finding[]> {
  const reader = new MemberReader(story)
  const drafts: FindingDraft[] = []
  for (const [index, cluster] of clusters.entries()) {
    const members = reader.of(cluster)
    if (articleCount(members) < 2) continue
    drafts.push(
      ...attributionFindings(story, cluster, members),
      ...valueFindings(cluster, members),
      ...wordingFindings(cluster, members),
    )
    yield index / clusters.length
  }
  const isConflict = ({ kind }: FindingDraft) => kind === 'attribution-conflict'
  const all = [
    ...drafts.filter((draft) => !isConflict(draft)),
    ...scatteredAttributions(story, clusters, reader, drafts.filter(isConflict)),
    ...loneFindings(story, clusters, reader),
  ]
  return withoutRepeats(all)
    .map((draft) => toFinding(story, draft))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

/** A quotation and the claim in it are in two clusters that show the same: of such findings the surer stays. */
function withoutRepeats(drafts: readonly FindingDraft[]): FindingDraft[] {
  const kept: FindingDraft[] = []
  const byArticle = new Map<string, FindingDraft[]>()
  for (const draft of [...drafts].sort((a, b) => b.score - a.score)) {
    const keys = new Set(draft.members.map(({ article }) => `${draft.kind} ${article.id}`))
    const near = [...keys].flatMap((key) => byArticle.get(key) ?? [])
    if (near.some((other) => covers(other, draft) || covers(draft, other))) continue
    for (const key of keys) byArticle.set(key, [...(byArticle.get(key) ?? []), draft])
    kept.push(draft)
  }
  return kept
}

/** True where every piece of evidence of `b` lies over one of `a`. */
function covers(a: FindingDraft, b: FindingDraft): boolean {
  return b.evidence.every((piece) =>
    a.evidence.some((other) => other.article === piece.article && overlaps(other, piece)),
  )
}
