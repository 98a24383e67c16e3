import { itemAt } from './indexing'

/**
 * A pattern with all that its matches can begin with: words in lower case, as far as plain Latin letters go, single characters, and `DIGIT`
 * for any number. It is tried where one of them begins and nowhere else, which spares a search of the whole text for each pattern.
 */
export interface AnchoredPattern {
  readonly pattern: RegExp
  readonly begins: readonly string[]
}

/** Stands for any of the ten digits in `begins`. */
export const DIGIT = '0'

/** Patterns ready to be searched for together. */
export interface AnchoredSearch {
  readonly patterns: readonly RegExp[]
  /** What may begin a match, with the indices of the patterns that begin so. */
  readonly anchors: ReadonlyMap<string, readonly number[]>
  /** One for each shape (`shapeOf`) that a word among the anchors has: most words of a text are told from them by it. */
  readonly shapes: Uint8Array
}

const LONGEST = 16

/** First letter, last letter and length of a word of plain letters, as one number. */
function shapeOf(first: number, last: number, length: number): number {
  return (Math.min(length, LONGEST) * 32 + (first & 31)) * 32 + (last & 31)
}

/** Prepares patterns, once for all texts. Their matches never begin inside a word or number: before one stands no plain letter or digit. */
export function anchoredSearch(patterns: readonly AnchoredPattern[]): AnchoredSearch {
  const anchors = new Map<string, number[]>()
  const shapes = new Uint8Array((LONGEST + 1) * 32 * 32)
  patterns.forEach(({ begins }, index) => {
    for (const anchor of new Set(begins)) anchors.set(anchor, [...(anchors.get(anchor) ?? []), index])
  })
  for (const anchor of anchors.keys())
    shapes[shapeOf(anchor.charCodeAt(0), anchor.charCodeAt(anchor.length - 1), anchor.length)] = 1
  const sticky = ({ pattern }: AnchoredPattern): RegExp =>
    new RegExp(pattern.source, pattern.flags.replace('g', 'y'))
  return { patterns: patterns.map(sticky), anchors, shapes }
}

function isLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91)
}

function isDigit(code: number): boolean {
  return code > 47 && code < 58
}

/** Calls `visit` wherever a pattern may match: where one of its anchors begins. Linear in the text's length. */
function visitAnchors(
  text: string,
  search: AnchoredSearch,
  visit: (index: number, start: number) => void,
): void {
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    const start = at
    at += 1
    let anchor = DIGIT
    if (isLetter(code)) {
      let last = code
      for (let next = text.charCodeAt(at); isLetter(next); next = text.charCodeAt(at)) {
        last = next
        at += 1
      }
      if (search.shapes[shapeOf(code, last, at - start)] !== 1) continue
      anchor = text.slice(start, at).toLowerCase()
    } else if (isDigit(code)) while (isDigit(text.charCodeAt(at))) at += 1
    else if (code === 32 || code === 10 || code === 44) continue
    else anchor = text.charAt(start)
    const indices = search.anchors.get(anchor)
    if (indices) for (const index of indices) visit(index, start)
  }
}

/** For each pattern its matches in text order, the same as `text.matchAll` gives for it alone. */
export function anchoredMatches(text: string, search: AnchoredSearch): RegExpExecArray[][] {
  const found = search.patterns.map((): RegExpExecArray[] => [])
  visitAnchors(text, search, (index, start) => {
    const matches = itemAt(found, index)
    const before = matches.at(-1)
    if (before && before.index + before[0].length > start) return
    const pattern = itemAt(search.patterns, index)
    pattern.lastIndex = start
    const match = pattern.exec(text)
    if (match) matches.push(match)
  })
  return found
}

/** The indices of the patterns that match anywhere in the text. */
export function matchingPatterns(text: string, search: AnchoredSearch): ReadonlySet<number> {
  const found = new Set<number>()
  visitAnchors(text, search, (index, start) => {
    if (found.has(index)) return
    const pattern = itemAt(search.patterns, index)
    pattern.lastIndex = start
    if (pattern.test(text)) found.add(index)
  })
  return found
}
