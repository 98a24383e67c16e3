import { itemAt, numberAt } from './indexing'
import { contentEnd, phraseStart } from './content'
import { isFiniteVerb, nounPhraseBefore, type Phrase } from './phrases'
import { addDraft, type Scene } from './scene'
import { hasClass, WORD } from './word-classes'

/** "the mayor's claim that …", "his decision to …", "criticism of the plan". */
export function nounCues(scene: Scene): { at: number; run: () => void }[] {
  const { reading, sentence } = scene
  const { tokens, quoteOf, lexicon } = reading
  const events: { at: number; run: () => void }[] = []
  for (let i = sentence.from; i + 1 < sentence.to; i += 1) {
    if (!hasClass(reading, i, WORD.cueNoun) || numberAt(quoteOf, i) >= 0 || itemAt(tokens, i).kind !== 'word')
      continue
    const followers = lexicon.nouns.get(itemAt(tokens, i).lower)
    const next = itemAt(tokens, i + 1)
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
        addDraft(scene, {
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
    const token = itemAt(reading.tokens, k)
    if (numberAt(reading.quoteOf, k) >= 0 || token.kind !== 'word') return null
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
