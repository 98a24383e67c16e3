import type { TextRange } from '../model/range'
import { isUnspaced, isWordCharacter } from './characters'
import { foldText } from './fold'
import { isLowSurrogate } from './offsets'
import { wordAt } from './segmentation'

/** How `findAll` compares. */
export interface FindOptions {
  /** Only hits with a word's edge on either side; "Putin" is a whole word in "Putin's". */
  readonly wholeWord: boolean
  readonly matchCase: boolean
  /** Also ignores accents, typographic quotes, ligatures and other presentation forms ("Zelenský" by "zelensky"). */
  readonly foldDiacritics: boolean
}

/**
 * Every place where `query` stands in `text`, in order and not overlapping, as UTF-16 ranges of the original text.
 * Composed and decomposed accents are always the same, and any white space matches any other. A hit covers whole
 * characters with their marks, also where folding changes their number ("ss" finds "ß" and covers it).
 * A query that folds to nothing finds nothing. Linear in the text for any query.
 */
export function findAll(text: string, query: string, options: FindOptions): TextRange[] {
  const needle = foldText(query, options).folded
  if (needle === '') return []
  const haystack = foldText(text, options)
  const hits: TextRange[] = []
  let from = 0
  for (;;) {
    const at = haystack.folded.indexOf(needle, from)
    if (at < 0) return hits
    const range = { start: haystack.startOf(at), end: haystack.endOf(at + needle.length - 1) }
    const previous = hits.at(-1)
    const fresh = previous === undefined || range.start >= previous.end
    if (fresh && (!options.wholeWord || isWholeWord(text, range))) {
      hits.push(range)
      from = at + needle.length
    } else from = at + 1
  }
}

function isWholeWord(text: string, range: TextRange): boolean {
  return isWordEdge(text, range.start) && isWordEdge(text, range.end)
}

/** True when no word goes on across the offset. In scripts without spaces the dictionary says where words part. */
function isWordEdge(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const beforeAt = isLowSurrogate(text.charCodeAt(offset - 1)) ? offset - 2 : offset - 1
  const before = text.codePointAt(Math.max(0, beforeAt)) ?? 0
  const after = text.codePointAt(offset) ?? 0
  if (!isWordCharacter(before) || !isWordCharacter(after)) return true
  if (!isUnspaced(before) && !isUnspaced(after)) return false
  const word = wordAt(text, offset)
  return word === null || word.start >= offset || word.end <= offset
}
