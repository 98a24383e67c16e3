import { itemAt, numberAt } from './indexing'
import { cueInsideMarks } from './cue-inside-marks'
import { isHeadlineCase } from './cues'
import type { Draft } from './draft'
import type { Reading } from './reading'
import { hasClass, WORD } from './word-classes'

/** How a quotation that no cue claims is judged. */
interface Verdict {
  readonly rule: string
  readonly score: number
}

/** Words that announce a so-called thing rather than a quotation. */
const NAMING =
  /^(?:called|named|titled|entitled|dubbed|known|book|film|movie|song|show|album|series|article|essay|book's|word|words|term|phrase|slogan|nicknamed|so-called|the)$/u

/** Ties quotations without a cue to what stands before them, and proposes the rest with a stated reason and a low score. */
export function floatingQuotations(reading: Reading, drafts: readonly Draft[]): Draft[] {
  const covered = new Uint8Array(reading.tokens.length)
  for (const draft of drafts) for (const piece of draft.content) covered.fill(1, piece.from, piece.to)
  const result = drafts.map((draft) => ({ ...draft, content: [...draft.content] }))
  const bySentence = new Map<number, Draft[]>()
  for (const draft of result) {
    const own = bySentence.get(draft.sentence)
    if (own) own.push(draft)
    else bySentence.set(draft.sentence, [draft])
  }
  let previous: Draft | null = null
  reading.sentences.forEach((sentence, index) => {
    const own = bySentence.get(index) ?? []
    const all = floats(reading, sentence.from, sentence.to)
    if (all && own.length === 0) {
      const inside = cueInsideMarks(reading, all.from, all.to)
      if (inside) {
        const split: Draft = {
          ...inside,
          rule: 'direct.cue-inside',
          score: 0.85,
          sentence: index,
          block: sentence.block,
          quoted: true,
        }
        result.push(split)
        covered.fill(1, all.from, all.to)
        previous = split
        return
      }
      const segment = itemAt(reading.segments, numberAt(reading.quoteOf, all.from))
      if (previous?.quoted && (previous.block === sentence.block || segment.continues)) {
        previous.content.push(all)
        covered.fill(1, all.from, all.to)
        return
      }
      const inherits: boolean =
        previous !== null &&
        previous.subject !== null &&
        sentence.block - previous.block <= 1 &&
        (previous.quoted || index - previous.sentence === 1)
      const draft: Draft = {
        content: [all],
        cue: null,
        subject: inherits && previous ? previous.subject : null,
        subjectKind: inherits ? 'inherited' : 'none',
        rule: inherits ? 'direct.floating-inherits' : 'direct.floating',
        score: inherits ? (previous?.quoted ? 0.6 : 0.5) : 0.45,
        sentence: index,
        block: sentence.block,
        quoted: true,
      }
      result.push(draft)
      covered.fill(1, all.from, all.to)
      previous = draft
      return
    }
    const last = own.findLast((draft) => draft.quoted) ?? own[0]
    if (last) previous = last
    else if (previous && index - previous.sentence > 1)
      previous = previous.block === sentence.block ? previous : null
  })
  // a sentence may hold any number of quotations, and is read once for all of them
  const headlines = new Map<number, boolean>()
  reading.segments.forEach((segment, s) => {
    const { from, to } = itemAt(reading.segmentTokens, s)
    if (to <= from || covered[from] === 1 || covered[to - 1] === 1) return
    const unknown = unknownVerbAfter(reading, to)
    if (unknown) {
      result.push({
        content: [{ from, to }],
        ...unknown,
        rule: 'direct.unknown-verb',
        score: 0.6,
        sentence: sentenceAt(reading, from),
        block: segment.block,
        quoted: true,
      })
      return
    }
    const sentence = sentenceAt(reading, from)
    const headline = headlines.get(sentence) ?? isHeadlineCase(reading, itemAt(reading.sentences, sentence))
    headlines.set(sentence, headline)
    const verdict = judge(reading, from, to, headline)
    result.push({
      content: [{ from, to }],
      cue: null,
      subject: null,
      subjectKind: 'none',
      ...verdict,
      sentence,
      block: segment.block,
      quoted: true,
    })
  })
  return result
}

/** The quotation that makes up a whole sentence, or null when other words stand outside the marks. */
function floats(reading: Reading, from: number, to: number): { from: number; to: number } | null {
  let first = -1
  let last = -1
  for (let i = from; i < to; i += 1) {
    if (numberAt(reading.quoteOf, i) >= 0) {
      if (first < 0) first = i
      last = i
    } else if (itemAt(reading.tokens, i).kind === 'word' || itemAt(reading.tokens, i).kind === 'number')
      return null
  }
  return first < 0 ? null : { from: first, to: last + 1 }
}

/** `"Go home," Ode barked`: a name and a verb that no lexicon knows, right after a quotation that ends in a comma, question or exclamation mark. */
function unknownVerbAfter(
  reading: Reading,
  to: number,
): Pick<Draft, 'cue' | 'subject' | 'subjectKind'> | null {
  const { tokens, quoteOf, lexicon } = reading
  if (!/^[,?!]$/u.test(tokens[to - 2]?.text ?? '')) return null
  for (let i = to; i < Math.min(tokens.length, to + 5); i += 1) {
    const token = itemAt(tokens, i)
    if (numberAt(quoteOf, i) >= 0 || token.kind !== 'word') return null
    if (
      i > to &&
      !token.capital &&
      !hasClass(reading, i, WORD.auxiliary) &&
      /(?:ed|[^s]s|ew|oke|ied)$/u.test(token.lower)
    )
      return {
        cue: { from: i, to: i + 1 },
        subject: { from: to, to: i },
        subjectKind: hasClass(reading, i - 1, WORD.pronoun) ? 'pronoun' : 'noun',
      }
    if (
      !token.capital &&
      !lexicon.pronouns.has(token.lower) &&
      !lexicon.determiners.has(token.lower) &&
      !lexicon.titles.has(token.lower)
    )
      return null
  }
  return null
}

/** Tells scare quotes, titles and single terms from words that somebody said. */
function judge(reading: Reading, from: number, to: number, headline: boolean): Verdict {
  let words = 0
  let capitals = 0
  let verbs = 0
  for (let i = from; i < to; i += 1) {
    const token = itemAt(reading.tokens, i)
    if (token.kind !== 'word') continue
    words += 1
    if (token.capital) capitals += 1
    if (reading.lexicon.auxiliaries.has(token.lower) || reading.lexicon.pronouns.has(token.lower)) verbs += 1
  }
  const before = reading.tokens[from - 1]
  // in a headline every word has a capital; a question or exclamation is spoken; a title seldom has seven words
  const spoken = /[!?]/u.test(reading.tokens[to - 2]?.text ?? '')
  if (words >= 2 && words < 7 && capitals >= words * 0.6 && !headline && !spoken)
    return { rule: 'marks.title', score: 0.1 }
  if (before && NAMING.test(before.lower) && words <= 4) return { rule: 'marks.term', score: 0.12 }
  // scripts without spaces: some two characters make a word
  const length = itemAt(reading.tokens, to - 1).end - itemAt(reading.tokens, from).start
  if (
    words <= 2 &&
    length > 24 &&
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Thai}/u.test(itemAt(reading.tokens, from + 1).text)
  )
    return { rule: 'marks.uncued', score: 0.36 }
  if (spoken) return { rule: 'marks.uncued', score: 0.36 }
  if (words <= 2 && before?.lower !== 'as' && !(headline && words === 2))
    return { rule: 'marks.term', score: 0.15 }
  if (words <= 5 && verbs === 0) return { rule: 'marks.scare', score: 0.35 }
  return { rule: 'marks.uncued', score: verbs > 0 && words > 6 ? 0.45 : 0.36 }
}

/** The sentence of a token: they follow one another without a gap, so that halving finds it. */
function sentenceAt(reading: Reading, token: number): number {
  let low = 0
  let high = reading.sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (itemAt(reading.sentences, middle).from <= token) low = middle
    else high = middle - 1
  }
  return low
}
