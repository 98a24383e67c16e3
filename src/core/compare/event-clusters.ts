/** How alike two items are. */
export interface EventLink {
  readonly a: number
  readonly b: number
  /** 0..1. */
  readonly likeness: number
}

/** Items that belong together. */
export interface EventCluster {
  /** In ascending order. At least two. */
  readonly members: readonly number[]
  /** 0..1: mean likeness of every two members. */
  readonly cohesion: number
}

interface Group {
  members: number[]
  /** Sum of the likeness with each other group, where there is any. */
  readonly links: Map<number, number>
  /** Sum of the likeness inside. */
  inside: number
  alive: boolean
}

/**
 * Average-link clustering over a sparse graph: the two groups whose members are most alike on average are joined, as
 * long as that average, missing links counting as 0, is at least `least`. Deterministic; about linear in the links,
 * times the logarithm of their number.
 */
export function clusterEvents(count: number, links: readonly EventLink[], least: number): EventCluster[] {
  const groups: Group[] = Array.from({ length: count }, (_, index) => ({
    members: [index],
    links: new Map(),
    inside: 0,
    alive: true,
  }))
  const queue = new MergeQueue()
  for (const { a, b, likeness } of links) {
    groups[a]?.links.set(b, likeness)
    groups[b]?.links.set(a, likeness)
    if (likeness >= least) queue.push({ a: Math.min(a, b), b: Math.max(a, b), average: likeness })
  }
  for (let next = queue.pop(); next; next = queue.pop()) {
    const into = groups[next.a]
    const from = groups[next.b]
    if (!into?.alive || !from?.alive || averageOf(into, from, next.b) !== next.average) continue
    from.alive = false
    into.inside += from.inside + (into.links.get(next.b) ?? 0)
    into.members = [...into.members, ...from.members]
    into.links.delete(next.b)
    for (const [other, sum] of from.links) {
      const group = groups[other]
      if (other === next.a || !group?.alive) continue
      into.links.set(other, (into.links.get(other) ?? 0) + sum)
      group.links.delete(next.b)
    }
    for (const [other, sum] of into.links) {
      const group = groups[other]
      if (!group?.alive) continue
      group.links.set(next.a, sum)
      const average = averageOf(into, group, other)
      if (average >= least) queue.push({ a: Math.min(next.a, other), b: Math.max(next.a, other), average })
    }
  }
  return groups
    .filter(({ alive, members }) => alive && members.length > 1)
    .map(({ members, inside }) => ({
      members: members.sort((one, other) => one - other),
      cohesion: inside / ((members.length * (members.length - 1)) / 2),
    }))
}

function averageOf(group: Group, other: Group, number: number): number {
  return (group.links.get(number) ?? 0) / (group.members.length * other.members.length)
}

interface Merge {
  readonly a: number
  readonly b: number
  readonly average: number
}

/** A binary heap, the best merge on top; of equals the one with the lowest numbers. */
class MergeQueue {
  private readonly heap: Merge[] = []

  push(merge: Merge): void {
    let at = this.heap.length
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = this.heap[above]
      if (!parent || !isBefore(merge, parent)) break
      this.heap[at] = parent
      at = above
    }
    this.heap[at] = merge
  }

  pop(): Merge | undefined {
    const top = this.heap[0]
    const last = this.heap.pop()
    if (!last || this.heap.length === 0) return top
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      const right = this.heap[below + 1]
      const left = this.heap[below]
      if (left && right && isBefore(right, left)) below++
      const child = this.heap[below]
      if (!child || !isBefore(child, last)) break
      this.heap[at] = child
      at = below
    }
    this.heap[at] = last
    return top
  }
}

function isBefore(one: Merge, other: Merge): boolean {
  if (one.average !== other.average) return one.average > other.average
  return one.a !== other.a ? one.a < other.a : one.b < other.b
}
