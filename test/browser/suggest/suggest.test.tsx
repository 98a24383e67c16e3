import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Annotation } from '#core/model/annotation'
import { openedCorpus } from '#services/open-corpus'
import { useCorpus } from '#services/session'
import { DEFAULT_SETTINGS } from '#services/settings'
import { provideCommands, runCommand } from '#store/command-registry'
import { openArticle, useNavigation } from '#store/navigation'
import { appCommands, wayBackCommands } from '../../../src/renderer/src/app/app-commands'
import { Shell } from '../../../src/renderer/src/app/Shell'
import { libraryCommands } from '../../../src/renderer/src/features/library/commands'
import { readerCommands } from '../../../src/renderer/src/features/reader/commands'
import { reviewCommands } from '../../../src/renderer/src/features/review/commands'
import { suggestCommands } from '../../../src/renderer/src/features/suggest/commands'
import { RunningSuggestions } from '../../../src/renderer/src/features/suggest/SuggestStatus'
import { summarizeRun } from '../../../src/renderer/src/features/suggest/use-suggest-notices'
import { clearScreen, expectAccessible, show } from '../app/screen'
import { withOpenCorpus } from '../services/fake-main'

const TEXTS = [
  'First article.\n“We stay,” said Ode Marrin. “It is cold,” Marrin said.',
  'Second article.\n“Nobody asked us,” Tibor Hale said.',
  'Third article.\nNothing of note.',
]
const RUNNING = {
  state: 'running',
  done: 300,
  total: 1200,
  found: 4000,
  rate: 310.4,
  secondsLeft: 12,
} as const

function Window() {
  const corpus = useCorpus()
  return corpus && <Shell corpus={corpus} settings={DEFAULT_SETTINGS} />
}

async function inWindow(work: () => Promise<void>): Promise<void> {
  await withOpenCorpus(TEXTS, async () => {
    await show(<Window />)
    await expect.element(page.getByText('3 articles', { exact: true })).toBeInTheDocument()
    try {
      await work()
    } finally {
      clearScreen()
    }
  })
}

const row = (title: string) => page.getByRole('row', { name: new RegExp(title) })
const stored = async (): Promise<readonly Annotation[]> =>
  (await openedCorpus()?.database.annotations.toArray()) ?? []
const articles = async () => new Set((await stored()).map(({ article }) => article)).size

beforeEach(() => {
  provideCommands('app', { place: 'everywhere', commands: appCommands })
  provideCommands('library', { place: 'library', commands: libraryCommands })
  provideCommands('way-back', { place: 'reader', commands: wayBackCommands })
  provideCommands('reader', { place: 'reader', commands: readerCommands })
  provideCommands('review', { place: 'review', commands: reviewCommands })
  provideCommands('suggest', { place: 'everywhere', commands: suggestCommands })
})
afterEach(clearScreen)

test('selected articles are suggested; a notice says how many and leads to the review', async () => {
  await inWindow(async () => {
    await row('First article').click()
    await row('Second article').click({ modifiers: ['ControlOrMeta'] })
    await page
      .getByRole('toolbar', { name: 'Selected articles' })
      .getByRole('button', { name: 'Suggest' })
      .click()
    await expect.element(page.getByText(/^\d+ suggestions in 2 articles\.$/)).toBeVisible()
    expect(await articles()).toBe(2)
    await expect.element(row('First article')).toHaveTextContent(/\+\d/)
    await page.getByRole('alert').getByRole('button', { name: 'Review' }).click()
    await expect.element(page.getByRole('listbox', { name: 'Suggestions' })).toBeVisible()
  })
})

test('from the review to the article and back to the same suggestion, by keyboard', async () => {
  await inWindow(async () => {
    runCommand('suggest.corpus')
    await expect.element(page.getByText(/suggestions in 3 articles\.$/)).toBeVisible()
    await userEvent.keyboard('{Control>}3{/Control}')
    await expect.element(page.getByRole('listbox', { name: 'Suggestions' })).toHaveFocus()
    await userEvent.keyboard('jj{Enter}')
    await expect.element(page.getByRole('button', { name: 'Back to the review' })).toBeVisible()
    await expect.element(page.getByRole('region', { name: 'Suggestion', exact: true })).toBeVisible()
    await expectAccessible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('listbox', { name: 'Suggestions' })).toHaveFocus()
    await expect.element(page.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '3')
  })
})

test('the key suggests in the open article alone', async () => {
  await inWindow(async () => {
    const id = (await openedCorpus()?.database.articles.orderBy('id').primaryKeys())?.[0] ?? ''
    openArticle(id)
    await expect.element(page.getByRole('document', { name: 'Article text' })).toBeVisible()
    await userEvent.keyboard('{Control>}{Alt>}s{/Alt}{/Control}')
    await expect.element(page.getByText(/in 1 article\.$/)).toBeVisible()
    expect((await stored()).every(({ article }) => article === id)).toBe(true)
    expect(useNavigation.getState().article).toBe(id)
  })
})

test('a run shows how far it is, how fast, and how to stop it', async () => {
  await show(<RunningSuggestions progress={RUNNING} />)
  await expect.element(page.getByText('Suggesting 300 of 1,200')).toBeVisible()
  await expect.element(page.getByText('310/s')).toBeVisible()
  await expect.element(page.getByText('15 s left')).toBeVisible()
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25')
  await expect.element(page.getByRole('button', { name: /^Stop suggesting/ })).toBeEnabled()
  await expectAccessible()
})

test('what a run came to is said with what was kept', () => {
  const ended = { ...RUNNING, done: 1200, secondsLeft: null }
  expect(summarizeRun({ ...ended, state: 'done' })).toBe('4,000 suggestions in 1,200 articles.')
  expect(summarizeRun({ ...RUNNING, state: 'cancelled' })).toBe(
    'Stopped after 300 of 1,200 articles; 4,000 suggestions kept.',
  )
  expect(summarizeRun({ ...ended, state: 'done', found: 0 })).toBe(
    'Nothing left to suggest in 1,200 articles.',
  )
})
