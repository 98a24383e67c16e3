import type { Block } from '../../model/article'
import { isBlank } from '../../text/blocks'
import { wellFormed, withLineFeeds } from '../decode'
import { isHtml, readHtmlFragment } from '../html/html'
import { FIELD_KEYS } from '../metadata/field-names'
import { fieldsOf, hasMetadata, readStated, type StatedMetadata } from '../metadata/stated'

/** An article found in JSON. */
export interface RecordArticle {
  readonly text: string
  /** Blocks of a text that was HTML; null for plain text, whose lines say them. */
  readonly blocks: readonly Block[] | null
  readonly stated: StatedMetadata
}

/** What a JSON value turned out to be. */
export type RecordOutcome =
  | { readonly kind: 'article'; readonly article: RecordArticle }
  | { readonly kind: 'no-text' | 'not-an-article' }

/** Fields under which exports keep their list of articles, by `keyOf`; `response` and `hits` hold another such object. */
const LIST_KEYS =
  'articles data docs documents items results records entries posts stories rows news hits response feed'.split(
    ' ',
  )
/** How deep lists are looked for: `{response: {docs: […]}}`, `{hits: {hits: […]}}`. */
const DEEPEST_LIST = 3

/** The field names that are looked for, for messages. */
export const LOOKED_FOR = 'text, body, content, article, full_text or maintext'

/**
 * The records of a parsed JSON file: the items of an array, or of the array that an object keeps them in; the value
 * itself when it is a single record. `single` is true for the last case.
 */
export function findRecords(value: unknown): {
  readonly records: readonly unknown[]
  readonly single: boolean
} {
  let at = value
  for (let depth = 0; depth <= DEEPEST_LIST; depth++) {
    if (Array.isArray(at)) return { records: at as readonly unknown[], single: false }
    if (!isObject(at)) break
    const fields = fieldsOf(at)
    if (textIn(fields) !== null) break
    const inner = LIST_KEYS.map((key) => fields.get(key)).find(
      (field) => typeof field === 'object' && field !== null,
    )
    if (inner === undefined) break
    at = inner
  }
  return { records: [isObject(at) && readRecord(at).kind === 'article' ? at : value], single: true }
}

/** Reads one record: its text, whatever the field is called, and its metadata. */
export function readRecord(value: unknown): RecordOutcome {
  if (!isObject(value)) return { kind: 'not-an-article' }
  let fields = fieldsOf(value)
  // Elasticsearch keeps the record in `_source`; some exports wrap it in `article`.
  for (const key of ['source', 'article', 'fields', 'document']) {
    const inner = fields.get(key)
    if (textIn(fields) === null && isObject(inner) && textIn(fieldsOf(inner)) !== null)
      fields = fieldsOf(inner)
  }
  const text = textIn(fields)
  if (text === null) return { kind: hasText(fields) || hasMetadata(fields) ? 'no-text' : 'not-an-article' }
  const stated = readStated(fields)
  if (!isHtml(text)) return { kind: 'article', article: { text, blocks: null, stated } }
  const html = readHtmlFragment(text)
  if (html.text === '') return { kind: 'no-text' }
  return { kind: 'article', article: { text: html.text, blocks: html.blocks, stated } }
}

/** The text of a record: a string, or the paragraphs of a list; null when there is none but white space. */
function textIn(fields: ReadonlyMap<string, unknown>): string | null {
  for (const key of FIELD_KEYS.text) {
    const text = stringIn(fields.get(key))
    if (text !== null && !isBlank(text)) return wellFormed(withLineFeeds(text.replace(/^\ufeff/, '')))
  }
  return null
}

function hasText(fields: ReadonlyMap<string, unknown>): boolean {
  return FIELD_KEYS.text.some((key) => fields.has(key))
}

function stringIn(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) {
    const paragraphs = (value as readonly unknown[]).filter((item) => typeof item === 'string')
    return paragraphs.length === 0 || paragraphs.length < value.length ? null : paragraphs.join('\n\n')
  }
  // WordPress: `{"content": {"rendered": "<p>…"}}`.
  const rendered = isObject(value) ? fieldsOf(value).get('rendered') : null
  return typeof rendered === 'string' ? rendered : null
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
