import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom/worker'

/** What intake needs of a parsed page's nodes. The DOM is inert: linkedom runs no script and loads nothing. */
export interface HtmlNode {
  /** 1 element, 3 text, 4 CDATA; the rest is skipped. */
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly firstChild: HtmlNode | null
  readonly nextSibling: HtmlNode | null
  readonly parentNode: HtmlNode | null
}

/** An element of a parsed page. */
export interface HtmlElement extends HtmlNode {
  readonly localName: string
  readonly textContent: string | null
  getAttribute(name: string): string | null
  remove(): void
}

/** A parsed page. */
export interface HtmlDocument {
  readonly documentElement: HtmlElement | null
  readonly body: HtmlElement | null
  querySelector(selector: string): HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
}

/** What Readability finds; `content` is the element itself, as asked for by `serializer`. */
interface ReadabilityResult {
  readonly title?: string | null
  readonly byline?: string | null
  readonly siteName?: string | null
  readonly content?: HtmlElement | null
}
type ReadabilityConstructor = new (
  document: HtmlDocument,
  options: { serializer: (node: HtmlElement) => HtmlElement; disableJSONLD: boolean },
) => { parse(): ReadabilityResult | null }

/** Both libraries type themselves by the browser's DOM, which core does not have: these are their real shapes. */
const parsePage = parseHTML as unknown as (html: string) => { document: HtmlDocument }
const Reader = Readability as unknown as ReadabilityConstructor

/**
 * Deeper pages are flattened first: both libraries take time that grows with depth times size. Real pages stay
 * below a tenth of it.
 */
const DEEPEST = 400
/** Pages with more tags are read whole, without Readability, which takes a second for ten thousand elements. */
const MOST_TAGS_FOR_READABILITY = 30_000
/** Elements that no HTML parser closes by itself, so that unclosed ones pile up. */
const CONTAINER = /<(\/?)([a-z][a-z0-9-]*)/gi
const SELF_CLOSING = new Set(
  'area base br col dd dt embed hr img input li link meta option optgroup p param rp rt source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
)

/** Parses a page or a piece of one. Never throws, runs nothing, loads nothing. */
export function parseHtml(html: string): HtmlDocument {
  // A bracket that opens no tag is text; left as it is, each would cost the parser a node of its own.
  const clean = html.replace(/<(?![a-z/!?])/gi, '&lt;')
  const flat = nesting(clean) > DEEPEST ? withoutNesting(clean) : clean
  const whole = /<body[\s>]/i.test(flat) || /<frameset[\s>]/i.test(flat)
  const page = whole ? flat : `<!doctype html><html><body>${flat}</body></html>`
  return parsePage(page).document
}

/**
 * The element that holds the article, as Readability finds it, null where it finds none. Changes the document: read
 * metadata first.
 */
export function findArticle(document: HtmlDocument, html: string): HtmlElement | null {
  if (countTags(html) > MOST_TAGS_FOR_READABILITY) return null
  try {
    const found = new Reader(document, { serializer: (node) => node, disableJSONLD: true }).parse()
    return found?.content ?? null
  } catch {
    // Readability throws on pages it does not expect (no documentElement, foreign elements): the page is read whole.
    return null
  }
}

function countTags(html: string): number {
  let count = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) count++
  return count
}

/** How deep elements that need a closing tag are nested, by tags alone. */
function nesting(html: string): number {
  let depth = 0
  let deepest = 0
  for (const [, closing, name] of html.matchAll(CONTAINER)) {
    if (SELF_CLOSING.has((name ?? '').toLowerCase())) continue
    depth = closing ? Math.max(0, depth - 1) : depth + 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** Leaves only the tags that mark blocks of text, which the parser nests no deeper than lists in lists. */
function withoutNesting(html: string): string {
  return html.replace(/<\/?([a-z][a-z0-9-]*)(?:\s[^<>]*)?>/gi, (tag, name: string) => {
    const known = name.toLowerCase()
    if (/^(?:p|br|h[1-6]|title|meta|script|style|head|html|body)$/.test(known)) return tag
    return /^(?:div|section|article|li|ul|ol|blockquote|td|tr|table|figcaption)$/.test(known) ? '<p>' : ''
  })
}
