import type { Draft } from './draft'
import { itemAt } from './indexing'
import { isDash, nounPhraseAfter } from './phrases'
import type { Reading } from './reading'
import { hasClass, WORD } from './word-classes'

/**
 * Splits a quotation that carries its cue between the marks, set off by dashes or commas: `«Да, — ответил Пепел. — Мы готовы»`,
 * `« Oui, dit-il, non »`. Null when there is none. `from` and `to` are the segment's token range.
 */
export function cueInsideMarks(
  reading: Reading,
  from: number,
  to: number,
): Pick<Draft, 'content' | 'cue' | 'subject' | 'subjectKind'> | null {
  const { tokens, lexicon } = reading
  if (lexicon.language === 'en') return null
  const sentence = { from, to, block: 0 }
  for (let i = from + 2; i + 2 < to; i += 1) {
    const opener = itemAt(tokens, i)
    if (!isDash(opener) && opener.text !== ',') continue
    const form = lexicon.forms.get(itemAt(tokens, i + 1).lower)
    if (!form?.frames.has('quote')) continue
    const subject = nounPhraseAfter({ ...reading, quoteOf: outside(reading) }, sentence, i + 2)
    if (!subject) continue
    let next = subject.to
    while (next < to && !isDash(tokens[next]) && itemAt(tokens, next).text !== ',') next += 1
    const content = [{ from, to: /^[,.!?]$/u.test(itemAt(tokens, i - 1).text) ? i - 1 : i }]
    if (next + 1 < to) content.push({ from: next + 1, to })
    return {
      content,
      cue: { from: i + 1, to: i + 2 },
      subject,
      subjectKind: hasClass(reading, subject.from, WORD.pronoun) ? 'pronoun' : 'noun',
    }
  }
  return null
}

/** All tokens as if outside marks: the phrases in here are the reporter's words. */
function outside(reading: Reading): Int32Array {
  return new Int32Array(reading.quoteOf.length).fill(-1)
}
