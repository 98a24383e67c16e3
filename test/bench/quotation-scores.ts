import type { QuotationType } from '#core/model/annotation'
import type { TextRange } from '#core/model/range'
import type { GoldArticle, GoldQuotation } from './polnear'

/** What a system proposes, as far as scoring looks at it. */
export interface Proposal {
  readonly content: readonly TextRange[]
  readonly cue: TextRange | null
  readonly speakerSpan: TextRange | null
}

/** Counts of one comparison. */
export interface Scores {
  predicted: number
  gold: number
  hits: number
  strict: number
  sourced: number
  sourceHits: number
  cued: number
  cueHits: number
  readonly types: Record<QuotationType, { gold: number; hits: number }>
}

/** A pairing of one article's proposals with its gold relations, by index; null where there is no partner. */
export interface Pairing {
  /** Index of the gold relation and share of it covered, per proposal. */
  readonly pairs: readonly ({ readonly gold: number; readonly share: number } | null)[]
}

export function emptyScores(): Scores {
  return {
    predicted: 0,
    gold: 0,
    hits: 0,
    strict: 0,
    sourced: 0,
    sourceHits: 0,
    cued: 0,
    cueHits: 0,
    types: { direct: { gold: 0, hits: 0 }, mixed: { gold: 0, hits: 0 }, indirect: { gold: 0, hits: 0 } },
  }
}

function shared(a: readonly TextRange[], b: readonly TextRange[]): number {
  let sum = 0
  for (const x of a)
    for (const y of b) sum += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))
  return sum
}

function size(ranges: readonly TextRange[]): number {
  return ranges.reduce((sum, range) => sum + range.end - range.start, 0)
}

/** Pairs proposals and gold one to one, greedily, largest overlap first. */
export function pair(proposals: readonly Proposal[], gold: readonly GoldQuotation[]): Pairing {
  const candidates: { p: number; g: number; overlap: number }[] = []
  proposals.forEach((proposal, p) => {
    gold.forEach((quotation, g) => {
      const overlap = shared(proposal.content, quotation.content)
      if (overlap > 0) candidates.push({ p, g, overlap })
    })
  })
  candidates.sort((a, b) => b.overlap - a.overlap || a.p - b.p || a.g - b.g)
  const pairs: ({ gold: number; share: number } | null)[] = proposals.map(() => null)
  const taken = new Set<number>()
  for (const { p, g, overlap } of candidates) {
    const quotation = gold[g]
    if (!quotation || pairs[p] || taken.has(g)) continue
    pairs[p] = { gold: g, share: overlap / size(quotation.content) }
    taken.add(g)
  }
  return { pairs }
}

/** Adds one article to the counts: a hit covers more than 0.3 of the gold content, a strict hit more than 0.8. */
export function score(into: Scores, proposals: readonly Proposal[], article: GoldArticle): Pairing {
  const { quotations } = article
  const pairing = pair(proposals, quotations)
  into.predicted += proposals.length
  into.gold += quotations.length
  for (const quotation of quotations) into.types[quotation.type].gold += 1
  pairing.pairs.forEach((partner, p) => {
    const quotation = partner ? quotations[partner.gold] : undefined
    const proposal = proposals[p]
    if (!partner || !quotation || !proposal || partner.share <= 0.3) return
    into.hits += 1
    if (partner.share > 0.8) into.strict += 1
    into.types[quotation.type].hits += 1
    if (quotation.source.length > 0) {
      into.sourced += 1
      if (proposal.speakerSpan && shared([proposal.speakerSpan], quotation.source) > 0) into.sourceHits += 1
    }
    if (quotation.cue.length > 0) {
      into.cued += 1
      if (proposal.cue && shared([proposal.cue], quotation.cue) > 0) into.cueHits += 1
    }
  })
  return pairing
}

/** The figures as lines for a person: precision, recall, F1 at both overlaps, recall per type, accuracies. */
export function describeScores(scores: Scores): string {
  const f = (hits: number): string => {
    const p = hits / Math.max(1, scores.predicted)
    const r = hits / Math.max(1, scores.gold)
    return `P ${p.toFixed(3)} R ${r.toFixed(3)} F1 ${((2 * p * r) / Math.max(1e-9, p + r)).toFixed(3)}`
  }
  const types = (Object.entries(scores.types) as [QuotationType, { gold: number; hits: number }][])
    .map(
      ([type, counts]) => `${type} ${(counts.hits / Math.max(1, counts.gold)).toFixed(3)} of ${counts.gold}`,
    )
    .join(', ')
  return [
    `content > 0.3: ${f(scores.hits)}   > 0.8: ${f(scores.strict)}   (${scores.predicted} proposed, ${scores.gold} gold)`,
    `recall by type: ${types}`,
    `source accuracy ${(scores.sourceHits / Math.max(1, scores.sourced)).toFixed(3)}, cue accuracy ${(scores.cueHits / Math.max(1, scores.cued)).toFixed(3)}`,
  ].join('\n')
}

/** Counts of exactly equal spans of one kind. */
export interface ExactCounts {
  predicted: number
  gold: number
  hits: number
}

/** Exactly equal spans, each piece of a content for itself, no span counted twice in an article. */
export interface ExactScores {
  readonly content: ExactCounts
  readonly source: ExactCounts
  readonly cue: ExactCounts
}

export function emptyExactScores(): ExactScores {
  const counts = (): ExactCounts => ({ predicted: 0, gold: 0, hits: 0 })
  return { content: counts(), source: counts(), cue: counts() }
}

/** Adds one article's exactly equal spans to the counts. */
export function scoreExact(into: ExactScores, proposals: readonly Proposal[], article: GoldArticle): void {
  const { quotations } = article
  const present = (range: TextRange | null): TextRange[] => (range ? [range] : [])
  const kinds = [
    [into.content, proposals.flatMap((one) => one.content), quotations.flatMap((one) => one.content)],
    [
      into.source,
      proposals.flatMap((one) => present(one.speakerSpan)),
      quotations.flatMap((one) => one.source),
    ],
    [into.cue, proposals.flatMap((one) => present(one.cue)), quotations.flatMap((one) => one.cue)],
  ] as const
  for (const [counts, predicted, gold] of kinds) {
    const keys = (ranges: readonly TextRange[]): Set<string> =>
      new Set(ranges.map((range) => `${range.start}-${range.end}`))
    const own = keys(predicted)
    const right = keys(gold)
    counts.predicted += own.size
    counts.gold += right.size
    for (const key of own) if (right.has(key)) counts.hits += 1
  }
}

/** The exact-span figures as a line for a person. */
export function describeExactScores(scores: ExactScores): string {
  const f = ({ predicted, gold, hits }: ExactCounts): string =>
    ((2 * hits) / Math.max(1, predicted + gold)).toFixed(3)
  return `exact spans, F1: content ${f(scores.content)}, source ${f(scores.source)}, cue ${f(scores.cue)}`
}
