import { isVerb, type ClaimReading } from './claim-verbs'
import { indexAt, itemAt, numberAt } from './indexing'
import { isComma, isDash, isNominal } from './phrases'

/** Tokens that state one thing, as indices in order; there are gaps where a cue stands between them. */
export type Statement = readonly number[]

const JOINS = /^(?:and|but|or|so|yet|nor|while|whereas)$/u
const SUBORDINATES =
  /^(?:if|when|although|though|because|while|whereas|unless|until|before|after|as|since|that|who|which)$/u

const FINAL = /^(?:[.!?…。！？؟]|\.{2,})$/u

/** Cuts a run of tokens after each final mark; the marks stay with what they end. A jump over a full stop cuts too. */
export function sentencesOf(reading: ClaimReading, run: Statement): Statement[] {
  const found: number[][] = []
  let open: number[] = []
  let final = false
  const close = (): void => {
    if (open.length > 0) found.push(open)
    open = []
  }
  run.forEach((i, at) => {
    const previous = run[at - 1]
    if (previous !== undefined && i > previous + 1 && breaksBetween(reading, previous, i)) close()
    open.push(i)
    const next = run[at + 1]
    const text = itemAt(reading.tokens, i).text
    final = FINAL.test(text) || (final && /^[”"’'»)\]]$/u.test(text))
    if (!final || (next !== undefined && closesQuotation(reading, next))) return
    if (next === undefined || startsSentence(reading, next)) close()
  })
  close()
  return found
}

/** True for the last mark of a quotation, which belongs to the sentence before it. */
function closesQuotation(reading: ClaimReading, i: number): boolean {
  const segment = reading.segmentTokens[numberAt(reading.quoteOf, i)]
  return segment !== undefined && segment.to - 1 === i && itemAt(reading.tokens, i).kind === 'mark'
}

function startsSentence(reading: ClaimReading, i: number): boolean {
  const token = itemAt(reading.tokens, i)
  return token.capital || token.kind !== 'word' || /^[^\p{Lu}\p{Ll}]/u.test(token.text)
}

/** True where a sentence or block ends among the tokens between two pieces of a content. */
function breaksBetween(reading: ClaimReading, previous: number, next: number): boolean {
  const between = reading.text.slice(itemAt(reading.tokens, previous).end, itemAt(reading.tokens, next).start)
  if (between.includes('\n')) return true
  for (let i = previous; i < next; i += 1)
    if (/^[.!?…]$/u.test(itemAt(reading.tokens, i).text)) return startsSentence(reading, next)
  return false
}

/**
 * Cuts a sentence into main clauses at a semicolon, colon or spaced dash, and at a comma with a conjunction, where what stands on both sides
 * has a subject and a verb of its own. `splits` says at which tokens a cut is allowed.
 */
export function clausesOf(
  reading: ClaimReading,
  sentence: Statement,
  splits: (i: number) => boolean,
): Statement[] {
  const found: Statement[] = []
  let start = 0
  let depth = 0
  // dashes in pairs set off an aside
  const aside = sentence.filter((i) => isSpacedDash(reading, i)).length > 1
  for (let at = 1; at < sentence.length - 1; at += 1) {
    const i = indexAt(sentence, at)
    const token = itemAt(reading.tokens, i)
    if (token.text === '(') depth += 1
    else if (token.text === ')') depth = Math.max(0, depth - 1)
    if (depth > 0 || !splits(i)) continue
    const hard = /^[;:]$/u.test(token.text) || (!aside && isSpacedDash(reading, i))
    const joined = isComma(token) && JOINS.test(itemAt(reading.tokens, indexAt(sentence, at + 1)).lower)
    if (!hard && !joined) continue
    const next = at + (joined ? 2 : 1)
    if (!standsAlone(reading, sentence, start, at) || !startsWithSubject(reading, sentence, next)) continue
    found.push(sentence.slice(start, at))
    start = next
  }
  found.push(sentence.slice(start))
  return found
}

function isSpacedDash(reading: ClaimReading, i: number): boolean {
  const token = itemAt(reading.tokens, i)
  return isDash(token) && token.spaced
}

/** True for words with a verb of their own that do not wait for a main clause ("If the hatch is shut, …"). */
function standsAlone(reading: ClaimReading, sentence: Statement, from: number, to: number): boolean {
  const first = itemAt(reading.tokens, indexAt(sentence, from))
  if (SUBORDINATES.test(first.lower)) {
    const comma = sentence.findIndex((i, at) => at > from && at < to && isComma(reading.tokens[i]))
    return (
      comma > 0 &&
      startsWithSubject(reading, sentence, comma + 1) &&
      hasVerb(reading, sentence.slice(comma, to))
    )
  }
  return hasVerb(reading, sentence.slice(from, to))
}

/** True where a subject begins that a verb follows within its clause. */
function startsWithSubject(reading: ClaimReading, sentence: Statement, from: number): boolean {
  const first = sentence[from]
  if (first === undefined || isVerb(reading, first) || SUBORDINATES.test(itemAt(reading.tokens, first).lower))
    return false
  if (/ing$|^to$/u.test(itemAt(reading.tokens, first).lower)) return false
  let nouns = 0
  for (let at = from; at < sentence.length; at += 1) {
    const i = indexAt(sentence, at)
    const token = itemAt(reading.tokens, i)
    if (isVerb(reading, i) && nouns > 0) return true
    if (isNominal(reading, i) || isPronoun(reading, token.lower)) nouns += 1
    if (/^[.;:!?]$/u.test(token.text)) return false
  }
  return false
}

function isPronoun(reading: ClaimReading, lower: string): boolean {
  const { lexicon } = reading
  return (
    lexicon.pronouns.has(lower) ||
    lexicon.determiners.has(lower) ||
    /^(?:nobody|none|neither|either)$/u.test(lower)
  )
}

/** True when the statement has a finite verb, as far as word lists tell. */
export function hasVerb(reading: ClaimReading, statement: Statement): boolean {
  return statement.some((i) => isVerb(reading, i))
}

/** The statement without conjunctions, "that", commas, dashes, marks and final stops at its ends. */
export function trimStatement(reading: ClaimReading, statement: Statement): Statement {
  let from = afterLabel(reading, statement)
  let to = statement.length
  const token = (at: number) => itemAt(reading.tokens, indexAt(statement, at))
  const loose = (at: number): boolean =>
    (token(at).kind === 'mark' && !quotesWithin(reading, statement, at)) ||
    /^(?:[,;:.!?…。！？؟)—–]|--+|\.{2,}|-)$/u.test(token(at).text)
  while (
    to > from &&
    loose(to - 1) &&
    !(token(to - 1).text === ')' && opensBefore(reading, statement, to - 1))
  )
    to -= 1
  while (
    from < to &&
    (loose(from) ||
      (JOINS.test(token(from).lower) && !/^(?:nor|while|whereas)$/u.test(token(from).lower)) ||
      reading.lexicon.that.has(token(from).lower))
  ) {
    if (
      reading.lexicon.that.has(token(from).lower) &&
      reading.english &&
      isVerbNext(reading, statement, from)
    )
      break
    from += 1
  }
  return statement.slice(from, to)
}

/** True for a mark whose quotation begins or ends inside the statement: without it, the other mark would stand alone. */
function quotesWithin(reading: ClaimReading, statement: Statement, at: number): boolean {
  const segment = reading.segmentTokens[numberAt(reading.quoteOf, indexAt(statement, at))]
  const first = statement[0]
  const last = statement.at(-1)
  if (!segment || first === undefined || last === undefined) return false
  return at > 0 && segment.from > first ? true : at === 0 && segment.to - 1 < last
}

/** Where the words begin after the label of a transcript ("ODE: The pier …"); 0 without one. */
function afterLabel(reading: ClaimReading, statement: Statement): number {
  const colon = statement.slice(0, 5).findIndex((i) => itemAt(reading.tokens, i).text === ':')
  const isLabel =
    colon > 0 &&
    statement.slice(0, colon).every((i) => itemAt(reading.tokens, i).capital) &&
    /^[^\p{Ll}]+$/u.test(itemAt(reading.tokens, indexAt(statement, colon - 1)).text)
  return isLabel ? colon + 1 : 0
}

/** "That is worth an answer": the word is the subject. */
function isVerbNext(reading: ClaimReading, statement: Statement, at: number): boolean {
  const next = statement[at + 1]
  return next !== undefined && isVerb(reading, next)
}

function opensBefore(reading: ClaimReading, statement: Statement, at: number): boolean {
  for (let k = at - 1; k >= 0; k -= 1)
    if (itemAt(reading.tokens, indexAt(statement, k)).text === '(') return true
  return false
}
