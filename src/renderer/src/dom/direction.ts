/** Languages written from right to left (ISO 639), whatever script subtag is left out. */
const RTL_LANGUAGES = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
])
const RTL_SCRIPT = /^(?:Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg)$/i
const LETTER = /\p{L}/gu
const RTL_LETTER =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
/** How many letters decide where the language is unknown: a foreign name at the start must not turn the page. */
const LETTERS_ASKED = 200

/**
 * The direction in which an article reads: by the script or language of its BCP 47 tag, or else by most of its first
 * letters.
 */
export function directionOf(text: string, language: string | null): 'ltr' | 'rtl' {
  const [base, ...subtags] = (language ?? '').split('-')
  const script = subtags.find((subtag) => subtag.length === 4)
  if (script) return RTL_SCRIPT.test(script) ? 'rtl' : 'ltr'
  if (base && base !== 'und') return RTL_LANGUAGES.has(base.toLowerCase()) ? 'rtl' : 'ltr'

  let seen = 0
  let rightToLeft = 0
  for (const [letter] of text.slice(0, 10 * LETTERS_ASKED).matchAll(LETTER)) {
    if (RTL_LETTER.test(letter)) rightToLeft++
    if (++seen === LETTERS_ASKED) break
  }
  return rightToLeft * 2 > seen ? 'rtl' : 'ltr'
}
