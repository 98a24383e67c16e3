import { describe, expect, it } from 'vitest'
import { findFindings } from '#core/compare/findings'
import type { ComparedArticle } from '#core/compare/types'
import { findingsOn, kindsOf, storyOf, together, told } from './told'

function spoken(id: string, speaker: string, words: string, more: Partial<ComparedArticle> = {}) {
  return told(id, `${words} ${speaker} said on the quay.`, [{ words, speaker, cue: 'said' }], more)
}

function reported(id: string, words: string, cue = 'said that', more: Partial<ComparedArticle> = {}) {
  return told(id, `Kolvenik ${cue} ${words}.`, [{ words, speaker: 'Kolvenik', cue }], more)
}

describe('the same words in two mouths', () => {
  const minister = spoken('wire', 'Andrey Kolvenik', '“There is still water under the keel,”')
  const president = spoken('glimpse', 'Maresh Tolvane', '“There is still water beneath the keel,”')

  it('are one attribution conflict, whichever outlets agree', () => {
    const third = spoken('raya', 'Kolvenik', '“There is still water under the keel,”')
    const [conflict, ...others] = findingsOn('utterance', minister, president, third).filter(
      ({ kind }) => kind === 'attribution-conflict',
    )
    expect(others).toEqual([])
    expect(conflict?.explanation).toBe(
      'glimpse has “There is still water beneath the keel” in the mouth of Maresh Tolvane; wire and raya have “There is still water under the keel” in Andrey Kolvenik’s.',
    )
    expect(conflict?.articles).toEqual(['glimpse', 'wire', 'raya'])
  })

  it('are none where a speaker is unknown, or the words are other or too few', () => {
    const kinds = (...articles: ComparedArticle[]) =>
      findingsOn('utterance', ...articles).map(({ kind }) => kind)
    expect(kinds(minister, spoken('b', 'he', '“There is still water under the keel,”'))).not.toContain(
      'attribution-conflict',
    )
    expect(
      kinds(minister, spoken('b', 'the official', '“There is still water under the keel,”')),
    ).not.toContain('attribution-conflict')
    expect(kinds(minister, spoken('b', 'Maresh Tolvane', '“We shall see what they answer,”'))).not.toContain(
      'attribution-conflict',
    )
    expect(
      kinds(spoken('a', 'Andrey Kolvenik', '“Fine,”'), spoken('b', 'Maresh Tolvane', '“Fine,”')),
    ).not.toContain('attribution-conflict')
  })

  it('are quoted within where an article shows that one passes on the words of the other', () => {
    const words = '“There is still water under the keel,”'
    const reading = told(
      'b',
      `Reading from a note of Kolvenik, Maresh Tolvane said: ${words} and sat down.`,
      [{ words, speaker: 'Maresh Tolvane', cue: 'said' }],
    )
    expect(kindsOf(findingsOn('utterance', minister, reading))).toEqual(['quoted-within'])
    const nested = told('c', `Maresh Tolvane said that Kolvenik had said ${words} at noon.`, [
      { words, speaker: 'Kolvenik', cue: 'had said' },
      { words: `Kolvenik had said ${words}`, speaker: 'Maresh Tolvane' },
    ])
    const outer = findFindings(storyOf(minister, nested), [together('utterance', 'wire-0', 'c-1')])
    expect(outer.map(({ kind }) => kind)).not.toContain('attribution-conflict')
  })
})

describe('other wording', () => {
  const pair = (a: string, b: string) =>
    findingsOn('utterance', spoken('wire', 'Kolvenik', a), spoken('post', 'Kolvenik', b))

  it('of a quotation in marks is shown, with what it changes', () => {
    const [finding] = pair(
      '“I would suggest leaving the line open,”',
      '“I would propose that we leave the line open,”',
    )
    expect(finding?.signs).toEqual(['strength'])
    expect(finding?.explanation).toBe(
      'Wire has “I would suggest leaving the line open”, post “I would propose that we leave the line open” (strength: suggest / propose).'.replace(
        'Wire',
        'wire',
      ),
    )
    expect(kindsOf(pair('“We may close the sound,”', '“We will close the sound,”'))).toEqual([
      'wording: modality',
    ])
    expect(kindsOf(pair('“We will close the sound,”', '“We will not close the sound,”'))).toEqual([
      'wording: negation',
    ])
  })

  it('is none where only forms, spelling and marks differ', () => {
    expect(pair('“We won’t close the harbours,”', '"We will not close the harbors"')).toEqual([])
    expect(pair('“The ships leave at dawn,”', '“The ships left at dawn,”')).toEqual([])
  })

  it('that is shorter is cut short and no other wording', () => {
    const [finding, ...others] = pair(
      '“There is still water under the keel and nobody should let go of the boat before spring,”',
      '“There is still water under the keel,”',
    )
    expect(others).toEqual([])
    expect(finding?.kind).toBe('truncation')
    expect(finding?.explanation).toMatch(
      /^post has only “There is still water under the keel” of “There is still/u,
    )
    expect(
      kindsOf(
        pair('“We carry cows from the hills, brides and schoolbooks,”', '“We carry cows … and schoolbooks,”'),
      ),
    ).toEqual(['truncation'])
  })

  it('is not cut short where the rest is another quotation of the same article', () => {
    const text =
      '“We carry cows, brides and schoolbooks,” Appeliru said. “We carry no messages between governments.”'
    const parted = told('post', text, [
      { words: '“We carry cows, brides and schoolbooks,”', speaker: 'Appeliru' },
      { words: '“We carry no messages between governments.”' },
    ])
    const whole = spoken(
      'wire',
      'Appeliru',
      '“We carry cows, brides and schoolbooks. We carry no messages between governments,”',
    )
    expect(findingsOn('utterance', whole, parted)).toEqual([])
  })

  it('of a paraphrase counts only where it turns or strengthens the statement', () => {
    const kinds = (a: ComparedArticle, b: ComparedArticle) => kindsOf(findingsOn('utterance', a, b))
    const base = reported('a', 'the talks with the islanders would resume in spring')
    expect(
      kinds(base, reported('b', 'negotiations with the islands were going to start again in spring')),
    ).toEqual([])
    expect(kinds(base, reported('b', 'talks with the islanders would not resume in spring'))).toEqual([
      'wording: negation',
    ])
    expect(
      kinds(base, reported('b', 'the talks with the islanders would resume in spring', 'denied that')),
    ).toEqual(['wording: negation'])
    expect(kinds(base, reported('b', 'the talks with the islanders must resume in spring'))).toEqual([
      'wording: modality',
    ])
    const suggested = reported('a', 'a new round of talks in spring', 'suggested')
    expect(kinds(suggested, reported('b', 'a new round of talks in spring', 'demanded'))).toEqual([
      'wording: strength',
    ])
  })

  it('that negates is not answered by a word elsewhere that says no only where it stands', () => {
    const [a, b] = [
      'after a few months the crew managed to fight off the fire in the mill',
      'after months the crew had not beaten the fire in the mill',
    ]
    expect(kindsOf(findingsOn('utterance', reported('a', a), reported('b', b)))).toEqual([
      'wording: negation',
    ])
  })

  it('that denies in other words is no change', () => {
    const kinds = (a: string, b: string) =>
      kindsOf(findingsOn('utterance', reported('a', a), reported('b', b)))
    expect(kinds('the ministry did not sign the accord', 'the ministry refused to sign the accord')).toEqual(
      [],
    )
    expect(kinds('he did not rule out a third term', 'a third term was possible')).toEqual([])
    expect(kinds('police searched the anti-trust authority', 'police searched the antitrust office')).toEqual(
      [],
    )
    expect(kinds('the sound opens no earlier than May', 'the sound opens in May at the earliest')).toEqual([])
    expect(kinds('not only farmers but fishermen lost money', 'farmers and fishermen lost money')).toEqual([])
    expect(kinds('the witness was unable to name the man', 'the witness could not name the man')).toEqual([])
    expect(kinds('it will not take part in the vote', 'it is not going to take part in the vote')).toEqual([])
    expect(kinds('the song was a no.1 hit at home', 'the song was a number 1 hit at home')).toEqual([])
    expect(kinds('we can’t wait for the season to start', 'we long for the season to start')).toEqual([])
    expect(kinds('she faces 10 years’ imprisonment', 'she faces 10 years in prison')).toEqual([])
    expect(kinds('the deal was non-traditional', 'the deal was nontraditional')).toEqual([])
    expect(kinds('the ban goes against the constitution', 'the ban is unconstitutional')).toEqual([])
    expect(
      kinds('the harbour no longer showed signs of life', 'the harbour stopped showing signs of life'),
    ).toEqual([])
    expect(kinds('do not swim, do not row and do not dive', 'do not swim, row or dive')).toEqual([])
    expect(
      kinds('the loan should not exceed 20 crowns', 'the loan should be no more than 20 crowns'),
    ).toEqual([])
    expect(
      kinds('he does not think that the demands are realistic', 'he views the demands as unrealistic'),
    ).toEqual([])
  })
})

describe('other numbers and dates', () => {
  const kinds = (a: string, b: string, dates: readonly [string, string] = ['2025-03-04', '2025-03-04']) =>
    findingsOn(
      'assertion',
      told('a', `${a}.`, [{ words: a, layer: 'claim' }], { publishedAt: dates[0] }),
      told('b', `${b}.`, [{ words: b, layer: 'claim' }], { publishedAt: dates[1] }),
    ).map(({ kind, explanation }) => `${kind}: ${explanation}`)

  it('of the same thing conflict, and name the outlets', () => {
    expect(kinds('Each of the 23 signatories owes a list', 'Each of the 32 signatories owes a list')).toEqual(
      ['number-conflict: For the same thing a has “23 signatories”, b has “32 signatories”.'],
    )
    expect(kinds('The lanes close on 8 March', 'The lanes close on March 9')).toEqual([
      'date-conflict: For the same thing a has “8 March”, b has “March 9”.',
    ])
  })

  it('are put together by what they count and not by their order', () => {
    expect(
      kinds(
        '12 people died and 40 were hurt in the crash',
        'Forty were hurt in the crash and 12 people died',
      ),
    ).toEqual([])
    expect(
      kinds('5 people died and 10 were hurt in the crash', '15 people were casualties of the crash'),
    ).toEqual([])
    expect(kinds('The mayor offers 3 halls for 200 people', 'The mayor offers 3 halls')).toEqual([])
    expect(kinds('It closes on 5, 6 and 8 May', 'It closes on May 5, 6 and 8')).toEqual([])
  })

  it('round, convert and take other clocks without a conflict', () => {
    expect(kinds('More than 100,000 passengers wait', 'Some 100,000 travellers wait')).toEqual([])
    expect(kinds('The gates shut at 3 p.m.', 'The gates shut at 15:00')).toEqual([])
    expect(kinds('On Monday the gates shut', 'The gates shut on 3 March')).toEqual([])
  })

  it('in two spellings of a range, a season, a night or a clock do not conflict, and conflict where they differ', () => {
    expect(kinds('Rates fell to 4.2-4.5% from 5%', 'Rates fell to 4.2%-4.5% from 5%')).toEqual([])
    expect(kinds('The club won in the 2015/16 season', 'The club won in the 2015–2016 season')).toEqual([])
    expect(kinds('The club won in the 2015/16 season', 'The club won in the 2012/16 season')).toHaveLength(1)
    expect(kinds('It was cleared in the night before Sunday', 'It was cleared on Saturday night')).toEqual([])
    expect(kinds('It was cleared in the night before Sunday', 'It was cleared on Monday night')).toHaveLength(
      1,
    )
    expect(kinds('The curfew begins at 23h', 'The curfew begins at 11 p.m.')).toEqual([])
    expect(kinds('The curfew begins at 22:30h', 'The curfew begins at 11 p.m.')).toHaveLength(1)
    expect(kinds('Both opposition parties left', 'The 5 opposition groups left')).toHaveLength(1)
  })

  it('of a quotation are found in its words', () => {
    const found = findingsOn(
      'utterance',
      reported('a', 'the islands count 60 patrol boats'),
      reported('b', 'the islands count 90 patrol boats'),
    )
    expect(found.map(({ kind }) => kind)).toEqual(['number-conflict'])
    expect(found[0]?.evidence.map(({ exact }) => exact)).toEqual(['60 patrol boats', '90 patrol boats'])
  })

  it('of weekdays are compared although nobody knows when the articles were printed', () => {
    const found = findingsOn(
      'utterance',
      reported('a', 'the gates would shut on Monday', 'said that', { publishedAt: null }),
      reported('b', 'the gates would shut on Thursday', 'said that', { publishedAt: null }),
    )
    expect(found.map(({ kind }) => kind)).toEqual(['date-conflict'])
  })

  it('come once, though a quotation and the claim in it are in two clusters', () => {
    const words = 'the islands count 60 patrol boats'
    const other = 'the islands count 90 patrol boats'
    const [a, b] = [
      told('a', `Kolvenik said that ${words}.`, [
        { words, speaker: 'Kolvenik' },
        { words, layer: 'claim' },
      ]),
      told('b', `Kolvenik said that ${other}.`, [
        { words: other, speaker: 'Kolvenik' },
        { words: other, layer: 'claim' },
      ]),
    ]
    const found = findFindings(storyOf(a, b), [
      together('utterance', 'a-0', 'b-0'),
      together('assertion', 'a-1', 'b-1'),
    ])
    expect(found.map(({ kind }) => kind)).toEqual(['number-conflict'])
  })
})

describe('what one source alone reports', () => {
  const shared = [
    'The ferries between the two shores of the sound stopped on 21 February',
    'Fuel has run out in Brann and in the harbour of Oster Quay since then',
    'The crews carry no letters and no messages for the stranded families',
  ]
  const own = 'The chamber of commerce in Carrow lost 3.5 million euros'
  const claims = (words: readonly string[]) => words.map((each) => ({ words: each, layer: 'claim' as const }))
  const lines = (words: readonly string[]) => words.map((each) => `${each}.`).join('\n')
  const around = (...words: readonly string[]) => [
    shared[0] ?? '',
    ...words,
    shared[1] ?? '',
    shared[2] ?? '',
  ]
  const full = told('a', lines(around(own)), claims(around(own)))
  const plain = (id: string, more = '') => told(id, lines(shared) + more, claims(shared))
  const alone = [together('assertion', 'a-1')]

  it('is found where another reports what stands before and after it', () => {
    const [finding, ...others] = findFindings(storyOf(full, plain('b'), plain('c')), alone)
    expect(others).toEqual([])
    expect(finding?.kind).toBe('only-in')
    expect(finding?.articles).toEqual(['a'])
    expect(finding?.explanation).toBe(
      `Only a reports “${own}”; b and c report what stands around it and leave it out.`,
    )
    const [pair] = findFindings(storyOf(full, plain('b')), alone)
    expect(pair?.explanation).toBe(
      `Only a reports “${own}”; b reports what stands around it and leaves it out.`,
    )
  })

  it('is none where another tells it without a mark, or stops reporting before it', () => {
    const telling = plain(
      'c',
      '\nAccording to the chamber of commerce in Carrow, 3.5 million euros were lost.',
    )
    expect(findFindings(storyOf(full, plain('b'), telling), alone)).toEqual([])
    const brief = told('b', lines(shared.slice(0, 1)), claims(shared.slice(0, 1)))
    expect(findFindings(storyOf(full, brief), alone)).toEqual([])
  })

  it('is none for words that name nobody and nothing, nor for what nobody known said', () => {
    const vague = 'The people there are waiting patiently for better weather'
    const article = told('a', lines(around(vague)), claims(around(vague)))
    expect(findFindings(storyOf(article, plain('b')), alone)).toEqual([])
  })

  it('is one finding where an article tells it twice', () => {
    const twice = [...around(own), ...around(own)]
    const spans = lines(twice)
    const article = told('a', spans, claims(twice))
    const second = spans.lastIndexOf(own)
    const repeated = {
      ...article,
      annotations: article.annotations.map((annotation, index) =>
        index === 5 ? { ...annotation, start: second, end: second + own.length } : annotation,
      ),
    }
    const clusters = [together('assertion', 'a-1'), together('assertion', 'a-5')]
    const found = findFindings(storyOf(repeated, plain('b')), clusters)
    expect(found.map(({ kind }) => kind)).toEqual(['only-in'])
  })

  it('is at most three findings for an article', () => {
    const owned = ['Anselm', 'Bertram', 'Corvin', 'Dorian', 'Egmont'].map(
      (name, index) => `A warehouse of ${name} burned down with ${index + 3} barges beside it`,
    )
    const mixed = owned.flatMap((each, index) => [
      `Passengers number ${index} waited at the northern landing stage on Monday morning`,
      each,
    ])
    const rest = mixed.filter((each) => !owned.includes(each))
    const article = told('a', lines(mixed), claims(mixed))
    const other = told('b', lines(rest), claims(rest))
    const found = findFindings(
      storyOf(article, other),
      owned.map((_, index) => together('assertion', `a-${2 * index + 1}`)),
    )
    expect(found.filter(({ kind }) => kind === 'only-in')).toHaveLength(3)
  })
})

describe('findings', () => {
  const articles = [
    spoken('wire', 'Andrey Kolvenik', '“I would suggest 23 talks on 8 March 🚢,”'),
    spoken('glimpse', 'Maresh Tolvane', '“I would propose 32 talks on 9 March 🚢,”', {
      sourceName: null,
      title: 'A talk',
    }),
  ]

  it('show words that stand in the article, belong to their members, and have ids from content', () => {
    const found = findingsOn('utterance', ...articles)
    expect(found.map(({ kind }) => kind).sort()).toEqual([
      'attribution-conflict',
      'date-conflict',
      'number-conflict',
      'wording',
    ])
    for (const finding of found) {
      expect(finding.evidence.length).toBeGreaterThan(1)
      for (const { article, start, end, exact, annotation } of finding.evidence) {
        expect(articles.find(({ id }) => id === article)?.body.text.slice(start, end)).toBe(exact)
        expect(finding.members).toContain(annotation)
      }
      expect(finding.explanation).toMatch(/^\S.*\.$/u)
    }
    expect(findingsOn('utterance', ...articles)).toEqual(found)
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
  })

  it('name an article by its title where its outlet is unknown', () => {
    const explanations = findingsOn('utterance', ...articles).map(({ explanation }) => explanation)
    expect(
      explanations.every(
        (one) => one.includes('the article “A talk”') || one.startsWith('The article “A talk”'),
      ),
    ).toBe(true)
  })
})
