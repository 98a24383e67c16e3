import type { ArticleBody } from '../model/article'
import { overlaps } from '../model/range'
import { commonness } from './light-words'
import { WordScanner } from './word-scanner'

/** What a term of an article is to the event that it reports. */
export type EventTermKind = 'name' | 'number' | 'wording'

/** The telling terms of one article, heaviest first; the weights have a Euclidean length of 1. */
export interface EventVector {
  readonly terms: Uint32Array
  readonly weights: Float32Array
}

/** Terms of an article that count: what an event is about is said often and early. */
const MOST_TERMS = 48
/** Words of an article that are read: reports of hundreds of pages are about more than one thing. */
const MOST_WORDS = 4_000
const SHORTEST_WORD = 4
const NAME_WEIGHT = 1.5
const NUMBER_WEIGHT = 1.2
const TITLE_WEIGHT = 1.5
/** Sentences of an article, roughly: turns the share of sentences that hold a word into the share of articles. */
const SENTENCES = 20
/** As many articles of other news are imagined beside the corpus, so that in a corpus on one event its words still tell. */
const BACKGROUND = 50
/** Most times that a word's repetition counts. */
const MOST_TIMES = 255

interface CountedTerms {
  readonly terms: Uint32Array
  readonly times: Uint8Array
  readonly inTitle: Uint8Array
}

/**
 * Counts the words of articles, one after another, and weighs them when all are there: names, numbers and rare words
 * high, words of any news low. Texts are not kept; a term is about ten bytes.
 */
export class EventTerms {
  private readonly scanner = new WordScanner()
  private readonly numbers = new Map<number, number>()
  private readonly words: string[] = []
  /** How terms are printed that were seen with a capital inside a sentence. */
  private readonly printed = new Map<number, string>()
  private readonly kinds: EventTermKind[] = []
  /** How often a term began with a capital inside a sentence, less how often it did not. */
  private readonly capitals: number[] = []
  private readonly frequencies: number[] = []
  private readonly articles: CountedTerms[] = []

  /** Number of articles. */
  get size(): number {
    return this.articles.length
  }

  /** Adds an article; its number. */
  add(title: string, body: ArticleBody): number {
    const times = new Map<number, number>()
    const titled = new Set<number>()
    this.count(title, title.length, [], (term) => titled.add(term))
    this.count(body.text, body.text.length, body.furniture, (term) =>
      times.set(term, (times.get(term) ?? 0) + 1),
    )
    for (const term of titled) if (!times.has(term)) times.set(term, 1)
    for (const term of times.keys()) this.frequencies[term] = (this.frequencies[term] ?? 0) + 1
    this.articles.push({
      terms: Uint32Array.from(times.keys()),
      times: Uint8Array.from(times.values(), (count) => Math.min(MOST_TIMES, count)),
      inTitle: Uint8Array.from(times.keys(), (term) => (titled.has(term) ? 1 : 0)),
    })
    return this.articles.length - 1
  }

  /** The word of a term as an article has it, folded. */
  wordOf(term: number): string {
    return this.words[term] ?? ''
  }

  /** The word of a term as a person reads it: names with their capitals. */
  printedOf(term: number): string {
    return (this.kindOf(term) === 'name' ? this.printed.get(term) : undefined) ?? this.wordOf(term)
  }

  kindOf(term: number): EventTermKind {
    const kind = this.kinds[term] ?? 'wording'
    return kind === 'wording' && (this.capitals[term] ?? 0) > 0 ? 'name' : kind
  }

  /** Number of articles that have a term. */
  frequencyOf(term: number): number {
    return this.frequencies[term] ?? 0
  }

  /** The vector of an article, weighed among all that were added so far. */
  vectorOf(article: number): EventVector {
    const counted = this.articles[article]
    if (!counted) return { terms: new Uint32Array(), weights: new Float32Array() }
    const weighed = Array.from(counted.terms, (term, at) => ({
      term,
      weight:
        (1 + Math.log(counted.times[at] ?? 1)) *
        this.rarityOf(term) *
        (counted.inTitle[at] ? TITLE_WEIGHT : 1) *
        this.weightOfKind(term),
    }))
    weighed.sort((one, other) => other.weight - one.weight || one.term - other.term)
    weighed.length = Math.min(weighed.length, MOST_TERMS)
    const norm = Math.hypot(...weighed.map(({ weight }) => weight)) || 1
    return {
      terms: Uint32Array.from(weighed, ({ term }) => term),
      weights: Float32Array.from(weighed, ({ weight }) => weight / norm),
    }
  }

  private weightOfKind(term: number): number {
    const kind = this.kindOf(term)
    return kind === 'name' ? NAME_WEIGHT : kind === 'number' ? NUMBER_WEIGHT : 1
  }

  /** Inverse document frequency in nats, over the articles and the imagined ones. */
  private rarityOf(term: number): number {
    const everyday = 1 - (1 - commonness(this.wordOf(term))) ** SENTENCES
    const frequency = this.frequencyOf(term) + BACKGROUND * everyday
    return Math.max(0, Math.log((this.size + BACKGROUND) / frequency))
  }

  private count(
    text: string,
    end: number,
    furniture: ArticleBody['furniture'],
    take: (term: number) => void,
  ): void {
    this.scanner.scan(text, 0, end)
    const { hashes, starts, ends } = this.scanner
    const count = Math.min(this.scanner.count, MOST_WORDS)
    for (let at = 0; at < count; at++) {
      const start = starts[at] ?? 0
      const to = ends[at] ?? 0
      const first = text.charCodeAt(start)
      const isNumber = first >= 0x30 && first <= 0x39
      const capital = isCapital(first)
      // "US", "EU" and "NATO" tell; other short words do not.
      const short = to - start < SHORTEST_WORD
      if (
        short &&
        !(isNumber ? to - start > 1 : capital && isCapital(text.charCodeAt(to - 1)) && to - start > 1)
      )
        continue
      if (furniture.length > 0 && furniture.some((range) => overlaps(range, { start, end: to }))) continue
      const term = this.termOf(hashes[at] ?? 0, text, start, to, isNumber)
      if (!isNumber && !opensSentence(text, start)) {
        this.capitals[term] = (this.capitals[term] ?? 0) + (capital ? 1 : -1)
        if (capital) this.keepPrinted(term, text, start, to)
      }
      take(term)
    }
  }

  /** The first printed form is kept, unless it is a headline's ("UKRAINE") and another is there. */
  private keepPrinted(term: number, text: string, start: number, end: number): void {
    const kept = this.printed.get(term)
    if (kept !== undefined && (kept !== kept.toUpperCase() || !isLower(text.charCodeAt(end - 1)))) return
    // Made from its characters: a slice would keep the whole text in memory.
    const units = Array.from({ length: end - start }, (_, at) => text.charCodeAt(start + at))
    this.printed.set(term, String.fromCharCode(...units))
  }

  private termOf(hash: number, text: string, start: number, end: number, isNumber: boolean): number {
    const known = this.numbers.get(hash)
    if (known !== undefined) return known
    const term = this.words.length
    this.numbers.set(hash, term)
    this.words.push(text.slice(start, end).toLowerCase())
    this.kinds.push(isNumber ? 'number' : 'wording')
    this.capitals.push(0)
    this.frequencies.push(0)
    return term
  }
}

function isCapital(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a
  const character = String.fromCharCode(unit)
  return character.toLowerCase() !== character
}

function isLower(unit: number): boolean {
  const character = String.fromCharCode(unit)
  return character.toUpperCase() !== character
}

/** True after the end of a sentence, a line break or an opening quotation mark, where any word has a capital. */
function opensSentence(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0; at--) {
    const unit = text.charCodeAt(at)
    if (unit !== 0x20)
      return (
        unit === 0x2e || unit === 0x0a || unit === 0x21 || unit === 0x3f || unit === 0x22 || unit === 0x201c
      )
  }
  return true
}
