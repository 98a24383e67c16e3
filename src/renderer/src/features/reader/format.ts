import type { ArticleStatus, MetadataField } from '#core/model/article'
import type { Tag } from '#core/model/codebook'

/** What a status is called. */
export const STATUS_OPTIONS: readonly { readonly value: ArticleStatus; readonly label: string }[] = [
  { value: 'todo', label: 'To do' },
  { value: 'in-progress', label: 'In progress' },
  { value: 'done', label: 'Done' },
]

/** What a field of the metadata is called. */
export const FIELD_LABELS: Readonly<Record<MetadataField, string>> = {
  title: 'Title',
  source: 'Source',
  byline: 'Byline',
  publishedAt: 'Date',
  language: 'Language',
  dateline: 'Dateline',
  url: 'Address',
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' })
const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const languages = new Intl.DisplayNames(undefined, { type: 'language', fallback: 'code' })

/** An article's ISO date; what is less precise than a day stays as it is stated. */
export function formatDay(iso: string): string {
  const parsed = Date.parse(iso.slice(0, 10))
  return iso.length < 10 || Number.isNaN(parsed) ? iso : day.format(parsed)
}

/** An ISO time in this machine's time zone. */
export function formatTime(iso: string): string {
  const parsed = Date.parse(iso)
  return Number.isNaN(parsed) ? iso : time.format(parsed)
}

/** "94 %" for a score of 0.94. */
export function formatScore(score: number): string {
  return `${Math.round(score * 100)} %`
}

/** "English" for `en`; the tag itself where it has no name or is none. */
export function formatLanguage(tag: string): string {
  try {
    return languages.of(tag) ?? tag
  } catch {
    // What a person typed need not be a well-formed tag.
    return tag
  }
}

/** True for a well-formed BCP 47 tag. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

const ISO = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/

/** True for an ISO 8601 date at any precision, with or without a time: `2022`, `2022-02`, `2022-02-15T09:00Z`. */
export function isIsoDate(value: string): boolean {
  if (!ISO.test(value)) return false
  const [year, month = '01', date = '01'] = value.slice(0, 10).split('-')
  const parsed = new Date(`${year}-${month}-${date}T00:00:00Z`)
  // JavaScript reads 31 February as 3 March.
  return !Number.isNaN(parsed.getTime()) && parsed.getUTCDate() === Number(date)
}

/** "Speech act › Denial": a tag's name behind those above it. */
export function tagPath(tags: readonly Tag[], tag: Tag): string {
  const names: string[] = []
  const seen = new Set<string>()
  for (let at: Tag | undefined = tag; at && !seen.has(at.id);) {
    seen.add(at.id)
    names.unshift(at.name)
    const above: string | null = at.parent
    at = above === null ? undefined : tags.find(({ id }) => id === above)
  }
  return names.join(' › ')
}

/** Every tag behind the one above it, siblings by name. */
export function tagsInOrder(tags: readonly Tag[]): readonly { readonly tag: Tag; readonly depth: number }[] {
  const ordered: { tag: Tag; depth: number }[] = []
  const seen = new Set<string>()
  const add = (parent: string | null, depth: number): void => {
    const below = tags.filter((tag) => tag.parent === parent).toSorted((a, b) => a.name.localeCompare(b.name))
    for (const tag of below) {
      if (seen.has(tag.id)) continue
      seen.add(tag.id)
      ordered.push({ tag, depth })
      add(tag.id, depth + 1)
    }
  }
  add(null, 0)
  // Tags whose parent is not there are shown at the top rather than lost.
  return [...ordered, ...tags.filter(({ id }) => !seen.has(id)).map((tag) => ({ tag, depth: 0 }))]
}
