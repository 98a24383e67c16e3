import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Codebook } from '#core/model/codebook'
import { liveCodebook } from '#services/codebook'
import { openedCorpus } from '#services/open-corpus'
import { liveSearchIndex } from '#services/search'
import { provideCommands } from '#store/command-registry'
import { showScreen, useNavigation } from '#store/navigation'
import { useReader } from '#store/reader'
import { useExportView } from '#store/export'
import { useReview } from '#store/review'
import { resetSearch, useSearch, writeQuery } from '#store/search'
import { searchCommands } from '../../../src/renderer/src/features/search/commands'
import { Search } from '../../../src/renderer/src/features/search/Search'
import { clearScreen, expectAccessible, show } from '../app/screen'
import { now, until, valueOf, withOpenCorpus } from '../services/fake-main'
import { setSource } from '#services/articles'

const TEXTS = [
  'The ferry sank.\nThe old ferry to Vey was overloaded. “Nobody counted,” the keeper said.',
  'Talks resumed.\nThe keeper of the ferry left before the talks.',
  'Weather.\nIt rained.',
]

const field = () => page.getByRole('combobox', { name: 'Search the corpus' })
const result = (words: string) =>
  page.getByRole('listbox', { name: 'Results' }).getByRole('option').filter({ hasText: words })
const lines = () => page.getByRole('listbox', { name: 'Lines of the concordance' }).getByRole('option')

async function withSearch(
  work: (articles: readonly { readonly id: string }[]) => Promise<void>,
  theme: 'light' | 'dark' = 'light',
): Promise<void> {
  await withOpenCorpus(TEXTS, async (articles) => {
    valueOf(await setSource([articles[0]?.id ?? ''], 'Harbour Post'))
    await until(liveSearchIndex(), (status) => status?.state === 'current' && status.total === 3)
    const codebook: Codebook = await now(liveCodebook())
    await show(<Search codebook={codebook} />, { theme })
    try {
      await work(articles)
    } finally {
      clearScreen()
      resetSearch()
    }
  })
}

beforeEach(() => {
  resetSearch()
  showScreen('search')
  provideCommands('search', { place: 'search', commands: searchCommands })
})
afterEach(clearScreen)

test.each(['light', 'dark'] as const)('axe finds nothing in results and lines, %s', async (theme) => {
  await withSearch(async () => {
    await field().fill('ferry')
    await expect.element(result('The ferry sank')).toBeVisible()
    await expectAccessible()
    await page.getByText('Lines', { exact: true }).click()
    await expect.element(lines().first()).toBeVisible()
    await lines().first().click()
    await expect.element(page.getByRole('toolbar', { name: 'Selected lines' })).toBeVisible()
    await expectAccessible()
  }, theme)
})

test('results that come while the query is written on leave the keyboard in the field', async () => {
  await withSearch(async () => {
    await field().fill('ferry')
    // Both at once, so that no answer can come between them, however slow the machine is.
    const input = field().element()
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    writeQuery('ferry sank')
    if (input instanceof HTMLElement) input.focus()
    input.dispatchEvent(new Event('focusin', { bubbles: true }))
    await expect
      .element(page.getByRole('status', { name: 'Found' }))
      .toHaveTextContent('1 article, 5 occurrences')
    expect(document.activeElement).toBe(field().element())
    await expect.element(field()).toHaveValue('ferry sank')
  })
})

test('a query is asked as it is written; Enter goes to the results and opens the hit', async () => {
  await withSearch(async ([ferry]) => {
    await field().fill('"old ferry"')
    await userEvent.keyboard('{Enter}')
    await expect
      .element(page.getByRole('status', { name: 'Found' }))
      .toHaveTextContent('1 article, 1 occurrence')
    await expect.element(result('The ferry sank').getByText('old ferry', { exact: true })).toBeVisible()
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Results')
    await userEvent.keyboard('{Enter}')
    const start = TEXTS[0]?.indexOf('old ferry') ?? -1
    await expect
      .poll(() => useNavigation.getState())
      .toMatchObject({
        article: ferry?.id,
        returnTo: 'search',
        goal: { range: { start, end: start + 'old ferry'.length } },
      })
    expect(useReader.getState().find).toMatchObject({ open: true, search: true, query: '"old ferry"' })
  })
})

test('a mistake is said, and marked where it is', async () => {
  await withSearch(async () => {
    await field().fill('ferry date:soon')
    await expect.element(page.getByText(/“soon” is no date/)).toBeVisible()
    await expect.element(field()).toHaveAttribute('aria-invalid', 'true')
    const marked = [...document.querySelectorAll('span')].find(
      ({ textContent }) => textContent === 'date:soon',
    )
    expect(marked && getComputedStyle(marked).textDecorationLine).toBe('underline')
  })
})

test('names of filters and of sources are suggested, and chosen by key', async () => {
  await withSearch(async () => {
    await field().fill('sou')
    await expect.element(page.getByRole('option', { name: 'source:' })).toBeVisible()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.element(field()).toHaveValue('source:')
    await userEvent.keyboard('har')
    await expect.element(page.getByRole('option', { name: 'Harbour Post' })).toBeVisible()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.element(field()).toHaveValue('source:"Harbour Post" ')
    await expect.element(result('The ferry sank')).toBeVisible()
  })
})

test('a click on a source filters by it, and another takes that back', async () => {
  await withSearch(async () => {
    await field().fill('ferry')
    const source = page
      .getByRole('region', { name: 'By source' })
      .getByRole('button', { name: 'Harbour Post' })
    await source.click()
    await expect.element(field()).toHaveValue('ferry source:"Harbour Post"')
    await expect.element(result('Talks resumed')).not.toBeInTheDocument()
    await source.click()
    await expect.element(result('Talks resumed')).toBeVisible()
  })
})

test('several lines are annotated as one command, which undo takes back', async () => {
  await withSearch(async () => {
    await field().fill('keeper')
    await userEvent.keyboard('{Enter}')
    await page.getByText('Lines', { exact: true }).click()
    await expect.poll(() => lines().elements().length).toBe(2)
    await lines().first().click()
    await userEvent.keyboard('{Control>}a{/Control}h')
    const annotations = () => openedCorpus()?.database.annotations.toArray()
    await expect
      .poll(async () => (await annotations())?.map(({ exact }) => exact))
      .toEqual(['keeper', 'keeper'])
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(async () => (await annotations())?.length).toBe(0)
    await page.getByText('Whole sentence', { exact: true }).click()
    await page.getByRole('button', { name: 'Quotation' }).click()
    await expect
      .poll(async () => (await annotations())?.map(({ exact }) => exact).sort())
      .toEqual(['The keeper of the ferry left before the talks.', '“Nobody counted,” the keeper said.'])
    await expect.element(page.getByText('2 annotations made.')).toBeVisible()
    await page.getByRole('button', { name: 'Quotation' }).click()
    await expect.element(page.getByText('2 lines annotated so already.')).toBeVisible()
  })
})

test('a search is saved under a name, run by key and by click, renamed and removed with undo', async () => {
  await withSearch(async () => {
    await field().fill('ferry')
    await expect.element(result('Talks resumed')).toBeVisible()
    await page.getByRole('combobox', { name: 'Order' }).click()
    await page.getByRole('option', { name: 'Oldest first' }).click()
    await page.getByRole('button', { name: 'Saved searches' }).click()
    await page.getByRole('menuitem', { name: /^Save this search/ }).click()
    await page.getByRole('textbox', { name: 'Name of the search' }).fill('Ferries')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Search “Ferries” saved.')).toBeVisible()

    await userEvent.keyboard('{Control>}{Shift>}d{/Shift}{/Control}')
    const run = page.getByRole('button', { name: /^Ferries ferry Oldest first/ })
    await expect.element(run).toHaveFocus()
    await expectAccessible()
    await run.click()
    await expect.element(result('Talks resumed')).toBeVisible()
    expect(useSearch.getState()).toMatchObject({ text: 'ferry', query: 'ferry', order: 'oldest' })

    await userEvent.keyboard('{Control>}{Shift>}d{/Shift}{/Control}')
    await userEvent.keyboard('{F2}')
    await page.getByRole('textbox', { name: 'Name of the search' }).fill('Crossings')
    await userEvent.keyboard('{Enter}')
    const renamed = page.getByRole('button', { name: /^Crossings/ })
    await expect.element(renamed).toBeVisible()
    await userEvent.keyboard('1')
    await expect.poll(() => useSearch.getState().query).toBe('ferry')

    await userEvent.keyboard('{Control>}{Shift>}d{/Shift}{/Control}')
    await expect.element(renamed).toHaveFocus()
    await userEvent.keyboard('{Delete}')
    await expect.element(renamed).not.toBeInTheDocument()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.element(renamed).toBeVisible()
  })
})

test('what is found is reviewed and exported: all of it, or what is selected of it', async () => {
  await withSearch(async ([ferry, talks]) => {
    await field().fill('ferry')
    await userEvent.keyboard('{Enter}')
    await expect.element(result('Talks resumed')).toBeVisible()
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Results')
    await userEvent.keyboard('r')
    await expect.poll(() => useNavigation.getState().screen).toBe('review')
    const both = [ferry?.id, talks?.id].sort()
    expect([...(useReview.getState().choice.articles ?? [])].sort()).toEqual(both)

    showScreen('search')
    await userEvent.keyboard('{Control>}a{/Control}')
    await page.getByRole('button', { name: '2 selected' }).click()
    await page.getByRole('menuitem', { name: 'Export…' }).click()
    expect(useNavigation.getState().dialog).toBe('export')
    expect(useExportView.getState()).toMatchObject({ start: 'found' })
    expect([...useExportView.getState().found].sort()).toEqual(both)
  })
})

test('what is found becomes a story', async () => {
  await withSearch(async () => {
    await field().fill('ferry')
    await expect.element(result('Talks resumed')).toBeVisible()
    await expect.poll(() => useSearch.getState().query).toBe('ferry')
    await page.getByRole('button', { name: 'All 2' }).click()
    await page.getByRole('menuitem', { name: 'Make a story…' }).click()
    await page.getByRole('textbox', { name: 'Name of the story' }).fill('The ferry')
    await page.getByRole('button', { name: 'Make story' }).click()
    await expect
      .poll(async () =>
        (await openedCorpus()?.database.stories.toArray())?.map(({ name, articles }) => [
          name,
          articles.length,
        ]),
      )
      .toEqual([['The ferry', 2]])
  })
})
