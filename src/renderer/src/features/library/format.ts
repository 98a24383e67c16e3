import type { Article, ArticleStatus, MetadataField } from '#core/model/article'
import type { LibraryFlag } from '#store/library'
import { countOf } from '#ui/counts'

const languageNames = new Intl.DisplayNames(undefined, { type: 'language', fallback: 'code' })

const namesByTag = new Map<string, string>()

/** "English" for `en`; the tag itself where it has no name or is none. */
export function formatLanguage(tag: string): string {
  let name = namesByTag.get(tag)
  if (name === undefined) {
    name = nameOfLanguage(tag)
    namesByTag.set(tag, name)
  }
  return name
}

function nameOfLanguage(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag
  } catch {
    // A tag that a person typed need not be well formed.
    return tag
  }
}

/** What a status is called. */
export const STATUS_LABELS: Readonly<Record<ArticleStatus, string>> = {
  todo: 'To do',
  'in-progress': 'In progress',
  done: 'Done',
}

/** What a flag is called where it filters, in the order shown. */
export const FLAG_LABELS: Readonly<Record<LibraryFlag, string>> = {
  same: 'Same as another',
  inside: 'Contained in another',
  contains: 'Contains another',
  shares: 'Shares text',
  'same-text': 'Same text, other outlet',
  guessed: 'Guessed metadata',
  encoding: 'Encoding in doubt',
  furniture: 'Furniture of the page',
}

const FIELD_LABELS: Readonly<Record<MetadataField, string>> = {
  title: 'title',
  source: 'source',
  byline: 'byline',
  publishedAt: 'date',
  language: 'language',
  dateline: 'dateline',
  url: 'address',
}

/** Something about an article that a person should look at. */
export interface ArticleFlag {
  readonly kind: 'guessed' | 'encoding' | 'same-text' | 'furniture'
  readonly text: string
}

/** The flags of an article, in the order shown. */
export function articleFlags(article: Article): readonly ArticleFlag[] {
  const flags: ArticleFlag[] = []
  if (article.guessed.length > 0) {
    const fields = article.guessed.map((field) => FIELD_LABELS[field]).join(', ')
    flags.push({ kind: 'guessed', text: `Guessed: ${fields}` })
  }
  if (!article.encoding.certain) {
    const percent = Math.round(article.encoding.confidence * 100)
    flags.push({
      kind: 'encoding',
      text: `Encoding in doubt: read as ${article.encoding.name} (${percent} % sure)`,
    })
  }
  if (article.sameText) flags.push({ kind: 'same-text', text: 'Another outlet prints the same text' })
  const furniture = article.furniture ?? 0
  if (furniture > 0) {
    const passages = countOf(furniture, 'passage')
    flags.push({ kind: 'furniture', text: `Furniture of the page: ${passages} dimmed in the reader` })
  }
  return flags
}
