import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { StoredArticle } from '#data/stored'
import { liveHistory } from '#services/history'
import { useCorpus } from '#services/session'
import { DEFAULT_SETTINGS, liveSettings } from '#services/settings'
import { allCommands, provideCommands, runCommand } from '#store/command-registry'
import { openArticle, showScreen, useNavigation } from '#store/navigation'
import { usePanes } from '#store/panes'
import { notifyError } from '#ui/notify'
import { appCommands } from '../../../src/renderer/src/app/app-commands'
import { Shell } from '../../../src/renderer/src/app/Shell'
import { libraryCommands } from '../../../src/renderer/src/features/library/commands'
import { readerCommands } from '../../../src/renderer/src/features/reader/commands'
import { now, withOpenCorpus } from '../services/fake-main'
import { clearScreen, expectAccessible, show } from './screen'

const TEXTS = [
  'First article.\nIt says little.',
  'Second article.\nIt says more.',
  'Third article.\nAnd more.',
]

function Window() {
  const corpus = useCorpus()
  return corpus && <Shell corpus={corpus} settings={DEFAULT_SETTINGS} />
}

/** Runs a test in the window on a corpus of three articles. */
async function inWindow(
  work: (articles: readonly StoredArticle[]) => Promise<void>,
  options: Parameters<typeof show>[1] = {},
): Promise<void> {
  await withOpenCorpus(TEXTS, async (articles) => {
    await show(<Window />, options)
    await expect.element(page.getByText('3 articles', { exact: true })).toBeInTheDocument()
    try {
      await work(articles)
    } finally {
      clearScreen()
    }
  })
}

const row = (title: string) => page.getByRole('row', { name: new RegExp(title) })

beforeEach(() => {
  usePanes.setState({ list: true, inspector: true, cramped: [], over: null })
  provideCommands('app', { place: 'everywhere', commands: appCommands })
  provideCommands('library', { place: 'library', commands: libraryCommands })
  provideCommands('reader', { place: 'reader', commands: readerCommands })
})
afterEach(clearScreen)

describe('the window', () => {
  test('gives the keys to what it shows, from the start and from screen to screen', async () => {
    await inWindow(async () => {
      await expect.element(page.getByRole('grid', { name: 'Articles' })).toHaveFocus()
      showScreen('codebook')
      await expect.element(page.getByRole('button', { name: 'New tag' }).first()).toHaveFocus()
      showScreen('library')
      await expect.element(page.getByRole('grid', { name: 'Articles' })).toHaveFocus()
      await userEvent.keyboard('{ArrowDown}{Enter}')
      await expect.element(page.getByRole('document', { name: 'Article text' })).toHaveFocus()
    })
  })

  test.each(['light', 'dark'] as const)('has nothing that axe objects to, %s', async (theme) => {
    await inWindow(
      async ([first]) => {
        await expectAccessible()
        openArticle(first?.id ?? '')
        await expect.element(page.getByRole('toolbar', { name: 'Panes' })).toBeVisible()
        await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible()
      },
      { theme },
    )
  })

  test('removes articles at once, says so, and undo names the action and brings them back', async () => {
    await inWindow(async () => {
      await row('Second article').click()
      await userEvent.keyboard('{Delete}')
      await expect.element(page.getByText('2 articles', { exact: true })).toBeVisible()
      await expect.element(page.getByText(/1 article removed/)).toBeVisible()
      await expect.element(page.getByRole('button', { name: 'Undo remove 1 article' })).toBeEnabled()
      await page.getByRole('button', { name: 'Undo', exact: true }).click()
      await expect.element(page.getByText('3 articles', { exact: true })).toBeVisible()
      await expect.element(row('Second article')).toBeVisible()
      await userEvent.keyboard('{Control>}y{/Control}')
      await expect.element(page.getByText('2 articles', { exact: true })).toBeVisible()
      await userEvent.keyboard('{Control>}z{/Control}')
      await expect.element(page.getByText('3 articles', { exact: true })).toBeVisible()
    })
  })

  test('obeys every key of undo and redo, however quickly one follows the other', async () => {
    await inWindow(async () => {
      await row('Second article').click()
      await userEvent.keyboard('{Delete}')
      await expect.element(page.getByText('2 articles', { exact: true })).toBeVisible()
      await expect.element(page.getByRole('button', { name: 'Undo remove 1 article' })).toBeEnabled()
      const press = (key: string) =>
        window.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, cancelable: true }))
      for (const key of ['z', 'y', 'z', 'y', 'z']) press(key)
      await expect.poll(async () => (await now(liveHistory())).redo).toBe('Remove 1 article')
      await expect.element(page.getByText('3 articles', { exact: true })).toBeVisible()
      for (const key of ['y', 'z', 'y']) press(key)
      await expect.element(page.getByText('2 articles', { exact: true })).toBeVisible()
      await expect.poll(async () => (await now(liveHistory())).undo).toBe('Remove 1 article')
    })
  })

  test('offers to undo a removal only as long as that is what undo would take back', async () => {
    await inWindow(async () => {
      await row('Second article').click()
      await userEvent.keyboard('{Delete}')
      await expect.element(page.getByText('2 articles', { exact: true })).toBeVisible()
      await row('First article').click()
      await userEvent.keyboard('{Alt>}3{/Alt}')
      await expect.element(row('First article')).toHaveTextContent('Done')
      await page.getByRole('button', { name: 'Undo', exact: true }).click()
      await expect.element(page.getByText('Something else was done since.')).toBeVisible()
      await expect.element(page.getByText('2 articles', { exact: true })).toBeVisible()
    })
  })

  test('remembers the width of a pane that a person changes', async () => {
    await inWindow(async ([first]) => {
      openArticle(first?.id ?? '')
      const separator = page.getByRole('separator', { name: 'Width of the list' })
      await expect.element(separator).toBeVisible()
      ;(separator.element() as HTMLElement).focus()
      await userEvent.keyboard('{ArrowRight}')
      await expect
        .poll(async () => Object.keys((await now(liveSettings())).paneSizes))
        .toEqual(['workspace:list+reader+inspector'])
    })
  })

  test('the focus goes back where it was when the notice that has it goes', async () => {
    await inWindow(async () => {
      await row('Second').click()
      await userEvent.keyboard('{Delete}')
      const notice = page.getByRole('alert').filter({ hasText: '1 article removed' })
      const undo = notice.getByRole('button', { name: 'Undo' })
      await expect.element(undo).toBeVisible()
      ;(undo.element() as HTMLElement).focus()
      await userEvent.keyboard('{Enter}')
      await expect.element(row('Second')).toBeVisible()
      await expect.element(page.getByRole('grid', { name: 'Articles' })).toHaveFocus()
    })
  })

  test('sets status and source of all selected articles', async () => {
    await inWindow(async () => {
      await row('First article').click()
      await userEvent.keyboard('{Control>}a{/Control}{Alt>}3{/Alt}')
      await expect.poll(() => document.querySelectorAll('[role=grid] [data-status=done]').length).toBe(3)
      const bar = page.getByRole('toolbar', { name: 'Selected articles' })
      await bar.getByRole('button', { name: 'Source' }).click()
      await page.getByRole('combobox', { name: 'Source of the selected articles' }).fill('The Courier')
      await page.getByRole('button', { name: 'Set source' }).click()
      await expect
        .poll(() =>
          [...document.querySelectorAll('[role=gridcell][data-column=source]')].map(
            (cell) => cell.textContent,
          ),
        )
        .toEqual(['The Courier', 'The Courier', 'The Courier'])
    })
  })

  test('opens an article beside the list, puts panes away and comes back to the same selection', async () => {
    await inWindow(async () => {
      await row('Second article').click()
      await userEvent.keyboard('{Enter}')
      await expect.element(page.getByRole('listbox', { name: 'Articles' })).toBeVisible()
      await expect.element(page.getByText('2 of 3')).toBeVisible()
      await userEvent.keyboard('{Control>}b{/Control}')
      await expect.element(page.getByRole('button', { name: 'Show the list' })).toBeVisible()
      await userEvent.keyboard('{Control>}b{/Control}')
      await expect.element(page.getByRole('listbox', { name: 'Articles' })).toBeVisible()
      await userEvent.keyboard('{Control>}w{/Control}')
      await expect.element(row('Second article')).toHaveAttribute('aria-selected', 'true')
    })
  })
})

test('the list comes back with its room after the window was narrow for a while', async () => {
  await inWindow(async ([first]) => {
    openArticle(first?.id ?? '')
    await expect.element(page.getByRole('listbox', { name: 'Articles' })).toBeVisible()
    for (const width of [900, 760, 640, 500, 640, 760, 900, 1280]) await page.viewport(width, 800)
    await expect.element(page.getByRole('listbox', { name: 'Articles' })).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Hide the inspector' })).toBeInTheDocument()
    expect(usePanes.getState()).toMatchObject({ list: true, inspector: true })
  })
})

test('the bar of find stays one line beside both panes', async () => {
  await inWindow(async ([first]) => {
    openArticle(first?.id ?? '')
    await expect.element(page.getByRole('document', { name: 'Article text' })).toBeVisible()
    await expect.poll(() => runCommand('reader.find')).toBe(true)
    const field = page.getByRole('textbox', { name: 'Find in the article' })
    await field.fill('e')
    await expect.poll(() => document.querySelector('search [role=status]')?.textContent).toMatch(/hits|of/)
    const top = (name: string) => page.getByRole('button', { name }).element().getBoundingClientRect().top
    expect(Math.abs(top('Close find') - top('Whole words'))).toBeLessThan(4)
    const row = field.element().getBoundingClientRect()
    expect(top('Close find')).toBeLessThan(row.bottom)
  })
})

test('a command that does the same to the article that is open is offered once', async () => {
  await inWindow(async ([first]) => {
    await row('First article').click()
    const offered = () =>
      allCommands()
        .filter(({ command }) => command.menu === 'article' && command.enabled?.() !== false)
        .filter(({ command }) => command.keys.includes('Alt+3'))
    await expect.poll(() => offered().length).toBe(1)
    openArticle(first?.id ?? '')
    await expect.element(page.getByRole('document', { name: 'Article text' })).toBeVisible()
    await expect.poll(() => offered().map(({ place }) => place)).toEqual(['reader'])
  })
})

describe('at 640 by 400, which is 1280 by 800 at 200 %', () => {
  test('the list opens over the reader and goes away', async () => {
    await inWindow(
      async ([first]) => {
        openArticle(first?.id ?? '')
        const toggle = page.getByRole('button', { name: 'Show the list' })
        await toggle.click()
        await expect.element(page.getByRole('listbox', { name: 'Articles' })).toBeVisible()
        await page.getByRole('searchbox').click()
        await userEvent.keyboard('{Escape}')
        await expect.element(page.getByRole('listbox', { name: 'Articles' })).not.toBeInTheDocument()
        await page.getByRole('button', { name: 'Show the inspector' }).click()
        await expect.element(page.getByRole('button', { name: 'Hide the inspector' })).toBeInTheDocument()
      },
      { width: 640, height: 400 },
    )
  })

  test('a notice lies over nothing, and of failures the latest are kept', async () => {
    await inWindow(
      async () => {
        for (const name of ['one', 'two', 'three']) {
          notifyError({ kind: 'unavailable', message: `Number ${name} failed.`, advice: 'Try again.' })
        }
        const notice = page.getByRole('alert').filter({ hasText: 'Number' }).last()
        await expect.element(notice).toBeVisible()
        const status = page.getByRole('contentinfo', { name: 'Status' }).element()
        await expect
          .poll(() => {
            const { bottom } = status.getBoundingClientRect()
            return bottom > 100 && bottom <= notice.element().getBoundingClientRect().top + 1
          })
          .toBe(true)
        await page.viewport(1280, 800)
        await expect.poll(() => document.querySelectorAll('[role=alert]').length).toBe(2)
        await expect.element(page.getByText('Number one failed.')).not.toBeInTheDocument()
        await expect.element(page.getByText('Number three failed.')).toBeVisible()
      },
      { width: 640, height: 400 },
    )
  })

  test('nothing runs out of the window', async () => {
    await inWindow(
      async ([first]) => {
        expect(document.documentElement.scrollWidth).toBe(640)
        openArticle(first?.id ?? '')
        await expect.poll(() => useNavigation.getState().article).toBe(first?.id)
        await expect.element(page.getByRole('button', { name: 'Close article' })).toBeInViewport()
        expect(document.documentElement.scrollWidth).toBe(640)
      },
      { width: 640, height: 400 },
    )
  })
})
