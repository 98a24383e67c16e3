import { describe, expect, it } from 'vitest'
import { dateCode } from '#core/search/dates'
import type { QueryNode } from '#core/search/query'
import { parseQuery } from '#core/search/query-parser'

function nodeOf(text: string): QueryNode {
  const query = parseQuery(text)
  if (!query.ok) throw new Error(query.error.message)
  return query.value.node
}

/** A query as an expression, to be read at a glance. */
function shown(node: QueryNode): string {
  switch (node.kind) {
    case 'words': {
      const words = node.parts.map(({ term, prefix }) => (prefix ? `${term}*` : term)).join('_')
      return node.scopes ? `${words}@${node.scopes.join('+')}` : words
    }
    case 'near':
      return `near${String(node.distance)}(${shown(node.left)}, ${shown(node.right)})`
    case 'any':
    case 'all':
      return `${node.kind}(${node.nodes.map(shown).join(', ')})`
    case 'not':
      return `not(${shown(node.node)})`
    case 'filter':
      return node.filter.field === 'date' ? 'date' : `${node.filter.field}=${node.filter.value}`
  }
}

describe('a query', () => {
  it.each([
    ['peace talks', 'all(peace, talks)'],
    ['peace AND talks', 'all(peace, talks)'],
    ['peace OR war', 'any(peace, war)'],
    ['peace | war', 'any(peace, war)'],
    // What stands side by side belongs together before OR.
    ['peace talks OR war', 'any(all(peace, talks), war)'],
    ['any(peace talks "cease fire")', 'any(peace, talks, cease_fire)'],
    ['peace -war', 'all(peace, not(war))'],
    ['peace NOT "cold war"', 'all(peace, not(cold_war))'],
    ['-(peace war)', 'not(all(peace, war))'],
    ['"cease fire"', 'cease_fire'],
    ['„Waffenruhe jetzt“ «trêve»', 'all(waffenruhe_jetzt, treve)'],
    ['cease-fire', 'cease_fire'],
    ["Putin's", 'putin_s'],
    ['Zelensk*', 'zelensk*'],
    ['"peace tal*"', 'peace_tal*'],
    ['東京*', '東_京*'],
    ['peace NEAR/5 talks', 'near5(peace, talks)'],
    ['peace NEAR talks', 'near10(peace, talks)'],
    ['a1 NEAR/2 b2 NEAR/3 c3', 'near3(near2(a1, b2), c3)'],
    ['any(war conflict) NEAR/5 "cease fire"', 'near5(any(war, conflict), cease_fire)'],
    ['(war OR conflict) NEAR/5 end', 'near5(any(war, conflict), end)'],
    ['source:reuters "x y"', 'all(source=reuters, x_y)'],
    ['source:"Harbour Post"', 'source=Harbour Post'],
    ['STATUS:In-Progress', 'status=in-progress'],
    ['tag:sea*', 'tag=sea*'],
    ['date:2022', 'date'],
    ['-lang:id', 'not(lang=id)'],
    ['peace in:title', 'peace@title'],
    ['in:title,text peace OR war', 'any(peace@title+text, war@title+text)'],
    ['(peace in:quotations) war', 'all(peace@quotations, war)'],
    ['(peace in:quote war) in:title', null],
    ['(peace in:note) war in:title', 'all(peace@notes, war@title)'],
    ['peace NEAR/3 war in:text', 'near3(peace@text, war@text)'],
    ['say \\"yes', 'all(say, yes)'],
    ['\\-peace', 'peace'],
    ['source\\:reuters', 'source_reuters'],
    ['10:30', '10_30'],
    ['"he said \\"no\\" twice"', 'he_said_no_twice'],
    ['or', 'or'],
    ['peace -', 'peace'],
  ])('%s', (text, expected) => {
    if (expected === null) expect(parseQuery(text).ok).toBe(false)
    else expect(shown(nodeOf(text))).toBe(expected)
  })

  it.each([
    ['', 'There is no word to look for.', 0, 0],
    ['—', 'There is no word to look for.', 0, 1],
    ['peace "cease fire', 'This phrase has no closing quotation mark.', 6, 17],
    ['(peace', 'This parenthesis is not closed.', 0, 1],
    ['peace)', 'This parenthesis closes nothing.', 5, 6],
    ['peace ()', 'There is no word between these parentheses.', 6, 8],
    ['peace OR', 'OR needs something on either side.', 6, 8],
    ['OR peace', 'OR needs something on either side.', 0, 2],
    ['AND peace', 'AND needs something on either side.', 0, 3],
    ['peace NOT', 'NOT needs something after it that is to be excluded.', 6, 9],
    ['NEAR/3 peace', 'NEAR needs a word or phrase on either side.', 0, 6],
    ['peace NEAR/3', 'NEAR needs a word or phrase on either side.', 6, 12],
    ['peace NEAR/0 war', 'NEAR reaches from 1 to 100 words.', 6, 12],
    ['peace NEAR/500 war', 'NEAR reaches from 1 to 100 words.', 6, 14],
    ['peace NEAR source:x', 'NEAR joins words, phrases and any(…) of these, nothing else.', 11, 18],
    ['*', 'An asterisk needs the beginning of a word before it.', 0, 1],
    ['a*', '“a*” would find nearly everything: write at least two letters.', 0, 2],
    ['pea*ce', 'An asterisk can only stand at the end of a word.', 0, 6],
    ['source:', '“source:” needs a value after it.', 0, 7],
    ['peace status:later', '“status:” knows todo, in-progress, done, not “later”.', 6, 18],
    ['in:headline x', '“in:” knows title, text, quotations, claims, notes, not “headline”.', 0, 11],
    ['in:title', 'This says where to look, but there is no word to look for.', 0, 8],
    ['in:title source:x', 'This says where to look, but there is no word to look for.', 0, 8],
    ['date:2022-03..2022-01', '“2022-03..2022-01” ends before it begins.', 0, 21],
    [
      'colour:red',
      'There is no filter “colour:”. Filters are source:, date:, tag:, speaker:, status:, lang:, in:. To look for the words, put them in quotation marks.',
      0,
      7,
    ],
    [
      'title:peace',
      'There is no filter “title:”. Filters are source:, date:, tag:, speaker:, status:, lang:, in:. Write in:title.',
      0,
      6,
    ],
  ])('%s is refused with the place of the mistake', (text, message, start, end) => {
    expect(parseQuery(text)).toEqual({ ok: false, error: { message, at: { start, end } } })
  })

  it.each(['yesterday', '2022-13', '2022-00', '22', '2022-02-40', '..', '>', '2022..never'])(
    'with the date %s is refused',
    (date) => {
      const query = parseQuery(`date:"${date}"`)
      expect(query).toMatchObject({ ok: false, error: { message: expect.stringContaining('is no date') } })
    },
  )

  it.each([
    ['2022', '2021-12-31T23:59', '2022-01-01', '2022-12-31T23:59', '2023-01-01'],
    ['2022-02', '2022-01-31', '2022-02-01', '2022-02-28T10:00', '2022-03-01'],
    ['2022-02-15', '2022-02-14', '2022-02-15', '2022-02-15T23:59', '2022-02-16'],
    ['2022-01..2022-03', '2021-12-31', '2022-01-01', '2022-03-31', '2022-04-01'],
  ])('with the date %s knows where it begins and ends', (date, before, first, last, after) => {
    const node = nodeOf(`date:${date}`)
    if (node.kind !== 'filter' || node.filter.field !== 'date') throw new Error('It is a date')
    const { from, to } = node.filter
    const holds = (iso: string) => dateCode(iso) >= (from ?? 0) && dateCode(iso) < (to ?? Infinity)
    expect([before, first, last, after].map(holds)).toEqual([false, true, true, false])
  })

  it('may have one open end', () => {
    const filters = ['>=2022', '>2022', '<=2022', '<2022', '2022..', '..2022'].map((date) =>
      nodeOf(`date:${date}`),
    )
    const year = (text: string) => dateCode(`${text}-01-01`)
    expect(filters.map((node) => (node.kind === 'filter' ? node.filter : null))).toEqual([
      { field: 'date', from: year('2022'), to: null, none: false },
      { field: 'date', from: year('2023'), to: null, none: false },
      { field: 'date', from: null, to: year('2023'), none: false },
      { field: 'date', from: null, to: year('2022'), none: false },
      { field: 'date', from: year('2022'), to: null, none: false },
      { field: 'date', from: null, to: year('2023'), none: false },
    ])
  })

  it('says what it left out or took for a word', () => {
    const query = parseQuery('peace & war or talks')
    expect(query).toMatchObject({
      ok: true,
      value: {
        notes: [
          { message: '“&” has no letters or digits, so it was left out.', at: { start: 6, end: 7 } },
          {
            message: '“or” was looked for as a word. Write OR in capitals for the operator.',
            at: { start: 12, end: 14 },
          },
        ],
      },
    })
  })

  it('with a thousand parentheses is refused instead of breaking', () => {
    const query = parseQuery(`${'('.repeat(1_000)}peace${')'.repeat(1_000)}`)
    expect(query).toMatchObject({ ok: false, error: { message: expect.stringContaining('too many') } })
  })
})
