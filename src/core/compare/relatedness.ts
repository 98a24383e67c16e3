import { CLOSE_WORDS } from './lexicon/close-words'
import { MORE_CLOSE_WORDS } from './lexicon/more-close-words'
import { ASSENTS, FIELD_WORDS } from './lexicon/news'
import { OTHER_STEMS, RELATED_STEMS } from './lexicon/wordnet'
import { commonWords } from './light-words'
import { englishStem } from './stems'

/** How far one stem may stand for another, by the grade the lexicon gives (tenths). Fitted with the weights of `similarity.ts`. */
const GRADES = [0, 0, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.75, 0.8]
const CLOSE = 0.8
const FIELD = 0.5

type Relatives = ReadonlyMap<string, number>
const NONE: Relatives = new Map()

interface Lexicon {
  readonly relatives: ReadonlyMap<string, Relatives>
  readonly known: ReadonlySet<string>
  readonly particles: ReadonlySet<string>
}

let lexicon: Lexicon | null = null

/** Stems near in meaning, with how near (0..1); empty for names, numbers and unknown words. */
export function relativesOf(key: string): Relatives {
  lexicon ??= readLexicon()
  return lexicon.relatives.get(key) ?? NONE
}

/** True for the stem of an everyday word: with a capital it may still be no name. */
export function isKnownStem(stem: string): boolean {
  lexicon ??= readLexicon()
  return lexicon.known.has(stem)
}

/** True for a word that makes another verb of the one before it: "put off". */
export function isParticle(word: string): boolean {
  lexicon ??= readLexicon()
  return lexicon.particles.has(word)
}

const assents: ReadonlySet<string> = new Set(ASSENTS.split(' ').map(englishStem))

/** True for the stem of a word that alone means yes. */
export function isReplyWord(stem: string): boolean {
  return assents.has(stem)
}

/** The stem of a lexicon's word; of `put_off`, the verb's stem and the particle. */
function stemOfEntry(word: string): string {
  const [verb = '', particle] = word.split('_')
  return particle === undefined ? englishStem(verb) : `${englishStem(verb)}_${particle}`
}

function readLexicon(): Lexicon {
  const relatives = new Map<string, Map<string, number>>()
  const relate = (a: string, b: string, nearness: number): void => {
    if (a === b) return
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const own = relatives.get(from)
      if (!own) relatives.set(from, new Map([[to, nearness]]))
      else if ((own.get(to) ?? 0) < nearness) own.set(to, nearness)
    }
  }
  for (const entry of RELATED_STEMS.trim().split(/\s+/u)) {
    const [stem = '', ...grades] = entry.split(/(?=\d)/u)
    for (const grade of grades) {
      const nearness = GRADES[Number(grade[0])] ?? 0
      for (const other of grade.slice(1).split(',')) relate(stem, other, nearness)
    }
  }
  for (const [classes, nearness] of [
    [CLOSE_WORDS, CLOSE],
    [MORE_CLOSE_WORDS, CLOSE],
    [FIELD_WORDS, FIELD],
  ] as const) {
    for (const line of classes.trim().split('\n')) {
      const stems = [...new Set(line.split(' ').map(stemOfEntry))]
      for (const a of stems) for (const b of stems) relate(a, b, nearness)
    }
  }
  const known = new Set([
    ...relatives.keys(),
    ...OTHER_STEMS.trim().split(/\s+/u),
    ...commonWords().map(englishStem),
  ])
  const particles = new Set([...relatives.keys()].flatMap((key) => key.split('_').slice(1)))
  return { relatives, known, particles }
}
