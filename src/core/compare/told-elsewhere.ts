import { articleSentences } from './article-sentences'
import { isEnglish } from './difference-words'
import type { Member } from './finding-members'
import { englishStem } from './stems'
import type { ComparedArticle } from './types'
import { contentOf } from './wording-likeness'

/** Share of a statement's words in one sentence of another article from which that article tells it too, annotated or not. */
const TOLD = 0.5

/**
 * Whether other articles tell what a member tells, in sentences that nobody annotated: a statement is not one source's own because
 * the program saw no quotation in another.
 */
export class ToldElsewhere {
  /** Article -> stem -> numbers of the sentences that hold it. */
  private readonly places = new Map<string, Map<string, number[]>>()

  constructor(private readonly articles: readonly ComparedArticle[]) {}

  /** True where a sentence of another article holds half of the member's content words. */
  isTold(member: Member): boolean {
    const stems = [...new Set(contentOf(member.words).map(({ stem }) => stem))]
    return this.articles.some(
      (article) => article.id !== member.article.id && this.mostIn(article, stems) >= TOLD * stems.length,
    )
  }

  private mostIn(article: ComparedArticle, stems: readonly string[]): number {
    const places = this.placesOf(article)
    const counts = new Map<number, number>()
    let most = 0
    for (const stem of stems) {
      for (const sentence of places.get(stem) ?? []) {
        const count = (counts.get(sentence) ?? 0) + 1
        counts.set(sentence, count)
        most = Math.max(most, count)
      }
    }
    return most
  }

  private placesOf(article: ComparedArticle): Map<string, number[]> {
    const known = this.places.get(article.id)
    if (known) return known
    const places = new Map<string, number[]>()
    const english = isEnglish(article.language)
    articleSentences(article.body, article.language).forEach(({ words }, index) => {
      for (const word of new Set(words.map(({ folded }) => (english ? englishStem(folded) : folded)))) {
        const sentences = places.get(word)
        if (sentences) sentences.push(index)
        else places.set(word, [index])
      }
    })
    this.places.set(article.id, places)
    return places
  }
}
