import fc, { type Arbitrary } from 'fast-check'

/** Characters that are seldom thought of: halves of pairs, marks, joiners, direction marks, line ends, controls. */
export const ODD = [
  ...[
    '\ud83d',
    '\ude00',
    '👩‍👩‍👧',
    '𝔗',
    'e\u0301\u0301',
    '\u200b',
    '\u200d',
    '\u202e',
    '\u2066',
    '\u2069',
    '\ufeff',
  ],
  ...[
    '\0',
    '\u0007',
    '\u001b',
    '\r',
    '\r\n',
    '\n',
    '\n\n',
    '\u2028',
    '\u0085',
    '\t',
    '\u00a0',
    '\u00ad',
    '\ufffd',
  ],
  ...[
    'ß',
    'ﬁ',
    'İ',
    'ı',
    '漢字',
    'ภาษาไทย',
    'العربية',
    'עברית',
    '１２',
    '½',
    '²',
    'Ⅳ',
    '٣',
    'а',
    'Α',
    '％',
    '＝1',
  ],
]

/** A few characters of any kind. */
export const NOISE: Arbitrary<string> = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
)

/** Pieces in any order, each as it is, over and over, or noise. */
export function mixed(pieces: readonly string[], most = 16): Arbitrary<string> {
  const piece = fc.constantFrom(...pieces)
  const part = fc.oneof(
    { weight: 6, arbitrary: piece },
    { weight: 2, arbitrary: NOISE },
    {
      weight: 1,
      arbitrary: fc.tuple(piece, fc.integer({ min: 2, max: 60 })).map(([one, times]) => one.repeat(times)),
    },
  )
  return fc.array(part, { maxLength: most }).map((parts) => parts.join(''))
}
