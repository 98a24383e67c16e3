import type { Quotation } from '../model/annotation'
import type { TextRange } from '../model/range'

/** Precision, recall and their harmonic mean, each 0..1. */
export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** How well proposals agree with what a person marked. */
export interface RelationScores {
  /** Relations: a proposal finds one when it covers more than 0.3 of its content. */
  readonly content: Score
  /** Spans that begin and end exactly where the person's do. */
  readonly exactContent: Score
  readonly exactSource: Score
  readonly exactCue: Score
}

/** What scoring looks at in a proposal; `QuotationSuggestion` is one. */
export interface ScoredProposal {
  readonly content: readonly TextRange[]
  readonly cue: TextRange | null
  readonly speakerSpan: TextRange | null
}

/** Share of a marked content that a proposal has to cover: PolNeAR's measure for partial agreement. */
const COVERED = 0.3

class Tally {
  proposed = 0
  marked = 0
  hits = 0

  addSpans(proposed: readonly (TextRange | null)[], marked: readonly (TextRange | null)[]): void {
    const said = keysOf(proposed)
    const right = keysOf(marked)
    this.proposed += said.size
    this.marked += right.size
    for (const key of said) if (right.has(key)) this.hits += 1
  }

  score(): Score {
    const precision = this.hits / Math.max(1, this.proposed)
    const recall = this.hits / Math.max(1, this.marked)
    const sum = precision + recall
    return { precision, recall, f1: sum > 0 ? (2 * precision * recall) / sum : 0 }
  }
}

/** Counts agreement over articles. Relations are paired one to one within an article, largest overlap first. */
export class RelationTally {
  readonly #content = new Tally()
  readonly #exactContent = new Tally()
  readonly #exactSource = new Tally()
  readonly #exactCue = new Tally()

  /** Counts one article; ranges of both lists are UTF-16 and of the same text. */
  add(proposals: readonly ScoredProposal[], marked: readonly Quotation[]): void {
    this.#content.proposed += proposals.length
    this.#content.marked += marked.length
    this.#content.hits += rightProposals(proposals, marked).size
    this.#exactContent.addSpans(
      proposals.flatMap(({ content }) => content),
      marked.flatMap(({ content }) => content),
    )
    this.#exactSource.addSpans(
      proposals.map(({ speakerSpan }) => speakerSpan),
      marked.map(({ speakerSpan }) => speakerSpan),
    )
    this.#exactCue.addSpans(
      proposals.map(({ cue }) => cue),
      marked.map(({ cue }) => cue),
    )
  }

  /** The scores so far. */
  scores(): RelationScores {
    return {
      content: this.#content.score(),
      exactContent: this.#exactContent.score(),
      exactSource: this.#exactSource.score(),
      exactCue: this.#exactCue.score(),
    }
  }
}

function keysOf(ranges: readonly (TextRange | null)[]): ReadonlySet<string> {
  return new Set(ranges.flatMap((range) => (range ? [`${String(range.start)}-${String(range.end)}`] : [])))
}

/** The places of the proposals that cover more than 0.3 of what a person marked, one to one, largest overlap first. */
export function rightProposals(
  proposals: readonly Pick<ScoredProposal, 'content'>[],
  marked: readonly Quotation[],
): ReadonlySet<number> {
  const pairs = proposals.flatMap((proposal, p) =>
    marked.flatMap((quotation, m) => {
      const shared = sharedLength(proposal.content, quotation.content)
      return shared > 0 ? [{ p, m, shared, share: shared / lengthOf(quotation.content) }] : []
    }),
  )
  pairs.sort((a, b) => b.shared - a.shared || a.p - b.p || a.m - b.m)
  const paired = new Set<number>()
  const taken = new Set<number>()
  const right = new Set<number>()
  for (const { p, m, share } of pairs) {
    if (paired.has(p) || taken.has(m)) continue
    paired.add(p)
    taken.add(m)
    if (share > COVERED) right.add(p)
  }
  return right
}

/** Code units of all ranges together. */
export function lengthOf(ranges: readonly TextRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** Code units that two lists of ranges share; the ranges of one list must not overlap each other. */
export function sharedLength(a: readonly TextRange[], b: readonly TextRange[]): number {
  let sum = 0
  for (const x of a) {
    for (const y of b) sum += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))
  }
  return sum
}
