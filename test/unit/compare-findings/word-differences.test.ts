import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDifferences } from '#core/compare/word-differences'

/** The differences that are not `same`, as their words and sign. */
function changes(a: string, b: string, language: string | null = 'en'): string[] {
  return wordDifferences(a, b, language)
    .filter(({ kind }) => kind !== 'same')
    .map((one) => {
      const before = one.a ? a.slice(one.a.start, one.a.end) : ''
      const after = one.b ? b.slice(one.b.start, one.b.end) : ''
      return `${before} → ${after}${one.sign ? ` [${one.sign}]` : ''}`
    })
}

describe('words that are no difference', () => {
  it.each([
    ['case, marks and punctuation', '“The ferry sails, at last!”', '"the ferry sails at last"'],
    [
      'contractions',
      "We won't go; it's late and they can't stay.",
      'We will not go. It is late and they cannot stay.',
    ],
    [
      'British and American spelling',
      'The harbour organised its defence programme.',
      'The harbor organized its defense program.',
    ],
    [
      'digits and number words',
      'Some 70 thousand tons and twelve crates.',
      'Some 70,000 tons and 12 crates.',
    ],
    ['per cent', 'about 40% of it', 'about forty per cent of it'],
    ['currencies', 'It cost $5 million.', 'It cost 5m dollars.'],
    ['accents', 'Señor Muñoz spoke', 'Senor Munoz spoke'],
    ['spellings of one name', 'Minister Sergey Kolvenik of Kiev', 'Minister Sergei Kolvenik of Kyiv'],
    ['hyphens and joined words', 'a last-minute co-operation', 'a last minute cooperation'],
    ['abbreviations', 'On Feb. 3 the U.S. envoy left.', 'On February 3 the US envoy left.'],
  ])('%s', (_, a, b) => {
    expect(changes(a, b)).toEqual([])
  })
})

describe('word differences', () => {
  it('pair up what stands for what inside a change', () => {
    expect(changes('“I would suggest continuing,”', '"I would propose that we continue,"')).toEqual([
      'suggest → propose [strength]',
      ' → that we',
      'continuing → continue',
    ])
  })

  it('call out negation, in one word, by a prefix and by a contrary', () => {
    expect(changes('They will come.', 'They will not come.')).toEqual([' → not [negation]'])
    expect(changes('We will go.', "We won't go.")).toEqual([" → n't [negation]"])
    expect(changes('He is likely to win.', 'He is unlikely to win.')).toEqual([
      'likely → unlikely [negation]',
    ])
    expect(changes('They accepted the offer.', 'They rejected the offer.')).toEqual([
      'accepted → rejected [negation]',
    ])
    expect(changes('They did not sign it.', 'They refused to sign it.')[0]).not.toContain('negation')
  })

  it('call out modality, hedges, strength, numbers and names', () => {
    expect(changes('They may attack.', 'They will attack.')).toEqual(['may → will [modality]'])
    expect(changes('They attack.', 'They might attack.')).toEqual([' → might [modality]'])
    expect(changes('He left.', 'He reportedly left.')).toEqual([' → reportedly [hedge]'])
    expect(changes('It sold 60 boats.', 'It sold some 60 boats.')).toEqual([' → some [hedge]'])
    expect(changes('She urged calm.', 'She demanded calm.')).toEqual(['urged → demanded [strength]'])
    expect(changes('We saw 23 ships.', 'We saw 32 ships.')).toEqual(['23 → 32 [number]'])
    expect(changes('A train to Brann left.', 'A train to Estrin left.')).toEqual(['Brann → Estrin [name]'])
  })

  it('leave a change of form without a sign', () => {
    expect(changes('She leaves the talks.', 'She left the talk.')).toEqual(['leaves → left', 'talks → talk'])
    expect(changes('He will come', 'He would come')).toEqual(['will → would'])
  })

  it.each([
    ['fr', 'Il viendra demain', 'Il ne viendra pas demain'],
    ['de', 'Er kommt morgen', 'Er kommt morgen nicht'],
    ['es', 'Vendrá mañana', 'No vendrá mañana'],
    ['id', 'Dia datang besok', 'Dia tidak datang besok'],
    ['ru', 'Он придёт завтра', 'Он не придёт завтра'],
    ['uk', 'Він прийде завтра', 'Він не прийде завтра'],
  ])('know the words of negation in %s', (language, a, b) => {
    expect(changes(a, b, language).some((one) => one.includes('[negation]'))).toBe(true)
    expect(changes(a, b, 'zz').some((one) => one.includes('[negation]'))).toBe(false)
  })

  const word = fc.constantFrom(
    ...[
      "won't",
      'will',
      'not',
      '12',
      'twelve',
      'per cent',
      '$5',
      '“',
      ' ',
      '\n',
      ',',
      '.',
      '…',
      'Brann',
      '🚢',
      'naïve',
      'I’m',
      "o'clock",
      'U.S.',
      'a-b',
      'é',
      '日本',
      'может',
    ],
  )
  const text = fc.oneof(
    fc.array(word, { maxLength: 24 }).map((words) => words.join(' ')),
    fc.array(word, { maxLength: 24 }).map((words) => words.join('')),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  )

  it('cover both texts in order, and agree where nothing was changed', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const differences = wordDifferences(a, b, 'en')
        for (const [side, whole] of [
          ['a', a],
          ['b', b],
        ] as const) {
          const ranges = differences.flatMap((one) => one[side] ?? [])
          expect(ranges.every(({ start, end }) => start < end)).toBe(true)
          expect(ranges.map(({ start, end }) => whole.slice(start, end)).join('')).toBe(whole)
        }
        for (const { kind, a: left, b: right } of differences) {
          expect([kind, left === null, right === null]).toEqual(
            kind === 'added'
              ? [kind, true, false]
              : kind === 'removed'
                ? [kind, false, true]
                : kind === 'changed'
                  ? [kind, false, false]
                  : [kind, left === null, right === null],
          )
        }
        expect(wordDifferences(a, a, 'en').every(({ kind }) => kind === 'same')).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('part long texts at words that stand once, and stay in order', () => {
    const words = Array.from({ length: 4000 }, (_, i) => (i % 3 === 0 ? 'the' : `ship${i}`))
    const changed = words.map((one, i) => (i % 100 === 50 ? 'never' : one))
    const [a, b] = [words.join(' '), changed.join(' ')]
    const differences = wordDifferences(a, b, 'en')
    expect(differences.filter(({ kind }) => kind === 'changed')).toHaveLength(40)
    expect(
      differences
        .flatMap((one) => one.b ?? [])
        .map(({ start, end }) => b.slice(start, end))
        .join(''),
    ).toBe(b)
  })
})
