import type { Block } from '../../model/article'
import type { StatedMetadata } from '../metadata/stated'
import { findArticle, parseHtml, type HtmlDocument } from './dom'
import { mainHeading, readHtmlMetadata } from './html-metadata'
import { textOf, type HtmlText } from './html-text'

/** A page as an article: its text, built from blocks, and what it states of itself. */
export interface HtmlArticle extends HtmlText {
  readonly stated: StatedMetadata
}

/** Readability may find a caption or a teaser: below this share of the page's text (0..1) on a short page, all is read. */
const LEAST_SHARE = 0.25
const SHORT_PAGE = 1_500

/**
 * The article of a page, by Readability on an inert DOM; the whole page's text where it finds none. The main heading
 * is the first block, as Readability leaves it out. Scripts and event handlers are never run and never in the text.
 */
export function readHtml(html: string): HtmlArticle {
  const document = parseHtml(html)
  // Readability changes the document: all that is needed of the whole page is read before.
  const stated = readHtmlMetadata(document)
  const heading = mainHeading(document)
  const whole = wholeText(document)
  const content = findArticle(document, html)
  const found = content ? textOf(content) : null
  const enough = found && found.text.length >= Math.min(whole.text.length, SHORT_PAGE) * LEAST_SHARE
  return { ...withHeading(enough && found.text !== '' ? found : whole, heading), stated }
}

/** The text of a piece of HTML in a field of data: all of it, block by block. */
export function readHtmlFragment(html: string): HtmlText {
  return wholeText(parseHtml(html))
}

function wholeText({ documentElement }: HtmlDocument): HtmlText {
  return documentElement ? textOf(documentElement) : { text: '', blocks: [] }
}

/** True when a field's text is HTML: it has a tag that only markup has. */
export function isHtml(text: string): boolean {
  return /<(?:p|br|div|span|strong|em|b|i|h[1-6]|ul|ol|li|blockquote|figure|img|article|section|table)(?:\s[^<>]{0,2000})?\/?>/i.test(
    text,
  )
}

function withHeading(article: HtmlText, heading: string | null): HtmlText {
  if (heading === null || article.text === '') return article
  const known = article.blocks
    .slice(0, 3)
    .some(({ start, end }) => article.text.slice(start, end).trim() === heading)
  if (known) return article
  const offset = heading.length + 2
  const first: Block = { kind: 'heading', start: 0, end: heading.length }
  return {
    text: `${heading}\n\n${article.text}`,
    blocks: [
      first,
      ...article.blocks.map(({ kind, start, end }) => ({ kind, start: start + offset, end: end + offset })),
    ],
  }
}
