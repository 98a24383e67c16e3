import type { StatedMetadata } from '../draft'
import { readStatedDate } from '../metadata/dates'
import { readStatedLanguage } from '../metadata/language'
import { noneStated } from '../metadata/stated'
import { tidy } from '../metadata/title'

/** What an office program notes of a document by itself; null where it notes nothing. */
export interface DocumentProperties {
  readonly title: string | null
  readonly author: string | null
  /** ISO 8601. */
  readonly created: string | null
  readonly language: string | null
}

/** Properties of a document that has none. */
export const noProperties: DocumentProperties = { title: null, author: null, created: null, language: null }

/** Titles that programs write where nobody gave one. */
const NO_TITLE =
  /^(?:microsoft word|word document|document ?\d*|untitled|unbenannt|powerpoint|title|.*\.(?:docx?|odt|rtf|pdf|txt|html?|indd|qxd))\b/iu
/** Authors that are an account. */
const NO_AUTHOR =
  /^(?:user|admin|administrator|author|owner|root|unknown|windows user|microsoft office user|python-docx)$/iu
const LONGEST = 500

/**
 * What the properties of a document tell of its article. They are noted by the program of whoever made the file, who need
 * not be who wrote the article, or on that day: they count as guesses, behind what text and path say. A title does not.
 */
export function readProperties({ title, author, created, language }: DocumentProperties): {
  readonly stated: StatedMetadata
  readonly fallback: StatedMetadata
} {
  const name = plain(title)
  const by = plain(author)
  return {
    stated: { ...noneStated, title: name !== null && !NO_TITLE.test(name) ? name : null },
    fallback: {
      ...noneStated,
      byline: by !== null && !NO_AUTHOR.test(by) ? by : null,
      publishedAt: created === null ? null : (readStatedDate(created, null)?.slice(0, 10) ?? null),
      language: language === null ? null : readStatedLanguage(language),
    },
  }
}

function plain(value: string | null): string | null {
  const text = tidy((value ?? '').slice(0, LONGEST * 4))
  return text === '' || text.length > LONGEST ? null : text
}
