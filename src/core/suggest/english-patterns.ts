import { itemAt, numberAt } from './indexing'
import { contentEnd, skipAdverbials } from './content'
import { hasFrame } from './cues'
import { isComma, isFiniteVerb, nounPhraseAfter, type Phrase, subjectBefore } from './phrases'
import { addDraft, reportStart, type Scene } from './scene'
import { hasClass, WORD } from './word-classes'

const POLL = /^(?:poll|polls|survey|surveys)$/u

/** "In a national survey, voters …" and "… leads by ten points in a recent poll". */
export function pollCues(scene: Scene): { at: number; run: () => void }[] {
  const { reading, sentence } = scene
  const { tokens, quoteOf } = reading
  const events: { at: number; run: () => void }[] = []
  for (let i = sentence.from; i < sentence.to; i += 1) {
    if (itemAt(tokens, i).lower !== 'in' || numberAt(quoteOf, i) >= 0) continue
    let noun = -1
    for (
      let k = i + 1;
      k < Math.min(sentence.to, i + 12) &&
      itemAt(tokens, k).kind !== 'punctuation' &&
      !isFiniteVerb(reading, k);
      k += 1
    )
      if (POLL.test(itemAt(tokens, k).lower)) noun = k
    if (noun < 0) continue
    let to = noun + 1
    while (
      to < sentence.to &&
      !/^[,.;:]$/u.test(itemAt(tokens, to).text) &&
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
          addDraft(scene, { ...base, content: [{ from: to + 1, to: end }] })
          scene.consumed = Math.max(scene.consumed, end)
          return
        }
        if (scene.drafts.length > 0) return
        addDraft(scene, { ...base, content: [{ from: reportStart(scene, i), to: i }] })
        scene.consumed = Math.max(scene.consumed, to)
      },
    })
  }
  return events
}

/** "When asked whether …", "was asked about …": a question reported without the one who asks, or with "by". */
export function askedCues(scene: Scene): { at: number; run: () => void }[] {
  const { reading, sentence } = scene
  const { tokens, quoteOf } = reading
  const events: { at: number; run: () => void }[] = []
  for (let i = sentence.from; i + 2 < sentence.to; i += 1) {
    if (itemAt(tokens, i).lower !== 'asked' || numberAt(quoteOf, i) >= 0) continue
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
          !/^(?:about|whether|if|why|how|what|when|where|who|whom|which|for|to)$/u.test(
            itemAt(tokens, k).lower,
          ) &&
          numberAt(quoteOf, k) < 0
        )
          k += 1
        if (k >= limit) return
        const about = itemAt(tokens, k).lower === 'about'
        const from = about ? k + 1 : k
        let to = from
        while (to < sentence.to && !isComma(tokens[to]) && !/^[.;:?]$/u.test(itemAt(tokens, to).text)) to += 1
        addDraft(scene, {
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

const SEEMING: ReadonlySet<string> = new Set(['seem', 'seems', 'seemed', 'appear', 'appears', 'appeared'])

/** "The mayor seemed to agree": the writer's own guess, with the subject as part of it. */
export function seemingCues(scene: Scene): { at: number; run: () => void }[] {
  const { reading, sentence } = scene
  const { tokens, quoteOf } = reading
  const events: { at: number; run: () => void }[] = []
  for (let i = sentence.from + 1; i + 1 < sentence.to; i += 1) {
    if (!SEEMING.has(itemAt(tokens, i).lower) || numberAt(quoteOf, i) >= 0) continue
    const next = itemAt(tokens, i + 1)
    if (
      next.lower !== 'to' &&
      !(itemAt(tokens, i).lower.startsWith('seem') && (next.lower === 'like' || next.lower === 'as'))
    )
      continue
    events.push({
      at: i,
      run: () => {
        let verb = i
        while (
          verb - 1 > sentence.from &&
          (hasClass(reading, verb - 1, WORD.auxiliary) || hasClass(reading, verb - 1, WORD.adverb))
        )
          verb -= 1
        const subject = subjectBefore(reading, sentence, verb)
        if (!subject || subject.kind === 'shared' || subject.kind === 'relative') return
        const to = contentEnd(reading, sentence, i + 1, 'infinitive', scene.cues, false)
        addDraft(scene, {
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
