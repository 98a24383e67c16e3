import type { Draft } from '../draft'
import { itemAt } from '../indexing'
import { isLyAdverb } from '../phrases'
import type { Reading } from '../reading'
import { tagsOf } from './tags'

/** Rows of the hashed weight table. */
export const FEATURE_BITS = 21
const MASK = (1 << FEATURE_BITS) - 1

/** How often a word is in a cue, as training counts it: 0 seldom or unknown, 1 to 4 ever more often. */
export type CueRates = ReadonlyMap<string, number>

/** Kinds of token that the transitions between tags depend on. */
export const EDGE_KINDS = 12

/** One stretch of text that is decoded together: a block's tokens, `from` to `to`. */
export interface TaggedBlock {
  readonly from: number
  readonly to: number
}

/** Features of one article: `rows` holds `width` table rows a token, `edges` an edge kind a token. */
export interface ArticleFeatures {
  readonly rows: Int32Array
  readonly width: number
  readonly edges: Uint8Array
  readonly blocks: readonly TaggedBlock[]
}

/** 32-bit FNV-1a of a string. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash | 0
}

/** Mixes a template number and up to three values to a table row (finaliser of MurmurHash3). */
export function rowOf(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ b ^ (hash >>> 13), 0x297a2d39)
  hash = Math.imul(hash ^ c ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 15)) & MASK
}

/** Classes of word, as far as word lists and endings tell: what a part-of-speech tag would say. */
function wordClass(reading: Reading, i: number): number {
  const { lexicon } = reading
  const token = itemAt(reading.tokens, i)
  if (token.kind === 'number') return 1
  if (token.kind === 'mark') return 2
  if (token.kind === 'punctuation') {
    const code = token.text.charCodeAt(0)
    return token.text === ','
      ? 3
      : /^[.!?]$/u.test(token.text)
        ? 4
        : token.text === ':'
          ? 5
          : token.text === ';'
            ? 6
            : code === 40 || code === 41
              ? 7
              : /^[—–―-]/u.test(token.text)
                ? 8
                : 9
  }
  const { lower } = token
  if (lexicon.that.has(lower)) return 10
  if (lower === 'to') return 11
  if (lower === 'and' || lower === 'or') return 12
  if (/^['’]s?$/u.test(lower)) return 13
  if (lexicon.pronouns.has(lower)) return /^(?:his|her|its|their)$/u.test(lower) ? 15 : 14
  if (lexicon.auxiliaries.has(lower)) return /^(?:is|are|was|were|be|been|being)$/u.test(lower) ? 16 : 17
  if (lexicon.determiners.has(lower) && !token.capital) return 18
  if (lexicon.prepositions.has(lower) && !token.capital) return 19
  if (lexicon.conjunctions.has(lower)) return 20
  const form = lexicon.forms.get(lower)
  if (form && !token.capital) {
    const noun = lexicon.homographs.has(lower)
    if (form.inflections.has('gerund')) return 21
    if (form.inflections.has('past')) return 22
    if (form.inflections.has('third')) return noun ? 23 : 24
    return noun ? 25 : 26
  }
  if (lexicon.titles.has(lower)) return 27
  if (lexicon.times.has(lower)) return 28
  if (token.capital) return 29
  if (lexicon.adverbs.has(lower) || isLyAdverb(reading, i)) return 30
  if (lexicon.nouns.has(lower)) return 31
  if (lower.endsWith('ing')) return 32
  if (lower.endsWith('ed')) return 33
  if (lower.endsWith('s') && !lower.endsWith('ss')) return 34
  return 35
}

/** What the transition into a token depends on. */
function edgeKind(kind: number, quoteStart: boolean, quoteEnd: boolean, sentenceStart: boolean): number {
  if (sentenceStart) return quoteStart ? 1 : 2
  if (quoteStart) return 3
  if (quoteEnd) return 4
  if (kind === 3) return 5
  if (kind === 4) return 6
  if (kind === 10) return 7
  if (kind === 12) return 8
  if (kind === 5 || kind === 8 || kind === 6) return 9
  if (kind >= 21 && kind <= 26) return 10
  return kind === 14 ? 11 : 0
}

function bucket(distance: number): number {
  return distance < 4
    ? distance
    : distance < 6
      ? 4
      : distance < 10
        ? 5
        : distance < 18
          ? 6
          : distance < 40
            ? 7
            : 8
}

/** Features of every token of an article: words, classes, marks, the rules' own proposal, and how far the nearest cue is. */
export function featuresOf(reading: Reading, drafts: readonly Draft[], cueRates: CueRates): ArticleFeatures {
  const { tokens, lexicon, segmentTokens } = reading
  const count = tokens.length
  const word = new Int32Array(count)
  const suffix = new Int32Array(count)
  const prefix = new Int32Array(count)
  const ending = new Int32Array(count)
  const kind = new Uint8Array(count)
  const rate = new Uint8Array(count)
  const shape = new Uint8Array(count)
  const lemma = new Int32Array(count)
  for (let i = 0; i < count; i += 1) {
    const token = tokens[i]
    if (!token) continue
    word[i] = hashWord(token.lower)
    suffix[i] = hashWord(token.lower.slice(-3))
    ending[i] = hashWord(token.lower.slice(-2))
    prefix[i] = hashWord(token.lower.slice(0, 4))
    kind[i] = wordClass(reading, i)
    rate[i] = cueRates.get(token.lower) ?? 0
    shape[i] =
      token.kind !== 'word'
        ? 0
        : token.capital
          ? token.text.length > 1 && token.text === token.text.toUpperCase()
            ? 3
            : 2
          : 1
    const form = lexicon.forms.get(token.lower)
    lemma[i] = form ? hashWord(form.lemma) : (word[i] ?? 0)
  }
  // what the rules say: a tag and the rule that gives it, a token each
  const rule = tagsOf(
    count,
    drafts
      .filter((draft) => draft.score >= 0.3)
      .map((draft) => ({ content: draft.content, cue: draft.cue, source: draft.subject })),
  )
  const ruleId = new Int32Array(count)
  const ruleScore = new Uint8Array(count)
  for (const draft of drafts) {
    const id = hashWord(draft.rule)
    const level = Math.floor(draft.score * 10)
    for (const piece of [
      ...draft.content,
      ...(draft.cue ? [draft.cue] : []),
      ...(draft.subject ? [draft.subject] : []),
    ])
      for (let i = piece.from; i < piece.to; i += 1) {
        if (level < (ruleScore[i] ?? 0)) continue
        ruleId[i] = id
        ruleScore[i] = level
      }
  }
  const quote = new Uint8Array(count)
  const edges = new Uint8Array(count)
  segmentTokens.forEach(({ from, to }) => {
    for (let i = from; i < to; i += 1) quote[i] = i === from ? 1 : i === to - 1 ? 2 : 3
  })
  const sentenceOf = new Int32Array(count)
  reading.sentences.forEach((sentence, index) => sentenceOf.fill(index, sentence.from, sentence.to))
  // nearest likely cue on either side within the sentence
  const left = new Int16Array(count).fill(99)
  const right = new Int16Array(count).fill(99)
  const leftLemma = new Int32Array(count)
  const rightLemma = new Int32Array(count)
  const isCue = (i: number): boolean => (rate[i] ?? 0) >= 2 || ((kind[i] ?? 0) >= 21 && (kind[i] ?? 0) <= 26)
  for (const { from, to } of reading.sentences) {
    let distance = 99
    let last = 0
    for (let i = from; i < to; i += 1) {
      left[i] = distance
      leftLemma[i] = last
      if (isCue(i) && quote[i] === 0) {
        distance = 0
        last = lemma[i] ?? 0
      }
      if (distance < 99) distance += 1
    }
    distance = 99
    last = 0
    for (let i = to - 1; i >= from; i -= 1) {
      right[i] = distance
      rightLemma[i] = last
      if (isCue(i) && quote[i] === 0) {
        distance = 0
        last = lemma[i] ?? 0
      }
      if (distance < 99) distance += 1
    }
  }
  const blocks: TaggedBlock[] = []
  for (const sentence of reading.sentences) {
    const last = blocks.at(-1)
    const before = reading.sentences[sentenceOf[sentence.from - 1] ?? -1]
    if (last && sentence.from > 0 && before?.block === sentence.block)
      blocks[blocks.length - 1] = { from: last.from, to: sentence.to }
    else blocks.push({ from: sentence.from, to: sentence.to })
  }
  const width = TEMPLATES
  const rows = new Int32Array(count * width)
  const EDGE = 0x5bd1e995
  let offset = 0
  let template = 0
  const put = (a: number, b = 0, c = 0): void => {
    rows[offset] = rowOf(template, a, b, c)
    offset += 1
    template += 1
  }
  for (const block of blocks) {
    const { from, to } = block
    const at = (list: ArrayLike<number>, i: number): number => (i < from || i >= to ? EDGE : (list[i] ?? 0))
    for (let i = from; i < to; i += 1) {
      const sentence = reading.sentences[sentenceOf[i] ?? 0]
      const sFrom = sentence?.from ?? from
      const sTo = sentence?.to ?? to
      const q = quote[i] ?? 0
      const k0 = kind[i] ?? 0
      const w0 = word[i] ?? 0
      const r0 = rule[i] ?? 0
      const w1 = at(word, i + 1)
      const w_1 = at(word, i - 1)
      const k1 = at(kind, i + 1)
      const k_1 = at(kind, i - 1)
      const k2 = at(kind, i + 2)
      const k_2 = at(kind, i - 2)
      const r1 = at(rule, i + 1)
      const r_1 = at(rule, i - 1)
      const inQuote = q === 0 ? 0 : 1
      edges[i] = edgeKind(k0, q === 1, at(quote, i - 1) === 2, i === sFrom)
      offset = i * width
      template = 0
      put(1)
      put(w0)
      put(suffix[i] ?? 0)
      put(prefix[i] ?? 0)
      put(k0, shape[i])
      put(w0, q)
      put(w_1)
      put(w1)
      put(at(word, i - 2))
      put(at(word, i + 2))
      put(at(word, i - 3))
      put(at(word, i + 3))
      put(w_1, w0)
      put(w0, w1)
      put(at(word, i - 2), w_1)
      put(w1, at(word, i + 2))
      put(w_1, w0, w1)
      put(at(suffix, i - 1), k0)
      put(at(suffix, i + 1), k0)
      put(k_1, k0)
      put(k0, k1)
      put(k_1, k0, k1)
      put(k_2, k_1, k0)
      put(k0, k1, k2)
      put(k_2 * 64 + k_1, k0 * 64 + k1, k2)
      put(at(shape, i - 1), shape[i], at(shape, i + 1))
      put(k_2)
      put(k2)
      put(at(kind, i + 3), k2, k1)
      put(at(kind, i - 3), k_2, k_1)
      put(q, at(quote, i - 1), at(quote, i + 1))
      put(rate[i] ?? 0, k0)
      put(at(rate, i - 1), rate[i], at(rate, i + 1))
      put(at(rate, i - 2), at(rate, i + 2))
      // the rules' proposal around the token
      put(r0)
      put(r0, r1, r_1)
      put(at(rule, i - 2), r_1 * 8 + r0, r1 * 8 + at(rule, i + 2))
      put(r0, w0)
      put(r0, k0, k_1)
      put(r0, k0, k1)
      put(r0, ruleId[i] ?? 0)
      put(r0 * 8 + r1, at(ruleId, i + 1))
      put(r0 * 8 + r_1, at(ruleId, i - 1))
      put(r0, ruleId[i] ?? 0, k0)
      put(r0 * 8 + r_1, w0, 7)
      put(r0 * 8 + r1, w1, 9)
      put(r0, ruleScore[i] ?? 0, inQuote)
      // how far and which the nearest cues are
      put(bucket(left[i] ?? 99), bucket(right[i] ?? 99), inQuote)
      put(leftLemma[i] ?? 0, bucket(left[i] ?? 99))
      put(rightLemma[i] ?? 0, bucket(right[i] ?? 99))
      put(leftLemma[i] ?? 0, k0, k_1)
      put(rightLemma[i] ?? 0, k0, k1)
      put(leftLemma[i] ?? 0, left[i] === 1 ? w0 : k0, left[i] === 1 ? 1 : 0)
      put(bucket(i - sFrom), bucket(sTo - 1 - i))
      put(bucket(i - sFrom), k0, r0)
      put(i === sFrom ? 1 : 0, w0, k1)
      put(sFrom === from ? 1 : 0, at(quote, sFrom) === 1 ? 1 : 0, inQuote * 8 + r0)
      put(at(quote, sFrom - 1), at(rule, sFrom - 1), inQuote * 8 + r0)
      put(at(word, sTo - 1), at(word, sFrom), r0)
      put(k0 === 3 || k_1 === 3 ? w0 : 0, k0 === 3 || k_1 === 3 ? w1 : 0, r0)
      put(k0 === 12 || k_1 === 12 ? k1 : 0, k0 === 12 || k_1 === 12 ? rate[i] : 0, r0)
      put(lemma[i] ?? 0, k_1, k1)
      put(lemma[i] ?? 0, r0, w1)
      put(lemma[i] ?? 0, k1, k2)
      put(at(lemma, i - 1), lemma[i] ?? 0)
      put(lemma[i] ?? 0, k_1, k_2)
      put(leftLemma[i] ?? 0, w0)
      put(rightLemma[i] ?? 0, w0)
      put(k_1, w0, k1)
      put(k_1, k0, w1)
      put(w_1, k0, k1)
      put(ending[i] ?? 0, k_1)
      put(r0, w_1, k1)
      put(lemma[i] ?? 0, at(rate, i - 1), bucket(left[i] ?? 99))
      // where a cue begins and ends: a quotation that opens next, and the words right after the last likely cue
      put(w0, at(quote, i + 1), at(quote, i + 2))
      put(lemma[i] ?? 0, at(quote, i - 1), k1)
      put(leftLemma[i] ?? 0, left[i] ?? 99, w0)
      put(leftLemma[i] ?? 0, left[i] ?? 99, w1)
      put(k0 * 64 + k1, k2 * 64 + at(kind, i + 3), rate[i])
      put(w0, r_1 * 8 + r0, r1)
      put(lemma[i] ?? 0, k2, at(kind, i + 3))
      put(suffix[i] ?? 0, k_1, k1)
    }
  }
  return { rows, width, edges, blocks }
}

/** Features a token: the calls of `put` above. A test holds the two together. */
export const TEMPLATES = 82
