import { itemAt, numberAt } from './indexing'
import type { ArticleBody } from '../model/article'
import type { TextRange } from '../model/range'
import type { CompiledLexicon } from './lexicons/types'
import { findQuotedSegments, type QuotedSegment } from './marks'
import { isAbbreviation, isTitleAbbreviation, readingBlocks, tokenise, type Token } from './tokens'
import { wordClasses } from './word-classes'

/** A sentence as a half-open range of token indices. An outer quotation never breaks over two sentences. */
export interface Sentence {
  readonly from: number
  readonly to: number
  readonly block: number
}

/** An article prepared for the rules: tokens, sentences and outer quotations. Offsets are UTF-16, indices count tokens. */
export interface Reading {
  readonly text: string
  readonly lexicon: CompiledLexicon
  readonly blocks: readonly TextRange[]
  readonly tokens: readonly Token[]
  /** What each token may be, as `WORD` names it. */
  readonly classes: Int32Array
  /** Index into `segments` of the outer quotation a token lies in (marks included), -1 outside. */
  readonly quoteOf: Int32Array
  /** Outer quotations in text order. */
  readonly segments: readonly QuotedSegment[]
  /** First token of each segment, and the one after its last. */
  readonly segmentTokens: readonly { readonly from: number; readonly to: number }[]
  readonly sentences: readonly Sentence[]
}

const FINAL = /[.!?…。！？]["”'’)\]]*$/u
const CJK_FINAL = /^[。！？]$/u

/** How far a reporting tail ("Smith said") may reach after a quotation that ends in a question mark or full stop. */
const TAIL_REACH = 6

/** True when the tokens from `i` on read like "Smith said" or "said Smith", so that they belong to the quotation before. */
function startsTail(
  tokens: readonly Token[],
  i: number,
  to: number,
  lexicon: CompiledLexicon,
  strict: boolean,
): boolean {
  for (let k = i; k < Math.min(to, i + TAIL_REACH); k += 1) {
    const token = itemAt(tokens, k)
    if (token.kind !== 'word') return false
    const form = lexicon.forms.get(token.lower)
    if (form?.frames.has('quote') && !token.capital && !form.inflections.has('gerund')) {
      const next = tokens[k + 1]
      // `"…." He adds, "…"`: the verb leads up to a quotation of its own
      if (
        next &&
        /^[,:]$/u.test(next.text) &&
        tokens[k + 2]?.kind === 'mark' &&
        (strict || next.text === ':')
      )
        return false
      if (!strict) return true
      return (
        next === undefined ||
        k + 1 >= to ||
        /^[.,;]$/u.test(next.text) ||
        k === i ||
        lexicon.prepositions.has(next.lower)
      )
    }
    if (
      !token.capital &&
      !lexicon.determiners.has(token.lower) &&
      !lexicon.pronouns.has(token.lower) &&
      !lexicon.titles.has(token.lower)
    )
      return false
  }
  return false
}

/** Prepares an article: one pass over its text, linear in its length. */
export function readArticle(body: ArticleBody, lexicon: CompiledLexicon): Reading {
  const { text } = body
  const blocks = readingBlocks(body)
  const segments = findQuotedSegments(text, blocks).filter((segment) => segment.depth === 0)
  const tokens: Token[] = []
  const blockTokens: { from: number; to: number }[] = []
  for (const block of blocks) {
    const from = tokens.length
    for (const token of tokenise(text, block)) tokens.push(token)
    blockTokens.push({ from, to: tokens.length })
  }
  const classes = wordClasses(lexicon, tokens)
  const quoteOf = new Int32Array(tokens.length).fill(-1)
  const segmentTokens: { from: number; to: number }[] = []
  let at = 0
  for (let s = 0; s < segments.length; s += 1) {
    const segment = itemAt(segments, s)
    while (at < tokens.length && itemAt(tokens, at).end <= segment.start) at += 1
    const from = at
    while (at < tokens.length && itemAt(tokens, at).start < segment.end) {
      quoteOf[at] = s
      at += 1
    }
    segmentTokens.push({ from, to: at })
  }
  const sentences: Sentence[] = []
  for (let block = 0; block < blockTokens.length; block += 1) {
    const { from, to } = itemAt(blockTokens, block)
    let start = from
    for (let i = from; i < to; i += 1) {
      if (i + 1 < to && !endsSentence(text, tokens, quoteOf, segments, i, to, lexicon)) continue
      sentences.push({ from: start, to: i + 1, block })
      start = i + 1
    }
  }
  return { text, lexicon, blocks, tokens, classes, quoteOf, segments, segmentTokens, sentences }
}

function endsSentence(
  text: string,
  tokens: readonly Token[],
  quoteOf: Int32Array,
  segments: readonly QuotedSegment[],
  i: number,
  to: number,
  lexicon: CompiledLexicon,
): boolean {
  const token = itemAt(tokens, i)
  const next = itemAt(tokens, i + 1)
  const quote = numberAt(quoteOf, i)
  if (quote >= 0) {
    if (quoteOf[i + 1] === quote) return false
    const segment = itemAt(segments, quote)
    const inner = text.slice(segment.inner.start, segment.inner.end).trimEnd()
    if (!FINAL.test(inner)) return lineBreakEnds(text, token, next)
    if (next.kind === 'mark') return true
    if (!next.capital && next.kind === 'word') return false
    if (next.kind === 'punctuation') return /^[—–-]/u.test(next.text) ? false : !/^[,.;:)]/u.test(next.text)
    // `Ode stated, "No." Minister Ash agreed`: the comma before the marks has claimed the quotation already
    let opening = i
    while (opening > 0 && quoteOf[opening - 1] === quote) opening -= 1
    if (opening > 0 && /^[,:]$/u.test(itemAt(tokens, opening - 1).text) && numberAt(quoteOf, opening - 1) < 0)
      return true
    return !startsTail(tokens, i + 1, to, lexicon, inner.endsWith('.'))
  }
  if (CJK_FINAL.test(token.text)) return true
  if (/^(?:[.!?…]|\.{2,})$/u.test(token.text)) {
    if (!next.spaced)
      return next.kind === 'mark' ? numberAt(quoteOf, i + 1) >= 0 : next.capital && token.text === '.'
    return next.capital || next.kind !== 'word'
  }
  if (isAbbreviation(token) && next.spaced && next.capital && !isTitleAbbreviation(token)) {
    // "in the U.S. He said": only a word that begins sentences tells
    return (
      token.text.length > 2 &&
      (lexicon.pronouns.has(next.lower) ||
        lexicon.determiners.has(next.lower) ||
        lexicon.conjunctions.has(next.lower))
    )
  }
  return lineBreakEnds(text, token, next)
}

/** A line break ends a sentence after a headline's semicolon or before a capital, so that lists and headlines do not run together. */
function lineBreakEnds(text: string, token: Token, next: Token): boolean {
  if (next.start - token.end < 1) return false
  const between = text.slice(token.end, next.start)
  return (
    between.includes('\n') &&
    (/\n\s*\n/u.test(between) || token.text === ';' || next.kind !== 'word' || next.capital)
  )
}
