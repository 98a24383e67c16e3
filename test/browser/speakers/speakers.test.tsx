import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openedCorpus } from '#services/open-corpus'
import { liveSpeakers } from '#services/speakers'
import { startSuggesting, suggestingEnded } from '#services/suggestions'
import { provideCommands } from '#store/command-registry'
import { showScreen, useNavigation } from '#store/navigation'
import { speakerCommands } from '../../../src/renderer/src/features/speakers/commands'
import { Speakers } from '../../../src/renderer/src/features/speakers/Speakers'
import { clearScreen, expectAccessible, show } from '../app/screen'
import { now, valueOf, withOpenCorpus } from '../services/fake-main'

const TEXTS = [
  'Talks resume.\n“We agree in principle,” said Ode Marrin. “It is over,” Marrin said.',
  'Hale denies it.\n“Nobody asked us,” Tibor Hale said. “No boats,” said Berit Sand.',
]

const row = (name: string) => page.getByRole('option', { name: new RegExp(name) })
const names = async () => (await now(liveSpeakers())).map(({ name }) => name)

/** Runs a test on the speakers that suggestions of two articles bring. */
async function withSpeakers(work: () => Promise<void>, theme: 'light' | 'dark' = 'light'): Promise<void> {
  await withOpenCorpus(TEXTS, async () => {
    valueOf(await startSuggesting({ kind: 'corpus' }))
    await suggestingEnded()
    await show(<Speakers />, { theme })
    await expect.element(row('Ode Marrin')).toBeVisible()
    try {
      await work()
    } finally {
      clearScreen()
    }
  })
}

beforeEach(() => {
  showScreen('speakers')
  provideCommands('speakers', { place: 'speakers', commands: speakerCommands })
})
afterEach(clearScreen)

test.each(['light', 'dark'] as const)('axe finds nothing in list, form and dialogs, %s', async (theme) => {
  await withSpeakers(async () => {
    await row('Ode Marrin').click()
    await expect.element(page.getByRole('list', { name: 'Quotations and claims' })).toBeVisible()
    await expectAccessible()
    await page.getByRole('button', { name: 'Split…' }).click()
    await expect.element(page.getByRole('dialog')).toBeVisible()
    await expectAccessible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    await row('Tibor Hale').click({ modifiers: ['ControlOrMeta'] })
    await page.getByRole('button', { name: 'Merge into one…' }).click()
    await expect.element(page.getByRole('dialog')).toBeVisible()
    await expectAccessible()
  }, theme)
})

test('a search looks at other spellings too', async () => {
  await withSpeakers(async () => {
    await userEvent.keyboard('/')
    await expect.element(page.getByRole('searchbox', { name: 'Find a speaker' })).toHaveFocus()
    await userEvent.keyboard('hale')
    await expect.element(row('Ode Marrin')).not.toBeInTheDocument()
    await expect.element(row('Tibor Hale')).toBeVisible()
    await userEvent.keyboard('zzz')
    await expect.element(page.getByText('No speaker has a spelling with these letters.')).toBeVisible()
  })
})

test('speakers are merged by keyboard, quotations follow, and undo parts them again', async () => {
  await withSpeakers(async () => {
    await row('Tibor Hale').click()
    await row('Berit Sand').click({ modifiers: ['ControlOrMeta'] })
    await userEvent.keyboard('m')
    const dialog = page.getByRole('dialog', { name: 'Merge 2 speakers into one' })
    await dialog.getByRole('radio', { name: 'Tibor Hale' }).click()
    await dialog.getByRole('button', { name: 'Merge' }).click()
    await expect.poll(names).toEqual(['Ode Marrin', 'Tibor Hale'])
    const quotations = page.getByRole('list', { name: 'Quotations and claims' })
    await expect.element(quotations.getByText('“No boats,”', { exact: true }).first()).toBeVisible()
    await expect.element(page.getByRole('heading', { name: 'Tibor Hale' })).toBeVisible()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(names).toEqual(['Berit Sand', 'Ode Marrin', 'Tibor Hale'])
  })
})

test('a spelling is split off into a speaker of its own, with undo', async () => {
  await withSpeakers(async () => {
    await row('Ode Marrin').click()
    await expect.element(page.getByRole('list', { name: 'Quotations and claims' })).toBeVisible()
    await userEvent.keyboard('s')
    const dialog = page.getByRole('dialog', { name: 'Split Ode Marrin' })
    await expect.element(dialog.getByRole('button', { name: 'Split' })).toBeDisabled()
    await dialog.getByRole('checkbox', { name: '“Marrin” (1 quotation)' }).click()
    await expect.element(dialog.getByRole('textbox')).toHaveValue('Marrin')
    await dialog.getByRole('textbox').fill('Ada Marrin')
    await dialog.getByRole('button', { name: 'Split off 1 quotation' }).click()
    await expect.poll(names).toContain('Ada Marrin')
    await expect.element(page.getByRole('heading', { name: 'Ada Marrin' })).toBeVisible()
    const rows = (await openedCorpus()?.database.annotations.toArray()) ?? []
    const ada = (await now(liveSpeakers())).find(({ name }) => name === 'Ada Marrin')
    expect(rows.filter(({ quotation }) => quotation?.speaker === ada?.id).map(({ exact }) => exact)).toEqual([
      '“It is over,”',
    ])
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(names).not.toContain('Ada Marrin')
  })
})

test('a name is changed; one that is taken is refused with the reason', async () => {
  await withSpeakers(async () => {
    await row('Berit Sand').click()
    await userEvent.keyboard('{F2}')
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveFocus()
    await page.getByRole('textbox', { name: 'Name' }).fill('Tibor Hale')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Tibor Hale is already known by this name.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Name' }).fill('Berit Sande')
    await userEvent.keyboard('{Enter}')
    await expect.poll(names).toContain('Berit Sande')
    await page.getByRole('textbox', { name: 'Add a spelling' }).fill('Ms. Sand')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('listitem').filter({ hasText: 'Ms. Sand' })).toBeVisible()
  })
})

test('a quotation opens its article and leads back here', async () => {
  await withSpeakers(async () => {
    await row('Tibor Hale').click()
    await page.getByRole('button', { name: /Nobody asked us/ }).click()
    expect(useNavigation.getState()).toMatchObject({ screen: 'library', returnTo: 'speakers' })
  })
})

test('without speakers it says where they come from', async () => {
  await withOpenCorpus([], async () => {
    await show(<Speakers />)
    await expect.element(page.getByText('No speakers yet')).toBeVisible()
    await expectAccessible()
    clearScreen()
  })
})

const VARIANTS = [
  'One.\n“We agree,” said Ilse Quorrin. “It is over,” Ilse Quorrin said.',
  'Two.\n“Nobody asked,” said Ilze Quorin.',
  'Three.\n“No boats,” said Berit Sandvik. “None,” said Berit Sandvig.',
]

test('similar names are proposed, merged by a person or told apart for good', async () => {
  await withOpenCorpus(VARIANTS, async () => {
    valueOf(await startSuggesting({ kind: 'corpus' }))
    await suggestingEnded()
    await show(<Speakers />)
    const pairs = page.getByRole('list', { name: 'Similar names' }).getByRole('listitem')
    await expect.poll(() => pairs.elements().length).toBe(2)
    await expectAccessible()
    expect((await names()).sort()).toEqual(['Berit Sandvig', 'Berit Sandvik', 'Ilse Quorrin', 'Ilze Quorin'])

    const sand = pairs.filter({ hasText: 'Sandvig' })
    await sand.getByRole('button', { name: 'Not the same' }).click()
    await expect.poll(() => pairs.elements().length).toBe(1)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => pairs.elements().length).toBe(2)
    await sand.getByRole('button', { name: 'Not the same' }).click()
    await expect.poll(() => pairs.elements().length).toBe(1)
    valueOf(await startSuggesting({ kind: 'corpus' }))
    await suggestingEnded()
    expect(pairs.elements()).toHaveLength(1)

    await pairs.getByRole('button', { name: 'Merge…' }).click()
    await expect.element(page.getByRole('radio', { name: /Ilse Quorrin/ })).toBeChecked()
    await page.getByRole('button', { name: 'Merge', exact: true }).click()
    await expect
      .poll(async () => (await names()).sort())
      .toEqual(['Berit Sandvig', 'Berit Sandvik', 'Ilse Quorrin'])
    await expect.element(row('Ilse Quorrin')).toHaveTextContent('Ilze Quorin')
    clearScreen()
  })
})
