import type { Annotation } from '../model/annotation'
import type { Cluster } from '../model/comparison'
import { overlaps } from '../model/range'
import { comparedWords, type ComparedWord } from './difference-words'
import {
  evidenceOf,
  has,
  isVerbatim,
  outletOf,
  outletsOf,
  quoted,
  type FindingDraft,
  type Member,
} from './finding-members'
import { TURNING } from './lexicons/english-signs'
import { negationChange } from './polarity'
import { alignWords } from './word-alignment'
import { wordDifferences, type Difference } from './word-differences'
import { areContrary, isImplicitNegation, isNegation, modalityOf, strengthStep } from './word-signs'
import { contentOf, wordingLikeness } from './wording-likeness'

/** Steps along a scale from which a cue or a paraphrase is stronger and not only put otherwise. */
const STRONGER = 2
/** Likeness below which two paraphrases are too far apart to weigh single words. */
const COMPARABLE = 0.25
/** Words that a cut-short rendering needs, and that it must leave out. */
const SHORTEST_PART = 3
const FEWEST_OMITTED = 3
const FEWEST_CONTENT = 2
const WEIGHTS: Readonly<Record<string, number>> = {
  negation: 0.9,
  modality: 0.7,
  strength: 0.65,
  hedge: 0.55,
  name: 0.5,
}

/**
 * `wording` and `truncation` findings of a cluster. Quotations in marks are compared word by word with the rendering that most
 * sources share; everything else only by what turns, weakens or strengthens it.
 */
export function wordingFindings(cluster: Cluster, members: readonly Member[]): FindingDraft[] {
  const verbatim = cluster.kind === 'utterance' ? members.filter(isVerbatim) : []
  const groups = renderings(verbatim)
  const found: FindingDraft[] = []
  const base = groups[0]
  for (const other of groups.slice(1)) {
    const finding = base && compareRenderings(cluster, base, other)
    if (finding) found.push(finding)
  }
  const statement = turnedStatement(cluster, members)
  if (statement) found.push(statement)
  return found
}

interface Rendering {
  readonly members: Member[]
}

/** The members by wording; the one that most articles share first, then the one that is most like the others. */
function renderings(members: readonly Member[]): Rendering[] {
  const groups = new Map<string, Rendering>()
  for (const member of members) {
    const key = member.words.map((word) => word.key).join(' ')
    const group = groups.get(key)
    if (!group) groups.set(key, { members: [member] })
    // The same words again in one article are one rendering.
    else if (!group.members.some(({ article }) => article.id === member.article.id))
      group.members.push(member)
  }
  const all = [...groups.values()]
  const nearness = new Map(all.map((one) => [one, all.reduce((sum, other) => sum + likeness(one, other), 0)]))
  return all.sort(
    (x, y) => y.members.length - x.members.length || (nearness.get(y) ?? 0) - (nearness.get(x) ?? 0),
  )
}

/** 0..1: share of the words of two renderings that stand in both. */
function likeness({ members: [a] }: Rendering, { members: [b] }: Rendering): number {
  if (!a || !b) return 0
  const keys = new Set(a.words.map(({ key }) => key))
  const shared = b.words.filter(({ key }) => keys.has(key)).length
  return (2 * shared) / Math.max(1, a.words.length + b.words.length)
}

function compareRenderings(cluster: Cluster, base: Rendering, other: Rendering): FindingDraft | null {
  const a = base.members[0]
  const b = other.members[0]
  if (!a || !b || a.article.id === b.article.id) return null
  const cut = truncated(a, b)
  const members = [...base.members, ...other.members]
  const common = { cluster, members, evidence: [a, b].flatMap(evidenceOf) }
  if (cut === 'parts') return null
  if (cut) {
    const [long, short] = cut === 'b' ? [base, other] : [other, base]
    return {
      kind: 'truncation',
      cluster,
      // The shorter first, as the explanation names them.
      members: [...short.members, ...long.members],
      evidence: [...short.members.slice(0, 1), ...long.members.slice(0, 1)].flatMap(evidenceOf),
      explanation: `${outletsOf(short.members)} ${has(short.members)} only ${quoted(short.members[0]?.text ?? '')} of ${quoted(long.members[0]?.text ?? '')} in ${outletsOf(long.members)}.`,
      signs: ['partial'],
      score: 0.45,
    }
  }
  const differences = withoutEnds(wordDifferences(a.text, b.text, a.article.language), a.text, b.text)
  const turn = negationBetween(a, b)
  const signs = [...(turn ? ['negation'] : []), ...signsOf(differences)]
  const changed = contentChange(differences, a, b)
  if (signs.length === 0 && changed === 0) return null
  return {
    ...common,
    kind: 'wording',
    explanation: `${outletsOf(base.members)} ${has(base.members)} ${quoted(a.text)}, ${outletsOf(other.members)} ${quoted(b.text)}${calledOut(differences, a.text, b.text, turn)}.`,
    signs,
    score: Math.max(0.25 + 0.25 * changed, ...signs.map((sign) => WEIGHTS[sign] ?? 0)),
  }
}

/** Words that a beginning or end must have at least to be left out, and both of two ends to speak of something else. */
const SHORTEST_END = 3
const OTHER_MATTER = 4

/**
 * The differences without a beginning or end that one text has alone, or that speak of something else: what one leaves out is no
 * other wording.
 */
function withoutEnds(differences: readonly Difference[], a: string, b: string): readonly Difference[] {
  const count = (text: string, range: Difference['a']) =>
    range ? (text.slice(range.start, range.end).match(/[\p{L}\p{N}]+/gu) ?? []).length : 0
  const isShared = (one: Difference) => {
    const words = Math.min(count(a, one.a), count(b, one.b))
    return one.kind === 'same' ? words > 0 : one.kind === 'changed' && words < OTHER_MATTER
  }
  const wordsIn = (part: readonly Difference[]) =>
    part.reduce((sum, one) => sum + Math.max(count(a, one.a), count(b, one.b)), 0)
  const first = differences.findIndex(isShared)
  const last = differences.findLastIndex(isShared)
  if (first < 0) return differences
  const from = wordsIn(differences.slice(0, first)) >= SHORTEST_END ? first : 0
  const to = wordsIn(differences.slice(last + 1)) >= SHORTEST_END ? last + 1 : differences.length
  return differences.slice(from, to)
}

/** Signs that words alone do not show: whether a word more negates is told by the whole statement, and numbers are findings of their own. */
const TOLD_BY_MORE: ReadonlySet<string> = new Set(['negation', 'number'])

/** The other signs of the differences, each once. */
function signsOf(differences: readonly Difference[]): string[] {
  return [
    ...new Set(differences.flatMap(({ sign }) => (sign === null || TOLD_BY_MORE.has(sign) ? [] : [sign]))),
  ]
}

/** The turn and the changes with another sign, as " (strength: suggest / propose)". */
function calledOut(differences: readonly Difference[], a: string, b: string, turn: Turn | null): string {
  const called = differences.flatMap((one) => {
    if (one.sign === null || TOLD_BY_MORE.has(one.sign) || one.kind === 'same') return []
    const before = one.a ? a.slice(one.a.start, one.a.end) : '–'
    const after = one.b ? b.slice(one.b.start, one.b.end) : '–'
    return [`${one.sign}: ${before} / ${after}`]
  })
  const all = [...(turn ? [`${turn.sign}: ${turn.a} / ${turn.b}`] : []), ...called]
  return all.length === 0 ? '' : ` (${all.slice(0, 3).join('; ')})`
}

/** 0..1: share of the content words that were exchanged for others; forms of one word do not count. */
function contentChange(differences: readonly Difference[], a: Member, b: Member): number {
  const within = (words: readonly ComparedWord[], range: Difference['a']) =>
    range ? contentOf(words).filter(({ start, end }) => start >= range.start && end <= range.end) : []
  let changed = 0
  for (const one of differences) {
    if (one.kind === 'same') continue
    const before = within(a.words, one.a)
    const after = within(b.words, one.b)
    const stems = new Set(before.map(({ stem }) => stem))
    changed += Math.max(before.length, after.length) - after.filter(({ stem }) => stems.has(stem)).length
  }
  return Math.min(1, changed / Math.max(1, contentOf(a.words).length, contentOf(b.words).length))
}

/**
 * Which of two renderings is the other cut short: its words stand in the other in one run, or in several where it shows by
 * dots or brackets that it leaves out. `parts` where what it leaves out is another quotation of its article. Null for neither.
 */
function truncated(a: Member, b: Member): 'a' | 'b' | 'parts' | null {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  if (short.words.length < SHORTEST_PART || long.words.length - short.words.length < FEWEST_OMITTED)
    return null
  const pairs = alignWords(short.words, long.words).filter(
    ([i, j]) => short.words[i]?.key === long.words[j]?.key || short.words[i]?.stem === long.words[j]?.stem,
  )
  if (pairs.length < short.words.length) return null
  const breaks = pairs.filter(([, j], index) => index > 0 && j !== (pairs[index - 1]?.[1] ?? 0) + 1).length
  const elided =
    (short.text.match(/…|\.{3}|\[[^\]]*\]|\([^)]*\)/gu) ?? []).length +
    (short.annotation.quotation?.content.length ?? 1) -
    1
  if (breaks > elided) return null
  const inLong = new Set(pairs.map(([, j]) => j))
  const omitted = long.words.filter((word, index) => !word.isFunction && !inLong.has(index))
  if (omitted.length < FEWEST_CONTENT) return null
  const elsewhere = new Set(
    short.article.annotations
      .filter(({ quotation, id }) => quotation && id !== short.annotation.id)
      .flatMap((annotation) => stemsOf(annotation, short.article.language)),
  )
  const told = omitted.filter(({ stem }) => elsewhere.has(stem)).length
  if (told >= 0.6 * omitted.length) return 'parts'
  return short === a ? 'a' : 'b'
}

/** Annotations whose stems were read: one is asked for as often as another is compared. */
const stemsRead = new WeakMap<Annotation, readonly string[]>()

function stemsOf(annotation: Annotation, language: string | null): readonly string[] {
  const known = stemsRead.get(annotation)
  if (known) return known
  const stems = comparedWords(annotation.exact, language).map(({ stem }) => stem)
  stemsRead.set(annotation, stems)
  return stems
}

/** What turns or strengthens a statement between two sources that paraphrase it: the surest change of the cluster, if any. */
function turnedStatement(cluster: Cluster, members: readonly Member[]): FindingDraft | null {
  let best: FindingDraft | null = null
  members.forEach((a, index) => {
    for (const b of members.slice(index + 1)) {
      // Words in marks on both sides have been compared word by word.
      if (a.article.id === b.article.id || (isVerbatim(a) && isVerbatim(b))) continue
      if (wordingLikeness(a.words, b.words) < COMPARABLE) continue
      const turn = turnBetween(a, b)
      if (!turn || (best && best.score >= (WEIGHTS[turn.sign] ?? 0))) continue
      best = {
        kind: 'wording',
        cluster,
        members: [a, b],
        evidence: [a, b].flatMap(evidenceOf),
        explanation: `${outletOf(a.article)} has ${quoted(a.text)}, ${outletOf(b.article)} ${quoted(b.text)} (${turn.sign}: ${turn.a} / ${turn.b}).`,
        signs: [turn.sign],
        score: WEIGHTS[turn.sign] ?? 0,
      }
    }
  })
  return best
}

interface Turn {
  readonly sign: 'negation' | 'modality' | 'strength'
  readonly a: string
  readonly b: string
}

function turnBetween(a: Member, b: Member): Turn | null {
  const negation = negationBetween(a, b)
  if (negation) return negation
  for (const [i, j] of alignWords(a.words, b.words)) {
    const first = a.words[i]
    const second = b.words[j]
    const modalA = first && modalityOf(first)
    const modalB = second && modalityOf(second)
    if (modalA && modalB && modalA !== modalB) return { sign: 'modality', a: first.key, b: second.key }
  }
  return strongerCue(a, b)
}

/** What one of two members negates and the other asserts. */
function negationBetween(a: Member, b: Member): Turn | null {
  const reportingA = reportingWords(a)
  const reportingB = reportingWords(b)
  const wordsA = [...reportingA, ...a.words]
  const wordsB = [...reportingB, ...b.words]
  const negation = negationChange(
    { words: wordsA, reporting: reportingA.length },
    { words: wordsB, reporting: reportingB.length },
    a.article.language,
  )
  const shown = (words: readonly ComparedWord[]) => words.map(({ key }) => key).join(', ') || '–'
  if (negation) return { sign: 'negation', a: shown(negation.a), b: shown(negation.b) }
  // "Rejected" beside "did not accept" says the same.
  if ([...wordsA, ...wordsB].some((word) => isNegation(word, a.article.language))) return null
  for (const [i, j] of alignWords(a.words, b.words)) {
    const first = a.words[i]
    const second = b.words[j]
    if (isTurnedBeside(wordsA, first) || isTurnedBeside(wordsB, second)) continue
    if (first && second && isTurned(first, second)) return { sign: 'negation', a: first.key, b: second.key }
  }
  return null
}

const TURNING_WORDS: ReadonlySet<string> = new Set(TURNING.split(' '))
/** How far before a word stands what turns it, in words. */
const TURNING_REACH = 3

/** True where what stands before a word says no of it: "non-traditional", "against the constitution". */
function isTurnedBeside(words: readonly ComparedWord[], word: ComparedWord | undefined): boolean {
  if (!word) return false
  const index = words.indexOf(word)
  return words
    .slice(Math.max(0, index - TURNING_REACH), index)
    .some((one) => TURNING_WORDS.has(one.key) || isImplicitNegation(one))
}

/** True for contraries that carry the statement: accept and reject, not before and after. */
function isTurned(a: ComparedWord, b: ComparedWord): boolean {
  return !a.isFunction && !b.isFunction && a.stem !== b.stem && areContrary(a, b)
}

/** How far from its cue the words begin that a cue still reaches, and how far before it "did not" stands, in UTF-16 units. */
const CUE_REACH = 60
const BEFORE_CUE = 14

/**
 * The words that report an indirect quotation or the claim in it, up to where its content begins: "denied that", "did not say",
 * "asked them not". What is denied there is negated, though the content holds no such word.
 */
function reportingWords({ annotation, article }: Member): ComparedWord[] {
  const quotation =
    annotation.quotation ??
    article.annotations.find(
      (other) => other.quotation?.content.some((piece) => overlaps(piece, annotation)) === true,
    )?.quotation
  if (!quotation?.cue || quotation.type !== 'indirect' || overlaps(quotation.cue, annotation)) return []
  const { cue } = quotation
  const start = annotation.start
  const text = article.body.text
  const before = text.slice(Math.max(0, cue.start - BEFORE_CUE), cue.start).replace(/^\S*\s|^.*[.;:\n]/u, '')
  const end = cue.end <= start && start - cue.end <= CUE_REACH ? start : cue.end
  return comparedWords(before + text.slice(cue.start, end), article.language)
}

function strongerCue(a: Member, b: Member): Turn | null {
  const cueA = comparedWords(a.annotation.quotation?.cue?.exact ?? '', a.article.language)
  const cueB = comparedWords(b.annotation.quotation?.cue?.exact ?? '', b.article.language)
  for (const first of cueA) {
    for (const second of cueB) {
      const step = strengthStep(first, second)
      if (step !== null && Math.abs(step) >= STRONGER)
        return { sign: 'strength', a: first.key, b: second.key }
    }
  }
  return null
}
