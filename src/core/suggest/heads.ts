import { itemAt, numberAt } from './indexing'
import {
  clauseStart,
  contentEnd,
  type ContentKind,
  isMedium,
  isThat,
  phraseStart,
  skipAdverbials,
  startsClause,
} from './content'
import { hasFrame, type VerbCue } from './cues'
import { nounPhraseAfter, type Phrase, type Subject, withApposition } from './phrases'
import { addDraft, introducesQuote, nextQuote, type Scene } from './scene'
import { hasClass, WORD } from './word-classes'

export function head(scene: Scene, cue: VerbCue, speaker: Subject | null): boolean {
  const { reading, sentence } = scene
  const { tokens, quoteOf } = reading
  const after = cue.group.to
  const relative = cue.subject?.kind === 'relative'
  const take = (from: number, kind: ContentKind, rule: string, score: number, cueTo = after): boolean => {
    const to = contentEnd(reading, sentence, from, kind, scene.cues, relative)
    if (to <= from) return false
    const before = scene.drafts.length
    addDraft(scene, {
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
  const next = itemAt(tokens, after)

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
    const pronoun = object && hasClass(reading, object.from, WORD.pronoun)
    if (object && tokens[object.to]?.lower === 'as' && object.to < sentence.to)
      return take(pronoun ? object.to : after, 'phrase', 'indirect.as', 0.75)
    if (/^(?:call|dub|label|declare|deem|term|brand|name|nickname)$/u.test(cue.form.lemma)) {
      const from = pronoun && object ? object.to : after
      if (phraseStart(reading, sentence, from) !== null) return take(from, 'phrase', 'indirect.call', 0.75)
    }
  }
  if (clause && !clause.stated && hasFrame(cue, 'that', 'tell')) {
    const strong = hasFrame(cue, 'quote', 'tell')
    if (numberAt(quoteOf, clause.at) >= 0) return take(clause.at, 'clause', 'mixed.clause', 0.85)
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
    numberAt(quoteOf, clause.at) < 0
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
        itemAt(scene.reading.tokens, i).lower,
      )
    )
      return true
  return false
}

/** "issued a statement saying …": what is said follows the second verb. */
function leadsToSaying(scene: Scene, from: number): boolean {
  const { reading, sentence } = scene
  for (let i = from; i < Math.min(sentence.to, from + 9); i += 1) {
    if (itemAt(reading.tokens, i).kind === 'punctuation') return false
    if (scene.cues.some((one) => one.gerund && one.verb === i && hasFrame(one, 'quote'))) {
      for (let k = from; k < i; k += 1) if (isMedium(itemAt(reading.tokens, k).lower)) return true
      return false
    }
  }
  return false
}

/** "was accused of lying by the council", "is expected to resign": the subject is part of what is said. */
export function passive(scene: Scene, cue: VerbCue): void {
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
    addDraft(scene, {
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
    addDraft(scene, {
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
  addDraft(scene, {
    content: [subject, { from: after, to }],
    cue: cue.group,
    subject: null,
    subjectKind: 'none',
    rule: 'indirect.passive',
    score: 0.5,
  })
  scene.consumed = Math.max(scene.consumed, to)
}
