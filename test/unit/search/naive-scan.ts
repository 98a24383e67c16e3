import type { TestArticle } from './memory-index'

/*
 * Search as one would write it in an afternoon: reads every text for every query, knows nothing of an index, and shares
 * no code with it. Slow and plain, so that it can be believed.
 */

/** A thing asked for. `any` of words and phrases may stand beside NEAR. */
export type Asked =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'prefix'; readonly start: string }
  | { readonly kind: 'phrase'; readonly words: readonly string[]; readonly prefix: boolean }
  | { readonly kind: 'near'; readonly left: Asked; readonly right: Asked; readonly distance: number }
  | { readonly kind: 'either'; readonly of: readonly Asked[] }

export type Wanted =
  | { readonly kind: 'asked'; readonly asked: Asked; readonly field: 'title' | 'text' | null }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Wanted[] }
  | { readonly kind: 'not'; readonly wanted: Wanted }
  | { readonly kind: 'source'; readonly source: string | null }
  | { readonly kind: 'date'; readonly from: string; readonly to: string }

export interface Found {
  readonly start: number
  readonly end: number
}

interface Word extends Found {
  readonly folded: string
}

/** A soft hyphen is no letter, but parts no word. */
const WORD =
  /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}_])(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}_]|\u00ad(?=[\p{L}\p{M}\p{N}_]))*/gu

/** Folds as a person would say it: no case, no accents, ß is ss, ø is o. */
function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad]/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/œ/g, 'oe')
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: fold(match[0]),
  }))
}

/** Spans of words, first and last included. */
type Span = readonly [number, number]

function distinct(spans: readonly Span[]): Span[] {
  return [...new Map(spans.map((span) => [span.join(), span])).values()].sort(
    (a, b) => a[0] - b[0] || a[1] - b[1],
  )
}

function spansOf(words: readonly Word[], asked: Asked): Span[] {
  switch (asked.kind) {
    case 'word': {
      const wanted = fold(asked.word)
      return words.flatMap(({ folded }, at) => (folded === wanted ? [[at, at] as const] : []))
    }
    case 'prefix': {
      const start = fold(asked.start)
      return words.flatMap(({ folded }, at) => (folded.startsWith(start) ? [[at, at] as const] : []))
    }
    case 'phrase': {
      const folded = asked.words.map(fold)
      const last = folded.length - 1
      return words.flatMap((_, at) => {
        const fits = folded.every((word, index) => {
          const there = words[at + index]?.folded
          return asked.prefix && index === last ? there?.startsWith(word) : there === word
        })
        return fits ? [[at, at + last] as const] : []
      })
    }
    case 'either':
      return distinct(asked.of.flatMap((one) => spansOf(words, one)))
    case 'near':
      return distinct(pairs(words, asked).map(([a, b]) => [Math.min(a[0], b[0]), Math.max(a[1], b[1])]))
  }
}

function pairs(words: readonly Word[], near: Extract<Asked, { kind: 'near' }>): [Span, Span][] {
  const rights = spansOf(words, near.right)
  return spansOf(words, near.left).flatMap((a) =>
    rights
      .filter((b) => {
        const between = b[0] > a[1] ? b[0] - a[1] - 1 : a[0] > b[1] ? a[0] - b[1] - 1 : -1
        return between >= 0 && between <= near.distance
      })
      .map((b): [Span, Span] => [a, b]),
  )
}

function shown(words: readonly Word[], asked: Asked): Span[] {
  if (asked.kind === 'either') return distinct(asked.of.flatMap((one) => shown(words, one)))
  if (asked.kind !== 'near') return spansOf(words, asked)
  const near = pairs(words, asked)
  const inside = (spans: readonly Span[], outer: readonly Span[]) =>
    spans.filter((span) => outer.some((one) => one[0] <= span[0] && span[1] <= one[1]))
  return distinct([
    ...inside(
      shown(words, asked.left),
      near.map(([a]) => a),
    ),
    ...inside(
      shown(words, asked.right),
      near.map(([, b]) => b),
    ),
  ])
}

const cache = new WeakMap<TestArticle, { readonly title: Word[]; readonly text: Word[] }>()

function read(article: TestArticle) {
  let words = cache.get(article)
  if (!words) {
    words = { title: wordsOf(article.title), text: wordsOf(article.text) }
    cache.set(article, words)
  }
  return words
}

function timesIn(article: TestArticle, asked: Asked, field: 'title' | 'text' | null): number {
  const { title, text } = read(article)
  return (
    (field === 'text' ? 0 : spansOf(title, asked).length) +
    (field === 'title' ? 0 : spansOf(text, asked).length)
  )
}

/** True when the article is what is wanted. */
export function isFound(article: TestArticle, wanted: Wanted): boolean {
  switch (wanted.kind) {
    case 'asked':
      return timesIn(article, wanted.asked, wanted.field) > 0
    case 'all':
      return wanted.of.every((one) => isFound(article, one))
    case 'any':
      return wanted.of.some((one) => isFound(article, one))
    case 'not':
      return !isFound(article, wanted.wanted)
    case 'source':
      return article.source === wanted.source
    case 'date':
      return (
        article.publishedAt !== null &&
        article.publishedAt.slice(0, wanted.from.length) >= wanted.from &&
        article.publishedAt.slice(0, wanted.to.length) <= wanted.to
      )
  }
}

function positives(wanted: Wanted): Extract<Wanted, { kind: 'asked' }>[] {
  if (wanted.kind === 'asked') return [wanted]
  return wanted.kind === 'all' || wanted.kind === 'any' ? wanted.of.flatMap(positives) : []
}

/** How often what is asked for stands in the article. */
export function occurrencesIn(article: TestArticle, wanted: Wanted): number {
  return positives(wanted).reduce((sum, { asked, field }) => sum + timesIn(article, asked, field), 0)
}

/** The hits in an article's text, as UTF-16 offsets. */
export function hitsInText(article: TestArticle, wanted: Wanted): Found[] {
  const { text } = read(article)
  const found = positives(wanted)
    .filter(({ field }) => field !== 'title')
    .flatMap(({ asked }) => shown(text, asked))
  const ranges = found.map(([first, last]) => ({ start: text[first]?.start ?? 0, end: text[last]?.end ?? 0 }))
  return ranges.sort((a, b) => a.start - b.start || b.end - a.end)
}
