import {
  clauseStart,
  contentEnd,
  isMedium,
  isThat,
  phraseStart,
  rangeOf,
  skipAdverbials,
  startsClause,
  type ContentKind,
} from './content'
import { findVerbCues, hasFrame, type VerbCue } from './cues'
import type { Draft } from './draft'
import {
  isComma,
  isDash,
  isFiniteVerb,
  nounPhraseAfter,
  nounPhraseBefore,
  subjectBefore,
  withApposition,
  type Phrase,
  type Subject,
} from './phrases'
import type { Reading, Sentence } from './reading'

/** State of one sentence while its rules run. */
interface Scene {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly index: number
  readonly cues: readonly VerbCue[]
  readonly drafts: Draft[]
  /** First token that no content has taken yet. */
  consumed: number
  /** Who the sentence is about, for verbs that share a subject. */
  main: Subject | null
}

const ENDS_REPORT = /[,.!?…—–-]$/u

/** Finds the quotations of one sentence: direct, mixed and indirect, by its cues from left to right. */
export function suggestInSentence(reading: Reading, index: number): Draft[] {
  const sentence = reading.sentences[index]!
  const cues = findVerbCues(reading, sentence)
  const scene: Scene = { reading, sentence, index, cues, drafts: [], consumed: sentence.from, main: null }
  const events = [
    ...cues.map((cue) => ({ at: cue.verb, run: () => verbCue(scene, cue) })),
    ...accordingTo(scene),
    ...nounCues(scene),
    ...(reading.lexicon.language === 'en'
      ? [...pollCues(scene), ...seemingCues(scene), ...askedCues(scene)]
      : []),
  ].sort((a, b) => a.at - b.at)
  const closing = cues.findLast((cue) => isSureTail(scene, cue))
  if (closing) tail(scene, closing)
  else finalAttribution(scene, events)
  for (const event of events) if (event.at >= scene.consumed) event.run()
  colonQuote(scene)
  looseQuotes(scene)
  return scene.drafts
}

/** "…, according to the mayor." claims all of its sentence, whatever cues stand in there. */
function finalAttribution(
  scene: Scene,
  events: readonly { at: number; source?: boolean; run: () => void }[],
): void {
  const { reading, sentence } = scene
  const last = events.findLast((event) => event.source === true)
  if (!last || last.at - sentence.from < 6) return
  if (
    isComma(reading.tokens[last.at - 1]) ||
    scene.cues.every((cue) => cue.verb > last.at || !hasFrame(cue, 'quote'))
  )
    last.run()
}

function add(scene: Scene, draft: Omit<Draft, 'sentence' | 'block' | 'quoted'>): void {
  const content = draft.content
    .map((piece) => trim(scene.reading, piece))
    .filter(
      (piece) =>
        piece.to > piece.from &&
        scene.reading.tokens
          .slice(piece.from, piece.to)
          .some((t) => t.kind === 'word' || t.kind === 'number'),
    )
  if (content.length === 0) return
  scene.drafts.push({
    ...draft,
    content,
    sentence: scene.index,
    block: scene.sentence.block,
    quoted: content.some(
      (piece) => scene.reading.quoteOf[piece.from]! >= 0 || scene.reading.quoteOf[piece.to - 1]! >= 0,
    ),
  })
}

/** Cuts commas, colons and dashes off the ends of a content piece. */
function trim(reading: Reading, piece: Phrase): Phrase {
  let { from, to } = piece
  const loose = (i: number): boolean =>
    reading.quoteOf[i]! < 0 && /^(?:[,;:.…]|--+|[—–―-]|\.{2,})$/u.test(reading.tokens[i]!.text)
  while (from < to && loose(from)) from += 1
  while (to > from && loose(to - 1)) to -= 1
  return { from, to }
}

function verbCue(scene: Scene, cue: VerbCue): void {
  const { subject } = cue
  if (cue.group.from < scene.consumed) return
  if (cue.inverted || isTail(scene, cue)) {
    tail(scene, cue)
    return
  }
  if (!cue.gerund && !subject) return
  if (subject && subject.kind !== 'shared' && subject.kind !== 'relative') scene.main ??= subject
  const speaker = speakerOf(scene, cue)
  if (cue.passive) {
    passive(scene, cue)
    return
  }
  if (head(scene, cue, speaker) && subject && subject.kind !== 'shared' && subject.kind !== 'relative')
    scene.main = subject
}

/** The speaker's words for a cue: its own subject, or the one it shares with an earlier verb. */
function speakerOf(scene: Scene, cue: VerbCue): Subject | null {
  const { reading, sentence } = scene
  if (cue.gerund) {
    const before = cue.group.from - 1
    const left = reading.tokens[before]
    if (
      left &&
      before >= sentence.from &&
      left.kind === 'word' &&
      !isComma(left) &&
      !/^(?:by|while|in|after|before|when|and|without|as|of|for|with|at|from|on|about|than|but|or)$/u.test(
        left.lower,
      )
    ) {
      const phrase = nounPhraseBefore(reading, before, sentence.from)
      if (phrase) return { ...phrase, kind: 'noun' }
    }
    const earlier = scene.drafts.at(-1)
    if (earlier?.subject && earlier.subjectKind !== 'none') return { ...earlier.subject, kind: 'noun' }
    if (scene.main) return scene.main
    const next = scene.cues.find(
      (other) =>
        other.verb > cue.verb &&
        other.subject &&
        other.subject.kind !== 'shared' &&
        other.subject.kind !== 'relative',
    )
    const phrase =
      before < sentence.from || cue.group.from - sentence.from < 3
        ? next?.subject
        : firstSubject(scene, cue.group.from)
    return phrase ?? null
  }
  if (cue.subject?.kind !== 'shared') return cue.subject
  const earlier = scene.drafts.at(-1)
  if (earlier?.subject && earlier.subjectKind !== 'none' && earlier.subjectKind !== 'possessive')
    return { ...earlier.subject, kind: 'noun' }
  return scene.main ?? firstSubject(scene, cue.group.from)
}

/** The first subject of the sentence: the noun phrase or pronoun before its first finite verb. */
function firstSubject(scene: Scene, before: number): Subject | null {
  const { reading, sentence } = scene
  for (let i = sentence.from + 1; i < before; i += 1) {
    if (reading.quoteOf[i]! >= 0) continue
    const token = reading.tokens[i]!
    if (!isFiniteVerb(reading, i) && !(token.lower.endsWith('ed') && i > sentence.from + 1)) continue
    const left = reading.tokens[i - 1]!
    if (reading.lexicon.pronouns.has(left.lower))
      return /^(?:who|which)$/u.test(left.lower) ? null : { from: i - 1, to: i, kind: 'pronoun' }
    const phrase = nounPhraseBefore(reading, i - 1, sentence.from)
    if (phrase) return { ...phrase, kind: 'noun' }
  }
  return null
}

/** True when the cue closes a report that stands before it: `"…," Ode said` or `The pier is safe, Ode said`. */
function isTail(scene: Scene, cue: VerbCue): boolean {
  const { reading, sentence } = scene
  const { subject } = cue
  if (!subject || subject.kind === 'shared' || subject.kind === 'relative' || cue.passive || cue.gerund)
    return false
  if (!hasFrame(cue, 'quote', 'that', 'stated', 'tell')) return false
  const start = subject.from
  const before = start - 1
  if (before < scene.consumed || before < sentence.from) return false
  const quote = reading.quoteOf[before]!
  const comma = isComma(reading.tokens[before])
  if (quote >= 0) {
    const segment = reading.segments[quote]!
    const inner = reading.text.slice(segment.inner.start, segment.inner.end).trimEnd()
    if (ENDS_REPORT.test(inner) && hasFrame(cue, 'quote')) {
      const clause = clauseStart(reading, sentence, cue)
      return !(clause?.stated === true && isThat(reading, clause.at))
    }
    return hasFrame(cue, 'quote') && reportEndsAt(scene, cue)
  }
  if (!comma && !isDash(reading.tokens[before])) return false
  if (before - 1 >= sentence.from && reading.quoteOf[before - 1]! >= 0 && hasFrame(cue, 'quote'))
    return !clauseFollows(scene, cue)
  if (!hasFrame(cue, 'quote', 'that')) return false
  const ahead = nextQuote(scene, skipAdverbials(reading, sentence, cue.group.to))
  if (ahead !== null && introducesQuote(scene, cue.group.to, ahead) && !beginsLower(reading, ahead))
    return false
  if (!reportEndsAt(scene, cue)) return false
  return startsReport(scene, before) || interrupts(scene, cue)
}

/** True when the quotation that begins at token `i` goes on with a sentence begun outside it. */
function beginsLower(reading: Reading, i: number): boolean {
  const word = reading.tokens.slice(i, i + 3).find((token) => token.kind === 'word')
  return word !== undefined && !word.capital
}

/** "Over time, experts say, the pier will sink": set off by commas on both sides, the cue interrupts what it reports. */
function interrupts(scene: Scene, cue: VerbCue): boolean {
  const { reading, sentence } = scene
  const after = skipAdverbials(reading, sentence, cue.group.to)
  return (
    hasFrame(cue, 'quote', 'that') &&
    isComma(reading.tokens[after]) &&
    sentence.to - after > 4 &&
    !scene.cues.some((other) => other.gerund && other.group.from === after + 1)
  )
}

/**
 * True for a tail that claims all of the sentence before it, whatever cues stand in there: `The mayor said no, aides recalled`.
 * A report within a report is the inner speaker's only in the outer one's words, so the outer one is proposed alone.
 */
function isSureTail(scene: Scene, cue: VerbCue): boolean {
  const { reading, sentence } = scene
  if (!cue.inverted && !isTail(scene, cue)) return false
  if (!hasFrame(cue, 'quote')) return false
  const start = Math.min(cue.inverted?.from ?? cue.subject?.from ?? cue.group.from, cue.group.from)
  const last = start - 1
  const quote = reading.quoteOf[last]!
  if (quote >= 0 || (isComma(reading.tokens[last]) && reading.quoteOf[last - 1]! >= 0)) {
    // the quotation belongs to a cue of its own when that cue leads up to it
    const first = reading.segmentTokens[quote >= 0 ? quote : reading.quoteOf[last - 1]!]!.from
    return (
      first <= sentence.from + 1 ||
      !scene.cues.some(
        (other) => other.verb < first && first - other.group.to <= 1 && hasFrame(other, 'quote', 'tell'),
      )
    )
  }
  if (!isComma(reading.tokens[last])) return false
  const end = Math.max(cue.inverted?.to ?? 0, cue.group.to)
  const after = skipAdverbials(reading, sentence, end)
  if (after < sentence.to && !/^[.!?]$/u.test(reading.tokens[after]!.text) && !isComma(reading.tokens[after]))
    return false
  return startsReport(scene, last)
}

/** True when what stands before a tail is a clause, not "On Friday," or "After the vote,". */
function startsReport(scene: Scene, end: number): boolean {
  const { reading } = scene
  let verbs = 0
  for (let i = scene.consumed; i < end; i += 1) {
    const lower = reading.tokens[i]!.lower
    if (isFiniteVerb(reading, i) || (lower.endsWith('ed') && i > scene.consumed)) verbs += 1
  }
  return verbs > 0 || end - scene.consumed > 6
}

/** True when nothing that could be reported follows the cue: the sentence ends, or a comma or adverbial comes. */
function reportEndsAt(scene: Scene, cue: VerbCue): boolean {
  const { reading, sentence } = scene
  const i = skipAdverbials(reading, sentence, cue.group.to)
  if (i >= sentence.to) return true
  const token = reading.tokens[i]!
  if (/^[.,;!?:)]$/u.test(token.text) || isDash(token)) return token.text !== ':'
  if (reading.lexicon.prepositions.has(token.lower) && !cue.form.prepositions.has(token.lower)) return true
  if (reading.lexicon.forms.get(token.lower)?.inflections.has('gerund')) return true
  return (
    /^(?:when|as|before|after|while)$/u.test(token.lower) ||
    (cue.form.lemma === 'tell' && reportEndsAfterObject(scene, i))
  )
}

function reportEndsAfterObject(scene: Scene, i: number): boolean {
  const { reading, sentence } = scene
  const object = nounPhraseAfter(reading, sentence, i)
  if (!object) return false
  const end = skipAdverbials(reading, sentence, object.to)
  return (
    end >= sentence.to ||
    /^[.,;]$/u.test(reading.tokens[end]!.text) ||
    reading.lexicon.prepositions.has(reading.tokens[end]!.lower)
  )
}

function clauseFollows(scene: Scene, cue: VerbCue): boolean {
  const start = clauseStart(scene.reading, scene.sentence, cue)
  return (
    start !== null &&
    (start.stated ||
      (scene.reading.quoteOf[start.at]! < 0 && startsClause(scene.reading, scene.sentence, start.at)))
  )
}

function tail(scene: Scene, cue: VerbCue): void {
  const { reading, sentence } = scene
  const subject: Phrase = cue.inverted ?? cue.subject!
  const start = Math.min(subject.from, cue.group.from)
  const end = Math.max(subject.to, cue.group.to)
  const first = reportStart(scene, start)
  const content: Phrase[] = [{ from: first, to: start }]
  const quotedBefore =
    reading.quoteOf[start - 1]! >= 0 ||
    (isComma(reading.tokens[start - 1]) && start - 2 >= first && reading.quoteOf[start - 2]! >= 0)
  let consumed = end
  // the report goes on after the cue: "I would," he said, "go on."
  let i = skipAdverbials(reading, sentence, end)
  if (cue.form.lemma === 'tell' || cue.form.lemma === 'ask') {
    const object = nounPhraseAfter(reading, sentence, i)
    if (object) i = skipAdverbials(reading, sentence, object.to)
  }
  const quoteAhead = nextQuote(scene, i)
  if (
    quotedBefore &&
    quoteAhead !== null &&
    (quoteAhead === end || !/^(?:word|number)$/u.test(reading.tokens[quoteAhead - 1]!.kind))
  ) {
    content.push({
      from: quoteAhead,
      to: contentEnd(reading, sentence, quoteAhead, 'clause', scene.cues, false),
    })
    consumed = content[1]!.to
  } else if (!quotedBefore && isComma(reading.tokens[i]) && i + 1 < sentence.to) {
    const next = reading.tokens[i + 1]!
    const another = scene.cues.some(
      (other) =>
        other.verb > i &&
        (other.gerund
          ? other.group.from === i + 1
          : other.subject !== null &&
            other.subject.kind !== 'relative' &&
            other.subject.from > i &&
            other.subject.from < i + 4),
    )
    if (!another && !/^(?:while|though|although|who|which|according|when|after|as)$/u.test(next.lower)) {
      content.push({ from: i + 1, to: contentEnd(reading, sentence, i + 1, 'clause', scene.cues, false) })
      consumed = content[1]!.to
    }
  }
  add(scene, {
    content,
    cue: cue.group,
    subject,
    subjectKind: cue.inverted ? 'noun' : cue.subject!.kind,
    rule: quotedBefore
      ? cue.inverted
        ? 'direct.inverted'
        : 'direct.tail'
      : cue.inverted
        ? 'indirect.inverted'
        : 'indirect.fronted',
    score: quotedBefore ? 0.95 : 0.85,
  })
  scene.main ??= cue.inverted ? { ...cue.inverted, kind: 'noun' } : cue.subject
  scene.consumed = Math.max(scene.consumed, consumed)
}

/** Where the report before a tail begins: at the sentence's start, or after what is already taken. */
function reportStart(scene: Scene, end: number): number {
  let first = scene.consumed
  const { reading } = scene
  while (
    first < end &&
    reading.quoteOf[first]! < 0 &&
    (/^(?:but|and|yet|so|meanwhile|still)$/u.test(reading.tokens[first]!.lower) ||
      reading.tokens[first]!.kind === 'punctuation')
  )
    first += 1
  return first
}

/** Index of a quotation that begins within a comma or a few words of `i`. */
function nextQuote(scene: Scene, i: number): number | null {
  const { reading, sentence } = scene
  for (let k = i; k < Math.min(sentence.to, i + 14); k += 1) {
    if (reading.quoteOf[k]! >= 0) return k
    const token = reading.tokens[k]!
    if (token.kind === 'punctuation' && !isComma(token) && !isDash(token) && token.text !== ':') return null
    if (
      isComma(token) &&
      k + 1 < sentence.to &&
      reading.quoteOf[k + 1]! < 0 &&
      !reading.tokens[k + 1]!.capital
    )
      return null
    if (k > i && isFiniteVerb(reading, k)) return null
  }
  return null
}

function head(scene: Scene, cue: VerbCue, speaker: Subject | null): boolean {
  const { reading, sentence } = scene
  const { tokens, quoteOf, lexicon } = reading
  const after = cue.group.to
  const relative = cue.subject?.kind === 'relative'
  const take = (from: number, kind: ContentKind, rule: string, score: number, cueTo = after): boolean => {
    const to = contentEnd(reading, sentence, from, kind, scene.cues, relative)
    if (to <= from) return false
    const before = scene.drafts.length
    add(scene, {
      content: [{ from, to }],
      cue: { from: cue.group.from, to: cueTo },
      subject: speaker,
      subjectKind: speaker?.kind ?? 'none',
      rule,
      score: speaker ? score : score - 0.25,
    })
    scene.consumed = Math.max(scene.consumed, to)
    return scene.drafts.length > before
  }
  if (after >= sentence.to) return false
  const next = tokens[after]!

  // "said: …", `said, "…"`
  if (hasFrame(cue, 'quote', 'tell')) {
    const quote = nextQuote(scene, skipAdverbials(reading, sentence, after))
    if (quote !== null && introducesQuote(scene, after, quote))
      return take(quote, 'clause', 'direct.head', 0.93)
    if (next.text === ':' && sentence.to - after > 4) return take(after + 1, 'clause', 'direct.colon', 0.8)
  }
  const clause = hasFrame(cue, 'that', 'stated', 'tell', 'ask', 'quote')
    ? clauseStart(reading, sentence, cue)
    : null
  if (clause?.stated && (hasFrame(cue, 'that', 'stated', 'tell') || !isThat(reading, clause.at))) {
    return take(clause.at, 'clause', hasFrame(cue, 'tell') ? 'indirect.tell-that' : 'indirect.that', 0.9)
  }
  if (hasFrame(cue, 'inf') && next.lower === 'to')
    return take(after, 'infinitive', 'indirect.infinitive', 0.75)
  if (cue.form.prepositions.has(next.lower)) {
    const object =
      phraseStart(reading, sentence, after + 1) ?? (tokens[after + 1]?.lower === 'to' ? after + 1 : null)
    if (object !== null) return take(object, 'phrase', 'indirect.preposition', 0.7, after + 1)
  }
  if (hasFrame(cue, 'objInf')) {
    const object = nounPhraseAfter(reading, sentence, after)
    if (object && tokens[object.to]?.lower === 'to' && object.to < sentence.to)
      return take(object.to, 'infinitive', 'indirect.urge', 0.75)
  }
  if (hasFrame(cue, 'as')) {
    const object = nounPhraseAfter(reading, sentence, after)
    const pronoun = object && lexicon.pronouns.has(tokens[object.from]!.lower)
    if (object && tokens[object.to]?.lower === 'as' && object.to < sentence.to)
      return take(pronoun ? object.to : after, 'phrase', 'indirect.as', 0.75)
    if (/^(?:call|dub|label|declare|deem|term|brand|name|nickname)$/u.test(cue.form.lemma)) {
      const from = pronoun && object ? object.to : after
      if (phraseStart(reading, sentence, from) !== null) return take(from, 'phrase', 'indirect.call', 0.75)
    }
  }
  if (clause && !clause.stated && hasFrame(cue, 'that', 'tell')) {
    const strong = hasFrame(cue, 'quote', 'tell')
    if (quoteOf[clause.at]! >= 0) return take(clause.at, 'clause', 'mixed.clause', 0.85)
    if (startsClause(reading, sentence, clause.at, /^(?:say|think|believe|tell)$/u.test(cue.form.lemma)))
      return take(
        clause.at,
        'clause',
        hasFrame(cue, 'tell') ? 'indirect.tell' : 'indirect.clause',
        strong ? 0.85 : 0.75,
      )
    if (cue.form.lemma === 'say') return take(clause.at, 'clause', 'indirect.clause', 0.7)
  }
  if (
    clause &&
    !clause.stated &&
    hasFrame(cue, 'stated') &&
    /^(?:find|show|learn|know|agree|feel|indicate|understand|suggest|realize|see)$/u.test(cue.form.lemma) &&
    startsClause(reading, sentence, clause.at, false) &&
    quoteOf[clause.at]! < 0
  )
    return take(clause.at, 'clause', 'indirect.bare-clause', 0.65)
  if (
    hasFrame(cue, 'np') ||
    (/^(?:show|find|suggest)$/u.test(cue.form.lemma) && speaker !== null && isStudy(scene, speaker))
  ) {
    const object = phraseStart(reading, sentence, after)
    if (object !== null && !leadsToSaying(scene, object))
      return take(object, 'phrase', 'indirect.object', 0.6)
  }
  return false
}

/** True for a subject that reports by figures: "a new poll", "the study". */
function isStudy(scene: Scene, subject: Phrase): boolean {
  for (let i = subject.from; i < subject.to; i += 1)
    if (
      /^(?:polls?|surveys?|stud(?:y|ies)|reports?|analysis|research|data|polling|figures|findings|results|records|documents|emails)$/u.test(
        scene.reading.tokens[i]!.lower,
      )
    )
      return true
  return false
}

/** "issued a statement saying …": what is said follows the second verb. */
function leadsToSaying(scene: Scene, from: number): boolean {
  const { reading, sentence } = scene
  for (let i = from; i < Math.min(sentence.to, from + 9); i += 1) {
    if (reading.tokens[i]!.kind === 'punctuation') return false
    if (scene.cues.some((one) => one.gerund && one.verb === i && hasFrame(one, 'quote'))) {
      for (let k = from; k < i; k += 1) if (isMedium(reading.tokens[k]!.lower)) return true
      return false
    }
  }
  return false
}

/** True when only a comma, colon, "that is", addressee or adverbial stands between a cue and the quotation. */
function introducesQuote(scene: Scene, after: number, quote: number): boolean {
  const { reading } = scene
  if (quote === after) return true
  const last = reading.tokens[quote - 1]!
  return isComma(last) || last.text === ':' || isDash(last)
}

/** "was accused of lying by the council", "is expected to resign": the subject is part of what is said. */
function passive(scene: Scene, cue: VerbCue): void {
  const { reading, sentence } = scene
  const { tokens } = reading
  const after = cue.group.to
  const next = tokens[after]
  const subject = cue.subject
  if (!next || after >= sentence.to || !subject || subject.kind === 'relative' || subject.kind === 'shared')
    return
  if (next.lower === 'by') {
    const name = nounPhraseAfter(reading, sentence, after + 1)
    if (!name) return
    const by = withApposition(reading, sentence, name)
    add(scene, {
      content: [subject],
      cue: { from: cue.group.from, to: after },
      subject: by,
      subjectKind: 'noun',
      rule: 'indirect.passive-by',
      score: 0.55,
    })
    scene.consumed = Math.max(scene.consumed, by.to)
    return
  }
  if (hasFrame(cue, 'as') && (next.lower === 'as' || phraseStart(reading, sentence, after) !== null)) {
    const to = contentEnd(reading, sentence, after, 'phrase', scene.cues, false)
    add(scene, {
      content: [subject, { from: after, to }],
      cue: cue.group,
      subject: null,
      subjectKind: 'none',
      rule: 'indirect.passive-as',
      score: 0.5,
    })
    scene.consumed = Math.max(scene.consumed, to)
    return
  }
  if (!(next.lower === 'to' && hasFrame(cue, 'inf', 'that', 'stated', 'objInf'))) return
  const to = contentEnd(reading, sentence, after, 'infinitive', scene.cues, false)
  add(scene, {
    content: [subject, { from: after, to }],
    cue: cue.group,
    subject: null,
    subjectKind: 'none',
    rule: 'indirect.passive',
    score: 0.5,
  })
  scene.consumed = Math.max(scene.consumed, to)
}

/** "According to the mayor, …" and "…, according to the mayor". */
function accordingTo(scene: Scene): { at: number; source: true; run: () => void }[] {
  const { reading, sentence } = scene
  const { tokens, quoteOf } = reading
  const events: { at: number; source: true; run: () => void }[] = []
  for (let i = sentence.from; i < sentence.to; i += 1) {
    if (quoteOf[i]! >= 0) continue
    const phrase = reading.lexicon.accordingTo.find((words) =>
      words.every((word, k) => tokens[i + k]?.lower === word),
    )
    if (!phrase) continue
    const cue: Phrase = { from: i, to: i + phrase.length }
    events.push({
      at: i,
      source: true,
      run: () => {
        const name = nounPhraseAfter(reading, sentence, cue.to)
        if (!name) return
        const subject = withApposition(reading, sentence, name)
        const leading = i - sentence.from < 3 && !quotedBetween(scene, scene.consumed, i)
        if (leading) {
          let start = subject.to
          while (start < sentence.to && !isComma(tokens[start]) && quoteOf[start]! < 0) start += 1
          if (start >= sentence.to) return
          const to = contentEnd(
            reading,
            sentence,
            isComma(tokens[start]) ? start + 1 : start,
            'clause',
            scene.cues,
            false,
          )
          add(scene, {
            content: [{ from: start, to }],
            cue,
            subject: { from: subject.from, to: start },
            subjectKind: 'noun',
            rule: 'indirect.according-to',
            score: 0.85,
          })
          scene.consumed = Math.max(scene.consumed, to)
          return
        }
        const content: Phrase[] = [{ from: reportStart(scene, i), to: i }]
        let consumed = subject.to
        if (
          isComma(tokens[subject.to]) &&
          isComma(tokens[i - 1]) &&
          subject.to + 1 < sentence.to &&
          !/^(?:who|which|where|and|but|while)$/u.test(tokens[subject.to + 1]!.lower)
        ) {
          consumed = contentEnd(reading, sentence, subject.to + 1, 'clause', scene.cues, false)
          content.push({ from: subject.to + 1, to: consumed })
        }
        add(scene, { content, cue, subject, subjectKind: 'noun', rule: 'indirect.according-to', score: 0.85 })
        scene.consumed = Math.max(scene.consumed, consumed)
      },
    })
  }
  return events
}

const POLL = /^(?:poll|polls|survey|surveys)$/u

/** "In a national survey, voters …" and "… leads by ten points in a recent poll". */
function pollCues(scene: Scene): { at: number; run: () => void }[] {
  const { reading, sentence } = scene
  const { tokens, quoteOf } = reading
  const events: { at: number; run: () => void }[] = []
  for (let i = sentence.from; i < sentence.to; i += 1) {
    if (quoteOf[i]! >= 0 || tokens[i]!.lower !== 'in') continue
    let noun = -1
    for (
      let k = i + 1;
      k < Math.min(sentence.to, i + 12) && tokens[k]!.kind !== 'punctuation' && !isFiniteVerb(reading, k);
      k += 1
    )
      if (POLL.test(tokens[k]!.lower)) noun = k
    if (noun < 0) continue
    let to = noun + 1
    while (
      to < sentence.to &&
      !/^[,.;:]$/u.test(tokens[to]!.text) &&
      to - noun < 10 &&
      (i === sentence.from || !isFiniteVerb(reading, to))
    )
      to += 1
    const subject: Phrase = { from: i + 1, to }
    events.push({
      at: i,
      run: () => {
        const cue: Phrase = { from: i, to: i + 1 }
        const base = { cue, subject, subjectKind: 'noun' as const, rule: 'indirect.poll', score: 0.6 }
        if (i - sentence.from < 2) {
          if (!isComma(tokens[to])) return
          const next = scene.cues.find((one) => one.verb > to && hasFrame(one, 'quote', 'that', 'stated'))
          if (next) return
          const end = contentEnd(reading, sentence, to + 1, 'clause', scene.cues, false)
          add(scene, { ...base, content: [{ from: to + 1, to: end }] })
          scene.consumed = Math.max(scene.consumed, end)
          return
        }
        if (scene.drafts.length > 0) return
        add(scene, { ...base, content: [{ from: reportStart(scene, i), to: i }] })
        scene.consumed = Math.max(scene.consumed, to)
      },
    })
  }
  return events
}

/** "When asked whether …", "was asked about …": a question reported without the one who asks, or with "by". */
function askedCues(scene: Scene): { at: number; run: () => void }[] {
  const { reading, sentence } = scene
  const { tokens, quoteOf } = reading
  const events: { at: number; run: () => void }[] = []
  for (let i = sentence.from; i + 2 < sentence.to; i += 1) {
    if (quoteOf[i]! >= 0 || tokens[i]!.lower !== 'asked') continue
    const left = tokens[i - 1]
    const leads =
      i === sentence.from ||
      (left && /^(?:when|if|was|were|being|been|repeatedly|and|also|,)$/u.test(left.lower))
    if (!leads) continue
    events.push({
      at: i,
      run: () => {
        let k = skipAdverbials(reading, sentence, i + 1)
        let subject: Phrase | null = null
        if (tokens[k]?.lower === 'by') {
          subject = nounPhraseAfter(reading, sentence, k + 1)
          if (subject) k = skipAdverbials(reading, sentence, subject.to)
        }
        const limit = Math.min(sentence.to, k + 10)
        while (
          k < limit &&
          !/^(?:about|whether|if|why|how|what|when|where|who|whom|which|for|to)$/u.test(tokens[k]!.lower) &&
          quoteOf[k]! < 0
        )
          k += 1
        if (k >= limit) return
        const about = tokens[k]!.lower === 'about'
        const from = about ? k + 1 : k
        let to = from
        while (to < sentence.to && !isComma(tokens[to]) && !/^[.;:?]$/u.test(tokens[to]!.text)) to += 1
        add(scene, {
          content: [{ from, to }],
          cue: { from: i, to: about && k === i + 1 ? i + 2 : i + 1 },
          subject,
          subjectKind: subject ? 'noun' : 'none',
          rule: 'indirect.asked',
          score: 0.6,
        })
        scene.consumed = Math.max(scene.consumed, to)
      },
    })
  }
  return events
}

const SEEMING = /^(?:seem|seems|seemed|appear|appears|appeared)$/u

/** "The mayor seemed to agree": the writer's own guess, with the subject as part of it. */
function seemingCues(scene: Scene): { at: number; run: () => void }[] {
  const { reading, sentence } = scene
  const { tokens, quoteOf } = reading
  const events: { at: number; run: () => void }[] = []
  for (let i = sentence.from + 1; i + 1 < sentence.to; i += 1) {
    if (quoteOf[i]! >= 0 || !SEEMING.test(tokens[i]!.lower)) continue
    const next = tokens[i + 1]!
    if (
      next.lower !== 'to' &&
      !(tokens[i]!.lower.startsWith('seem') && (next.lower === 'like' || next.lower === 'as'))
    )
      continue
    events.push({
      at: i,
      run: () => {
        let verb = i
        while (
          verb - 1 > sentence.from &&
          (reading.lexicon.auxiliaries.has(tokens[verb - 1]!.lower) ||
            reading.lexicon.adverbs.has(tokens[verb - 1]!.lower))
        )
          verb -= 1
        const subject = subjectBefore(reading, sentence, verb)
        if (!subject || subject.kind === 'shared' || subject.kind === 'relative') return
        const to = contentEnd(reading, sentence, i + 1, 'infinitive', scene.cues, false)
        add(scene, {
          content: [subject, { from: i + 1, to }],
          cue: { from: verb, to: i + 1 },
          subject: null,
          subjectKind: 'none',
          rule: 'indirect.seeming',
          score: 0.5,
        })
        scene.consumed = Math.max(scene.consumed, to)
      },
    })
  }
  return events
}

function quotedBetween(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (scene.reading.quoteOf[i]! >= 0) return true
  return false
}

/** "the mayor's claim that …", "his decision to …", "criticism of the plan". */
function nounCues(scene: Scene): { at: number; run: () => void }[] {
  const { reading, sentence } = scene
  const { tokens, quoteOf, lexicon } = reading
  const events: { at: number; run: () => void }[] = []
  for (let i = sentence.from; i + 1 < sentence.to; i += 1) {
    if (quoteOf[i]! >= 0 || tokens[i]!.kind !== 'word') continue
    const followers = lexicon.nouns.get(tokens[i]!.lower)
    const next = tokens[i + 1]!
    if (!followers?.has(next.lower)) continue
    events.push({
      at: i,
      run: () => {
        const owner = possessor(scene, i)
        if (!owner) return
        const clause = next.lower === 'that'
        const infinitive = next.lower === 'to' && !phraseObject(scene, i + 2)
        const from = clause || infinitive ? i + 1 : i + 2
        if (!clause && !infinitive && phraseStart(reading, sentence, from) === null) return
        const to = contentEnd(
          reading,
          sentence,
          from,
          clause ? 'clause' : infinitive ? 'infinitive' : 'phrase',
          scene.cues,
          false,
        )
        add(scene, {
          content: [{ from, to }],
          cue: { from: i, to: clause || infinitive ? i + 1 : i + 2 },
          subject: owner,
          subjectKind: 'possessive',
          rule: clause ? 'indirect.noun-that' : 'indirect.noun',
          score: clause ? 0.7 : 0.5,
        })
        scene.consumed = Math.max(scene.consumed, to)
      },
    })
  }
  return events
}

function phraseObject(scene: Scene, i: number): boolean {
  const token = scene.reading.tokens[i]
  return token !== undefined && (token.capital || scene.reading.lexicon.determiners.has(token.lower))
}

/** The possessor of a noun: "the mayor's", "his". */
function possessor(scene: Scene, noun: number): Phrase | null {
  const { reading, sentence } = scene
  for (let k = noun - 1; k >= Math.max(sentence.from, noun - 4); k -= 1) {
    const token = reading.tokens[k]!
    if (reading.quoteOf[k]! >= 0 || token.kind !== 'word') return null
    if (/^(?:his|her|their|its)$/u.test(token.lower)) return { from: k, to: k + 1 }
    if (/^['’]s?$/u.test(token.lower)) {
      const phrase = nounPhraseBefore(reading, k - 1, sentence.from)
      return phrase && phrase.from >= scene.consumed ? { from: phrase.from, to: k + 1 } : null
    }
    if (
      reading.lexicon.determiners.has(token.lower) ||
      reading.lexicon.prepositions.has(token.lower) ||
      isFiniteVerb(reading, k)
    )
      return null
  }
  return null
}

/** Gives a quotation that no rule took to the last reporting verb before it, or after it, that has taken none. */
function looseQuotes(scene: Scene): void {
  const { reading, sentence } = scene
  let last = -1
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const quote = reading.quoteOf[i]!
    if (quote < 0 || quote === last) continue
    last = quote
    const segment = reading.segmentTokens[quote]!
    if (
      segment.to - segment.from < 6 ||
      scene.drafts.some((draft) =>
        draft.content.some((piece) => piece.from < segment.to && segment.from < piece.to),
      )
    )
      continue
    const cue = scene.cues.findLast(
      (one) =>
        one.verb < segment.from &&
        hasFrame(one, 'quote', 'tell') &&
        one.subject !== null &&
        !one.passive &&
        !scene.drafts.some(
          (draft) => draft.cue !== null && draft.cue.from <= one.verb && draft.cue.to > one.verb,
        ),
    )
    if (!cue || segment.from - cue.verb > 24) continue
    const subject = speakerOf(scene, cue)
    add(scene, {
      content: [{ from: segment.from, to: segment.to }],
      cue: cue.group,
      subject,
      subjectKind: subject?.kind ?? 'none',
      rule: 'direct.distant',
      score: subject ? 0.65 : 0.45,
    })
  }
}

/** A quotation after a colon with no cue verb: `The mayor was blunt: "No."` */
function colonQuote(scene: Scene): void {
  const { reading, sentence } = scene
  const { tokens, quoteOf } = reading
  for (let i = Math.max(sentence.from + 1, scene.consumed); i + 1 < sentence.to; i += 1) {
    if (tokens[i]!.text !== ':' || quoteOf[i]! >= 0 || quoteOf[i + 1]! < 0) continue
    const subject = scene.main ?? firstSubject(scene, i)
    add(scene, {
      content: [{ from: i + 1, to: contentEnd(reading, sentence, i + 1, 'clause', scene.cues, false) }],
      cue: { from: i, to: i + 1 },
      subject,
      subjectKind: subject?.kind ?? 'none',
      rule: 'direct.colon',
      score: subject ? 0.7 : 0.5,
    })
    return
  }
}

/** The range of a draft's words, for callers outside the rules. */
export { rangeOf }
