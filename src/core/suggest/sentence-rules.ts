import { itemAt, numberAt } from './indexing'
import { accordingTo } from './attributions'
import { askedCues, pollCues, seemingCues } from './english-patterns'
import { nounCues } from './noun-cues'
import { finalAttribution } from './attributions'
import { contentEnd } from './content'
import { findVerbCues, hasFrame, type VerbCue } from './cues'
import { type Draft } from './draft'
import { head, passive } from './heads'
import { type Reading } from './reading'
import { addDraft, firstSubject, type Scene, speakerOf } from './scene'
import { isSureTail, isTail, quotationAlone, tail } from './tails'

/** Finds the quotations of one sentence: direct, mixed and indirect, by its cues from left to right. */
export function suggestInSentence(reading: Reading, index: number): Draft[] {
  const sentence = itemAt(reading.sentences, index)
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
  if (closing) {
    // `He said the case was closed: "No more," he added`: what leads up to the quotation is a report of its own
    const alone = quotationAlone(scene, closing)
    if (alone !== null)
      for (const event of events) if (event.at < alone && event.at >= scene.consumed) event.run()
    if (alone === null || scene.consumed <= alone) {
      scene.consumed = Math.max(scene.consumed, alone ?? sentence.from)
      tail(scene, closing)
    }
  } else finalAttribution(scene, events)
  for (const event of events) if (event.at >= scene.consumed) event.run()
  colonQuote(scene)
  looseQuotes(scene)
  return scene.drafts
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

/** Gives a quotation that no rule took to the last reporting verb before it, or after it, that has taken none. */
function looseQuotes(scene: Scene): void {
  const { reading, sentence } = scene
  let last = -1
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const quote = numberAt(reading.quoteOf, i)
    if (quote < 0 || quote === last) continue
    last = quote
    const segment = itemAt(reading.segmentTokens, quote)
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
    addDraft(scene, {
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
    if (itemAt(tokens, i).text !== ':' || numberAt(quoteOf, i) >= 0 || numberAt(quoteOf, i + 1) < 0) continue
    const subject = scene.main ?? firstSubject(scene, i)
    addDraft(scene, {
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
