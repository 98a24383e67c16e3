import { anchoredSearch, matchingPatterns } from './anchored-patterns'
import type { Annotation, Quantity, StatedDate } from '../model/annotation'
import type { ArticleBody } from '../model/article'
import { contentId } from '../model/ids'
import { isWithin, overlaps, spanOf, type TextRange } from '../model/range'
import { SUGGESTION_CREATOR } from './annotations'
import { hasVerb, trimStatement, type Statement } from './claim-clauses'
import { IMPERATIVES } from './claim-lexicon'
import { CREDIT } from './claim-patterns'
import { between, namesOf, signsOf, wordsOf, type ClaimFacts } from './claim-signs'
import { candidatesOf, type Candidate } from './claim-statements'
import { withVerbs, type ClaimReading } from './claim-verbs'
import { CLAIM_THRESHOLD, CLAIM_WEIGHTS, type ClaimReason } from './claim-weights'
import { dateMentions, findDates } from './dates'
import { indexAt, itemAt } from './indexing'
import { lexiconFor } from './lexicons'
import { findQuantities } from './quantities'
import { suggestQuotations } from './quotations'
import { readArticle, type Reading } from './reading'
import type { Token } from './tokens'
import type { QuotationSuggestion } from './types'

/** A statement proposed as worth checking. Offsets are UTF-16, in the article's text. */
export interface ClaimSuggestion {
  /** The clause, without attribution and outer marks; one that its cue splits runs over the cue. */
  readonly range: TextRange
  /** 0..1: the sum of the reasons' weights, held within 0.05..0.95. */
  readonly score: number
  /** What speaks for it and against it, in the order of `CLAIM_WEIGHTS`. */
  readonly reasons: readonly ClaimReason[]
  /** Who makes it, as the article names them; null when the outlet does, or when the name is not certain. */
  readonly claimantName: string | null
  /** The words that name the claimant, which may be a pronoun; null when the outlet states it itself. */
  readonly claimantSpan: TextRange | null
  /** Index into the quotations given of the one that reports it, null for none: its speaker record is the claimant's. */
  readonly quotation: number | null
  readonly quantities: readonly Quantity[]
  readonly dates: readonly StatedDate[]
}

/** Fewest words of a statement: fewer name a thing and state nothing. */
const SHORTEST = 3
const CREDITS = anchoredSearch([CREDIT])
const SPACELESS = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Thai}/u

/**
 * The sentences and clauses of an article that are worth checking, in text order, not overlapping. Rules with stated weights
 * (`claim-weights.ts`) judge every clause, reported or the outlet's own; questions, orders, headings and furniture are never claims.
 * `language` is a BCP 47 tag: English (and unknown) is judged by words, others by numbers, dates, names and the quotations. `publishedAt`
 * (ISO 8601) dates "yesterday". `quotations` are the article's, as `suggestQuotations` gives them; left out, they are found here.
 * `article` is the reading of the article with the lexicon of its language, where the caller has it already.
 */
export function suggestClaims(
  body: ArticleBody,
  language: string | null,
  publishedAt: string | null,
  quotations: readonly QuotationSuggestion[] = suggestQuotations(body, language),
  article: Reading = readArticle(body, lexiconFor(language)),
): ClaimSuggestion[] {
  const reading = withVerbs(article, language)
  const mentions = dateMentions(body.text)
  const facts: ClaimFacts = {
    quantities: findQuantities(body.text, mentions),
    dates: findDates(body.text, publishedAt, mentions),
    ...namesOf(reading, (block) => body.blocks[block]?.kind === 'heading'),
  }
  const claims: ClaimSuggestion[] = []
  for (const candidate of candidatesOf(reading, body, quotations)) {
    const claim = judge(reading, facts, candidate, quotations)
    if (claim) claims.push(claim)
  }
  return withoutOverlaps(claims)
}

function judge(
  reading: ClaimReading,
  facts: ClaimFacts,
  candidate: Candidate,
  quotations: readonly QuotationSuggestion[],
): ClaimSuggestion | null {
  const statement = trimStatement(reading, candidate.statement)
  const first = statement[0]
  const last = statement.at(-1)
  if (first === undefined || last === undefined || !statesSomething(reading, statement)) return null
  const reasons = [...attributionOf(candidate), ...signsOf(reading, statement, facts, candidate.muted)]
  const score = Math.round(reasons.reduce((sum, reason) => sum + reason.weight, 0) * 100) / 100
  if (score < CLAIM_THRESHOLD) return null
  const quotation = candidate.quotation === null ? null : itemAt(quotations, candidate.quotation)
  return {
    range: { start: itemAt(reading.tokens, first).start, end: itemAt(reading.tokens, last).end },
    score: Math.min(0.95, Math.max(0.05, score)),
    reasons: reasons.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)),
    claimantName: quotation?.speakerName ?? null,
    claimantSpan: quotation?.speakerSpan ?? null,
    quotation: candidate.quotation,
    quantities: between(facts.quantities, reading, statement),
    dates: between(facts.dates, reading, statement),
  }
}

const ORDER = Object.keys(CLAIM_WEIGHTS)

function attributionOf({ attribution }: Candidate): ClaimReason[] {
  const reason = (kind: ClaimReason['kind']): ClaimReason => ({ kind, weight: CLAIM_WEIGHTS[kind] })
  if (attribution === null) return []
  if (attribution === 'belief') return [reason('reported'), reason('hedge')]
  return attribution === 'reported' ? [reason('reported')] : [reason('reported'), reason(attribution)]
}

/** True for words enough, with a verb where the language's verbs are known, that are not said to the reader. */
function statesSomething(reading: ClaimReading, statement: Statement): boolean {
  const { tokens } = reading
  let words = 0
  for (const i of statement) if (isWord(itemAt(tokens, i))) words += 1
  const text = reading.text.slice(
    itemAt(tokens, indexAt(statement, 0)).start,
    itemAt(tokens, indexAt(statement, statement.length - 1)).end,
  )
  // a script without spaces makes few tokens of many words
  if (words < SHORTEST && !(text.length >= 6 && SPACELESS.test(text))) return false
  if (!reading.english) return true
  const first = itemAt(tokens, indexAt(statement, 0))
  if (IMPERATIVES.has(first.lower) && !isSubjectAhead(reading, statement)) return false
  return hasVerb(reading, statement) && matchingPatterns(wordsOf(reading, statement), CREDITS).size === 0
}

function isWord({ kind }: Token): boolean {
  return kind === 'word' || kind === 'number'
}

/** "Help arrived", "Police in Carrow said": a noun that is also an order, with its verb right after it. */
function isSubjectAhead(reading: ClaimReading, statement: Statement): boolean {
  return hasVerb(reading, statement.slice(1, 2))
}

/** Of overlapping claims the reported one, then the surer, then the longer; in text order. */
function withoutOverlaps(claims: readonly ClaimSuggestion[]): ClaimSuggestion[] {
  const kept: ClaimSuggestion[] = []
  const rank = ({ quotation, score }: ClaimSuggestion): number => (quotation === null ? 0 : 1) + score
  for (const claim of [...claims].sort(
    (a, b) =>
      rank(b) - rank(a) ||
      b.range.end - b.range.start - (a.range.end - a.range.start) ||
      a.range.start - b.range.start,
  ))
    if (!kept.some((other) => overlaps(other.range, claim.range))) kept.push(claim)
  return kept.sort((a, b) => a.range.start - b.range.start)
}

/**
 * Turns claims into annotations with status `suggested`. Ids derive from article, layer and range, so a re-run makes the same ones
 * (ground rule 5). `claimants` gives a speaker record for each claim, by index; left out, every claimant is null. The reason's rule
 * names all reasons, such as `claim.quantity+date`. `text` is the article's; ranges outside it throw RangeError.
 */
export function toSuggestedClaims(
  articleId: string,
  text: string,
  claims: readonly ClaimSuggestion[],
  claimants: readonly (string | null)[] = [],
): Annotation[] {
  return claims.map((claim, index) => {
    if (!isWithin(claim.range, text.length))
      throw new RangeError(
        `Claim ${claim.range.start}-${claim.range.end} is outside a text of ${text.length} code units.`,
      )
    return {
      id: contentId('sug', articleId, 'claim', `${claim.range.start}-${claim.range.end}`),
      article: articleId,
      layer: 'claim',
      ...spanOf(text, claim.range),
      status: 'suggested',
      tags: [],
      note: '',
      creator: SUGGESTION_CREATOR,
      created: null,
      modified: null,
      claim: { claimant: claimants[index] ?? null, quantities: claim.quantities, dates: claim.dates },
      reason: { rule: claimRule(claim.reasons), score: claim.score },
    }
  })
}

/** The id of a claim's reasons together, as `describeReason` reads it. */
function claimRule(reasons: readonly ClaimReason[]): string {
  return `claim.${reasons.map((reason) => reason.kind).join('+')}`
}
