import type { TextRange } from '../model/range'
import { articleSentences, type ArticleSentence } from './article-sentences'
import { isEnglish } from './difference-words'
import { englishStem } from './stems'
import type { ComparedArticle } from './types'

/** A sentence of an article with the stems of its words, each once. */
export interface ToldSentence extends TextRange {
  readonly stems: readonly string[]
}

/** Words in more of a long story's sentences than this share tell nothing, and cost the most to count. */
const COMMON = 0.1
/** Sentences from which a story is long enough for that. */
const LONG_STORY = 400

/** Sentences of one article, and where its windows begin among those of the story. */
interface Told {
  readonly sentences: readonly ToldSentence[]
  readonly offset: number
}

/**
 * Which articles tell what a passage tells, whether anybody annotated it there or not: a statement is not one source's own because the
 * program saw no quotation in another. Words weigh by how few sentences of the story have them. What one article says in
 * a sentence another may say in two, so every two neighbours are looked at together.
 */
export class ToldElsewhere {
  private readonly told = new Map<string, Told>()
  /** Stem -> sentences of the story that hold it, by number, ascending. */
  private readonly places = new Map<string, number[]>()
  /** Number of a sentence -> index of its article. */
  private readonly articleOf: number[] = []
  /** Weight found so far in the window that begins at a sentence; all 0 between two questions. */
  private readonly found: Float64Array

  constructor(private readonly articles: readonly ComparedArticle[]) {
    articles.forEach((article, index) => {
      const english = isEnglish(article.language)
      const offset = this.articleOf.length
      const sentences = articleSentences(article.body, article.language).map(({ start, end, words }) => ({
        start,
        end,
        stems: stemsOf(words, english),
      }))
      this.told.set(article.id, { sentences, offset })
      for (const { stems } of sentences) {
        const number = this.articleOf.push(index) - 1
        for (const stem of stems) {
          const known = this.places.get(stem)
          if (known) known.push(number)
          else this.places.set(stem, [number])
        }
      }
    })
    this.found = new Float64Array(this.articleOf.length)
  }

  /** The sentences of an article of the story, in order. */
  sentencesOf(article: string): readonly ToldSentence[] {
    return this.told.get(article)?.sentences ?? []
  }

  /** For every article: the most of their weight (0..1) that two neighbouring sentences of it hold. */
  sharesOf(stems: readonly string[]): Map<string, number> {
    let total = 0
    const touched: number[] = []
    for (const stem of stems) {
      const places = this.places.get(stem) ?? []
      if (this.articleOf.length >= LONG_STORY && places.length > COMMON * this.articleOf.length) continue
      // A word that no sentence has weighs as much as one that stands in a single sentence.
      const weight = Math.log((this.articleOf.length + 1) / Math.max(1, places.length))
      total += weight
      let last = -1
      for (const place of places) {
        const before = place > 0 && this.articleOf[place - 1] === this.articleOf[place] ? place - 1 : place
        for (let window = Math.max(before, last + 1); window <= place; window++) {
          if (this.found[window] === 0) touched.push(window)
          this.found[window] = (this.found[window] ?? 0) + weight
        }
        last = place
      }
    }
    const most = new Float64Array(this.articles.length)
    for (const window of touched) {
      const article = this.articleOf[window] ?? 0
      most[article] = Math.max(most[article] ?? 0, (this.found[window] ?? 0) / Math.max(1e-9, total))
      this.found[window] = 0
    }
    const shares = new Map<string, number>()
    this.articles.forEach(({ id }, index) => shares.set(id, most[index] ?? 0))
    return shares
  }
}

/** The stems of words, each once; so is each word looked at. */
function stemsOf(words: ArticleSentence['words'], english: boolean): string[] {
  const distinct = new Set(words.map(({ folded }) => folded))
  return english ? [...new Set([...distinct].map(englishStem))] : [...distinct]
}
