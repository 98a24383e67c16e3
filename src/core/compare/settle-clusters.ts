import type { Cluster, ClusterDecision, ClusterKind, Finding } from '../model/comparison'
import { contentId } from '../model/ids'
import type { Comparison } from './types'

/**
 * A comparison as decisions made since leave it: what a person sees at once, while the next comparison is being made.
 * Nothing is matched anew. Members that are gone are left out, and findings that no longer fit their cluster.
 * Clusters and findings that stay as they are stay the same objects.
 * @param decisions all of the story, in the order of their ids
 * @param isPresent whether the annotation of that id is there and not rejected
 */
export function settleClusters(
  { clusters, findings }: Comparison,
  story: string,
  decisions: readonly ClusterDecision[],
  isPresent: (id: string) => boolean,
): Comparison {
  const taken = new Set(decisions.map(({ id }) => id))
  const settled = (['utterance', 'assertion'] as const).flatMap((kind) => {
    const own = clusters.filter((cluster) => cluster.kind === kind)
    const about = decisions.filter((decision) => decision.kind === kind)
    return new Settling(own, story, kind, about, isPresent, taken).clusters()
  })
  return { clusters: settled, findings: settleFindings(findings, clusters, settled, isPresent) }
}

/** The clusters of one kind on their way from what was found to what was decided. */
class Settling {
  readonly #found: readonly Cluster[]
  readonly #story: string
  readonly #kind: ClusterKind
  readonly #decisions: readonly ClusterDecision[]
  readonly #isPresent: (id: string) => boolean
  /** Ids of decisions, and of the clusters so far that no decision holds. */
  readonly #taken: Set<string>
  /** The decision that holds each decided annotation. */
  readonly #heldBy = new Map<string, ClusterDecision>()
  /** The found cluster of each annotation. */
  readonly #foundIn = new Map<string, Cluster>()
  /** Place of each annotation among all members. */
  readonly #places = new Map<string, number>()
  readonly #settled: Cluster[] = []
  readonly #placed = new Set<string>()

  constructor(
    found: readonly Cluster[],
    story: string,
    kind: ClusterKind,
    decisions: readonly ClusterDecision[],
    isPresent: (id: string) => boolean,
    taken: Set<string>,
  ) {
    this.#found = found
    this.#story = story
    this.#kind = kind
    this.#decisions = decisions
    this.#isPresent = isPresent
    this.#taken = taken
    for (const cluster of found) {
      for (const id of cluster.members) {
        this.#foundIn.set(id, cluster)
        this.#places.set(id, this.#places.size)
      }
    }
    for (const decision of decisions) {
      if (decision.verdict !== 'together') continue
      for (const id of decision.members) {
        // Where decisions of two people disagree, the first holds.
        if (isPresent(id) && !this.#heldBy.has(id)) this.#heldBy.set(id, decision)
      }
    }
  }

  clusters(): readonly Cluster[] {
    for (const cluster of this.#found) {
      for (const id of cluster.members) {
        const decision = this.#heldBy.get(id)
        if (decision) this.#placeHeld(decision)
      }
      this.#placeRest(cluster)
    }
    for (const decision of new Set(this.#heldBy.values())) this.#placeHeld(decision)
    const first = ({ members }: Cluster) => Math.min(...members.map((id) => this.#placeOf(id)))
    return this.#settled.sort((a, b) => first(a) - first(b))
  }

  /** The cluster that a decision holds, with the undecided members that it had before. */
  #placeHeld(decision: ClusterDecision): void {
    if (this.#placed.has(decision.id)) return
    this.#placed.add(decision.id)
    const own = [...new Set(decision.members.filter((id) => this.#heldBy.get(id) === decision))]
    const before = this.#found.find(({ id }) => id === decision.id)
    const members = [...own]
    for (const id of decision.alone ? [] : (before?.members ?? [])) {
      if (this.#isFree(id) && !decision.apart.includes(id) && !this.#isSeparate(id, members)) members.push(id)
    }
    for (const id of members) this.#placed.add(id)
    this.#put(decision.id, this.#inOrder(members), this.#inOrder(own), decision.confirmed)
  }

  /** What decisions leave of a found cluster. */
  #placeRest(cluster: Cluster): void {
    const parts: string[][] = []
    for (const id of cluster.members) {
      if (!this.#isFree(id) || this.#placed.has(id)) continue
      const part = parts.find((members) => !this.#isSeparate(id, members))
      if (part) part.push(id)
      else parts.push([id])
    }
    for (const members of parts) {
      const whole = cluster.status === 'suggested' && members.length === cluster.members.length
      this.#put(this.#freeId(whole ? cluster.id : null, members), members, [])
    }
  }

  /** An id that no decision and no other cluster has: `wanted`, else one from the members. */
  #freeId(wanted: string | null, members: readonly string[]): string {
    const made = (...more: string[]) => contentId('clu', this.#story, this.#kind, ...members, ...more)
    let id = wanted ?? made()
    for (let turn = 1; this.#taken.has(id); turn++) id = made(String(turn))
    this.#taken.add(id)
    return id
  }

  #isFree(id: string): boolean {
    return this.#isPresent(id) && !this.#heldBy.has(id)
  }

  /** True when a person said that `id` and one of `others` do not belong together. */
  #isSeparate(id: string, others: readonly string[]): boolean {
    return this.#decisions.some(
      ({ verdict, members }) =>
        verdict === 'separate' && members.includes(id) && others.some((other) => members.includes(other)),
    )
  }

  #inOrder(ids: readonly string[]): readonly string[] {
    return [...ids].sort((a, b) => this.#placeOf(a) - this.#placeOf(b))
  }

  /** What was in no cluster comes last. */
  #placeOf(id: string): number {
    return this.#places.get(id) ?? this.#places.size
  }

  #put(id: string, members: readonly string[], settled: readonly string[], confirmed?: true): void {
    const before = this.#found.find((cluster) => cluster.id === id)
    if (
      before &&
      sameIds(before.members, members) &&
      sameIds(before.settled, settled) &&
      before.confirmed === confirmed
    ) {
      this.#settled.push(before)
      return
    }
    const inside = new Set(members)
    const found = new Set(members.flatMap((member) => this.#foundIn.get(member) ?? []))
    const links = [...found]
      .flatMap((cluster) => cluster.links)
      .filter(({ a, b }) => inside.has(a) && inside.has(b))
    this.#settled.push({
      id,
      kind: this.#kind,
      story: this.#story,
      members,
      settled,
      status: settled.length > 0 ? 'accepted' : 'suggested',
      ...(confirmed && { confirmed }),
      score: links.reduce((weakest, { score }) => Math.min(weakest, score), 1),
      links,
    })
  }
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}

/** The findings whose members are still in one cluster, named by its id as it is now. */
function settleFindings(
  findings: readonly Finding[],
  before: readonly Cluster[],
  after: readonly Cluster[],
  isPresent: (id: string) => boolean,
): readonly Finding[] {
  const kept = new Set(after)
  const untouched = new Set(before.filter((cluster) => kept.has(cluster)).map(({ id }) => id))
  const clusterOf = new Map(after.flatMap((cluster) => cluster.members.map((id) => [id, cluster])))
  const sizes = new Map(before.map(({ id, members }) => [id, members.length]))
  return findings.flatMap((finding): Finding[] => {
    if (finding.cluster === null || untouched.has(finding.cluster)) return [finding]
    if (finding.evidence.some(({ annotation }) => annotation !== null && !isPresent(annotation))) return []
    const clusters = new Set(finding.members.map((id) => clusterOf.get(id)))
    const [cluster] = clusters
    if (!cluster || clusters.size > 1) return []
    // What one source alone reports may be reported by another now.
    const grown = cluster.members.length > (sizes.get(finding.cluster) ?? 0)
    if (finding.kind === 'only-in' && grown) return []
    return [cluster.id === finding.cluster ? finding : { ...finding, cluster: cluster.id }]
  })
}
