import type { ClusterLink, LinkReason } from '../model/comparison'
import type { Likeness } from './similarity'
import type { PlacedStatement } from './statements'
import type { Vector } from './vectors'

/** Two statements that were linked, with what was found between them. */
export interface LinkedPair {
  readonly one: PlacedStatement
  readonly two: PlacedStatement
  readonly first: Vector
  readonly second: Vector
  readonly likeness: Likeness
  /** 0..1. */
  readonly score: number
}

/** Words shown of a reason: the heaviest. */
const MOST_SHOWN = 6

/** The link as a cluster carries it, with its reasons, heaviest first; their weights add up to 1. */
export function describeLink(pair: LinkedPair): ClusterLink {
  const { one, two, first, second, likeness, score } = pair
  const shared = { words: 0, near: 0, names: 0, numbers: 0 }
  const shown: Record<keyof typeof shared, { readonly text: string; readonly weight: number }[]> = {
    words: [],
    near: [],
    names: [],
    numbers: [],
  }
  for (const { a, b, nearness } of likeness.pairs) {
    const left = first.terms[a]
    const right = second.terms[b]
    if (!left || !right) continue
    const weight = nearness * Math.min(left.weight, right.weight)
    const kind =
      nearness < 1 ? 'near' : ({ word: 'words', name: 'names', number: 'numbers' } as const)[left.term.kind]
    shared[kind] += weight
    if (left.term.light) continue
    const text = left.term.word === right.term.word ? left.term.word : `${left.term.word}/${right.term.word}`
    shown[kind].push({ text, weight })
  }
  const list = (kind: keyof typeof shared) =>
    shown[kind]
      .sort((x, y) => y.weight - x.weight)
      .slice(0, MOST_SHOWN)
      .map(({ text }) => text)
      .join(', ')
  const reasons: LinkReason[] = [
    { sign: 'same-words', weight: shared.words, shared: list('words') },
    { sign: 'near-words', weight: shared.near, shared: list('near') },
    { sign: 'names', weight: shared.names, shared: list('names') },
    { sign: 'numbers', weight: shared.numbers, shared: list('numbers') },
    { sign: 'same-order', weight: 2 * likeness.neighbours * likeness.order, shared: '' },
    { sign: 'speaker', weight: one.speaker !== null && one.speaker === two.speaker ? 1 : 0, shared: '' },
  ]
  const total = reasons.reduce((sum, { weight }) => sum + weight, 0)
  return {
    a: one.id,
    b: two.id,
    score,
    reasons: reasons
      .filter(({ weight }) => weight > 0)
      .map((reason) => ({ ...reason, weight: reason.weight / total }))
      .sort((x, y) => y.weight - x.weight),
  }
}
