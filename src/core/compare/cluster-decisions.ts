import type { Cluster, ClusterDecision, ClusterKind } from '../model/comparison'

/*
 * What a person's word on a cluster does to the decisions of its story. Decisions are the only thing stored of it:
 * the next comparison keeps them, and `settleClusters` shows them at once.
 */

/** One row that comes, changes or goes. */
export type DecisionChange =
  | { readonly before: ClusterDecision; readonly after: ClusterDecision }
  | { readonly before: ClusterDecision; readonly after: null }
  | { readonly before: null; readonly after: ClusterDecision }

/** A person's word on clusters of one story and kind. */
export type ClusterVerdict =
  | { readonly verdict: 'confirm'; readonly cluster: Cluster }
  | { readonly verdict: 'reject'; readonly cluster: Cluster }
  /** `members` leave the cluster for one of their own; both parts are a person's then. */
  | { readonly verdict: 'split'; readonly cluster: Cluster; readonly members: readonly string[] }
  | { readonly verdict: 'merge'; readonly clusters: readonly Cluster[] }
  /** `to` null: on its own. */
  | {
      readonly verdict: 'move'
      readonly from: Cluster
      readonly member: string
      readonly to: Cluster | null
    }

/**
 * The changes that a verdict makes to the decisions of the story. A cluster that nobody had decided on keeps its id as
 * that of the decision, so that what is open on a screen stays open.
 * @param decisions all of the story
 * @param newId gives the id of a decision that no cluster had before
 * @returns null when the verdict makes no sense: nothing to take apart or split off, fewer than two clusters to merge,
 *   clusters of two kinds or stories, a member that is not in its cluster
 */
export function decideClusters(
  decisions: readonly ClusterDecision[],
  verdict: ClusterVerdict,
  newId: () => string,
): readonly DecisionChange[] | null {
  const board = new Board(decisions, newId)
  switch (verdict.verdict) {
    case 'confirm':
      board.gather(verdict.cluster, verdict.cluster.members, [], true)
      break
    case 'reject':
      if (verdict.cluster.members.length < 2) return null
      board.takeApart(verdict.cluster)
      break
    case 'split': {
      const { cluster } = verdict
      const leaving = cluster.members.filter((id) => verdict.members.includes(id))
      const staying = cluster.members.filter((id) => !verdict.members.includes(id))
      if (leaving.length === 0 || staying.length === 0) return null
      // What a person confirmed together stays so when some of it goes.
      board.gather(cluster, staying, leaving, cluster.confirmed === true)
      board.gather({ ...cluster, id: newId() }, leaving, staying)
      if (leaving.length === 1) board.keepAlone(leaving)
      break
    }
    case 'merge': {
      const [first] = verdict.clusters
      const distinct = new Set(verdict.clusters.map(({ id }) => id))
      if (!first || distinct.size < 2 || !verdict.clusters.every((one) => areOfOneSort(one, first)))
        return null
      board.gather(first, [...new Set(verdict.clusters.flatMap(({ members }) => members))], [])
      break
    }
    case 'move': {
      const { from, member, to } = verdict
      if (!from.members.includes(member) || to?.id === from.id || (to && !areOfOneSort(to, from))) return null
      const left = from.members.filter((id) => id !== member)
      if (!to && left.length === 0) return null
      if (to) board.gather(to, [...to.members, member], left)
      else {
        board.gather({ ...from, id: newId() }, [member], left)
        board.keepAlone([member])
      }
      board.keepAway(from.id, member)
      break
    }
  }
  return board.changes()
}

function areOfOneSort(a: Cluster, b: Cluster): boolean {
  return a.kind === b.kind && a.story === b.story
}

/**
 * True when the decisions of the story leave a cluster as it was shown: what was decided meanwhile must not be undone by a
 * word on what is no longer there.
 * @param decisions all of the story, in the order of their ids
 */
export function isCurrent(decisions: readonly ClusterDecision[], cluster: Cluster): boolean {
  const together = decisions.filter((decision) => isTogether(decision, cluster.kind))
  const own = together.find(({ id }) => id === cluster.id)
  const settled = new Set(cluster.settled)
  const free = cluster.members.filter((id) => !settled.has(id))
  const heldBy = (member: string) => together.find(({ members }) => members.includes(member))
  return (
    cluster.settled.every((member) => own !== undefined && heldBy(member) === own) &&
    free.every((member) => !heldBy(member) && !own?.apart.includes(member)) &&
    !decisions.some(
      ({ verdict, kind, members }) =>
        verdict === 'separate' &&
        kind === cluster.kind &&
        free.some((member) => members.includes(member)) &&
        cluster.members.filter((member) => members.includes(member)).length > 1,
    )
  )
}

/** The decisions of a story while one verdict is carried out. */
class Board {
  readonly #before: ReadonlyMap<string, ClusterDecision>
  readonly #after: Map<string, ClusterDecision>
  readonly #newId: () => string

  constructor(decisions: readonly ClusterDecision[], newId: () => string) {
    this.#before = new Map(decisions.map((decision) => [decision.id, decision]))
    this.#after = new Map(this.#before)
    this.#newId = newId
  }

  /**
   * Makes `members` the cluster's, and nobody else's; it is kept from `apart` besides what it was kept from before.
   * `confirmed`: a person confirmed these very members.
   */
  gather(
    cluster: Pick<Cluster, 'id' | 'kind' | 'story'>,
    members: readonly string[],
    apart: readonly string[],
    confirmed = false,
  ): void {
    const held = this.#together(cluster)
    const merged = [...this.#after.values()].filter(
      (other) => isTogether(other, cluster.kind) && other.members.some((id) => members.includes(id)),
    )
    const before = [...(held ? [held] : []), ...merged].flatMap((decision) => decision.apart)
    for (const other of merged) if (other.id !== cluster.id) this.#leave(other, members)
    // What else the decision held has left the article, or was never shown: it stays held.
    const hidden = (held?.members ?? []).filter((id) => !members.includes(id) && !apart.includes(id))
    const own = [...members, ...hidden]
    this.#after.set(cluster.id, {
      id: cluster.id,
      story: cluster.story,
      kind: cluster.kind,
      verdict: 'together',
      members: own,
      apart: [...new Set([...before, ...apart])].filter((id) => !own.includes(id)),
      ...(confirmed && { confirmed: true as const }),
    })
  }

  /** Has the program add nothing to the decision that holds just these members. */
  keepAlone(members: readonly string[]): void {
    for (const [id, held] of this.#after) {
      const isTheirs = held.verdict === 'together' && held.members.every((member) => members.includes(member))
      if (isTheirs) this.#after.set(id, { ...held, alone: true })
    }
  }

  /** Takes a cluster apart: no two of its members are joined again, unless a person does it. */
  takeApart(cluster: Cluster): void {
    for (const other of [...this.#after.values()]) {
      if (!isTogether(other, cluster.kind)) continue
      const leaving = other.members.filter((id) => cluster.members.includes(id))
      this.#leave(other, leaving)
      // What they were kept from while they were held, they are kept from on their own.
      for (const member of leaving) for (const id of other.apart) this.#separate(cluster, [member, id])
    }
    this.#separate(cluster, cluster.members)
  }

  #separate({ story, kind }: Cluster, members: readonly string[]): void {
    const known = [...this.#after.values()].some(
      (other) => other.verdict === 'separate' && members.every((member) => other.members.includes(member)),
    )
    if (known) return
    const id = this.#newId()
    this.#after.set(id, { id, story, kind, verdict: 'separate', members, apart: [] })
  }

  /** Has the program not put `member` back into the cluster that a person took it from. */
  keepAway(cluster: string, member: string): void {
    const held = this.#after.get(cluster)
    if (held?.verdict !== 'together') return
    this.#after.set(cluster, { ...held, apart: [...new Set([...held.apart, member])] })
  }

  changes(): DecisionChange[] {
    const changes: DecisionChange[] = []
    for (const [id, after] of this.#after) {
      const before = this.#before.get(id)
      if (!before) changes.push({ before: null, after })
      else if (before !== after) changes.push({ before, after })
    }
    for (const [id, before] of this.#before) if (!this.#after.has(id)) changes.push({ before, after: null })
    return changes
  }

  #together({ id, kind }: Pick<Cluster, 'id' | 'kind'>): ClusterDecision | null {
    const held = this.#after.get(id)
    return held && isTogether(held, kind) ? held : null
  }

  /** Takes members out of a decision, which goes when nothing is left. */
  #leave(decision: ClusterDecision, leaving: readonly string[]): void {
    const members = decision.members.filter((id) => !leaving.includes(id))
    if (members.length === decision.members.length) return
    if (members.length === 0) this.#after.delete(decision.id)
    else this.#after.set(decision.id, { ...decision, members })
  }
}

function isTogether({ verdict, kind }: ClusterDecision, of: ClusterKind): boolean {
  return verdict === 'together' && kind === of
}
