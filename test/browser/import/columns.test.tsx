import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { guessColumns, type ColumnMapping } from '#core/intake/table/columns'
import type { OpenColumnQuestion } from '#services/column-questions'
import { ColumnForm } from '../../../src/renderer/src/features/import/ColumnDialog'
import { clearScreen, expectAccessible, show } from '../app/screen'

const NAMES = ['id', 'Kopfzeile', 'Volltext', 'date', 'outlet']

const question: OpenColumnQuestion = {
  id: 'import',
  path: 'press/articles.csv',
  signature: 'signature',
  names: NAMES,
  rows: [
    ['1', 'Ferry sails again', 'The ferry sailed at noon.', '2022-03-09', 'Lund Echo'],
    ['2', '', 'The pier was closed. '.repeat(30), '2022-03-10', 'Harbour Post'],
  ],
  mapping: guessColumns(NAMES),
  isRemembered: false,
}

const nothing = () => undefined

async function showForm(
  onImport: (mapping: ColumnMapping) => void = nothing,
  theme: 'light' | 'dark' = 'light',
  asked = question,
) {
  await show(
    <main>
      <h1>Columns</h1>
      <ColumnForm question={asked} onImport={onImport} onLeaveOut={nothing} onCancel={nothing} />
    </main>,
    { theme },
  )
}

const holds = (column: string) => page.getByRole('combobox', { name: `${column} holds` })

afterEach(clearScreen)

describe('the question what columns hold', () => {
  test.each(['light', 'dark'] as const)('has nothing that axe objects to, %s', async (theme) => {
    await showForm(nothing, theme)
    await expect.element(page.getByText('No column holds the text of the articles.')).toBeVisible()
    await expectAccessible()
  })

  test('is answered with the keyboard alone, and shows what the first article becomes', async () => {
    let answer: ColumnMapping | null = null
    await showForm((mapping) => (answer = mapping))
    const go = page.getByRole('button', { name: 'Import', exact: true })
    await expect.element(holds('date')).toHaveValue('date')
    await expect.element(go).toBeDisabled()
    const text = holds('Volltext').element() as HTMLSelectElement
    text.focus()
    await userEvent.selectOptions(text, 'text')
    await userEvent.selectOptions(holds('Kopfzeile'), 'title')
    const note = page.getByRole('status')
    await expect.element(note).toHaveTextContent('Ferry sails again')
    await expect.element(note).toHaveTextContent('Lund Echo · 2022-03-09')
    await expect.element(note).toHaveTextContent('Not in a column: author, language.')
    await expectAccessible()
    ;(go.element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    expect(answer).toEqual({ roles: ['out', 'title', 'text', 'date', 'source'], firstRowIsData: false })
  })

  test('lets one column alone hold a title, and several a text', async () => {
    await showForm()
    await userEvent.selectOptions(holds('Kopfzeile'), 'title')
    await userEvent.selectOptions(holds('id'), 'title')
    await expect.element(holds('Kopfzeile')).toHaveValue('out')
    await userEvent.selectOptions(holds('Kopfzeile'), 'text')
    await userEvent.selectOptions(holds('Volltext'), 'text')
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Ferry sails again ¶ The ferry sailed at noon.')
  })

  test('takes the first row for an article where it has no names', async () => {
    let answer: ColumnMapping | null = null
    const names = ['Pier closed', 'The pier was closed.']
    const rows = [['Ferry', 'It sailed.']]
    await showForm((mapping) => (answer = mapping), 'light', {
      ...question,
      names,
      rows,
      mapping: guessColumns(names),
    })
    await page.getByRole('checkbox', { name: 'The first row is an article' }).click()
    await userEvent.selectOptions(holds('Column 2'), 'text')
    await expect.element(page.getByRole('status')).toHaveTextContent('The pier was closed.')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    expect(answer).toEqual({ roles: ['out', 'text'], firstRowIsData: true })
  })
})
