import { itemAt, numberAt } from './indexing'
import { isHeadlineCase, startsVerbGroup, type VerbCue } from './cues'
import { isComma, isDash, isFiniteVerb, isLyAdverb, isNominal, nounPhraseAfter, type Phrase } from './phrases'
import type { Reading, Sentence } from './reading'
import { hasClass, WORD } from './word-classes'

/** What a content is made of decides where it ends: a clause runs on over commas, a noun phrase does not. */
export type ContentKind = 'clause' | 'phrase' | 'infinitive'

const END = /^[.!?;…]$/u
/** What a cue may be followed by before its content: "said in a statement on Tuesday that". */
const MEDIA =
  /^(?:statement|interview|interviews|email|e-mail|emails|speech|tweet|post|address|remarks|letter|report|release|conference|briefing|call|memo|filing|op-ed|column|debate|rally|hearing|video|essay|article|appearance|telephone|phone|message|broadcast|session)$/u
/** True for a word that names a means of saying something: "statement", "interview". */
export function isMedium(lower: string): boolean {
  return MEDIA.test(lower)
}

const SUBORDINATE =
  /^(?:while|though|although|whereas|because|since|as|after|before|when|if|unless|until|during|amid|following|despite|ahead)$/u

/** Where a content that begins at token `start` ends (exclusive token index): the clause's end, read by commas, conjunctions and the next cue. */
export function contentEnd(
  reading: Reading,
  sentence: Sentence,
  start: number,
  kind: ContentKind,
  cues: readonly VerbCue[],
  relative: boolean,
): number {
  const { tokens, quoteOf, segmentTokens, lexicon } = reading
  let depth = 0
  let i = start
  while (i < sentence.to) {
    const quote = numberAt(quoteOf, i)
    if (quote >= 0) {
      i = Math.max(itemAt(segmentTokens, quote).to, i + 1)
      const inner = reading.text
        .slice(itemAt(reading.segments, quote).inner.start, itemAt(reading.segments, quote).inner.end)
        .trimEnd()
      if (
        i < sentence.to &&
        quote === numberAt(quoteOf, start) &&
        kind === 'clause' &&
        /[,.?!]$/u.test(inner) &&
        numberAt(quoteOf, i) < 0
      )
        return i
      // a comma inside the closing mark works as one outside
      if (
        inner.endsWith(',') &&
        i < sentence.to &&
        endsAtComma(reading, sentence, i - 1, kind, cues, relative)
      )
        return i
      continue
    }
    const token = itemAt(tokens, i)
    if (token.text === '(') depth += 1
    else if (token.text === ')') {
      if (depth === 0) return i
      depth -= 1
    } else if (depth === 0) {
      if (END.test(token.text)) return i
      if (token.text === ':' && (kind !== 'clause' || (i > start + 2 && (reading.quoteOf[i + 1] ?? -1) >= 0)))
        return i
      if (i > start && isDash(token) && (token.spaced || token.text !== '-')) return i
      if (isComma(token) && endsAtComma(reading, sentence, i, kind, cues, relative)) return i
      if (
        i > start &&
        (token.lower === 'and' || token.lower === 'but') &&
        endsAtConjunction(reading, sentence, i, kind, cues)
      )
        return i
      if (i > start && relative && outerVerb(reading, i, cues)) return i
      if (i > start && kind !== 'clause' && endsPhrase(reading, sentence, i, kind)) return i
      if (i > start && token.lower === 'according' && tokens[i + 1]?.lower === 'to') return i
      if (i > start && kind === 'clause' && lexicon.conjunctions.has(token.lower) && token.lower === 'while')
        return i
    }
    i += 1
  }
  return i
}

/** In a relative clause: the main clause's reporting verb ("those who fear a strike said"). */
function outerVerb(reading: Reading, i: number, cues: readonly VerbCue[]): boolean {
  return cues.some(
    (one) =>
      one.verb === i &&
      one.group.from === i &&
      one.form.frames.has('quote') &&
      one.subject?.kind === 'noun' &&
      one.form.inflections.has('past') &&
      !one.form.inflections.has('base') &&
      reading.lexicon.language === 'en',
  )
}

function endsAtComma(
  reading: Reading,
  sentence: Sentence,
  comma: number,
  kind: ContentKind,
  cues: readonly VerbCue[],
  relative: boolean,
): boolean {
  const { tokens, lexicon } = reading
  const next = tokens[comma + 1]
  if (!next || comma + 1 >= sentence.to) return true
  if (relative && startsVerbGroup(reading, comma + 1, sentence.to)) return true
  const cue = cues.find((one) => one.group.from === comma + 1 || one.verb === comma + 1)
  if (cue && (cue.gerund || cue.subject?.kind === 'shared')) return true
  if (next.lower === 'according') return true
  const conjoined =
    next.lower === 'and' || next.lower === 'but' || next.lower === 'while' || next.lower === 'or'
  const from = conjoined ? comma + 2 : comma + 1
  // ", and the mayor said": the next report begins
  if (
    conjoined &&
    cues.some(
      (one) =>
        one.subject &&
        one.subject.kind !== 'relative' &&
        one.subject.from >= from &&
        one.subject.from <= from + 1 &&
        one.verb > comma &&
        one.verb - comma < 24,
    )
  )
    return true
  if (conjoined && startsVerbGroup(reading, from, sentence.to)) return true
  if (cues.some((one) => leadsUpToQuote(reading, one, comma))) return true
  if (
    next.lower === 'but' ||
    next.lower === 'while' ||
    next.lower === 'though' ||
    next.lower === 'although' ||
    next.lower === 'whereas'
  )
    return true
  if (kind === 'clause')
    return (
      next.lower === 'a' && sentence.to - comma < 14 && kind === 'clause' && isReportNoun(reading, comma + 2)
    )
  // a list goes on: "trade, energy and defence"
  if (kind === 'phrase' && listGoesOn(reading, sentence, comma + 1)) return false
  if (kind === 'infinitive')
    return lexicon.conjunctions.has(next.lower) || next.lower.endsWith('ing') || SUBORDINATE.test(next.lower)
  return true
}

/** `…, a man yelled, "Stay!"`: after the comma the next speaker's verb leads up to a quotation of its own. */
function leadsUpToQuote(reading: Reading, cue: VerbCue, comma: number): boolean {
  const { subject } = cue
  if (!subject || subject.kind === 'shared' || subject.kind === 'relative' || cue.passive) return false
  if (subject.from <= comma || subject.from > comma + 3 || !cue.form.frames.has('quote')) return false
  const next = cue.group.to
  const mark = isComma(reading.tokens[next]) || reading.tokens[next]?.text === ':' ? next + 1 : next
  return (reading.quoteOf[mark] ?? -1) >= 0
}

function isReportNoun(reading: Reading, i: number): boolean {
  return /^(?:promise|claim|reference|charge|position|view|statement|comment|figure|number|move|sign)$/u.test(
    reading.tokens[i]?.lower ?? '',
  )
}

function listGoesOn(reading: Reading, sentence: Sentence, from: number): boolean {
  for (let i = from; i < Math.min(sentence.to, from + 10); i += 1) {
    const token = itemAt(reading.tokens, i)
    if (token.lower === 'and' || token.lower === 'or')
      return i + 1 < sentence.to && !startsVerbGroup(reading, i + 1, sentence.to)
    if (isFiniteVerb(reading, i) || END.test(token.text) || /^(?:who|which|that|where)$/u.test(token.lower))
      return false
  }
  return false
}

function endsAtConjunction(
  reading: Reading,
  sentence: Sentence,
  i: number,
  kind: ContentKind,
  cues: readonly VerbCue[],
): boolean {
  if (!startsVerbGroup(reading, i + 1, sentence.to))
    return (
      kind !== 'clause' && cues.some((one) => one.subject?.from === i + 1 && one.subject.kind !== 'relative')
    )
  const own = cues.some(
    (one) =>
      one.subject?.kind === 'shared' &&
      one.group.from > i &&
      one.group.from <= i + 2 &&
      !one.gerund &&
      one.group.from === one.verb,
  )
  return own || kind !== 'clause'
}

/** Ends of a noun phrase or infinitive content: an adverbial that belongs to the reporting, not to what is reported. */
function endsPhrase(reading: Reading, sentence: Sentence, i: number, kind: ContentKind): boolean {
  const { tokens, lexicon } = reading
  const token = itemAt(tokens, i)
  const next = tokens[i + 1]
  if (/^(?:because|although|though|while|whereas|since|unless)$/u.test(token.lower)) return true
  if (token.lower === 'when' || token.lower === 'after' || token.lower === 'before') return kind === 'phrase'
  if (token.lower === 'as' && kind === 'phrase') return false
  if (!next || i + 1 >= sentence.to) return false
  if (token.lower === 'on' && lexicon.times.has(next.lower)) return true
  if (/^(?:in|during|at)$/u.test(token.lower) && /^(?:a|an|the)$/u.test(next.lower)) {
    for (let k = i + 2; k < Math.min(sentence.to, i + 6); k += 1)
      if (MEDIA.test(itemAt(tokens, k).lower)) return true
  }
  if (lexicon.times.has(token.lower) && i + 2 >= sentence.to) return /day$/u.test(token.lower)
  if (/^(?:by|for|in)$/u.test(token.lower) && next.lower.endsWith('ing') && lexicon.forms.has(next.lower))
    return true
  return false
}

/** Where the words that begin a content clause stand after the cue: index of "that", or of the clause's first word; null when no clause follows. */
export function clauseStart(
  reading: Reading,
  sentence: Sentence,
  cue: VerbCue,
): { at: number; stated: boolean } | null {
  const { tokens, quoteOf, lexicon } = reading
  const tell = cue.form.frames.has('tell')
  const ask = cue.form.frames.has('ask')
  let i = cue.group.to
  if (i >= sentence.to) return null
  const stated = complementiserAhead(reading, sentence, i, tell || ask)
  if (stated !== null) return { at: stated, stated: true }
  i = skipAdverbials(reading, sentence, i)
  // "sagte, er komme": German leaves "dass" out after the comma
  if (
    lexicon.language === 'de' &&
    isComma(tokens[i]) &&
    i + 1 < sentence.to &&
    numberAt(quoteOf, i + 1) < 0 &&
    hasClass(reading, i + 1, WORD.pronoun)
  )
    return { at: i + 1, stated: true }
  if (tell) {
    const object = nounPhraseAfter(reading, sentence, i)
    if (!object) return null
    let at = object.to
    if (object.to - object.from === 1 && itemAt(tokens, object.from).kind === 'word') at = object.from + 1
    at = skipAdverbials(reading, sentence, at)
    if (at >= sentence.to || isComma(tokens[at]) || !startsClause(reading, sentence, at)) return null
    return { at, stated: false }
  }
  if (i >= sentence.to) return null
  const token = itemAt(tokens, i)
  if (numberAt(quoteOf, i) >= 0) return { at: i, stated: false }
  if (token.kind === 'punctuation' && token.text !== '$') return null
  if (lexicon.prepositions.has(token.lower) && !startsClauseAfterPreposition(reading, sentence, i))
    return null
  return { at: i, stated: false }
}

/** True for the language's "that", elided too ("qu'il"). */
export function isThat(reading: Reading, i: number): boolean {
  const { that } = reading.lexicon
  const lower = reading.tokens[i]?.lower ?? ''
  if (that.has(lower)) return true
  const apostrophe = /^(\p{L}+)['’]/u.exec(lower)
  return apostrophe !== null && that.has(`${apostrophe[1]}'`)
}

/** "that", "whether", "how" within reach of the cue, with only an addressee or adverbial in between. */
function complementiserAhead(
  reading: Reading,
  sentence: Sentence,
  from: number,
  asks: boolean,
): number | null {
  const { tokens, quoteOf, lexicon } = reading
  let commas = 0
  for (let i = from; i < Math.min(sentence.to, from + 16); i += 1) {
    const token = itemAt(tokens, i)
    if (numberAt(quoteOf, i) >= 0) return null
    if (isThat(reading, i)) {
      const next = tokens[i + 1]
      // "said that of" reads as a pronoun, "the plan that the mayor" as a relative clause after a noun
      if (
        i > from &&
        isNominal(reading, i - 1) &&
        !hasClass(reading, i - 1, WORD.time) &&
        commas === 0 &&
        i - from > 1 &&
        !asks &&
        !(hasMedia(reading, from, i) && !startsWithNoun(reading, from, i))
      )
        return null
      return next ? i : null
    }
    if (
      (i === from || asks || (commas === 1 && i === from + 1)) &&
      lexicon.complementisers.has(token.lower)
    ) {
      if (
        i > from &&
        (token.lower === 'what' ||
          token.lower === 'when' ||
          token.lower === 'where' ||
          token.lower === 'who') &&
        commas > 0
      )
        return null
      return i
    }
    if (isComma(token)) {
      commas += 1
      if (commas > 2 || (commas === 1 && i - from > 6)) return null
      continue
    }
    if (token.kind === 'punctuation') return null
    if (isFiniteVerb(reading, i)) return null
    // "wrote, arguing that": the clause is the second verb's
    if (commas > 0 && lexicon.forms.get(token.lower)?.inflections.has('gerund')) return null
    if (lexicon.pronouns.has(token.lower) && /^(?:he|she|they|we|i|it)$/u.test(token.lower)) return null
  }
  return null
}

/** "said many of the boats that …", "voted in response to any question that …": no word of time or place stands before the noun. */
function startsWithNoun(reading: Reading, from: number, that: number): boolean {
  const first = itemAt(reading.tokens, from).lower
  if (/^(?:many|most|some|all|any|few|several|none|both|each|one|two|three)$/u.test(first)) return true
  const before = reading.tokens[that - 2]?.lower ?? ''
  return /^(?:any|many|some|few|several)$/u.test(before)
}

function hasMedia(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (MEDIA.test(itemAt(reading.tokens, i).lower) || hasClass(reading, i, WORD.preposition)) return true
  return false
}

/** Steps over "Tuesday", "on Wednesday", "in a statement", "during an interview with the paper", "publicly". */
export function skipAdverbials(reading: Reading, sentence: Sentence, from: number): number {
  const { tokens, quoteOf, lexicon } = reading
  let i = from
  while (i < sentence.to && numberAt(quoteOf, i) < 0) {
    const token = itemAt(tokens, i)
    if (
      lexicon.times.has(token.lower) &&
      !(token.lower === 'may') &&
      !(token.lower === 'this' || token.lower === 'last' || token.lower === 'next')
    ) {
      i += 1
      if (tokens[i]?.kind === 'number' && isComma(tokens[i + 1])) i += 2
      continue
    }
    if (
      (token.lower === 'this' ||
        token.lower === 'last' ||
        token.lower === 'late' ||
        token.lower === 'early') &&
      lexicon.times.has(tokens[i + 1]?.lower ?? '')
    ) {
      i += 2
      continue
    }
    if (token.lower === 'on' && i + 1 < sentence.to && hasClass(reading, i + 1, WORD.time)) {
      i += 2
      continue
    }
    if (/^(?:in|at|during|on|via|through|to|with|of|from)$/u.test(token.lower)) {
      const end = mediaPhrase(reading, sentence, i)
      if (end > i) {
        i = end
        continue
      }
    }
    if (
      isLyAdverb(reading, i) ||
      /^(?:again|too|instead|then|later|earlier|afterward|repeatedly|back)$/u.test(token.lower)
    ) {
      i += 1
      continue
    }
    break
  }
  return i
}

/** Where "in a telephone interview with the Times" ends, or `from` when the phrase names no medium. */
function mediaPhrase(reading: Reading, sentence: Sentence, from: number): number {
  const { tokens, lexicon } = reading
  for (let k = from + 1; k < Math.min(sentence.to, from + 7); k += 1) {
    const token = itemAt(tokens, k)
    if (token.kind === 'punctuation' || isFiniteVerb(reading, k)) break
    if (!MEDIA.test(token.lower)) continue
    let end = k + 1
    if (
      /^(?:with|to|on|by|from|for|in)$/u.test(tokens[end]?.lower ?? '') &&
      end < sentence.to &&
      (tokens[end + 1]?.capital || lexicon.determiners.has(tokens[end + 1]?.lower ?? ''))
    ) {
      const other = nounPhraseAfter(reading, sentence, end + 1)
      if (other) end = other.to
    }
    return end
  }
  const next = tokens[from + 1]
  if (
    /^(?:to|with)$/u.test(itemAt(tokens, from).lower) &&
    next &&
    (next.capital || next.lower === 'reporters')
  ) {
    const other = nounPhraseAfter(reading, sentence, from + 1)
    if (other && other.to < sentence.to && startsClause(reading, sentence, other.to)) return other.to
  }
  return from
}

/** True when a clause can begin at token `i`: a subject that a finite verb follows within reach. */
export function startsClause(reading: Reading, sentence: Sentence, i: number, overComma = true): boolean {
  const { tokens, lexicon, quoteOf } = reading
  const first = tokens[i]
  if (!first || i >= sentence.to) return false
  if (numberAt(quoteOf, i) >= 0) return true
  if (first.kind === 'punctuation') return false
  if (
    lexicon.complementisers.has(first.lower) ||
    /^(?:he|she|it|they|we|i|you|there|this|these|those)$/u.test(first.lower)
  )
    return true
  if (lexicon.prepositions.has(first.lower) || lexicon.conjunctions.has(first.lower)) return false
  for (let k = i; k < Math.min(sentence.to, i + 16); k += 1) {
    const token = itemAt(tokens, k)
    if (/^[.;:!?]$/u.test(token.text) || (!overComma && isComma(token))) return false
    if (
      k > i &&
      (isFiniteVerb(reading, k) ||
        (/(?:[^e]ed|[^s]s)$/u.test(token.lower) && isNominal(reading, k) && k > i + 1 && !token.capital))
    )
      return true
  }
  return false
}

function startsClauseAfterPreposition(reading: Reading, sentence: Sentence, i: number): boolean {
  const { tokens } = reading
  if (/^(?:of|about|to|against|on|by|for|from|with|at|into)$/u.test(itemAt(tokens, i).lower)) return false
  for (let k = i + 1; k < Math.min(sentence.to, i + 14); k += 1)
    if (isComma(tokens[k])) return k + 1 < sentence.to
  for (let k = i + 1; k < Math.min(sentence.to, i + 16); k += 1) if (isFiniteVerb(reading, k)) return true
  return false
}

/** The first token of a noun-phrase content after a verb, or null when what follows cannot be one. */
export function phraseStart(reading: Reading, sentence: Sentence, from: number): number | null {
  const { tokens, quoteOf, lexicon } = reading
  if (from >= sentence.to) return null
  if (numberAt(quoteOf, from) >= 0) return from
  const token = itemAt(tokens, from)
  if (token.kind === 'punctuation') return null
  if (
    lexicon.prepositions.has(token.lower) ||
    lexicon.conjunctions.has(token.lower) ||
    lexicon.auxiliaries.has(token.lower)
  )
    return /^(?:how|what|why|where|who)$/u.test(token.lower) ? from : null
  if (lexicon.times.has(token.lower) && !/^(?:this|last|next)$/u.test(token.lower)) return null
  if (lexicon.adverbs.has(token.lower) && !lexicon.determiners.has(token.lower)) return null
  if (isLyAdverb(reading, from)) return phraseStart(reading, sentence, from + 1)
  if (isHeadlineCase(reading, sentence)) return from
  return from
}

/** The tokens of a phrase as a text range. */
export function rangeOf(reading: Reading, phrase: Phrase): { start: number; end: number } {
  return { start: itemAt(reading.tokens, phrase.from).start, end: itemAt(reading.tokens, phrase.to - 1).end }
}
