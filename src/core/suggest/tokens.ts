import type { ArticleBody } from '../model/article'
import type { TextRange } from '../model/range'

/** What a token is made of. */
export type TokenKind = 'word' | 'number' | 'mark' | 'punctuation'

/** A word, number, quotation mark or punctuation mark of the text (offsets UTF-16). */
export interface Token extends TextRange {
  readonly kind: TokenKind
  readonly text: string
  readonly lower: string
  /** True when the token begins with a capital letter. */
  readonly capital: boolean
  /** True when nothing but white space lies between the block's start, or a space, and the token. */
  readonly spaced: boolean
}

/** Words whose full stop belongs to them; a sentence rarely ends there. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr st sen sens rep reps gov govs gen col lt sgt maj capt cmdr adm rev hon prof pres atty jr sr vs ' +
    'no inc corp co ltd dept est approx jan feb mar apr jun jul aug sept sep oct nov dec ala ariz ark calif colo ' +
    'conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis ' +
    'wyo h.r u.s u.n e.g i.e p.m a.m dra sra hr fr dipl ing mme mlle bzw z.b d.h s.a'
  ).split(' '),
)

/** Titles: a capital word after them never begins a sentence. */
const NEVER_FINAL = new Set(
  'mr mrs ms dr st sen sens rep reps gov govs gen col lt sgt maj capt cmdr adm rev hon prof'.split(' '),
)

const TOKEN =
  /\p{Lu}\.(?:[\p{L}]\.)+|[\p{L}\p{M}_]+(?:[-‐‑'’.&][\p{L}\p{M}\p{N}]+)*|\p{N}+(?:[.,:/-]\p{N}+)*(?:st|nd|rd|th|s|m|k|bn)?(?:-[\p{L}]+)*%?|''|``|--+|\.{2,}|[^\s]/gu
const CLITIC = /['’](?:s|re|ve|ll|d|m)$/iu
const MARKS = /^(?:''|``|["“”„‟«»‹›「」『』‘’‚'])$/u
const APOSTROPHE = /['’]/u
const WORD = /^[\p{L}\p{M}_]/u
const NUMBER = /^\p{N}/u
const CAPITAL = /^\p{Lu}/u

function isCapital(surface: string): boolean {
  const code = surface.charCodeAt(0)
  return code < 128 ? code > 64 && code < 91 : CAPITAL.test(surface)
}

function isLatinLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91)
}

/**
 * Where a word of plain Latin letters ends that a space, line break, comma or final full stop follows: most words do, and need no regular
 * expression. `at` itself for any other token.
 */
function plainWordEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && isLatinLetter(text.charCodeAt(end))) end += 1
  const next = text.charCodeAt(end)
  if (next === 32 || next === 10 || next === 44) return end
  if (next !== 46) return at
  const after = text.charCodeAt(end + 1)
  return after === 32 || after === 10 ? end : at
}

/** Splits a range of text into tokens. A possessive or contracted ending ('s, 're) is a token of its own. */
export function tokenise(text: string, range: TextRange): Token[] {
  const tokens: Token[] = []
  const slice = range.start === 0 && range.end === text.length ? text : text.slice(range.start, range.end)
  const push = (from: number, to: number, kind: TokenKind, spaced: boolean): void => {
    const surface = slice.slice(from, to)
    tokens.push({
      start: range.start + from,
      end: range.start + to,
      kind,
      text: surface,
      lower: surface.toLowerCase(),
      capital: kind === 'word' && isCapital(surface),
      spaced,
    })
  }
  let previousEnd = -1
  TOKEN.lastIndex = 0
  for (let at = 0; at < slice.length;) {
    const first = slice.charCodeAt(at)
    if (first === 32 || first === 10) {
      at += 1
      continue
    }
    let from = at
    let to = plainWordEnd(slice, at)
    const plain = to > at
    if (!plain) {
      TOKEN.lastIndex = at
      const match = TOKEN.exec(slice)
      if (!match) break
      from = match.index
      to = from + match[0].length
    }
    at = to
    const surface = slice.slice(from, to)
    const spaced = from !== previousEnd
    const code = surface.charCodeAt(0)
    if (plain || isLatinLetter(code) || (code > 127 && WORD.test(surface))) {
      if (
        slice.charCodeAt(to) === 46 &&
        (ABBREVIATIONS.has(surface.toLowerCase()) || (surface.length === 1 && CAPITAL.test(surface)))
      ) {
        to += 1
      }
      const clitic = !plain && APOSTROPHE.test(surface) ? CLITIC.exec(surface) : null
      if (clitic && clitic.index > 0 && to === from + surface.length) {
        push(from, from + clitic.index, 'word', spaced)
        push(from + clitic.index, to, 'word', false)
      } else push(from, to, 'word', spaced)
    } else if (surface === '.' && previousEnd === from + 1) {
      // the full stop already taken by an abbreviation
      continue
    } else {
      const kind = NUMBER.test(surface)
        ? 'number'
        : surface === '_'
          ? 'word'
          : MARKS.test(surface)
            ? 'mark'
            : 'punctuation'
      push(from, to, kind, spaced)
    }
    previousEnd = to
  }
  return tokens
}

/** True for a title such as "Mr." or "Sen.", after which no sentence ends. */
export function isTitleAbbreviation(token: Token): boolean {
  return token.text.endsWith('.') && NEVER_FINAL.has(token.lower.slice(0, -1))
}

/** True when the token ends in a full stop that belongs to an abbreviation or initial. */
export function isAbbreviation(token: Token): boolean {
  return token.kind === 'word' && token.text.endsWith('.')
}

/** The ranges to read sentence by sentence: the article's blocks, or its lines where it has none. */
export function readingBlocks(body: ArticleBody): TextRange[] {
  if (body.blocks.length > 0) return body.blocks.map(({ start, end }) => ({ start, end }))
  const blocks: TextRange[] = []
  for (const match of body.text.matchAll(/[^\n]+/gu))
    if (match[0].trim() !== '') blocks.push({ start: match.index, end: match.index + match[0].length })
  return blocks
}
