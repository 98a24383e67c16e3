import { itemAt, numberAt } from './indexing'
import { contentEnd } from './content'
import { hasFrame } from './cues'
import { isComma, nounPhraseAfter, type Phrase, withApposition } from './phrases'
import { addDraft, reportStart, type Scene } from './scene'
import { hasClass, WORD } from './word-classes'

/** "…, according to the mayor." claims all of its sentence, whatever cues stand in there. */
export function finalAttribution(
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

/** "According to the mayor, …" and "…, according to the mayor". */
export function accordingTo(scene: Scene): { at: number; source: true; run: () => void }[] {
  const { reading, sentence } = scene
  const { tokens, quoteOf } = reading
  const events: { at: number; source: true; run: () => void }[] = []
  for (let i = sentence.from; i < sentence.to; i += 1) {
    if (!hasClass(reading, i, WORD.accordingTo) || numberAt(quoteOf, i) >= 0) continue
    const phrase = reading.lexicon.accordingTo
      .get(itemAt(tokens, i).lower)
      ?.find((words) => words.every((word, k) => tokens[i + k]?.lower === word))
    if (!phrase) continue
    const cue: Phrase = { from: i, to: i + phrase.length }
    events.push({
      at: i,
      source: true,
      run: () => {
        const name = nounPhraseAfter(reading, sentence, cue.to)
        if (!name) return
        const apposed = withApposition(reading, sentence, name)
        const leading = i - sentence.from < 3 && !quotedBetween(scene, scene.consumed, i)
        // "According to the port, two boats sank": what follows is the report unless a comma closes it
        const subject = leading && !isComma(tokens[apposed.to]) ? name : apposed
        if (leading) {
          let start = subject.to
          while (start < sentence.to && !isComma(tokens[start]) && numberAt(quoteOf, start) < 0) start += 1
          if (start >= sentence.to) return
          const to = contentEnd(
            reading,
            sentence,
            isComma(tokens[start]) ? start + 1 : start,
            'clause',
            scene.cues,
            false,
          )
          addDraft(scene, {
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
          !/^(?:who|which|where|and|but|while)$/u.test(itemAt(tokens, subject.to + 1).lower)
        ) {
          consumed = contentEnd(reading, sentence, subject.to + 1, 'clause', scene.cues, false)
          content.push({ from: subject.to + 1, to: consumed })
        }
        addDraft(scene, {
          content,
          cue,
          subject,
          subjectKind: 'noun',
          rule: 'indirect.according-to',
          score: 0.85,
        })
        scene.consumed = Math.max(scene.consumed, consumed)
      },
    })
  }
  return events
}

function quotedBetween(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (numberAt(scene.reading.quoteOf, i) >= 0) return true
  return false
}
