import { itemAt, numberAt } from './indexing'
import { clauseStart, contentEnd, isThat, skipAdverbials, startsClause } from './content'
import { hasFrame, type VerbCue } from './cues'
import { isComma, isDash, isFiniteVerb, nounPhraseAfter, type Phrase } from './phrases'
import { type Reading } from './reading'
import { addDraft, introducesQuote, nextQuote, reportStart, type Scene } from './scene'
import type { Token } from './tokens'
import { hasClass, WORD } from './word-classes'

const ENDS_REPORT = /[,.!?…—–-]$/u

/** True when the cue closes a report that stands before it: `"…," Ode said` or `The pier is safe, Ode said`. */
export function isTail(scene: Scene, cue: VerbCue): boolean {
  const { reading, sentence } = scene
  const { subject } = cue
  if (!subject || subject.kind === 'shared' || subject.kind === 'relative' || cue.passive || cue.gerund)
    return false
  if (!hasFrame(cue, 'quote', 'that', 'stated', 'tell')) return false
  const start = subject.from
  const before = start - 1
  if (before < scene.consumed || before < sentence.from) return false
  const quote = numberAt(reading.quoteOf, before)
  const comma = isComma(reading.tokens[before])
  if (quote >= 0) {
    const segment = itemAt(reading.segments, quote)
    const inner = reading.text.slice(segment.inner.start, segment.inner.end).trimEnd()
    if (ENDS_REPORT.test(inner) && hasFrame(cue, 'quote')) {
      if (isTitle(reading, quote) && clauseFollows(scene, cue)) return false
      // `after Ash spoke of “good ropes,” Ode said: “They rot.”`
      const opens = itemAt(reading.segmentTokens, quote).from
      if (opens > sentence.from + 1 && reading.tokens[cue.group.to]?.text === ':') return false
      const clause = clauseStart(reading, sentence, cue)
      return !(clause?.stated === true && isThat(reading, clause.at))
    }
    return hasFrame(cue, 'quote') && reportEndsAt(scene, cue)
  }
  if (!comma && !isDash(reading.tokens[before])) return false
  if (before - 1 >= sentence.from && numberAt(reading.quoteOf, before - 1) >= 0 && hasFrame(cue, 'quote'))
    return !clauseFollows(scene, cue)
  if (!hasFrame(cue, 'quote', 'that')) return false
  const ahead = nextQuote(scene, skipAdverbials(reading, sentence, cue.group.to))
  if (ahead !== null && introducesQuote(scene, cue.group.to, ahead) && !beginsLower(reading, ahead))
    return false
  if (!reportEndsAt(scene, cue)) return false
  return startsReport(scene, before) || interrupts(scene, cue)
}

function inTitle({ kind, capital, lower, text }: Token): boolean {
  if (kind !== 'word') return !/^[!?]$/u.test(text)
  return capital || /^(?:the|a|an|of|and|in|on|for|with)$/u.test(lower)
}

/** `on Thule's “Harbour Hour,”`: a few words with capitals after a preposition or owner are the title of something. */
function isTitle(reading: Reading, quote: number): boolean {
  const { from, to } = itemAt(reading.segmentTokens, quote)
  const before = reading.tokens[from - 1]
  if (!before || to - from > 9) return false
  const leads = hasClass(reading, from - 1, WORD.preposition) || /^['’]s$/u.test(before.lower)
  return leads && reading.tokens.slice(from, to).every(inTitle)
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
export function isSureTail(scene: Scene, cue: VerbCue): boolean {
  const { reading, sentence } = scene
  if (!cue.inverted && !isTail(scene, cue)) return false
  if (!hasFrame(cue, 'quote')) return false
  const start = Math.min(cue.inverted?.from ?? cue.subject?.from ?? cue.group.from, cue.group.from)
  const last = start - 1
  const quote = numberAt(reading.quoteOf, last)
  if (quote >= 0 || (isComma(reading.tokens[last]) && numberAt(reading.quoteOf, last - 1) >= 0)) {
    // the quotation belongs to a cue of its own when that cue leads up to it
    const first = itemAt(reading.segmentTokens, quote >= 0 ? quote : numberAt(reading.quoteOf, last - 1)).from
    return (
      first <= sentence.from + 1 ||
      !scene.cues.some(
        (other) =>
          other.verb < first &&
          hasFrame(other, 'quote', 'tell') &&
          (first - other.group.to <= 1 || followsQuotation(reading, other)),
      )
    )
  }
  if (!isComma(reading.tokens[last])) return false
  const end = Math.max(cue.inverted?.to ?? 0, cue.group.to)
  const after = skipAdverbials(reading, sentence, end)
  if (
    after < sentence.to &&
    !/^[.!?]$/u.test(itemAt(reading.tokens, after).text) &&
    !isComma(reading.tokens[after])
  )
    return false
  return startsReport(scene, last)
}

/** `“You won?” she said, but …`: the cue has a quotation of its own right before it. */
function followsQuotation(reading: Reading, cue: VerbCue): boolean {
  const start = Math.min(cue.subject?.from ?? cue.group.from, cue.group.from)
  return (reading.quoteOf[start - 1] ?? -1) >= 0
}

/** Where the quotation right before a tail begins when a colon, dash or bracket sets it off from the words before it; null otherwise. */
export function quotationAlone(scene: Scene, cue: VerbCue): number | null {
  const { reading, sentence } = scene
  const last = Math.min(cue.inverted?.from ?? cue.subject?.from ?? cue.group.from, cue.group.from) - 1
  const quote = reading.quoteOf[last] ?? -1
  if (quote < 0) return null
  const { from } = itemAt(reading.segmentTokens, quote)
  const before = reading.tokens[from - 1]
  if (!before || from - 1 <= sentence.from) return null
  return before.text === ':' || before.text === '(' || isDash(before) ? from : null
}

/** True when what stands before a tail is a clause, not "On Friday," or "After the vote,". */
function startsReport(scene: Scene, end: number): boolean {
  const { reading } = scene
  let verbs = 0
  for (let i = scene.consumed; i < end; i += 1) {
    const lower = itemAt(reading.tokens, i).lower
    if (isFiniteVerb(reading, i) || (lower.endsWith('ed') && i > scene.consumed)) verbs += 1
  }
  return verbs > 0 || end - scene.consumed > 6
}

/** True when nothing that could be reported follows the cue: the sentence ends, or a comma or adverbial comes. */
function reportEndsAt(scene: Scene, cue: VerbCue): boolean {
  const { reading, sentence } = scene
  const i = skipAdverbials(reading, sentence, cue.group.to)
  if (i >= sentence.to) return true
  const token = itemAt(reading.tokens, i)
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
    /^[.,;]$/u.test(itemAt(reading.tokens, end).text) ||
    hasClass(reading, end, WORD.preposition)
  )
}

function clauseFollows(scene: Scene, cue: VerbCue): boolean {
  const start = clauseStart(scene.reading, scene.sentence, cue)
  return (
    start !== null &&
    (start.stated ||
      (numberAt(scene.reading.quoteOf, start.at) < 0 &&
        startsClause(scene.reading, scene.sentence, start.at)))
  )
}

export function tail(scene: Scene, cue: VerbCue): void {
  const { reading, sentence } = scene
  const subject: Phrase | null = cue.inverted ?? cue.subject
  if (!subject) return
  const start = Math.min(subject.from, cue.group.from)
  const end = Math.max(subject.to, cue.group.to)
  const first = reportStart(scene, start)
  const content: Phrase[] = [{ from: first, to: start }]
  const quotedBefore =
    numberAt(reading.quoteOf, start - 1) >= 0 ||
    (isComma(reading.tokens[start - 1]) && start - 2 >= first && numberAt(reading.quoteOf, start - 2) >= 0)
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
    (quoteAhead === end || !/^(?:word|number)$/u.test(itemAt(reading.tokens, quoteAhead - 1).kind))
  ) {
    content.push({
      from: quoteAhead,
      to: contentEnd(reading, sentence, quoteAhead, 'clause', scene.cues, false),
    })
    consumed = itemAt(content, 1).to
  } else if (!quotedBefore && isComma(reading.tokens[i]) && i + 1 < sentence.to) {
    const next = itemAt(reading.tokens, i + 1)
    const another = scene.cues.some(
      (other) =>
        other.verb > i &&
        !other.passive &&
        (other.gerund
          ? other.group.from === i + 1
          : other.subject !== null &&
            other.subject.kind !== 'relative' &&
            other.subject.from > i &&
            other.subject.from < i + 4),
    )
    if (!another && !/^(?:while|though|although|who|which|according|when|after|as)$/u.test(next.lower)) {
      content.push({ from: i + 1, to: contentEnd(reading, sentence, i + 1, 'clause', scene.cues, false) })
      consumed = itemAt(content, 1).to
    }
  }
  addDraft(scene, {
    content,
    cue: cue.group,
    subject,
    subjectKind: cue.inverted ? 'noun' : (cue.subject?.kind ?? 'noun'),
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
