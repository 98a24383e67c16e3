import type { StatedMetadata } from '../draft'
import { withoutOpening } from './byline'
import { readStatedDate } from './dates'
import { FIELD_KEYS, keyOf } from './field-names'
import { readStatedLanguage } from './language'
import { outletByAddress } from './outlets'
import { tidy } from './title'

export type { StatedMetadata } from '../draft'

/** A file that states nothing about itself. */
export const noneStated: StatedMetadata = {
  title: null,
  sourceName: null,
  byline: null,
  publishedAt: null,
  language: null,
  url: null,
  dateline: null,
}

/** Longest value of a metadata field that is kept, in code units: a longer one is text in the wrong field. */
const LONGEST = 500

/** Two statements about one article: where both say something, the first counts. */
export function mergeStated(first: StatedMetadata, second: StatedMetadata): StatedMetadata {
  return {
    title: first.title ?? second.title,
    sourceName: first.sourceName ?? second.sourceName,
    byline: first.byline ?? second.byline,
    publishedAt: first.publishedAt ?? second.publishedAt,
    language: first.language ?? second.language,
    url: first.url ?? second.url,
    dateline: first.dateline ?? second.dateline,
  }
}

/** True when anything is stated. */
export function hasAnyStated(stated: StatedMetadata): boolean {
  return Object.values(stated).some((value) => value !== null)
}

/** A record's fields by `keyOf` their name; the first of two that fall together counts. */
export function fieldsOf(record: object): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const [name, value] of Object.entries(record)) {
    const key = keyOf(name)
    if (!fields.has(key)) fields.set(key, value)
  }
  return fields
}

/** The metadata among a record's fields, whatever they are called. Values that make no sense count as not stated. */
export function readStated(fields: ReadonlyMap<string, unknown>): StatedMetadata {
  const language = first(fields, FIELD_KEYS.language, (value) => {
    const name = nameIn(value)
    return name === null ? null : readStatedLanguage(name)
  })
  return {
    title: first(fields, FIELD_KEYS.title, nameIn),
    sourceName: first(fields, FIELD_KEYS.source, readSource),
    byline: first(fields, FIELD_KEYS.author, readAuthors),
    publishedAt: first(fields, FIELD_KEYS.date, (value) => readStatedDate(value, language)),
    language,
    url: first(fields, FIELD_KEYS.url, readUrl),
    dateline: first(fields, ['dateline'], nameIn),
  }
}

/** True when the record has a field of an article other than its text. */
export function hasMetadata(fields: ReadonlyMap<string, unknown>): boolean {
  return [FIELD_KEYS.title, FIELD_KEYS.author, FIELD_KEYS.url].some((names) =>
    names.some((name) => fields.has(name)),
  )
}

function first(
  fields: ReadonlyMap<string, unknown>,
  names: readonly string[],
  read: (value: unknown) => string | null,
): string | null {
  for (const name of names) {
    const value = fields.has(name) ? read(fields.get(name)) : null
    if (value !== null) return value
  }
  return null
}

/** A string, or the name inside an object: `{name}`, `{title}`, `{rendered}` (WordPress), `{"@id"}` (schema.org). */
function nameIn(value: unknown): string | null {
  if (typeof value === 'string') {
    const text = tidy(withoutTags(value.slice(0, LONGEST * 4)))
    return text === '' || text.length > LONGEST ? null : text
  }
  if (typeof value !== 'object' || value === null) return null
  const fields = fieldsOf(value)
  for (const key of ['name', 'fullname', 'displayname', 'title', 'rendered', 'value', 'id']) {
    const inner = fields.get(key)
    if (typeof inner === 'string') return nameIn(inner)
  }
  return null
}

/** A WordPress title may hold entities and inline tags; a title of plain text may hold "<" with no tag after it. */
function withoutTags(value: string): string {
  return /<\/?[a-z]|&(?:#\d|[a-z]+;)/i.test(value)
    ? value
        .replace(/<\/?[a-z][^<>]{0,300}>/gi, '')
        .replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi, entity)
    : value
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
])

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES.get(name) ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
}

/** One author or several: a string, a list of strings, or objects with a name. A profile's address is no name. */
function readAuthors(value: unknown): string | null {
  const list = Array.isArray(value) ? (value as readonly unknown[]).slice(0, 50) : [value]
  const names = list
    .map(nameIn)
    .filter((name) => name !== null)
    .filter((name) => !/^https?:\/\//i.test(name))
    .map(withoutOpening)
    .filter((name) => name !== '')
  return names.length === 0 ? null : [...new Set(names)].join(', ')
}

/** An outlet's name; a domain or address stands for the outlet it belongs to. */
function readSource(value: unknown): string | null {
  const name = nameIn(Array.isArray(value) ? (value as readonly unknown[])[0] : value)
  if (name === null) return null
  return /^(?:https?:\/\/\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,12})$/i.test(name)
    ? (outletByAddress(name) ?? name)
    : name
}

function readUrl(value: unknown): string | null {
  const name = nameIn(value)
  return name !== null && /^https?:\/\/\S+$/i.test(name) ? name : null
}
