import { beforeAll, describe, expect, it } from 'vitest'
import {
  importWithColumns,
  leaveOutTable,
  liveColumnQuestions,
  type ColumnPolicy,
  type OpenColumnQuestion,
} from '#services/column-questions'
import { cancelImport, importEnded, readImportReport, resumeImport, startImport } from '#services/imports'
import { liveArticleRows } from './article-rows'
import { now, until, valueOf, withOpenCorpus } from './fake-main'
import { FakeFolder, useFakeStreams } from './fake-streams'

beforeAll(useFakeStreams)

let made = 0

/** A table with columns that no other test has. */
function tableOf(...titles: readonly string[]): { readonly names: readonly string[]; readonly text: string } {
  made += 1
  const names = [`kopf${String(made)}`, `inhalt${String(made)}`]
  const rows = titles.map((title) => `"${title}","${title}, it said at length."`)
  return { names, text: [names.join(','), ...rows].join('\n') }
}

const asked = (): Promise<OpenColumnQuestion> =>
  until(liveColumnQuestions(), (all) => all.length === 1).then(([question]) => {
    if (!question) throw new Error('nothing was asked')
    return question
  })

async function begin(folder: FakeFolder, policy?: ColumnPolicy): Promise<string> {
  const id = valueOf(await startImport(folder.grant, policy))
  await folder.serveAll()
  return id
}

const titles = async () =>
  (await now(liveArticleRows())).map(({ article }) => article.title).sort((a, b) => (a < b ? -1 : 1))

const TITLE_AND_TEXT = { roles: ['title', 'text'], firstRowIsData: false } as const

describe('a table whose columns nobody has named', () => {
  it('is asked about once for all tables with its columns, and remembered', () =>
    withOpenCorpus([], async () => {
      const { text, names } = tableOf('One', 'Two')
      const more = text.replaceAll('Two', 'Three')
      const id = await begin(
        new FakeFolder([
          { path: 'a.csv', text },
          { path: 'b/c.csv', text: more },
        ]),
      )
      const question = await asked()
      expect(question).toMatchObject({ id, path: 'a.csv', names, isRemembered: false })
      expect(question.rows[0]).toEqual(['One', 'One, it said at length.'])
      await importWithColumns(question, TITLE_AND_TEXT)
      await importEnded(id)
      expect(await now(liveColumnQuestions())).toEqual([])
      expect(await titles()).toEqual(['One', 'Three', 'Two'])

      const again = await begin(new FakeFolder([{ path: 'd.csv', text: text.replaceAll('Two', 'Four') }]))
      const second = await asked()
      expect(second).toMatchObject({ isRemembered: true, mapping: TITLE_AND_TEXT })
      await importWithColumns(second, second.mapping)
      await importEnded(again)
      expect(await titles()).toContain('Four')
    }))

  it('can be left out, and the rest is imported', () =>
    withOpenCorpus([], async () => {
      const id = await begin(
        new FakeFolder([
          { path: 'a.csv', text: tableOf('One').text },
          { path: 'b.txt', text: 'Two\n\nIt said so.\n' },
        ]),
      )
      leaveOutTable(await asked())
      await importEnded(id)
      expect(await titles()).toEqual(['Two'])
      expect((await readImportReport(id))[0]).toMatchObject({ path: 'a.csv', outcome: 'skipped' })
    }))

  it('is no longer asked about when the import is cancelled, and when it is resumed goes by what was said', () =>
    withOpenCorpus([], async () => {
      const { text } = tableOf('One')
      const folder = new FakeFolder([{ path: 'a.csv', text }])
      const id = await begin(folder)
      const question = await asked()
      valueOf(await cancelImport(id))
      expect(await now(liveColumnQuestions())).toEqual([])
      await importWithColumns(question, TITLE_AND_TEXT)
      valueOf(await resumeImport(id))
      await importEnded(id)
      expect(await titles()).toEqual(['One'])
    }))

  it('goes by its names, by wishes, or is skipped with the reason where nobody is there to ask', () =>
    withOpenCorpus([], async () => {
      const unattended = (
        ...wishes: readonly { role: 'text' | 'title'; column: string }[]
      ): ColumnPolicy => ({
        kind: 'unattended',
        wishes,
      })
      const { text, names } = tableOf('One')
      const guessed = 'title,body\nTwo,"Two, it said."\n'
      const files = [
        { path: 'a.csv', text },
        { path: 'b.csv', text: guessed },
      ]
      const first = await begin(new FakeFolder(files), unattended())
      await importEnded(first)
      const [skip] = await readImportReport(first)
      expect(skip).toMatchObject({ path: 'a.csv', outcome: 'skipped' })
      expect(skip?.message).toContain(`“${names[1] ?? ''}”`)
      expect(skip?.message).toContain('--columns text=NAME')
      expect(await titles()).toEqual(['Two'])
      const second = await begin(
        new FakeFolder(files),
        unattended({ role: 'text', column: names[1] ?? '' }, { role: 'title', column: '1' }),
      )
      await importEnded(second)
      expect(await titles()).toEqual(['One', 'Two'])
      expect((await readImportReport(second))[1]?.message).toContain('It has no column')
    }))
})
