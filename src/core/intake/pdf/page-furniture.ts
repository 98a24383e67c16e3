import type { PdfLine } from './pages'

/** Lines at the top, and as many at the bottom, that may be furniture of the page. */
const OUTERMOST = 3
/** Share of a page's height (0..1) at either end in which such lines stand. */
const MARGIN = 0.14
/** Share of all pages (0..1) on which a line stands to be furniture; left and right pages may differ. */
const LEAST_SHARE = 0.4
const LONGEST = 200
const PAGE_NUMBER =
  /^[\s–—|•-]*(?:(?:page|seite|pagina|página|halaman|p\.|s\.)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:\/|of|von|de|sur|dari)\s*\d{1,4})?[\s–—|•-]*$/iu

/**
 * For each page the lines that belong to the page and not to the report: what repeats at the top or bottom of the pages,
 * numbers apart, and the numbers of the pages.
 * @returns indexes of lines, page by page
 */
export function findPageFurniture(
  pages: readonly { readonly lines: readonly PdfLine[]; readonly height: number }[],
): ReadonlySet<number>[] {
  const candidates = pages.map(({ lines, height }) => outermost(lines, height))
  const counts = new Map<string, number>()
  for (const lines of candidates) {
    for (const key of new Set(lines.map(({ key }) => key))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const least = Math.max(2, Math.ceil(pages.length * LEAST_SHARE))
  return candidates.map((lines) => {
    const found = lines.filter(({ key, text }) => (counts.get(key) ?? 0) >= least || PAGE_NUMBER.test(text))
    return new Set(found.map(({ index }) => index))
  })
}

interface Candidate {
  readonly index: number
  readonly text: string
  /** The same for lines that differ in numbers alone, at the same end of the page. */
  readonly key: string
}

function outermost(lines: readonly PdfLine[], height: number): Candidate[] {
  const byHeight = lines.map((line, index) => ({ line, index })).sort((a, b) => b.line.y - a.line.y)
  const top = byHeight.slice(0, OUTERMOST).filter(({ line }) => line.y > height * (1 - MARGIN))
  const bottom = byHeight.slice(-OUTERMOST).filter(({ line }) => line.y < height * MARGIN)
  const named = (end: string) => (one: (typeof byHeight)[number]) => ({
    index: one.index,
    text: one.line.text,
    key: `${end} ${one.line.text.toLowerCase().replace(/\d+/gu, '#')}`,
  })
  return [...top.map(named('top')), ...bottom.map(named('bottom'))].filter(
    ({ text }) => text.length <= LONGEST,
  )
}
