import type { Cluster, ClusterDecision, ClusterKind, ClusterLink } from '../model/comparison'
import { contentId } from '../model/ids'

/** A statement as clustering sees it. */
export interface ClusterMember {
  readonly id: string
  /** Members of one unit are one statement that its article repeats; others of one article are never joined. */
  readonly unit: number
  readonly column: number
}

/** Two statements (by index) that were linked, and how surely (0..1). `extends`: one article splits what the other has in one, so two of an article may meet. */
export interface MemberLink {
  readonly a: number
  readonly b: number
  readonly score: number
  readonly extends: boolean
}

/** What builds the clusters of one kind. */
export interface ClusterTask {
  readonly story: string
  readonly kind: ClusterKind
  readonly members: readonly ClusterMember[]
  readonly links: readonly MemberLink[]
  /** How sure (0..1) it is that two members say the same, whether or not they were linked; null when never compared. */
  readonly scoreOf: (a: number, b: number) => number | null
  readonly decisions: readonly ClusterDecision[]
  /** Describes a link that a cluster carries. */
  readonly describe: (a: number, b: number, score: number) => ClusterLink
}

/** Mean of the scores across two clusters below which a link does not join them: one link alone may be a mistake. */
const LEAST_MEAN = 0.3
/** Links looked at between two yields. */
const SLICE = 200
/** Score of a pair that was never compared closely. */
const NOT_COMPARED = 0.05

interface Draft {
  readonly members: number[]
  decision: ClusterDecision | null
}

/**
 * The clusters of all members, each member in exactly one. What a person decided comes first; then links join, the surest
 * first, unless two different statements of one article would meet, a decision forbids it, or the rest of the two
 * clusters has little in common (so that a chain of half-likenesses makes no cluster). Yields now and then.
 */
export function* buildClusters(task: ClusterTask): Generator<void, Cluster[]> {
  const { members, links, kind, story } = task
  const decisions = task.decisions
    .filter((decision) => decision.kind === kind && decision.story === story)
    .sort((x, y) => (x.id < y.id ? -1 : 1))
  const drafts = members.map((_, index): Draft => ({ members: [index], decision: null }))
  const indexOf = new Map(members.map(({ id }, index) => [id, index]))
  for (const decision of decisions) if (decision.verdict === 'together') hold(decision, indexOf, drafts)
  const forbids = createForbids(decisions, members)

  const byScore = [...links].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
  const extended = new Set<Draft>()
  for (const [index, link] of byScore.entries()) {
    if (index % SLICE === SLICE - 1) yield
    const one = drafts[link.a]
    const two = drafts[link.b]
    if (!one || !two || one === two || (one.decision && two.decision)) continue
    if (forbids(one, two) || (!link.extends && clash(one, two, members, extended))) continue
    if (!link.extends && meanScore(one, two, task) < LEAST_MEAN) continue
    const into = two.decision ? two : one
    const from = into === one ? two : one
    for (const index of from.members) {
      into.members.push(index)
      drafts[index] = into
    }
    if (link.extends || extended.has(from)) extended.add(into)
  }
  const inside = new Map<Draft, MemberLink[]>()
  for (const link of links) {
    const draft = drafts[link.a]
    if (!draft || draft !== drafts[link.b]) continue
    const own = inside.get(draft)
    if (own) own.push(link)
    else inside.set(draft, [link])
  }
  const clusters: Cluster[] = []
  for (const draft of new Set(drafts)) {
    const own = inside.get(draft) ?? []
    clusters.push(describeCluster(draft, own, task))
    if (own.length > 0) yield
  }
  return clusters
}

/** Puts the members of a decision together, those that are there and that no decision before it holds. */
function hold(decision: ClusterDecision, indexOf: ReadonlyMap<string, number>, drafts: Draft[]): void {
  const held = decision.members.flatMap((id) => {
    const index = indexOf.get(id)
    return index === undefined || drafts[index]?.decision ? [] : [index]
  })
  if (held.length === 0) return
  const draft: Draft = { members: held, decision }
  for (const index of held) drafts[index] = draft
}

/** Tells whether decisions forbid that two clusters become one. */
function createForbids(
  decisions: readonly ClusterDecision[],
  members: readonly ClusterMember[],
): (one: Draft, two: Draft) => boolean {
  const separate = decisions
    .filter(({ verdict }) => verdict === 'separate')
    .map((decision) => new Set(decision.members))
  const apart = new Map(decisions.map((decision) => [decision, new Set(decision.apart)]))
  const ids = (draft: Draft) => draft.members.map((index) => members[index]?.id ?? '')
  return (one, two) => {
    const first = ids(one)
    const second = ids(two)
    for (const [draft, others] of [
      [one, second],
      [two, first],
    ] as const) {
      const away = draft.decision ? apart.get(draft.decision) : undefined
      if (draft.decision?.alone) return true
      if (away && others.some((id) => away.has(id))) return true
    }
    return separate.some((set) => first.some((id) => set.has(id)) && second.some((id) => set.has(id)))
  }
}

/** True when two different statements of one article would meet, and no person put them there. */
function clash(
  one: Draft,
  two: Draft,
  members: readonly ClusterMember[],
  extended: ReadonlySet<Draft>,
): boolean {
  if (extended.has(one) || extended.has(two)) {
    // A split statement already has several of one article; the other cluster's must be of articles it lacks.
    const columns = new Set(one.members.map((index) => members[index]?.column))
    return two.members.some((index) => columns.has(members[index]?.column))
  }
  const units = new Map<number, number>()
  for (const index of one.members) {
    const member = members[index]
    if (member) units.set(member.column, member.unit)
  }
  return two.members.some((index) => {
    const member = members[index]
    const unit = member && units.get(member.column)
    return member !== undefined && unit !== undefined && unit !== member.unit
  })
}

function meanScore(one: Draft, two: Draft, { scoreOf }: ClusterTask): number {
  let sum = 0
  for (const a of one.members) for (const b of two.members) sum += scoreOf(a, b) ?? NOT_COMPARED
  return sum / (one.members.length * two.members.length)
}

function describeCluster(
  draft: Draft,
  links: readonly MemberLink[],
  { members, kind, story, describe }: ClusterTask,
): Cluster {
  const order = [...draft.members].sort((x, y) => x - y)
  const ids = order.map((index) => members[index]?.id ?? '')
  const rank = new Map(ids.map((id, at) => [id, at]))
  const rankOf = (id: string) => rank.get(id) ?? 0
  const own = links
    .map(({ a, b, score }) => describe(Math.min(a, b), Math.max(a, b), score))
    .sort((x, y) => rankOf(x.a) - rankOf(y.a) || rankOf(x.b) - rankOf(y.b))
  const settled = new Set(draft.decision?.members)
  return {
    id: draft.decision?.id ?? contentId('clu', story, kind, ...ids),
    kind,
    story,
    members: ids,
    settled: ids.filter((id) => settled.has(id)),
    status: draft.decision ? 'accepted' : 'suggested',
    ...(draft.decision?.confirmed && { confirmed: true as const }),
    score: ids.length === 1 ? 1 : weakestLink(ids, own, settled),
    links: own,
  }
}

/** The weakest link of the strongest tree that holds the members together (Kruskal); what a person put together counts as sure. */
function weakestLink(
  ids: readonly string[],
  links: readonly ClusterLink[],
  settled: ReadonlySet<string>,
): number {
  const root = new Map(ids.map((id) => [id, settled.has(id) ? '' : id]))
  let weakest = 1
  for (const { a, b, score } of [...links].sort((x, y) => y.score - x.score)) {
    const one = root.get(a)
    const two = root.get(b)
    if (one === undefined || two === undefined || one === two) continue
    for (const [id, own] of root) if (own === two) root.set(id, one)
    weakest = Math.min(weakest, score)
  }
  return weakest
}
