import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { DatasetExport } from '#services/exports'
import { liveCorpora } from '#services/corpora'
import { changeSettings, liveSettings } from '#services/settings'
import { currentCorpus } from '#services/session'
import { askForExport } from '#store/export'
import { useIntake } from '#store/intake'
import { setSelection } from '#store/library'
import { ExportForm } from '../../../src/renderer/src/features/export/ExportDialog'
import { ImportTarget } from '../../../src/renderer/src/features/import/ImportTarget'
import { CorporaDialog } from '../../../src/renderer/src/features/library/corpora/CorporaDialog'
import { NewCorpusDialog } from '../../../src/renderer/src/features/library/corpora/NewCorpusDialog'
import { SettingsDialog } from '../../../src/renderer/src/features/settings/SettingsDialog'
import { answerAs, calls, now, valueOf, withOpenCorpus } from '../services/fake-main'
import { createCorpus, deleteCorpus } from '#services/corpora'
import { clearScreen, expectAccessible, show } from './screen'

const nothing = () => undefined
const dialog = () => page.getByRole('dialog')

afterEach(() => {
  clearScreen()
  useIntake.setState({ chosen: null })
})

describe.each(['light', 'dark'] as const)('axe finds nothing, %s, in', (theme) => {
  test('settings', async () => {
    await show(<SettingsDialog opened onClose={nothing} />, { theme })
    await expect.element(dialog()).toBeVisible()
    await expectAccessible()
  })

  test('a new corpus', async () => {
    await show(<NewCorpusDialog opened onClose={nothing} />, { theme })
    await expect.element(dialog()).toBeVisible()
    await expectAccessible()
  })

  test('the corpora, and deleting one', async () => {
    await withOpenCorpus([], async () => {
      await show(<CorporaDialog opened onClose={nothing} />, { theme })
      const name = currentCorpus()?.name ?? ''
      await page.getByRole('button', { name: `Delete ${name}` }).click()
      await expect.element(page.getByText(/cannot be undone/)).toBeVisible()
      await expectAccessible()
    })
  })

  test('the choices of an export', async () => {
    await show(<ExportForm articles={839} onCancel={nothing} onExport={nothing} />, { theme })
    await expectAccessible()
  })
})

describe('settings', () => {
  test('hold at once', async () => {
    await show(<SettingsDialog opened onClose={nothing} />)
    await page.getByText('Dark', { exact: true }).click()
    await expect.poll(async () => (await now(liveSettings())).theme).toBe('dark')
    await page.getByRole('slider', { name: 'Size' }).click()
    await userEvent.keyboard('{End}')
    await expect.poll(async () => (await now(liveSettings())).fontSize).toBe(28)
    await page.getByRole('textbox', { name: 'Your name' }).fill('Mira')
    await userEvent.keyboard('{Enter}')
    await expect.poll(async () => (await now(liveSettings())).annotatorName).toBe('Mira')
  })

  test('keep own reporting words by language', async () => {
    await show(<SettingsDialog opened onClose={nothing} />)
    const verbs = page.getByRole('textbox', { name: 'Verbs' })
    const phrases = page.getByRole('textbox', { name: 'Phrases before a speaker' })
    await verbs.fill('murblate')
    await phrases.fill('in the telling of')
    const words = async () => (await now(liveSettings())).ownWords
    await expect.poll(words).toEqual({ en: { verbs: 'murblate', accordingTo: 'in the telling of' } })
    await page.getByRole('combobox', { name: 'Reporting words in' }).click()
    await page.getByRole('option', { name: 'French' }).click()
    await expect.element(verbs).toHaveValue('')
    await verbs.fill('susurre')
    await expect.poll(words).toMatchObject({
      en: { verbs: 'murblate' },
      fr: { verbs: 'susurre', accordingTo: '' },
    })
    valueOf(await changeSettings({ ownWords: {} }))
  })
})

describe('a corpus', () => {
  test('is deleted only when its name is typed', async () => {
    const made = valueOf(await createCorpus(`Doomed ${String(Date.now())}`))
    const names = async () => (await now(liveCorpora())).map(({ name }) => name)
    await show(<CorporaDialog opened onClose={nothing} />)
    await page.getByRole('button', { name: `Delete ${made.name}` }).click()
    const button = page.getByRole('button', { name: 'Delete corpus' })
    await expect.element(button).toBeDisabled()
    await page.getByRole('textbox').fill('Doomed')
    await expect.element(button).toBeDisabled()
    await page.getByRole('textbox').fill(made.name)
    await button.click()
    await expect.poll(names).not.toContain(made.name)
  })

  test('is not made under a name that is taken, and the field says why', async () => {
    await withOpenCorpus([], async () => {
      const name = currentCorpus()?.name ?? ''
      await show(<NewCorpusDialog opened onClose={nothing} />)
      await page.getByRole('textbox', { name: 'Name' }).fill(name)
      await userEvent.keyboard('{Enter}')
      await expect.element(page.getByText(/There is a corpus .* already/)).toBeVisible()
    })
  })

  test('is renamed and described', async () => {
    await withOpenCorpus([], async () => {
      const name = currentCorpus()?.name ?? ''
      await show(<CorporaDialog opened onClose={nothing} />)
      await page.getByRole('button', { name: `Edit name and description of ${name}` }).click()
      await page.getByRole('textbox', { name: 'Name' }).fill(`${name} renamed`)
      await page.getByRole('textbox', { name: 'Description' }).fill('Five outlets.')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect
        .poll(() => currentCorpus())
        .toMatchObject({ name: `${name} renamed`, description: 'Five outlets.' })
    })
  })
})

describe('an export', () => {
  test('of what is selected says how much that is, and takes every choice along', async () => {
    const exported: DatasetExport[] = []
    setSelection({ selected: new Set(['a', 'b']), active: 'a', anchor: 'a' })
    askForExport('selection')
    await show(
      <ExportForm articles={839} onCancel={nothing} onExport={(options) => void exported.push(options)} />,
    )
    await expect.element(page.getByRole('radio', { name: 'The selected articles (2)' })).toBeChecked()
    await page.getByRole('checkbox', { name: 'Suggestions' }).click()
    await page.getByRole('checkbox', { name: 'Full text' }).click()
    await page.getByRole('checkbox', { name: 'Reproducible' }).click()
    await page.getByRole('button', { name: 'Choose file…' }).click()
    expect(exported).toEqual([
      {
        format: 'dataset',
        scope: { kind: 'articles', ids: ['a', 'b'] },
        suggestions: true,
        text: false,
        reproducible: true,
      },
    ])
  })

  test('offers the whole corpus alone when nothing is selected', async () => {
    await show(<ExportForm articles={839} onCancel={nothing} onExport={nothing} />)
    await expect.element(page.getByRole('radio', { name: /whole corpus \(839 articles\)/ })).toBeChecked()
    await expect.element(page.getByRole('radio', { name: /none selected/ })).toBeDisabled()
  })
})

describe('where an import goes', () => {
  test('is asked; taking it back gives the grant up', async () => {
    answerAs({ 'import:close': () => undefined })
    await withOpenCorpus(['An article.'], async () => {
      useIntake.setState({ chosen: { token: 'grant', roots: ['february'] } })
      await show(<ImportTarget />)
      await expect.element(page.getByRole('radio', { name: /the open corpus/ })).toBeChecked()
      await expectAccessible()
      await page.getByRole('button', { name: 'Cancel' }).click()
      expect(calls).toContainEqual({ channel: 'import:close', args: ['grant'] })
      await expect.element(dialog()).not.toBeInTheDocument()
    })
  })

  test('proposes the folder as the name of a new corpus, and says when it is taken', async () => {
    const taken = valueOf(await createCorpus(`february ${String(Date.now())}`))
    await withOpenCorpus(['An article.'], async () => {
      useIntake.setState({ chosen: { token: 'grant', roots: [taken.name] } })
      await show(<ImportTarget />)
      await page.getByRole('radio', { name: 'a new corpus' }).click()
      await expect.element(page.getByRole('textbox')).toHaveValue(taken.name)
      await page.getByRole('button', { name: 'Import' }).click()
      await expect.element(page.getByText(/There is a corpus .* already/)).toBeVisible()
    })
    await deleteCorpus(taken.id)
  })
})
