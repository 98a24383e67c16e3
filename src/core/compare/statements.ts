import type { Annotation } from '../model/annotation'
import type { TextRange } from '../model/range'
import { isEnclosed } from './enclosing-range'
import { termsOf, type Terms } from './terms'
import type { ComparedArticle, ComparedStory } from './types'

/** A quotation or claim, ready to be compared. */
export interface Statement {
  readonly id: string
  readonly article: string
  readonly annotation: Annotation
  /** BCP 47 tag of its article, null when unknown. */
  readonly language: string | null
  /** Content without quotation marks, pieces joined by a space. */
  readonly text: string
  readonly terms: Terms
  /** What of the text stands in quotation marks, where only a part does; empty where all or nothing does. */
  readonly quoted: readonly TextRange[]
  /** Who says it: id of the speaker, null while unresolved. */
  readonly speaker: string | null
}

/** A statement where it stands in its story. */
export interface PlacedStatement extends Statement {
  /** Place of the article in the story, from 0. */
  readonly column: number
  /** Place among the statements of its kind in the article, from 0, in text order. */
  readonly place: number
  /** The same as a share of the article's length, 0..1. */
  readonly depth: number
}

/** The statements of a story by kind. */
export interface Statements {
  readonly quotations: readonly PlacedStatement[]
  readonly claims: readonly PlacedStatement[]
}

/**
 * Keeps prepared statements between runs, so that a change of one annotation prepares one statement anew. A statement is
 * the same while the annotation's words and speaker are; notes, tags and status do not count.
 */
export class StatementCache {
  private readonly byObject = new WeakMap<Annotation, Statement>()
  private byId = new Map<string, Statement>()

  /** How many statements were prepared since the cache was made: a test holds that it grows by one for one change. */
  prepared = 0

  /** The statement of an annotation, prepared now or earlier. */
  get(annotation: Annotation, language: string | null): Statement {
    const same = this.byObject.get(annotation)
    if (same?.language === language) return same
    const kept = this.byId.get(annotation.id)
    const statement =
      kept?.language === language && isUnchanged(kept.annotation, annotation)
        ? { ...kept, annotation }
        : this.prepare(annotation, language)
    this.byObject.set(annotation, statement)
    this.byId.set(annotation.id, statement)
    return statement
  }

  /** Forgets what is none of these annotations, so that a closed story does not stay in memory. */
  keepOnly(ids: ReadonlySet<string>): void {
    this.byId = new Map([...this.byId].filter(([id]) => ids.has(id)))
  }

  private prepare(annotation: Annotation, language: string | null): Statement {
    this.prepared++
    const text = statementText(annotation)
    const terms = termsOf(text, language)
    return {
      id: annotation.id,
      article: annotation.article,
      annotation,
      language,
      text,
      terms,
      quoted: quotedPart(text, terms),
      speaker: annotation.quotation?.speaker ?? annotation.claim?.claimant ?? null,
    }
  }
}

function isUnchanged(a: Annotation, b: Annotation): boolean {
  return (
    statementText(a) === statementText(b) &&
    (a.quotation?.speaker ?? null) === (b.quotation?.speaker ?? null) &&
    JSON.stringify(a.claim) === JSON.stringify(b.claim)
  )
}

const IN_MARKS = /["“„«][^"“”„«»]+["”“»]/gu
/** Words and share of the words that the quoted part must have: a single word in marks is no quotation. */
const LEAST_QUOTED = 3
const MOST_QUOTED = 0.9

function quotedPart(text: string, { list }: Terms): readonly TextRange[] {
  const ranges = [...text.matchAll(IN_MARKS)].map(({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }))
  const inside = list.filter((term) => isEnclosed(term, ranges))
  return inside.length >= LEAST_QUOTED && inside.length <= MOST_QUOTED * list.length ? ranges : []
}

/** The words of a quotation's content or of a claim. */
export function statementText(annotation: Annotation): string {
  const pieces = annotation.quotation?.content ?? [annotation]
  return pieces.map(({ exact }) => exact).join(' ')
}

/** The quotations and claims of a story, by article and in text order. */
export function prepareStatements(story: ComparedStory, cache = new StatementCache()): Statements {
  const place = (
    annotation: Annotation,
    article: ComparedArticle,
    column: number,
    at: number,
  ): PlacedStatement => ({
    ...cache.get(annotation, article.language),
    column,
    place: at,
    depth: annotation.start / Math.max(1, article.body.text.length),
  })
  const all = story.articles.map((article, column) => {
    const inOrder = [...article.annotations].sort(
      (a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1),
    )
    return {
      quotations: inOrder
        .filter(({ quotation }) => quotation)
        .map((each, at) => place(each, article, column, at)),
      claims: inOrder
        .filter(({ layer, claim, quotation }) => !quotation && (claim || layer === 'claim'))
        .map((each, at) => place(each, article, column, at)),
    }
  })
  return {
    quotations: all.flatMap(({ quotations }) => quotations),
    claims: all.flatMap(({ claims }) => claims),
  }
}
