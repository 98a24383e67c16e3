import { itemAt, numberAt } from './indexing'
import type { Reading, Sentence } from './reading'
import type { Token } from './tokens'
import { hasClass, WORD } from './word-classes'

/** A half-open range of token indices. */
export interface Phrase {
  readonly from: number
  readonly to: number
}

const NOMINATIVE = new Set([
  'he',
  'she',
  'they',
  'it',
  'we',
  'i',
  'you',
  'who',
  'which',
  'that',
  'nobody',
  'everyone',
  'someone',
  'this',
  'these',
  'those',
  'many',
  'some',
  'others',
  'one',
  'both',
  'few',
  'most',
  'all',
  'several',
  'none',
  'neither',
  'either',
])
const RELATIVE = new Set(['who', 'which', 'that', 'whom'])
const DASH = /^(?:--+|[—–―-])$/u
/** The longest subject, in tokens, that a reader still takes in. */
const LONGEST_SUBJECT = 18

/** A subject found for a cue. `shared`: it belongs to an earlier verb of the sentence and has no words of its own here. */
export interface Subject extends Phrase {
  readonly kind: 'noun' | 'pronoun' | 'relative' | 'shared'
}

/** True for a token that can be part of a name or noun phrase, as far as word lists tell. */
export function isNominal(reading: Reading, i: number): boolean {
  return hasClass(reading, i, WORD.nominal)
}

/** True for a token that reads as a finite verb wherever it stands: an auxiliary, or a cue verb in the past or third person. */
export function isFiniteVerb(reading: Reading, i: number): boolean {
  return hasClass(reading, i, WORD.finite)
}

/** "publicly", "sharply": an adverb by its ending. */
export function isLyAdverb(reading: Reading, i: number): boolean {
  return hasClass(reading, i, WORD.lyAdverb)
}

export function isComma(token: Token | undefined): boolean {
  return token !== undefined && (token.text === ',' || token.text === '，')
}

export function isDash(token: Token | undefined): boolean {
  return token?.kind === 'punctuation' && DASH.test(token.text)
}

/** Steps left over "(R-Tenn.)" that ends at `i`; gives the index before it, or `i` itself. */
function beforeParenthesis(reading: Reading, i: number, from: number): number {
  if (reading.tokens[i]?.text !== ')') return i
  for (let k = i - 1; k >= Math.max(from, i - 12); k -= 1)
    if (itemAt(reading.tokens, k).text === '(') return k - 1
  return i
}

/** "this fall": a season names a time after such a word. */
function isSeason(reading: Reading, i: number): boolean {
  return (
    /^(?:spring|summer|fall|autumn|winter)$/u.test(itemAt(reading.tokens, i).lower) &&
    /^(?:this|last|next)$/u.test(reading.tokens[i - 1]?.lower ?? '')
  )
}

function isTime(reading: Reading, i: number): boolean {
  const token = reading.tokens[i]
  return (
    token !== undefined &&
    (hasClass(reading, i, WORD.time) ||
      isSeason(reading, i) ||
      (token.kind === 'number' && /^\d{1,4}(?:st|nd|rd|th)?$/u.test(token.text)))
  )
}

/** Steps left over "on Friday", "last week" that end at `i`; gives the index before them, or `i` itself. */
function beforeTime(reading: Reading, i: number, from: number): number {
  let k = i
  while (k > from && isTime(reading, k)) k -= 1
  if (k === i) return i
  if (hasClass(reading, k, WORD.preposition)) k -= 1
  return k >= from && !isComma(reading.tokens[k]) ? k : i
}

/** The noun phrase that ends at token `end` (inclusive), read leftwards; null when none stands there. */
export function nounPhraseBefore(reading: Reading, end: number, from: number): Phrase | null {
  const { tokens, lexicon, quoteOf } = reading
  let i = end
  while (
    i > from &&
    hasClass(reading, i, WORD.adverb | WORD.lyAdverb) &&
    !hasClass(reading, i, WORD.determiner)
  )
    i -= 1
  const last = i
  let start = -1
  while (i >= from && last - i < LONGEST_SUBJECT) {
    const token = itemAt(tokens, i)
    if (numberAt(quoteOf, i) >= 0) {
      const { from: first, to } = itemAt(reading.segmentTokens, numberAt(quoteOf, i))
      // `On “Harbour Hour,” Ann Ode`: the comma inside the marks closes what stands before
      if (to - first > 8 || first <= from || isComma(tokens[to - 2])) break
      start = first
      i = first - 1
      continue
    }
    if (token.text === ')') {
      const before = beforeParenthesis(reading, i, from)
      if (before === i) break
      i = before
      continue
    }
    if (token.kind === 'punctuation') {
      if (token.text === '%' || token.text === '$' || token.text === '/' || token.text === '-') {
        if (token.text === '-' && token.spaced) break
        i -= 1
        continue
      }
      break
    }
    if (token.lower === "'s" || token.lower === '’s' || token.lower === "'" || token.lower === '’') {
      i -= 1
      continue
    }
    if (lexicon.prepositions.has(token.lower) && !token.capital) {
      // a phrase after a preposition belongs to the noun before it: "the leader of the party"
      const before = beforeParenthesis(reading, i - 1, from)
      if (
        i - 1 < from ||
        !isNominal(reading, before) ||
        isFiniteVerb(reading, before) ||
        isTime(reading, before)
      )
        break
      i -= 1
      continue
    }
    if (token.lower === 'and' || token.lower === 'or' || token.lower === '&') {
      const joins =
        i > from &&
        tokens[i + 1] !== undefined &&
        isNominal(reading, i - 1) &&
        !isFiniteVerb(reading, i - 1) &&
        (itemAt(tokens, i - 1).capital || !itemAt(tokens, i + 1).capital) &&
        start >= 0 &&
        !hasVerb(reading, clauseBefore(reading, from, i), i)
      if (!joins) break
      i -= 1
      continue
    }
    if (lexicon.determiners.has(token.lower)) {
      start = i
      i -= 1
      // "all of the", "some of those": go on only over an "of"
      if (i >= from && itemAt(tokens, i).lower === 'of') continue
      if (
        i >= from &&
        (hasClass(reading, i, WORD.determiner) || hasClass(reading, i, WORD.preposition)) &&
        start - 1 >= from
      )
        continue
      break
    }
    if (
      lexicon.pronouns.has(token.lower) ||
      lexicon.conjunctions.has(token.lower) ||
      lexicon.auxiliaries.has(token.lower)
    )
      break
    if (isFiniteVerb(reading, i) && !token.capital && start >= 0) break
    start = i
    i -= 1
  }
  return start < 0 || start > last ? null : { from: start, to: last + 1 }
}

/** Where the words right before token `i` begin: after the comma, dash or quotation that sets them off, else at `from`. */
function clauseBefore(reading: Reading, from: number, i: number): number {
  for (let k = i - 1; k >= from; k -= 1) {
    const { kind, text } = itemAt(reading.tokens, k)
    if (numberAt(reading.quoteOf, k) >= 0 || kind === 'mark') return k + 1
    if (kind === 'punctuation' && /^[,;:—–]$/u.test(text)) return k + 1
  }
  return from
}

function hasVerb(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (isFiniteVerb(reading, i)) return true
  return false
}

/**
 * The subject of a verb group that begins at token `verb`, read leftwards within the sentence: pronoun, noun phrase, a name with its
 * apposition ("Ann Ode, a spokeswoman for the port, said"), a relative pronoun, or one shared with the verb before ("and added").
 */
export function subjectBefore(reading: Reading, sentence: Sentence, verb: number): Subject | null {
  const { tokens, quoteOf } = reading
  const { from } = sentence
  let end = verb - 1
  if (end < from) return null
  end = beforeTime(reading, end, from)
  const token = itemAt(tokens, end)
  const before = beforeParenthesis(reading, end, from)
  if (before !== end) {
    const phrase = before >= from ? nounPhraseBefore(reading, before, from) : null
    return phrase ? { from: phrase.from, to: end + 1, kind: 'noun' } : null
  }
  if (
    token.kind === 'word' &&
    (NOMINATIVE.has(token.lower) ||
      (reading.lexicon.language !== 'en' && reading.lexicon.pronouns.has(token.lower))) &&
    numberAt(quoteOf, end) < 0
  ) {
    if (token.lower === 'that' && end - 1 >= from && !isNominal(reading, end - 1)) return null
    return { from: end, to: end + 1, kind: RELATIVE.has(token.lower) ? 'relative' : 'pronoun' }
  }
  if (token.lower === 'and' || token.lower === 'but' || token.lower === 'then' || token.lower === 'or')
    return { from: end, to: end, kind: 'shared' }
  if (isComma(token) || isDash(token)) {
    const dash = isDash(token)
    for (let k = end - 1; k >= Math.max(from, end - 32); k -= 1) {
      if (numberAt(quoteOf, k) >= 0 || !(dash ? isDash(tokens[k]) : isComma(tokens[k]))) continue
      if (k - 1 < from) break
      const inside = itemAt(tokens, k + 1)
      const name = nounPhraseBefore(reading, beforeParenthesis(reading, k - 1, from), from)
      if (!name && NOMINATIVE.has(itemAt(tokens, k - 1).lower)) return { from: k - 1, to: k, kind: 'pronoun' }
      if (!name) continue
      // "Ann Ode, 56, who has led the port for years, said": an age is no name
      if (
        name.to - name.from === 1 &&
        itemAt(tokens, name.from).kind === 'number' &&
        isComma(tokens[name.from - 1])
      )
        continue
      const head = itemAt(tokens, name.to - 1)
      if (reading.lexicon.times.has(head.lower) && name.to - name.from < 3) return null
      // a list or a chain of verbs, not an apposition
      if (isFiniteVerb(reading, k + 1) && !dash) continue
      if (end - k === 2 && hasClass(reading, k + 1, WORD.adverb | WORD.lyAdverb))
        return { ...name, kind: 'noun' }
      if (inside.lower === 'and' || inside.lower === 'but') continue
      // "Ann Ode, 30, of Thule, said": go on to the comma before an age or a place
      const shorter = end - k < 5 && (inside.kind === 'number' || inside.capital)
      if (shorter && k - 2 >= from) {
        const outer = subjectBeforeComma(reading, from, k)
        if (outer) return { from: outer.from, to: end + 1, kind: 'noun' }
      }
      return { from: name.from, to: end + 1, kind: 'noun' }
    }
    return dash ? null : { from: end, to: end, kind: 'shared' }
  }
  if (
    numberAt(quoteOf, end) >= 0 &&
    itemAt(reading.segmentTokens, numberAt(quoteOf, end)).to -
      itemAt(reading.segmentTokens, numberAt(quoteOf, end)).from >
      8
  )
    return null
  const phrase = nounPhraseBefore(reading, end, from)
  if (!phrase) return null
  return { ...phrase, kind: 'noun' }
}

function subjectBeforeComma(reading: Reading, from: number, comma: number): Phrase | null {
  for (let k = comma - 1; k >= Math.max(from, comma - 4); k -= 1) {
    if (!isComma(reading.tokens[k])) continue
    const name = k > from ? nounPhraseBefore(reading, k - 1, from) : null
    return name && itemAt(reading.tokens, name.to - 1).capital ? name : null
  }
  return null
}

/** The noun phrase that begins at token `start`, with its apposition: the subject after an inverted verb ("said Ann Ode, the mayor"). */
export function nounPhraseAfter(reading: Reading, sentence: Sentence, start: number): Phrase | null {
  const { tokens, lexicon, quoteOf } = reading
  const { to } = sentence
  const first = tokens[start]
  if (
    !first ||
    start >= to ||
    numberAt(quoteOf, start) >= 0 ||
    first.kind === 'punctuation' ||
    first.kind === 'mark'
  )
    return null
  if (lexicon.pronouns.has(first.lower))
    return NOMINATIVE.has(first.lower) || /^(?:him|her|them|me|us)$/u.test(first.lower)
      ? { from: start, to: start + 1 }
      : null
  let i = start
  let seen = false
  let lastCapital = first.capital
  while (i < to && i - start < LONGEST_SUBJECT) {
    const token = itemAt(tokens, i)
    if (numberAt(quoteOf, i) >= 0) break
    if (token.text === '(' || token.lower === "'s" || token.lower === '’s' || token.text === ')') {
      if (token.text === '(')
        while (i < to && itemAt(tokens, i).text !== ')' && i - start < LONGEST_SUBJECT) i += 1
      // A bracket that never closes ends with the phrase.
      i = Math.min(i + 1, to)
      continue
    }
    if (token.kind === 'punctuation') break
    if (lexicon.determiners.has(token.lower) && !token.capital) {
      if (seen && !hasClass(reading, i - 1, WORD.preposition) && itemAt(tokens, i - 1).lower !== 'and') break
      i += 1
      continue
    }
    if (lexicon.prepositions.has(token.lower) && !token.capital) {
      if (
        !seen ||
        (lexicon.language === 'en' && !/^(?:of|for|from|with|at|to|in)$/u.test(token.lower)) ||
        !isNominalOrDeterminer(reading, i + 1)
      )
        break
      // "asked the network to pay": an infinitive, not a phrase of place
      if (
        token.lower === 'to' &&
        !itemAt(tokens, i + 1).capital &&
        !hasClass(reading, i + 1, WORD.determiner)
      )
        break
      i += 1
      continue
    }
    if (token.lower === 'and') {
      const next = tokens[i + 1]
      if (
        !seen ||
        !next ||
        !(
          (next.capital && lastCapital) ||
          (i + 1 < to && isNominal(reading, i + 1) && !isFiniteVerb(reading, i + 1) && !lastCapital)
        )
      )
        break
      i += 1
      continue
    }
    if (!isNominal(reading, i) || (isFiniteVerb(reading, i) && seen)) break
    if (seen && isTime(reading, i)) break
    seen = true
    lastCapital = token.capital
    i += 1
  }
  if (!seen) return null
  while (
    i > start &&
    (hasClass(reading, i - 1, WORD.preposition) || hasClass(reading, i - 1, WORD.determiner))
  )
    i -= 1
  return { from: start, to: i }
}

function isNominalOrDeterminer(reading: Reading, i: number): boolean {
  return isNominal(reading, i) || reading.lexicon.determiners.has(reading.tokens[i]?.lower ?? '')
}

/** Extends a name by the apposition after its comma, up to the next comma or the sentence's end: ", the mayor of Thule". */
export function withApposition(reading: Reading, sentence: Sentence, phrase: Phrase): Phrase {
  const { tokens, quoteOf, lexicon } = reading
  let i = phrase.to
  if (!isComma(tokens[i]) || i + 1 >= sentence.to) return phrase
  const next = itemAt(tokens, i + 1)
  const named =
    next.capital && hasClass(reading, phrase.from, WORD.determiner) && tokens[i + 2]?.capital === true
  const apposition =
    named ||
    lexicon.determiners.has(next.lower) ||
    next.lower === 'who' ||
    lexicon.titles.has(next.lower) ||
    next.kind === 'number' ||
    (next.capital && lexicon.titles.has(next.lower))
  if (!apposition || numberAt(quoteOf, i + 1) >= 0) return phrase
  i += 1
  while (
    i < sentence.to &&
    numberAt(quoteOf, i) < 0 &&
    !/^[.;:!?]$/u.test(itemAt(tokens, i).text) &&
    !isComma(tokens[i]) &&
    !isDash(tokens[i])
  )
    i += 1
  if (isComma(tokens[i]) && next.kind === 'number' && lexicon.prepositions.has(tokens[i + 1]?.lower ?? '')) {
    i += 1
    while (
      i < sentence.to &&
      numberAt(quoteOf, i) < 0 &&
      !/^[.;:!?]$/u.test(itemAt(tokens, i).text) &&
      !isComma(tokens[i])
    )
      i += 1
  }
  return { from: phrase.from, to: i }
}
