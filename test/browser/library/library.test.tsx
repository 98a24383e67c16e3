import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Tag } from '#core/model/codebook'
import { createLiveValue } from '#services/live-value'
import { provideCommands } from '#store/command-registry'
import { useLibrary } from '#store/library'
import { openArticle, useNavigation } from '#store/navigation'
import { corpusCommands, libraryCommands } from '../../../src/renderer/src/features/library/commands'
import { FirstRun } from '../../../src/renderer/src/features/library/FirstRun'
import { Library } from '../../../src/renderer/src/features/library/Library'
import { clearScreen, expectAccessible, show } from '../app/screen'
import { articleRow, articleRows } from './articles'
import { memoryLibrary } from './memory-library'

const corpus = { id: 'corpus', name: 'Talks', description: '' }
const tags: readonly Tag[] = [
  { id: 'denial', name: 'Denial', parent: null, color: '#0072b2', shortcut: '1', definition: '' },
]
const rows = articleRows(500)

const grid = () => page.getByRole('grid', { name: 'Articles' })
const drawnRows = () => document.querySelectorAll('[role=grid] [role=row]').length
const selectedCount = () => useLibrary.getState().selection.selected.size
const titleOfActive = () => {
  const id = document.querySelector('[aria-activedescendant]')?.getAttribute('aria-activedescendant')
  return id ? document.getElementById(id)?.querySelector('[data-column=title]')?.textContent : null
}

beforeEach(() => {
  provideCommands('library', { place: 'library', commands: libraryCommands })
  provideCommands('corpus', { place: 'everywhere', commands: corpusCommands })
})
afterEach(clearScreen)

test('the keyboard stays in the library when its last article goes', async () => {
  const live = createLiveValue({ articles: 2, accepted: 0, suggested: 0, tags: {} })
  const source = memoryLibrary(rows.slice(0, 2))
  await show(<Library corpus={corpus} source={{ ...source, live }} tags={tags} />)
  await page.getByText('Talks resume, part 1', { exact: true }).click()
  await expect.element(grid()).toHaveFocus()
  live.set({ ...live.get(), articles: 0 })
  await expect.element(page.getByRole('button', { name: 'Import a folder…' })).toHaveFocus()
})

describe('the table', () => {
  test('draws only the rows in sight, and says how many there are', async () => {
    await show(<Library corpus={corpus} source={memoryLibrary(rows)} tags={tags} />)
    await expect.element(grid()).toHaveAttribute('aria-rowcount', '501')
    await expect.poll(drawnRows).toBeGreaterThan(15)
    expect(drawnRows()).toBeLessThan(60)
  })

  test.each(['light', 'dark'] as const)('has nothing that axe objects to, %s', async (theme) => {
    const flagged = [
      articleRow(0, { guessed: ['title'], sameText: true, furniture: 2 }),
      articleRow(1, { encoding: { name: 'windows-1252', certain: false, confidence: 0.6 } }),
      ...rows.slice(2),
    ]
    await show(<Library corpus={corpus} source={memoryLibrary(flagged)} tags={tags} />, {
      theme,
      width: 1600,
    })
    await page.getByText('Talks resume, part 1', { exact: true }).click()
    await expect.element(page.getByRole('toolbar', { name: 'Selected articles' })).toBeVisible()
    await expect.element(page.getByLabelText('Guessed: title')).toBeVisible()
    await expectAccessible()
  })

  test('selects with the keyboard, and keeps the row with the keyboard drawn', async () => {
    await show(<Library corpus={corpus} source={memoryLibrary(rows)} tags={tags} />)
    await page.getByText('Talks resume, part 2', { exact: true }).click()
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    await expect.element(page.getByText('3 selected')).toBeVisible()
    await userEvent.keyboard('{Control>}{ArrowDown}{ArrowDown}{/Control} ')
    await expect.poll(selectedCount).toBe(4)
    await userEvent.keyboard('{End}')
    await expect.poll(titleOfActive).toBe('Talks resume, part 499')
    await userEvent.keyboard('{Control>}a{/Control}')
    await expect.poll(selectedCount).toBe(500)
  })

  test('opens with Enter and with a double click, not with a click', async () => {
    await show(<Library corpus={corpus} source={memoryLibrary(rows)} tags={tags} />)
    await page.getByText('Talks resume, part 2', { exact: true }).click()
    expect(useNavigation.getState().article).toBeNull()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.poll(() => useNavigation.getState().article).toBe('art_00003')
  })

  test('sorts by a column, turns round, and goes back to the order of import', async () => {
    await show(<Library corpus={corpus} source={memoryLibrary(rows)} tags={tags} />)
    const header = page.getByRole('columnheader', { name: 'Words' })
    const first = () => document.querySelector('[role=grid] [role=gridcell]')?.textContent
    await header.getByRole('button').click()
    await expect.element(header).toHaveAttribute('aria-sort', 'ascending')
    await expect.poll(first).toBe('Talks resume, part 0')
    await header.getByRole('button').click()
    await expect.element(header).toHaveAttribute('aria-sort', 'descending')
    await expect.poll(first).not.toBe('Talks resume, part 0')
    await header.getByRole('button').click()
    await expect.element(header).toHaveAttribute('aria-sort', 'none')
    await expect.poll(first).toBe('Talks resume, part 0')
  })
})

describe('filters', () => {
  test('narrow by what is typed and by facets, say how many are left, and go all at once', async () => {
    await show(<Library corpus={corpus} source={memoryLibrary(rows)} tags={tags} />, { width: 1600 })
    await page.getByRole('searchbox').fill('part 49')
    await expect.element(page.getByLabelText('15 of 500 articles')).toBeVisible()
    await page.getByRole('checkbox', { name: 'Done' }).click()
    await expect.element(page.getByLabelText('5 of 500 articles')).toBeVisible()
    await page.getByRole('button', { name: 'Clear all' }).click()
    await expect.element(page.getByLabelText('500 articles', { exact: true })).toBeVisible()
    await expect.element(page.getByRole('searchbox')).toHaveValue('')
  })

  test('narrow by flag, and by a year whose months then unfold', async () => {
    const flagged = [articleRow(0, { sameText: true, publishedAt: '2021-06-03' }), ...rows.slice(1)]
    await show(<Library corpus={corpus} source={memoryLibrary(flagged)} tags={tags} />, { width: 1600 })
    await expect.element(page.getByRole('checkbox', { name: 'Feb 2022' })).not.toBeInTheDocument()
    await page.getByRole('checkbox', { name: '2022', exact: true }).click()
    await expect.element(page.getByLabelText('399 of 500 articles')).toBeVisible()
    await expect.element(page.getByRole('checkbox', { name: 'Feb 2022' })).toBeVisible()
    await expect.element(page.getByRole('checkbox', { name: '2021', exact: true })).toBeVisible()
    await page.getByRole('checkbox', { name: '2022', exact: true }).click()
    await page.getByRole('checkbox', { name: 'Same text, other outlet' }).click()
    await expect.element(page.getByLabelText('1 of 500 articles')).toBeVisible()
    await page.getByRole('button', { name: 'Same text, other outlet' }).click()
    await expect.element(page.getByLabelText('500 articles', { exact: true })).toBeVisible()
    await expectAccessible()
  })

  test('let go of selected articles that they hide', async () => {
    await show(<Library corpus={corpus} source={memoryLibrary(rows)} tags={tags} />)
    await grid().click()
    await userEvent.keyboard('{Control>}a{/Control}')
    await expect.element(page.getByText('500 selected')).toBeVisible()
    await page.getByRole('searchbox').fill('part 49')
    await expect.element(page.getByText('15 selected')).toBeVisible()
  })

  test('say so when nothing matches, and offer the way out', async () => {
    await show(<Library corpus={corpus} source={memoryLibrary(rows)} tags={tags} />)
    await page.getByRole('searchbox').fill('no such article')
    await expect.element(page.getByRole('heading', { name: 'No article matches' })).toBeVisible()
    await expectAccessible()
    await page.getByRole('button', { name: 'Clear all filters' }).click()
    await expect.element(grid()).toBeVisible()
  })

  test('can be reached by key from anywhere in the library', async () => {
    await show(<Library corpus={corpus} source={memoryLibrary(rows)} tags={tags} />)
    await page.getByText('Talks resume, part 2', { exact: true }).click()
    await userEvent.keyboard('/')
    await expect.element(page.getByRole('searchbox')).toHaveFocus()
    await userEvent.keyboard('/')
    await expect.element(page.getByRole('searchbox')).toHaveValue('/')
  })
})

describe('beside the reader', () => {
  test('is a list of two-line rows where a click opens, with nothing that axe objects to', async () => {
    openArticle('art_00003')
    await show(
      <div style={{ width: 320, height: '100%' }}>
        <Library corpus={corpus} source={memoryLibrary(rows)} tags={tags} />
      </div>,
    )
    const option = page.getByRole('option', { name: /part 5 / })
    await expect.element(page.getByRole('listbox', { name: 'Articles' })).toBeVisible()
    await expect.element(option).toHaveAttribute('aria-setsize', '500')
    await expectAccessible()
    await option.click()
    await expect.poll(() => useNavigation.getState().article).toBe('art_00005')
    await expect.element(option).toHaveAttribute('aria-current', 'page')
  })

  test('shows the open article when it is far down', async () => {
    openArticle('art_00400')
    await show(
      <div style={{ width: 320, height: '100%' }}>
        <Library corpus={corpus} source={memoryLibrary(rows)} tags={tags} />
      </div>,
    )
    await expect.element(page.getByText('Talks resume, part 400', { exact: true })).toBeVisible()
  })
})

describe('with nothing to show', () => {
  test('an empty corpus says what to do next', async () => {
    await show(<Library corpus={corpus} source={memoryLibrary([])} tags={[]} />)
    await expect.element(page.getByRole('button', { name: 'Import a folder…' })).toBeVisible()
    await expectAccessible()
  })

  test.each(['light', 'dark'] as const)(
    'a first run offers sample, folder and dataset, %s',
    async (theme) => {
      const ran: string[] = []
      provideCommands('import', {
        place: 'everywhere',
        commands: ['import.sample', 'import.folder', 'import.files'].map((id) => ({
          id,
          label: id,
          keys: [],
          menu: 'file' as const,
          group: 1,
          run: () => void ran.push(id),
        })),
      })
      await show(<FirstRun />, { theme })
      await page.getByRole('button', { name: /sample corpus/ }).click()
      await page.getByRole('button', { name: /folder of articles/ }).click()
      await page.getByRole('button', { name: /dataset/ }).click()
      expect(ran).toEqual(['import.sample', 'import.folder', 'import.files'])
      await expectAccessible()
    },
  )
})
