import { createRandom } from './random'

/** How a copy differs from its original: words or whole sentences replaced, left out, put in (sentences also swapped). */
export interface CopyEdits {
  readonly level: 'word' | 'sentence'
  /** 0..1: chance of each word, or sentence, to be edited. */
  readonly share: number
}

/** An article of the generated corpus. */
export interface NewsArticle {
  readonly id: string
  readonly text: string
  /** For a copy: id of its original, and how it was edited. */
  readonly original: string | null
  readonly edits: CopyEdits | null
}

const WORDS = 40_000
/** Entries of the table that words are drawn from, so that the n-th is n times as rare as the first (Zipf). */
const DRAWS = 1 << 17
const PHRASES = 60_000
const FOOTERS = 8
/** Each so many articles report one event and quote the same words. */
const EVENT = 4
/** One article in so many is a copy of one before it. */
const COPY_EVERY = 20
const SYLLABLES =
  'ba de ki lo mu ne pra sto ri ta ul ven wi xo ya zel chi dro fen gra hul jen kor lin mor'.split(' ')

/**
 * Articles of invented words that are to a search for shared text what news is: words and stock phrases by Zipf's law,
 * so that one 5-gram in twenty stands in several articles; footers of outlets; quotations that all reports of an event
 * have. One in twenty is a copy of an earlier article with 0 to 50 % of its words or sentences edited, foreign text
 * written anew. Any article can be made by itself: nothing is kept.
 */
export class NewsCorpus {
  private readonly draws = new Uint32Array(DRAWS)
  private readonly vocabulary: readonly string[]
  private readonly phrases: readonly string[]
  private readonly footers: readonly string[]

  /** `length` in characters, about; the same seed gives the same articles. */
  constructor(
    private readonly seed: number,
    private readonly length: number,
  ) {
    const random = createRandom(seed)
    this.vocabulary = Array.from({ length: WORDS }, (_, rank) => FREQUENT[rank] ?? wordOf(rank))
    const harmonic = Math.log(WORDS)
    for (let at = 0; at < DRAWS; at++) this.draws[at] = Math.floor(Math.exp(((at + 0.5) / DRAWS) * harmonic))
    this.phrases = Array.from({ length: PHRASES }, () => this.words(random, 6 + Math.floor(random() * 4)))
    this.footers = Array.from({ length: FOOTERS }, () => this.words(random, 40))
  }

  /** Article number `index`. */
  article(index: number): NewsArticle {
    const id = `article-${index}`
    if (index === 0 || index % COPY_EVERY !== 0) {
      return { id, text: this.original(index).join(' '), original: null, edits: null }
    }
    const random = createRandom(this.seed + index * 104_729)
    const drawn = Math.floor(random() * index)
    // A copy of a copy would share text with two.
    const source = drawn % COPY_EVERY === 0 ? drawn + 1 : drawn
    const edits: CopyEdits = { level: random() < 0.5 ? 'word' : 'sentence', share: random() * 0.5 }
    const sentences = this.original(source)
    const edited =
      edits.level === 'word'
        ? this.editWords(random, sentences, edits.share)
        : this.editSentences(random, sentences, edits.share)
    return { id, text: edited.join(' '), original: `article-${source}`, edits }
  }

  private original(index: number): string[] {
    const random = createRandom(this.seed + index * 7_919)
    const event = createRandom(this.seed + Math.floor(index / EVENT) * 15_485_863)
    const sentences: string[] = []
    for (let size = 0; size < this.length;) {
      const sentence = this.sentence(random)
      sentences.push(sentence)
      size += sentence.length + 1
    }
    sentences.splice(2, 0, `“${this.words(event, 25)},” ${this.words(random, 3)}.`)
    if (index % 3 === 0) sentences.push(`${this.footers[index % FOOTERS] ?? ''}.`)
    return sentences
  }

  private sentence(random: () => number): string {
    const words = this.words(random, 8 + Math.floor(random() * 12))
    if (random() > 0.25) return `${words}, ${this.words(random, 6)}.`
    // The square of an even draw prefers the first phrases.
    return `${words} ${this.phrases[Math.floor(random() ** 2 * PHRASES)] ?? ''}.`
  }

  private words(random: () => number, count: number): string {
    let line = this.word(random)
    for (let at = 1; at < count; at++) line += ` ${this.word(random)}`
    return line
  }

  private word(random: () => number): string {
    return this.vocabulary[this.draws[Math.floor(random() * DRAWS)] ?? 0] ?? ''
  }

  /** Of the edits, three in five replace, one leaves out, one puts in. */
  private editWords(random: () => number, sentences: readonly string[], share: number): string[] {
    return sentences.map((sentence) =>
      sentence
        .split(' ')
        .flatMap((word) => {
          if (random() >= share) return [word]
          const kind = random()
          return kind < 0.6 ? [this.word(random)] : kind < 0.8 ? [] : [word, this.word(random)]
        })
        .join(' '),
    )
  }

  /** Of the edits, two in five replace, one leaves out, one puts in, one swaps with the sentence before. */
  private editSentences(random: () => number, sentences: readonly string[], share: number): string[] {
    const edited: string[] = []
    for (const sentence of sentences) {
      const kind = random() < share ? random() : 1
      if (kind < 0.4) edited.push(this.sentence(random))
      else if (kind < 0.6) continue
      else if (kind < 0.8) edited.push(sentence, this.sentence(random))
      else if (kind < 1) edited.splice(-1, 0, sentence)
      else edited.push(sentence)
    }
    return edited
  }
}

/**
 * The most frequent words are English: of invented words alone no language could be told, and telling would be tried in
 * every way that there is, which no news asks for.
 */
const FREQUENT: readonly string[] =
  'the of and to in a that for is on was it with as he at by from are be this have not has but they his were an which their had will been who more would when its'.split(
    ' ',
  )

/** The word of that rank: frequent words are short. */
function wordOf(rank: number): string {
  let word = ''
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? ''
  }
  return word
}
