import type { ClusterVerdict, DecisionChange } from '#core/compare/cluster-decisions'
import { decideClusters } from '#core/compare/cluster-decisions'
import { settleClusters } from '#core/compare/settle-clusters'
import type { Cluster, ClusterDecision, Finding } from '#core/model/comparison'
import { contentId } from '#core/model/ids'

/** A cluster as the program finds it: all members linked to the first. */
export function found(...members: string[]): Cluster {
  const [first = ''] = members
  return {
    id: contentId('clu', 'story', 'utterance', ...members),
    kind: 'utterance',
    story: 'story',
    members,
    settled: [],
    status: 'suggested',
    score: members.length > 1 ? 0.8 : 1,
    links: members.slice(1).map((b) => ({ a: first, b, score: 0.8, reasons: [] })),
  }
}

/** A finding about members of a cluster. */
export function findingOn(cluster: Cluster, kind: Finding['kind'], ...members: string[]): Finding {
  return {
    id: contentId('fnd', kind, ...members),
    kind,
    story: cluster.story,
    cluster: cluster.id,
    members,
    articles: [],
    evidence: members.map((annotation) => ({ article: 'art', annotation, start: 0, end: 1, exact: 'x' })),
    explanation: 'They differ.',
    signs: [],
    score: 1,
  }
}

/** Decisions with changes carried out, in the order of their ids. */
export function carryOut(
  decisions: readonly ClusterDecision[],
  changes: readonly DecisionChange[],
): readonly ClusterDecision[] {
  const rows = new Map(decisions.map((decision) => [decision.id, decision]))
  for (const { before, after } of changes) {
    if (before) rows.delete(before.id)
    if (after) rows.set(after.id, after)
  }
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** A story under decision: what the program found, and what a person made of it. */
export class Desk {
  readonly #found: readonly Cluster[]
  decisions: readonly ClusterDecision[] = []
  #ids = 0

  constructor(...clusters: Cluster[]) {
    this.#found = clusters
  }

  /** The clusters as a person sees them. */
  get clusters(): readonly Cluster[] {
    return settleClusters({ clusters: this.#found, findings: [] }, 'story', this.decisions, () => true)
      .clusters
  }

  /** The members of the clusters, to compare with. */
  get groups(): readonly (readonly string[])[] {
    return this.clusters.map(({ members }) => members)
  }

  /** The cluster that an annotation is in. */
  of(member: string): Cluster {
    const cluster = this.clusters.find(({ members }) => members.includes(member))
    if (!cluster) throw new Error(`${member} is in no cluster`)
    return cluster
  }

  /** Decides; the changes it made, null when it was refused. */
  decide(verdict: ClusterVerdict): readonly DecisionChange[] | null {
    const changes = decideClusters(this.decisions, verdict, () => `new-${String(++this.#ids)}`)
    if (changes) this.decisions = carryOut(this.decisions, changes)
    return changes
  }
}
