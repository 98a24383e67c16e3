import type { ArticleBody } from '../model/article'
import { compareRanges, type TextRange } from '../model/range'
import { clausesOf, hasVerb, sentencesOf, type Statement } from './claim-clauses'
import { ACCUSING, ASKING, BELIEVING, DENYING, STATING } from './claim-lexicon'
import type { ClaimReading } from './claim-verbs'
import { indexAt, itemAt, numberAt } from './indexing'
import type { Sentence } from './reading'
import type { QuotationSuggestion } from './types'

/** A statement that might be a claim, with what the attribution around it says. */
export interface Candidate {
  readonly statement: Statement
  /** Index of the quotation that reports it; null when the outlet states it itself. */
  readonly quotation: number | null
  /** What the attribution alone gives away. */
  readonly attribution: 'denial' | 'accusation' | 'reported' | 'belief' | null
  /** Tokens in which nothing is stated: somebody's wish or judgement inside an outlet's sentence. */
  readonly muted: ReadonlySet<number>
}

/** Rules whose content is no clause: a wish, a topic, a label, a question. What they tell is that somebody spoke. */
const NO_CLAUSE = new Set([
  'indirect.infinitive',
  'indirect.preposition',
  'indirect.urge',
  'indirect.as',
  'indirect.call',
  'indirect.object',
  'indirect.passive',
  'indirect.passive-as',
  'indirect.passive-by',
  'indirect.noun',
  'indirect.asked',
  'indirect.seeming',
])

const NOTHING: ReadonlySet<number> = new Set()
const QUESTION = /^[?？؟]$/u

type Role = 'content' | 'whole' | 'muted' | 'none'

interface Report {
  readonly index: number
  /** Tokens of the content, of all its pieces. */
  readonly content: Statement
  readonly cue: Statement
  readonly role: Role
  readonly attribution: Candidate['attribution']
}

/** The statements of an article, outlet's and reported, in text order of their sentences. Furniture, headings and headlines are left out. */
export function candidatesOf(
  reading: ClaimReading,
  body: ArticleBody,
  quotations: readonly QuotationSuggestion[],
): Candidate[] {
  const reports = quotations.map((quotation, index) => readReport(reading, quotation, index))
  const unread = unreadTokens(reading, body)
  const found: Candidate[] = []
  for (const report of reports) {
    if (report.role !== 'content' || report.content.every((i) => unread[i] === 1)) continue
    for (const statement of sentencesOf(reading, report.content))
      for (const clause of clausesOf(reading, statement, () => true))
        if (!asks(reading, clause, statement))
          found.push({
            statement: clause,
            quotation: report.index,
            attribution: report.attribution,
            muted: NOTHING,
          })
  }
  const owners = ownersOf(reading, reports)
  for (const sentence of reading.sentences) {
    if (unread[sentence.from] === 1) continue
    const statement: number[] = []
    for (let i = sentence.from; i < sentence.to; i += 1) statement.push(i)
    const mark = lastMark(reading, statement)
    if (QUESTION.test(mark) || (mark === '' && isHeadline(reading, body, sentence))) continue
    for (const one of outletStatements(reading, statement, reports, owners)) found.push(one)
  }
  return found
}

/** For every token the report whose content or cue it is: index + 1 into `reports`, 0 for none. */
function ownersOf(reading: ClaimReading, reports: readonly Report[]): Int32Array {
  const owner = new Int32Array(reading.tokens.length)
  reports.forEach((report, at) => {
    if (report.role === 'none') return
    for (const i of report.content) if (owner[i] === 0 || report.role === 'content') owner[i] = at + 1
    for (const i of report.cue) if (owner[i] === 0) owner[i] = at + 1
  })
  return owner
}

function outletStatements(
  reading: ClaimReading,
  sentence: Statement,
  reports: readonly Report[],
  owners: Int32Array,
): Candidate[] {
  const free = (i: number): boolean => owners[i] === 0 && numberAt(reading.quoteOf, i) < 0
  const found: Candidate[] = []
  for (const clause of clausesOf(reading, withoutDateline(reading, sentence), free)) {
    const here: Report[] = []
    for (const i of clause) {
      const report = reports[numberAt(owners, i) - 1]
      if (report && !here.includes(report)) here.push(report)
    }
    const clausal = here.find((report) => report.role === 'content')
    if (clausal) {
      const statement = beforeSharedCue(reading, clause, clausal)
      if (statement) found.push({ statement, quotation: null, attribution: null, muted: NOTHING })
      continue
    }
    const whole = here.find((report) => report.role === 'whole')
    // what a cue says is told by the attribution: "denied" is no event besides
    const muted = new Set(whole?.cue)
    for (const { role, content, cue } of here)
      if (role === 'muted') for (const i of [...content, ...cue]) muted.add(i)
    found.push({
      statement: clause,
      quotation: whole?.index ?? null,
      attribution: whole?.attribution ?? null,
      muted,
    })
  }
  return found
}

/** "Police arrested 14 people and said …": what stands before a cue that shares its subject with another verb. */
function beforeSharedCue(reading: ClaimReading, clause: Statement, report: Report): Statement | null {
  const cue = report.cue[0]
  const content = report.content[0]
  if (cue === undefined || content === undefined || content < cue) return null
  const at = clause.findLastIndex((i) => i < cue && /^(?:and|but)$/u.test(itemAt(reading.tokens, i).lower))
  if (at < 1 || cue - indexAt(clause, at) > 3) return null
  const before = clause.slice(0, at)
  return hasVerb(reading, before) ? before : null
}

function readReport(reading: ClaimReading, quotation: QuotationSuggestion, index: number): Report {
  const content: number[] = []
  for (const piece of quotation.content) for (const i of tokensIn(reading, piece)) content.push(i)
  const cue = quotation.cue ? tokensIn(reading, quotation.cue) : []
  const lemmas = cue.map((i) => {
    const { lower } = itemAt(reading.tokens, i)
    return reading.lexicon.forms.get(lower)?.lemma ?? lower
  })
  const of = (verbs: ReadonlySet<string>): boolean => lemmas.some((lemma) => verbs.has(lemma))
  const english = reading.english
  const report = (role: Role, attribution: Report['attribution']): Report => ({
    index,
    content,
    cue,
    role,
    attribution,
  })
  if (quotation.rule.startsWith('marks.')) return report('none', null)
  if (of(DENYING)) return report('whole', 'denial')
  const clausal = !NO_CLAUSE.has(quotation.rule) && (!english || hasVerb(reading, content))
  if (!clausal && of(ACCUSING)) return report('whole', 'accusation')
  if (!clausal && (of(STATING) || (quotation.rule === 'indirect.according-to' && content.length > 0)))
    return report('whole', 'reported')
  if (!clausal) return report('muted', null)
  return report('content', of(BELIEVING) ? 'belief' : 'reported')
}

/** Token indices that lie in a range, by bisection; quotation marks at its ends included. */
function tokensIn(reading: ClaimReading, range: TextRange): number[] {
  const { tokens } = reading
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (itemAt(tokens, middle).end <= range.start) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let i = low; i < tokens.length && itemAt(tokens, i).start < range.end; i += 1) found.push(i)
  return found
}

/** True for a clause that asks: it ends in a question mark or begins with "whether". */
function asks(reading: ClaimReading, clause: Statement, sentence: Statement): boolean {
  const first = clause[0]
  return (
    QUESTION.test(lastMark(reading, sentence)) ||
    (first !== undefined &&
      ASKING.has(itemAt(reading.tokens, first).lower) &&
      clause[0] === sentence[0] &&
      !reading.tokens[first]?.capital)
  )
}

/** The last punctuation of a sentence, past closing marks and brackets. */
function lastMark(reading: ClaimReading, sentence: Statement): string {
  for (let at = sentence.length - 1; at >= 0; at -= 1) {
    const token = itemAt(reading.tokens, indexAt(sentence, at))
    if (token.kind === 'word' || token.kind === 'number') return ''
    if (/^[.!?？؟。！…]$/u.test(token.text)) return token.text
  }
  return ''
}

/** "PORT HALLEN (Northwind Wire) — The boats …": the sentence without place and agency. */
function withoutDateline(reading: ClaimReading, sentence: Statement): Statement {
  for (let at = 1; at < Math.min(sentence.length, 14); at += 1) {
    const i = indexAt(sentence, at)
    const token = itemAt(reading.tokens, i)
    if (!/^(?:—|–|--|-)$/u.test(token.text) || !token.spaced) continue
    const isPlace =
      itemAt(reading.tokens, indexAt(sentence, 0)).capital &&
      reading.tokens[i + 1]?.capital === true &&
      !hasVerb(reading, sentence.slice(0, at))
    return isPlace ? sentence.slice(at + 1) : sentence
  }
  return sentence
}

/** True for the last words of a block that no full stop ends: headlines, bylines, credits. Items of a list state things so. */
function isHeadline(reading: ClaimReading, body: ArticleBody, sentence: Sentence): boolean {
  if (body.blocks[sentence.block]?.kind === 'list-item') return false
  const last = itemAt(reading.tokens, sentence.to - 1)
  return last.text !== ':' && itemAt(reading.blocks, sentence.block).end - last.end < 2
}

/** For every token 1 where it lies in a heading or in furniture, 0 elsewhere. One pass over tokens and such parts. */
function unreadTokens(reading: ClaimReading, body: ArticleBody): Uint8Array {
  const unread = new Uint8Array(reading.tokens.length)
  for (const parts of [body.furniture, body.blocks.filter(({ kind }) => kind === 'heading')]) {
    let at = 0
    for (const part of parts.toSorted(compareRanges)) {
      while (at < unread.length && itemAt(reading.tokens, at).end <= part.start) at += 1
      for (let i = at; i < unread.length && itemAt(reading.tokens, i).start < part.end; i += 1) unread[i] = 1
    }
  }
  return unread
}
