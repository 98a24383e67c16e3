import { parseHTML } from 'linkedom/worker'
import { describe, expect, it } from 'vitest'
import { storyReport } from '#core/exchange/story-report'
import { claim, cluster, input, judged, quotation } from '../compare/matrix-samples'

const OPTIONS = { base: 0, madeOn: null }
const EVIL = `</style></title><script>alert(1)</script><img src="http://evil/x" onerror='alert(2)'>&amp;"'\u0000`

function documentOf(html: string) {
  return parseHTML(html).document
}

const words = quotation('a1', 'a', 'We will suggest continuing', { speaker: 's1', cue: 'said' })
const others = quotation('b1', 'b', 'We will not propose continuing')
const troops = claim('b2', 'b', 'over 40 boats', {
  quantities: [{ start: 5, end: 7, exact: '40', value: 40, unit: 'boats', qualifier: 'more-than' }],
})
const story = input(
  { a: 'Northwind', b: 'Selatraya' },
  [words, others, troops],
  [cluster('one', ['a1', 'b1'], 'utterance', 'accepted'), cluster('two', ['b2'], 'assertion')],
  {
    findings: [
      {
        ...judged('wording', 'one', [words, others], 'confirmed', 'One says not.'),
        note: 'Asked the editor.',
      },
    ],
  },
)

describe('the report of a story', () => {
  const html = storyReport(story, OPTIONS)
  const page = documentOf(html)
  const textOf = (selector: string) => page.querySelector(selector)?.textContent ?? ''

  it('shows sources, both matrices, and findings with evidence, status and note', () => {
    expect([...page.querySelectorAll('h2')].map((one) => one.textContent)).toEqual([
      'Sources',
      'Utterances (1)',
      'Assertions (1)',
      'Findings (1)',
    ])
    expect(textOf('.matrix')).toContain('Ode Marrin')
    expect(html).toContain('&gt; 40 boats')
    expect(textOf('.finding')).toMatch(
      /One says not\..*Confirmed.*Northwind.*We will suggest.*Asked the editor\./su,
    )
  })

  it('marks the differences against the base, by more than colour', () => {
    const marked = [...page.querySelectorAll('ins')].map((one) => one.textContent.trim())
    expect(marked.join(' ')).toMatch(/not.*propose/u)
    expect([...page.querySelectorAll('.words sup')].map((one) => one.textContent)).toContain('N')
  })

  it('keeps the direction of a speaker, a cue and a source to themselves', () => {
    const turned = quotation('t1', 'a', 'We will go', { speaker: 's2', cue: '\u202esaid' })
    const own = input({ a: '\u202eNorthwind' }, [turned], [cluster('one', ['t1'], 'utterance')], {
      speakers: new Map([['s2', '\u202eEve']]),
      findings: [judged('wording', 'one', [turned])],
    })
    const apart = documentOf(storyReport(own, OPTIONS))
    const isolated = [...apart.querySelectorAll('bdi')].map((one) => one.textContent)
    expect(isolated).toEqual(['\u202eEve', '\u202esaid', 'They differ.', '\u202eNorthwind'])
    for (const part of apart.querySelectorAll('bdi')) part.remove()
    for (const line of apart.querySelectorAll('.facts, .finding li'))
      expect(line.textContent).not.toContain('\u202e')
  })

  it('is the same each time it is made of the same', () => {
    expect(storyReport(story, OPTIONS)).toBe(html)
    expect(storyReport(story, { ...OPTIONS, madeOn: '4 March 2025' })).toContain('4 March 2025')
  })

  it('lists the sources of a row where columns would not fit a page', () => {
    const names = Object.fromEntries(
      Array.from({ length: 9 }, (_one, index) => [`a${index}`, `Outlet ${index}`]),
    )
    const said = Array.from({ length: 9 }, (_one, index) =>
      quotation(`q${index}`, `a${index}`, `Words ${index}`),
    )
    const wide = input(names, said, [
      cluster(
        'one',
        said.map(({ id }) => id),
      ),
    ])
    const rows = documentOf(storyReport(wide, OPTIONS)).querySelectorAll('dl dt')
    expect([...rows].map((one) => one.textContent)).toEqual(Object.values(names))
  })
})

describe('a report of hostile texts', () => {
  const evil = { ...quotation('a1', 'a', EVIL, { cue: EVIL }) }
  const base = input(
    { a: EVIL, b: EVIL },
    [evil, quotation('b1', 'b', `${EVIL} too`)],
    [cluster('one', ['a1', 'b1'])],
    {
      story: { name: EVIL },
      speakers: new Map([['s1', EVIL]]),
      findings: [{ ...judged('wording', 'one', [evil], 'open', EVIL), note: EVIL }],
    },
  )
  const hostile = {
    ...base,
    sources: base.sources.map((source) => ({
      ...source,
      article: { ...source.article, title: EVIL, publishedAt: EVIL, language: 'en' },
    })),
  }
  const html = storyReport(hostile, { base: 0, madeOn: EVIL })
  const page = documentOf(html)

  it('holds no script, no picture, no handler and no address', () => {
    expect(page.querySelectorAll('script, img, iframe, link, a, object, form').length).toBe(0)
    const attributes = [...page.querySelectorAll('*')].flatMap((one) =>
      [...one.attributes].map(({ name }) => name),
    )
    expect(attributes.filter((name) => /^on|^src$|^href$/u.test(name))).toEqual([])
    expect(page.querySelectorAll('style').length).toBe(1)
    expect(page.title).toContain('<script>')
  })

  it('lets the browser load and run nothing', () => {
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'")
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<title>'))
  })
})
