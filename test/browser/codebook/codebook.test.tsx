import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createAnnotation } from '#services/annotations'
import { createTag, editLayer, editTag, liveCodebook, type UsedCodebook } from '#services/codebook'
import { redo, undo } from '#services/history'
import { useLive } from '#services/use-live'
import { provideCommands } from '#store/command-registry'
import { showScreen } from '#store/navigation'
import { Codebook } from '../../../src/renderer/src/features/codebook/Codebook'
import { codebookCommands } from '../../../src/renderer/src/features/codebook/commands'
import { readerCommands } from '../../../src/renderer/src/features/reader/commands'
import { clearScreen, expectAccessible, show } from '../app/screen'
import { now, valueOf, withOpenCorpus } from '../services/fake-main'

const NO_CODEBOOK: UsedCodebook = { layers: [], tags: [], usage: {} }

function Screen() {
  return <Codebook codebook={useLive(liveCodebook(), NO_CODEBOOK)} />
}

const item = (name: string) => page.getByRole('treeitem', { name })
const nameField = () => page.getByRole('textbox', { name: 'Name' })

/** Runs a test on the codebook Actors > Governments (key 1), Frames; an annotation carries Governments. */
async function withCodebook(work: () => Promise<void>, theme: 'light' | 'dark' = 'light'): Promise<void> {
  await withOpenCorpus(['The minister said that it was over.'], async ([article]) => {
    const actors = valueOf(await createTag({ name: 'Actors' }))
    const governments = valueOf(await createTag({ name: 'Governments', parent: actors.id, shortcut: '1' }))
    valueOf(await createTag({ name: 'Frames' }))
    valueOf(
      await createAnnotation({
        article: article?.id ?? '',
        layer: 'highlight',
        ranges: [{ start: 4, end: 12 }],
        tags: [governments.id],
      }),
    )
    await show(<Screen />, { theme })
    await expect.element(item('Governments')).toBeVisible()
    try {
      await work()
    } finally {
      clearScreen()
    }
  })
}

beforeEach(() => {
  showScreen('codebook')
  provideCommands('codebook', { place: 'codebook', commands: codebookCommands })
})
afterEach(clearScreen)

test.each(['light', 'dark'] as const)('axe finds nothing in list, form and dialogs, %s', async (theme) => {
  await withCodebook(async () => {
    await item('Governments').click()
    await expectAccessible()
    await page.getByRole('button', { name: 'Merge into…' }).click()
    await expect.element(page.getByRole('dialog')).toBeVisible()
    await expectAccessible()
  }, theme)
})

test('the tree is walked, closed and opened by keyboard', async () => {
  await withCodebook(async () => {
    await item('Actors').click()
    await expect.element(item('Actors')).toHaveAttribute('aria-expanded', 'true')
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(item('Governments')).toHaveAttribute('aria-selected', 'true')
    await expect.element(item('Governments')).toHaveAttribute('aria-level', '2')
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    await expect.element(item('Actors')).toHaveAttribute('aria-expanded', 'false')
    await expect.element(item('Governments')).not.toBeInTheDocument()
    await userEvent.keyboard('{ArrowRight}{End}')
    await expect.element(item('Frames')).toHaveAttribute('aria-selected', 'true')
  })
})

test('a tag is made, named, moved below another and back, by keyboard alone', async () => {
  await withCodebook(async () => {
    await item('Actors').click()
    await userEvent.keyboard('n')
    await expect.element(nameField()).toHaveFocus()
    await userEvent.keyboard('Denial{Enter}')
    await expect.element(item('Denial')).toHaveAttribute('aria-level', '1')
    await item('Denial').click()
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
    await expect.element(item('Denial')).toHaveAttribute('aria-level', '2')
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    await expect.element(item('Denial')).toHaveAttribute('aria-level', '1')
  })
})

test('a name that is taken is refused with the reason, and Escape brings the old one back', async () => {
  await withCodebook(async () => {
    await item('Frames').click()
    await nameField().fill('Actors')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText(/There is a tag “Actors” here already/)).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(nameField()).toHaveValue('Frames')
    await expect.element(item('Frames')).toBeVisible()
  })
})

test('a key that another tag has says whose it is and cannot be chosen', async () => {
  await withCodebook(async () => {
    await item('Frames').click()
    await page.getByRole('combobox', { name: 'Key' }).click()
    const taken = page.getByRole('option', { name: '1 (taken by “Governments”)' })
    await expect.element(taken).toHaveAttribute('data-combobox-disabled', 'true')
    await page.getByRole('option', { name: '2', exact: true }).click()
    await expect
      .poll(async () => (await now(liveCodebook())).tags.find(({ name }) => name === 'Frames')?.shortcut)
      .toBe('2')
  })
})

test('deleting says first what carries the tag; undo brings it back', async () => {
  await withCodebook(async () => {
    await item('Actors').click()
    await userEvent.keyboard('{Delete}')
    const dialog = page.getByRole('dialog', { name: 'Delete “Actors”?' })
    await expect
      .element(dialog.getByText(/1 tag below it goes with it\. 1 annotation loses these tags/))
      .toBeVisible()
    await dialog.getByRole('button', { name: 'Delete tag' }).click()
    await expect.element(item('Governments')).not.toBeInTheDocument()
    valueOf(await undo())
    await expect.element(item('Governments')).toBeVisible()
    valueOf(await redo())
    await expect.element(item('Governments')).not.toBeInTheDocument()
  })
})

test('a tag that nothing carries goes at once, with undo offered', async () => {
  await withCodebook(async () => {
    await item('Frames').click()
    await userEvent.keyboard('{Delete}')
    await expect.element(page.getByText('Tag “Frames” deleted.')).toBeVisible()
    await expect.element(item('Frames')).not.toBeInTheDocument()
    await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  })
})

test('merging takes annotations over', async () => {
  await withCodebook(async () => {
    await item('Governments').click()
    await userEvent.keyboard('m')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Into' }).click()
    await page.getByRole('option', { name: 'Frames' }).click()
    await expect
      .element(dialog.getByText(/What carries “Governments” will carry “Frames” instead/))
      .toBeVisible()
    await dialog.getByRole('button', { name: 'Merge' }).click()
    await expect.element(item('Governments')).not.toBeInTheDocument()
    await expect.poll(async () => Object.values((await now(liveCodebook())).usage)).toEqual([1])
  })
})

test('a name is kept on one line, without marks that turn the text around it', async () => {
  await withCodebook(async () => {
    const { id, name } = valueOf(await createTag({ name: '\u202eTwo\nlines ' }))
    expect(name).toBe('Two lines')
    valueOf(await editTag(id, { name: '\u2067Three\u2069\tlines' }))
    await expect.element(item('Three lines')).toBeVisible()
    expect(await editTag(id, { name: '\u202e\n' })).toMatchObject({ ok: false })
  })
})

test('a layer says when its key means something else in the reader', async () => {
  provideCommands('reader', { place: 'reader', commands: readerCommands })
  await withCodebook(async () => {
    await page.getByRole('button', { name: /Claim/ }).click()
    await expect.element(page.getByRole('textbox', { name: 'Definition' })).toBeVisible()
    await expect.element(page.getByRole('note')).not.toBeInTheDocument()
    valueOf(await editLayer('claim', { shortcut: 't' }))
    await expect.element(page.getByRole('note')).toHaveTextContent(/The key t of this layer means/)
    await expectAccessible()
  })
})
