import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFile } from '#core/intake/intake'
import { guessColumns, readColumnWishes, wishedColumns, type ColumnRole } from '#core/intake/table/columns'
import { previewTable, readTableHead } from '#core/intake/table/head'
import { readRows } from '#core/intake/table/rows'
import { readTable } from '#core/intake/table/table'
import { furnitureOf, only, readText } from './fixture'

const rowsOf = (text: string, delimiter = ',', width: number | null = null) =>
  [...readRows(text, delimiter, width)].map((row) => (row.kind === 'cells' ? row.cells : row.kind))

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

describe('rows of a table', () => {
  it('have cells with delimiters, line feeds and quotation marks in them', () => {
    expect(rowsOf('a,b\n"one, two","said ""no""\nand left"\n\nlast,')).toEqual([
      ['a', 'b'],
      ['one, two', 'said "no"\nand left'],
      [''],
      ['last', ''],
    ])
  })

  it('that are broken cost their first line and nothing else', () => {
    expect(rowsOf('a,b\n1,"never closed\n2,fine\n3,"closed "too" early"\n4,fine\n')).toEqual([
      ['a', 'b'],
      'broken',
      ['2', 'fine'],
      'broken',
      ['4', 'fine'],
    ])
  })

  it('between tabs are taken as they stand where nothing is quoted', () => {
    expect(rowsOf('a\tb\n1\t"Yes," she said.\n2\t"open\n', '\t', 2)).toEqual([
      ['a', 'b'],
      ['1', '"Yes," she said.'],
      ['2', '"open'],
    ])
  })

  it('are all found again, whatever is in them and however long they are', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', 'é', '😀', ' '), maxLength: 20 }),
      fc.constant('long '.repeat(30_000)),
    )
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((cells) => cells.map(quoted).join(',')).join('\n')
        expect(rowsOf(`${text}\n`)).toEqual(rows)
      }),
      { numRuns: 60 },
    )
  })

  it('take no longer when all of them are broken, and say where reading stopped', () => {
    const rows = rowsOf(`a,b\n${'1,"open, and so on\n'.repeat(200_000)}`)
    expect(rows.at(-1)).toBe('given-up')
    expect(rows.length).toBeGreaterThan(10)
  })
})

describe('the top of a table', () => {
  it.each([
    [',', 'Headline,Body,Date\na,b,c\n'],
    [';', '\ufeffHeadline;Body;Date\na;b, and c;d\n'],
    ['\t', 'Headline\tBody\tDate\n'],
    ['|', '\n\nHeadline|Body|Date\n'],
    [';', 'sep=;\nHeadline;Body;"Date"\n'],
  ])('is read where cells are parted by %j', (delimiter, text) => {
    const head = readTableHead(text.replace('\ufeff', ''))
    expect(head?.delimiter).toBe(delimiter)
    expect(head?.names).toEqual(['Headline', 'Body', 'Date'])
    expect(head?.signature).toBe(readTableHead('headline,BODY,date\n')?.signature)
  })

  it('shows its first rows to a person, from its bytes in any encoding', () => {
    const text = `Überschrift;Text\nFähre;${'Die Fähre fährt für alle zurück. '.repeat(30)}\n;\nBrücke;Zu\n`
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
    const preview = previewTable(bytes)
    expect(preview?.names).toEqual(['Überschrift', 'Text'])
    expect(preview?.rows.map(([first]) => first)).toEqual(['Fähre', 'Brücke'])
    expect(preview?.rows[0]?.[1]).toHaveLength(300)
  })

  it('is cut between lines, so that no character is halved', () => {
    const bytes = new TextEncoder().encode(`title,text\n${'é,ü😀\n'.repeat(20_000)}`)
    expect(previewTable(bytes)?.rows).toHaveLength(5)
  })
})

describe('what columns hold', () => {
  it('is told by their names, the likeliest name first', () => {
    const { roles } = guessColumns([
      'id',
      'Content',
      'body',
      'Headline',
      'pub_date',
      'Outlet',
      'byline',
      'URL',
      'lang',
    ])
    expect(roles).toEqual(['out', 'out', 'text', 'title', 'date', 'source', 'author', 'url', 'language'])
  })

  it('can be said by name or number, and what is not said is told by the names', () => {
    const wishes = readColumnWishes('text=Volltext, title=2')
    expect(wishes.ok && wishedColumns(['datum', 'Kopf', 'VOLLTEXT', 'title', 'date'], wishes.value)).toEqual({
      ok: true,
      value: { roles: ['out', 'title', 'text', 'out', 'date'], firstRowIsData: false },
    })
  })

  it.each(['text', 'text=', 'words=Body', ''])('is refused when it says %j', (written) => {
    expect(readColumnWishes(written).ok).toBe(false)
  })

  it('is refused when the table has no such column, naming those it has', () => {
    const refused = wishedColumns(['a', 'b'], [{ role: 'text', column: 'Body' }])
    expect(!refused.ok && refused.error.message).toBe('It has no column “Body” (it has “a”, “b”).')
  })
})

const mapping = (...roles: ColumnRole[]) => ({ roles, firstRowIsData: false })

describe('a table of articles', () => {
  const TEXT = 'The ferry sailed at noon, the harbour master said.'

  it('gives an article a row, with what its columns say', () => {
    const { drafts, problems } = readText(
      `headline,body,date,outlet,author,url,lang,notes\n"Ferry, sails","${TEXT}",2022-03-09,Lund Echo,Ada Quill,https://echo.example/1,en,x\n`,
      'articles.csv',
    )
    expect(problems).toEqual([])
    expect(drafts[0]).toMatchObject({ path: 'articles.csv#2', format: 'csv', guessed: [] })
    expect(drafts[0]?.body.text).toBe(TEXT)
    expect(drafts[0]?.metadata).toEqual({
      title: 'Ferry, sails',
      sourceName: 'Lund Echo',
      byline: 'Ada Quill',
      publishedAt: '2022-03-09',
      language: 'en',
      url: 'https://echo.example/1',
      dateline: null,
    })
  })

  it('names bad rows by their number and reads the others', () => {
    const { drafts, problems } = readText(
      `title,text\nA,${TEXT.replace(',', '')}\nB,unquoted, so cut\nC\nD,"open\nE,Fine.\nF,\n\nG,Fine too.\n`,
      'a.csv',
    )
    expect(drafts.map(({ path }) => path)).toEqual(['a.csv#2', 'a.csv#6', 'a.csv#9'])
    expect(problems).toEqual([
      {
        path: 'a.csv#3',
        reason: 'broken-table',
        message: 'Row 3 has 3 cells where there are 2 columns, so its text may be cut; it was left out.',
      },
      {
        path: 'a.csv#4',
        reason: 'broken-table',
        message: 'Row 4 has 1 cells where there are 2 columns, so its text may be cut; it was left out.',
      },
      {
        path: 'a.csv#5',
        reason: 'broken-table',
        message: 'Row 5 is broken: its quotation marks do not close where its cells end.',
      },
      { path: 'a.csv#7', reason: 'no-text', message: 'Row 7 has no text.' },
    ])
  })

  it('says which columns there are when none holds the text', () => {
    expect(readText('nummer,inhalt\n1,x\n', 'a.csv').problems).toEqual([
      {
        path: 'a.csv',
        reason: 'broken-table',
        message: 'No column holds the text of the articles. It has “nummer”, “inhalt”.',
      },
    ])
  })

  it('takes the columns it is told, several of them as one text', () => {
    const bytes = new TextEncoder().encode('k;lead;rest\nFerry;It sailed.;It came back.\n')
    const columns = mapping('title', 'text', 'text')
    const draft = only(readFile({ path: 'a.csv', rootName: null, bytes, columns }))
    expect(draft.body.text).toBe('It sailed.\n\nIt came back.')
    expect(draft.metadata.title).toBe('Ferry')
  })

  it('takes the first row as an article where it is told so, once for all pieces', () => {
    const columns = { ...mapping('title', 'text'), firstRowIsData: true }
    const paths = (first: number | null) =>
      readTable('A,One.\nB,Two.\n', 'a.csv', columns, first).articles.map(({ path }) => path)
    expect(paths(null)).toEqual(['a.csv#1', 'a.csv#2'])
    expect(paths(2)).toEqual(['a.csv#1', 'a.csv#2'])
    expect(paths(70)).toEqual(['a.csv#70'])
  })

  it('reads HTML in a cell as such, and a formula as the text it is', () => {
    const { drafts } = readText(
      'title,text\n"=HYPERLINK(""https://x.example"")","<p>It sailed.</p><script>alert(1)</script><p>Share this</p>"\n+1,"=1+1 is what he wrote."\n',
      'a.csv',
    )
    expect(drafts[0]?.metadata.title).toBe('=HYPERLINK("https://x.example")')
    expect(drafts[0]?.body.text).not.toContain('alert')
    expect(drafts[0] && furnitureOf(drafts[0])).toEqual(['Share this'])
    expect(drafts[1]?.body.text).toBe('=1+1 is what he wrote.')
  })

  it('reports no more bad rows than a person reads', () => {
    const { problems } = readText(`title,text\n${'x\n'.repeat(3000)}`, 'a.csv')
    expect(problems).toHaveLength(1001)
    expect(problems.at(-1)?.message).toBe('2000 more rows could not be read.')
  })
})
