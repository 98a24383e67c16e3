import { findFurniture } from '#core/intake/furniture'
import type { ArticleBody } from '#core/model/article'
import type { TextRange } from '#core/model/range'
import { splitBlocks } from '#core/text/blocks'
import { suggestClaims, type ClaimSuggestion } from '#core/suggest/claims'
import { PRINTED, type GoldClaim, type GoldText } from './gold-types'

/** How far the finder agrees with a person. Shares are 0..1; lists hold what to look at. */
export interface GoldScore {
  readonly claims: number
  readonly nonClaims: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Of the claims found: same range to the character. */
  readonly exact: number
  /** Of the claims found: the reported ones with the right claimant, and the outlet's own with none. */
  readonly claimants: number
  /** Of the reasons a person sees in the claims found: those the finder gives. */
  readonly reasons: number
  readonly misses: readonly string[]
  readonly falseOnes: readonly string[]
  readonly wrongReasons: readonly string[]
  readonly wrongClaimants: readonly string[]
  readonly inexact: readonly string[]
}

/** The body of a plain text, as an import makes it. */
export function bodyOf(text: string): ArticleBody {
  const blocks = splitBlocks(text, 'text')
  return { text, blocks, furniture: findFurniture(text, blocks, 0) }
}

function rangeOf(text: string, exact: string): TextRange {
  const start = text.indexOf(exact)
  if (start < 0) throw new Error(`The gold set names words that its text does not have: ${exact}`)
  return { start, end: start + exact.length }
}

/** Shared length over joint length, 0..1. */
function agreement(a: TextRange, b: TextRange): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

/** Scores the finder; a claim is found where more than half of the joint range is shared. */
export function scoreGold(texts: readonly GoldText[]): GoldScore {
  const lists = {
    misses: [] as string[],
    falseOnes: [] as string[],
    wrongReasons: [] as string[],
    wrongClaimants: [] as string[],
    inexact: [] as string[],
  }
  let claims = 0
  let nonClaims = 0
  let found = 0
  let suggested = 0
  let expectedReasons = 0
  let givenReasons = 0
  for (const gold of texts) {
    const { text } = gold
    const all = suggestClaims(bodyOf(text), gold.language, PRINTED)
    const either = gold.either.map((exact) => rangeOf(text, exact))
    for (const exact of gold.nonClaims) rangeOf(text, exact)
    claims += gold.claims.length
    nonClaims += gold.nonClaims.length
    const taken = new Set<ClaimSuggestion>()
    for (const claim of gold.claims) {
      const range = rangeOf(text, claim.exact)
      const hit = all.find((one) => !taken.has(one) && agreement(one.range, range) > 0.5)
      if (!hit) {
        lists.misses.push(claim.exact)
        continue
      }
      taken.add(hit)
      found += 1
      const words = text.slice(hit.range.start, hit.range.end)
      if (words !== claim.exact) lists.inexact.push(`${words} ≠ ${claim.exact}`)
      expectedReasons += claim.reasons.length
      const missing = claim.reasons.filter((kind) => !hit.reasons.some((reason) => reason.kind === kind))
      givenReasons += claim.reasons.length - missing.length
      if (missing.length > 0) lists.wrongReasons.push(`${missing.join(', ')}: ${words}`)
      if (!hasClaimant(text, hit, claim))
        lists.wrongClaimants.push(
          `${claimantOf(text, hit) ?? 'nobody'} ≠ ${claim.claimant ?? 'nobody'}: ${words}`,
        )
    }
    for (const one of all) {
      if (!taken.has(one) && either.some((range) => agreement(one.range, range) > 0.4)) continue
      suggested += 1
      if (!taken.has(one))
        lists.falseOnes.push(
          `${text.slice(one.range.start, one.range.end)} [${one.reasons.map(({ kind }) => kind).join(' ')}]`,
        )
    }
  }
  const precision = suggested === 0 ? 0 : found / suggested
  const recall = found / claims
  return {
    claims,
    nonClaims,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    exact: 1 - lists.inexact.length / found,
    claimants: 1 - lists.wrongClaimants.length / found,
    reasons: givenReasons / expectedReasons,
    ...lists,
  }
}

function claimantOf(text: string, { claimantName, claimantSpan }: ClaimSuggestion): string | null {
  return claimantName ?? (claimantSpan && text.slice(claimantSpan.start, claimantSpan.end))
}

function hasClaimant(text: string, found: ClaimSuggestion, { claimant }: GoldClaim): boolean {
  const name = claimantOf(text, found)
  if (name === null || claimant === null) return name === claimant
  return name.includes(claimant) || claimant.includes(name)
}
