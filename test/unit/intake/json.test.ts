import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJsonFault } from '#core/intake/json/json-fault'
import { blocksOf, only, readFixture, readText } from './fixture'

describe('JSON articles', () => {
  it('reads a list, whatever its fields are called, and reports the item without a text', () => {
    const { drafts, problems } = readFixture('articles.json')
    expect(drafts.map(({ path }) => path)).toEqual(['articles.json#1', 'articles.json#2', 'articles.json#4'])
    expect(drafts[0]?.metadata).toEqual({
      title: 'Ferries to sail again',
      publishedAt: '2022-03-09T07:41:00Z',
      byline: 'Marta Quill, Owen de Vries',
      sourceName: 'Lund Evening Echo',
      url: 'https://echo.example/1',
      language: 'en-GB',
      dateline: null,
    })
    expect(drafts[0]?.guessed).toEqual([])
    expect(drafts[0]?.body.text).not.toContain('\r')
    expect(problems).toEqual([
      {
        path: 'articles.json#3',
        reason: 'no-text',
        message: 'Item 3 has no text; looked for text, body, content, article, full_text or maintext.',
      },
    ])
  })

  it('turns HTML in a field into blocks', () => {
    const draft = readFixture('articles.json').drafts[1]
    if (!draft) throw new Error('no draft')
    expect(blocksOf(draft).map(([kind, text]) => [kind, text.slice(0, 15)])).toEqual([
      ['paragraph', 'More than 1,200'],
      ['paragraph', 'Neither side wo'],
    ])
    expect(draft.metadata).toMatchObject({
      title: 'Islanders & bread',
      sourceName: 'BBC',
      publishedAt: '2022-03-10',
    })
  })

  it('replaces halves of surrogate pairs, which no encoding can keep', () => {
    const draft = readFixture('articles.json').drafts[2]
    expect(draft?.body.text).toBe('Half a pair \ufffd here and a whole one 😀 there, with \ufffd in the end.')
  })

  it('reads a single article and one wrapped by a search engine', () => {
    const single = only(readFixture('single.json'))
    expect(single.path).toBe('single.json')
    expect(single.metadata).toMatchObject({
      title: 'Ferries',
      sourceName: 'New York Times',
      publishedAt: '2022-03-09T07:41:00',
      language: 'en',
    })
    expect(readFixture('elastic.json').drafts.map(({ metadata }) => metadata.title)).toEqual(['Ferries'])
    const nested = JSON.stringify({
      status: 'ok',
      response: { docs: [{ content: 'One.' }, { content: ['Two.', 'Three.'] }] },
    })
    expect(readText(nested, 'a.json').drafts.map(({ body }) => body.text)).toEqual(['One.', 'Two.\n\nThree.'])
  })

  it('reads JSON lines, reports bad ones by number, and lets the rest through', () => {
    const { drafts, problems } = readFixture('lines.jsonl')
    expect(drafts.map(({ path, format }) => [path, format])).toEqual([
      ['lines.jsonl#1', 'jsonl'],
      ['lines.jsonl#4', 'jsonl'],
    ])
    expect(drafts[0]?.metadata.publishedAt).toBe('2022-03-09T07:41:00Z')
    expect(drafts[1]?.metadata.byline).toBe('Marta Quill')
    expect(problems.map(({ path, reason, message }) => [path, reason, message.slice(0, 30)])).toEqual([
      ['lines.jsonl#3', 'broken-json', 'Line 3 ends before its JSON is'],
      ['lines.jsonl#5', 'not-articles', 'Line 5 is not an article; look'],
    ])
  })

  it('reads either kind under the other’s name', () => {
    const lines = '{"text":"One."}\n{"text":"Two."}\n'
    expect(readText(lines, 'a.json').drafts.map(({ path, format }) => [path, format])).toEqual([
      ['a.json#1', 'jsonl'],
      ['a.json#2', 'jsonl'],
    ])
    const whole = '[\n {"text": "One."},\n {"text": "Two."}\n]'
    expect(readText(whole, 'a.jsonl').drafts.map(({ format }) => format)).toEqual(['json', 'json'])
  })

  it('says what it looked for when JSON holds no article', () => {
    const message =
      'The file is JSON without articles; looked for a field named text, body, content, article, full_text or maintext.'
    for (const text of ['{"a":1}', '[1,2,3]', '[]', '{}', '"text"', '42', 'null', '{"articles":[]}']) {
      expect(readText(text, 'a.json')).toEqual({
        drafts: [],
        problems: [{ path: 'a.json', reason: 'not-articles', message }],
      })
    }
    expect(readFixture('not-articles.json').problems[0]?.reason).toBe('not-articles')
  })

  it('says where JSON is cut off or broken', () => {
    expect(readFixture('truncated.json').problems).toEqual([
      {
        path: 'truncated.json',
        reason: 'broken-json',
        message: expect.stringMatching(
          /^The file ends at line 2, column \d+, before its JSON is complete/,
        ) as string,
      },
    ])
    expect(readText('{\n "text": oops }', 'a.json').problems[0]?.message).toBe(
      'The file is not JSON from line 2, column 10 on.',
    )
  })

  it('keeps a report of a broken export short', () => {
    const text = '{"text":"One."}\n' + 'oops\n'.repeat(5_000)
    const { drafts, problems } = readText(text, 'a.jsonl')
    expect(drafts).toHaveLength(1)
    expect(problems).toHaveLength(1_001)
    expect(problems.at(-1)?.message).toBe('4000 more items could not be read.')
    expect(readText('oops\n'.repeat(5_000), 'a.jsonl').problems).toHaveLength(1)
  })

  it('is not stopped by nesting', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000)
    expect(readText(deep, 'a.json').problems).toHaveLength(1)
    expect(readText('['.repeat(200_000), 'a.json').problems[0]?.reason).toBe('broken-json')
    expect(readText(`{"text":"One.","more":${deep}}`, 'a.json').drafts).toHaveLength(1)
  })
})

describe('findJsonFault', () => {
  function offsetOf(text: string): number {
    const { line, column } = findJsonFault(text)
    return (
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length +
      (line > 1 ? 1 : 0) +
      column -
      1
    )
  }

  it('points at the end of any JSON cut short', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (json, cut) => {
        const whole = `{"a":${json}}`
        const short = whole.slice(0, cut % whole.length).trimEnd()
        fc.pre(short !== '' && !/[\\eE.+-]$|\\u[\da-f]{0,3}$/.test(short))
        fc.pre(!/(?:^|[^"\w])(?:t|tr|tru|f|fa|fal|fals|n|nu|nul)$/.test(short))
        expect(findJsonFault(short).truncated).toBe(true)
        expect(offsetOf(short)).toBe(short.length)
      }),
    )
  })

  it.each([
    ['{"a" 1}', 5],
    ['{"a":1,}', 7],
    ['[1 2]', 3],
    ['[1,]', 3],
    ['{a:1}', 1],
    ['[01]', 1],
    ['["\\x"]', 3],
    ['["a\tb"]', 3],
    ['{} x', 3],
    ["['a']", 1],
    ['[1}', 2],
    ['{"a":1]', 6],
  ])('points at the fault of %j', (text, offset) => {
    expect(() => JSON.parse(text) as unknown).toThrow()
    expect(offsetOf(text)).toBe(offset)
  })
})
