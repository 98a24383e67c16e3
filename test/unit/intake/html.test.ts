import { afterEach, describe, expect, it } from 'vitest'
import { blocksOf, furnitureOf, only, readFixture, readText } from './fixture'

const PARAGRAPH =
  'Ferries between the bay and the island will run again from Thursday, the board said, ending a stoppage of nine days.'

describe('HTML articles', () => {
  afterEach(() => {
    expect(Reflect.get(globalThis, 'intakeRan')).toBeUndefined()
  })

  it('keeps the article’s blocks and nothing else', () => {
    const draft = only(readFixture('page.html'))
    expect(blocksOf(draft).map(([kind, text]) => [kind, text.slice(0, 22)])).toEqual([
      ['heading', 'Ferries to sail again'],
      ['paragraph', 'We use cookies.'],
      ['paragraph', 'Ferries between Ostrav'],
      ['paragraph', '“We would rather talk '],
      ['heading', 'Islanders run short'],
      ['paragraph', 'More than 1,200 travel'],
      ['list-item', 'Nine days without ferr'],
      ['list-item', 'Two schools opened as '],
      ['quote', 'The board offered a ri'],
      ['paragraph', 'A ferry at the quay of'],
      ['paragraph', 'Neither side would say'],
      ['paragraph', 'A second round is plan'],
    ])
    expect(draft.body.text).toBe(
      draft.body.blocks.map(({ start, end }) => draft.body.text.slice(start, end)).join('\n\n'),
    )
    expect(draft.body.text).toContain('comment.\nThe talks go on.')
    expect(furnitureOf(draft)).toEqual(['We use cookies.'])
  })

  it('never runs a script or handler, and leaves none in the text', () => {
    const { text } = only(readFixture('page.html')).body
    for (const trace of [
      'intakeRan',
      'written by script',
      'onclick',
      'color: red',
      'Turn scripts on',
      'Accept',
    ]) {
      expect(text).not.toContain(trace)
    }
  })

  it('reads stated metadata, none of it guessed', () => {
    const draft = only(readFixture('page.html'))
    expect(draft.metadata).toMatchObject({
      title: 'Ferries to sail again',
      publishedAt: '2022-03-09T07:41:00+01:00',
      byline: 'Marta Quill, Owen de Vries',
      sourceName: 'Lund Evening Echo',
      url: 'https://echo.example/2022/ferries',
      language: 'en-GB',
    })
    expect(draft.guessed).toEqual([])
    expect(draft.format).toBe('html')
  })

  it('falls back to meta elements, the page’s own elements and the address', () => {
    const page = `<html lang="en_us"><head><title>Ferries to sail again today - Echo</title>
      <meta name="author" content="By Marta Quill"><meta property="og:url" content="https://www.nytimes.com/a"></head>
      <body><p>${PARAGRAPH}</p><time datetime="2022-03-09">yesterday</time></body></html>`
    const draft = only(readText(page, 'a.htm'))
    expect(draft.metadata).toMatchObject({
      title: 'Ferries to sail again today',
      byline: 'Marta Quill',
      publishedAt: '2022-03-09',
      language: 'en-US',
      url: 'https://www.nytimes.com/a',
      sourceName: 'New York Times',
    })
    expect(draft.guessed).toEqual(['source'])
  })

  it('reads the whole page where there is no article, and pieces without html or body', () => {
    expect(only(readFixture('no-article.html')).body.text).toBe('Only a short line.')
    expect(blocksOf(only(readText(`<h2>One</h2><p>Two &amp; <b>three</b>&nbsp;four`, 'a.html')))).toEqual([
      ['heading', 'One'],
      ['paragraph', 'Two & three\u00a0four'],
    ])
    expect(only(readText('plain text, no tag', 'a.html')).body.text).toBe('plain text, no tag')
    expect(only(readText(`<html><head><title>x</title><p>${PARAGRAPH}</html>`, 'a.html')).body.text).toBe(
      PARAGRAPH,
    )
  })

  it('makes a line break of one br and a new block of two', () => {
    const record = JSON.stringify({ text: '<p>one<br>two <br/> <br> three</p>' })
    expect(blocksOf(only(readText(record, 'a.json')))).toEqual([
      ['paragraph', 'one\ntwo'],
      ['paragraph', 'three'],
    ])
  })

  it('says so when a page holds no text', () => {
    const message = 'The page holds no text.'
    expect(readFixture('scripts-only.html')).toEqual({
      drafts: [],
      problems: [{ path: 'scripts-only.html', reason: 'no-text', message }],
    })
  })

  it('leaves out hidden elements and survives broken markup', () => {
    const page = `<body><p hidden>no</p><p style="color:red; display: none">no</p><p aria-hidden="true">no</p>
      <table><tr><td>one<td>two</table><p>three<p>four <b>five <i>six</b> seven</i></div></span><p>${PARAGRAPH}`
    expect(blocksOf(only(readText(page, 'a.html'))).map(([, text]) => text)).toEqual([
      'one',
      'two',
      'three',
      'four five six seven',
      PARAGRAPH,
    ])
  })

  it('ignores JSON-LD that is broken or about something else', () => {
    const page = `<script type="application/ld+json">{"@type": "NewsArticle", </script>
      <script type="application/ld+json">[{"@type":"Person","name":"Nobody","url":"https://x.example"}, null, 3]</script>
      <p>${PARAGRAPH}</p>`
    expect(only(readText(page, 'a.html')).metadata).toMatchObject({ url: null, byline: null })
  })
})
