import { fieldsOf, readStated, type StatedMetadata } from '../metadata/stated'
import { tidy } from '../metadata/title'
import type { HtmlDocument, HtmlElement } from './dom'

/** schema.org types that describe the page's article rather than its publisher or its trail of links. */
const ARTICLE_TYPE = /article|posting|report|review/i
/** Nodes of JSON-LD that are looked at: a page may carry thousands of products or comments. */
const MOST_NODES = 500
/** Meta elements, by name or property, in the order they are believed; the field each one states. */
const META: readonly (readonly [name: string, field: string])[] = [
  ['og:title', 'title'],
  ['twitter:title', 'title'],
  ['dc.title', 'title'],
  ['article:published_time', 'date'],
  ['og:article:published_time', 'date'],
  ['article.published', 'date'],
  ['datepublished', 'date'],
  ['pubdate', 'date'],
  ['publishdate', 'date'],
  ['publish-date', 'date'],
  ['date', 'date'],
  ['dc.date', 'date'],
  ['dc.date.issued', 'date'],
  ['parsely-pub-date', 'date'],
  ['sailthru.date', 'date'],
  ['author', 'author'],
  ['byl', 'author'],
  ['article:author', 'author'],
  ['dc.creator', 'author'],
  ['parsely-author', 'author'],
  ['og:site_name', 'source'],
  ['application-name', 'source'],
  ['publisher', 'source'],
  ['dc.publisher', 'source'],
  ['og:url', 'url'],
  ['og:locale', 'language'],
  ['content-language', 'language'],
  ['dc.language', 'language'],
]

/**
 * What a page states of its article: JSON-LD first, then meta elements, then the page's own elements (`time`,
 * canonical link, `lang`, `h1`, `title`). Must run before Readability, which changes the document.
 */
export function readHtmlMetadata(document: HtmlDocument): StatedMetadata {
  return [byJsonLd(document), byMeta(document), byElements(document)].reduce(filled)
}

/** The text of the page's only main heading, null when it has none or several. */
export function mainHeading(document: HtmlDocument): string | null {
  const headings = [...document.querySelectorAll('h1')].map(textIn).filter((text) => text !== '')
  return headings.length === 1 ? (headings[0] ?? null) : null
}

/** `first` with what it does not state taken from `second`. */
function filled(first: StatedMetadata, second: StatedMetadata): StatedMetadata {
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

function byJsonLd(document: HtmlDocument): StatedMetadata {
  const articles: object[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const value = parsed(script.textContent ?? '')
    if (value !== null) articles.push(...articleNodes(value))
  }
  return articles.map((node) => readStated(fieldsOf(node))).reduce(filled, readStated(new Map()))
}

/** The nodes of a JSON-LD value that are articles; breadth first, without recursion. */
function articleNodes(root: object): object[] {
  const found: object[] = []
  const queue: unknown[] = [root]
  for (let index = 0; index < queue.length && index < MOST_NODES; index++) {
    const node = queue[index]
    if (Array.isArray(node)) queue.push(...(node as readonly unknown[]).slice(0, MOST_NODES))
    else if (typeof node === 'object' && node !== null) {
      const { '@type': type, '@graph': graph } = node as Record<string, unknown>
      if (ARTICLE_TYPE.test(Array.isArray(type) ? type.join(' ') : String(type ?? ''))) found.push(node)
      if (typeof graph === 'object' && graph !== null) queue.push(graph)
    }
  }
  return found
}

function parsed(json: string): object | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

function byMeta(document: HtmlDocument): StatedMetadata {
  const stated = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta')) {
    const name = ['property', 'name', 'http-equiv', 'itemprop']
      .map((key) => meta.getAttribute(key))
      .find(Boolean)
    const content = meta.getAttribute('content')
    if (name && content && !stated.has(name.toLowerCase())) stated.set(name.toLowerCase(), content)
  }
  return META.map(([name, field]) => readStated(new Map([[field, stated.get(name)]]))).reduce(filled)
}

function byElements(document: HtmlDocument): StatedMetadata {
  const time = document.querySelector('time[pubdate], article time[datetime], time[datetime]')
  const canonical = document.querySelector('link[rel="canonical"]')
  return readStated(
    new Map<string, unknown>([
      ['title', mainHeading(document) ?? pageTitle(document)],
      ['date', time?.getAttribute('datetime') ?? null],
      ['author', authorElement(document)],
      ['url', canonical?.getAttribute('href') ?? null],
      ['language', document.documentElement?.getAttribute('lang') ?? null],
    ]),
  )
}

/** A title is at least so long, in code units, before what is taken for the site's name. */
const SHORTEST_TITLE = 15

/** The window's title without the site's name after a bar or dash. */
function pageTitle(document: HtmlDocument): string | null {
  const title = document.querySelector('title')
  if (!title) return null
  const text = textIn(title)
  for (const { index } of text.matchAll(/ [|–—»·-] /gu)) {
    const site = text.slice(index + 3)
    if (index >= SHORTEST_TITLE && /^[^|–—»·]{2,40}$/u.test(site)) return text.slice(0, index)
  }
  return text
}

function authorElement(document: HtmlDocument): string | null {
  const element = document.querySelector('[rel="author"], [itemprop="author"], .byline, .author-name')
  const text = element ? textIn(element) : ''
  return text !== '' && text.length <= 120 ? text : null
}

function textIn(element: HtmlElement): string {
  return tidy(element.textContent ?? '')
}
