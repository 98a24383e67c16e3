import { afterEach, beforeEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import type { PackageManifest } from '#core/model/package'
import { fail, ok, type Result } from '#core/model/result'
import { deleteCorpus } from '#services/corpora'
import { currentCorpus } from '#services/session'
import { useIntake } from '#store/intake'
import { beginImport } from '../../../src/renderer/src/features/import/begin'
import { PackageDialog } from '../../../src/renderer/src/features/import/PackageDialog'
import { clearScreen, expectAccessible, show } from '../app/screen'
import { answerAs, calls, withOpenCorpus } from '../services/fake-main'
import { FakeFolder, useFakeStreams } from '../services/fake-streams'

const MANIFEST: PackageManifest = {
  format: 'crossread-package',
  version: 1,
  generator: { name: 'Crossread', version: '1.2.3' },
  exportedAt: '2031-03-05T10:00:00.000Z',
  corpus: { id: 'cor_1', name: '<img src=x onerror=alert(1)> Ferry strike', description: 'Five outlets.' },
  counts: { articles: 12, annotations: 40, suggestions: 3, stories: 1 },
  annotators: [
    { name: 'Ada', annotations: 30 },
    { name: 'Ben', annotations: 8 },
  ],
  dataset: {
    file: 'dataset.json',
    format: 'crossread-dataset',
    version: 1,
    texts: true,
    bytes: 2048,
    sha256: 'a'.repeat(64),
  },
}

const folder = new FakeFolder([])
const GRANT = { token: folder.token, roots: ['ferry.crossread'] }

function answer(inspect: () => Result<PackageManifest>): void {
  answerAs({ 'import:inspect': inspect })
}

const dialog = () => page.getByRole('dialog', { name: 'Crossread package' })

beforeEach(useFakeStreams)
afterEach(() => {
  useIntake.setState({ chosen: null, package: null })
  clearScreen()
  answerAs({})
})

it.each(['light', 'dark'] as const)('shows what is in a package before it is imported, %s', async (theme) => {
  answer(() => ok(MANIFEST))
  await show(<PackageDialog />, { theme })
  await beginImport(GRANT)
  for (const text of [
    '<img src=x onerror=alert(1)> Ferry strike',
    'Five outlets.',
    '12 articles, 1 story',
    '40 annotations, 3 open suggestions',
    'Ada (30), Ben (8), accepted suggestions (2)',
    'The dataset (2 KB) is what its checksum says.',
  ]) {
    await expect.element(dialog().getByText(text)).toBeVisible()
  }
  await expect.element(dialog().getByRole('button', { name: 'Import' })).toHaveFocus()
  await expectAccessible()
})

it('says that a package without texts cannot be imported', async () => {
  answer(() => ok({ ...MANIFEST, dataset: { ...MANIFEST.dataset, texts: false } }))
  await show(<PackageDialog />)
  await beginImport(GRANT)
  await expect.element(dialog().getByText('12 articles, 1 story; their texts were left out')).toBeVisible()
  await expect.element(dialog().getByRole('alert')).toHaveTextContent('It cannot be imported')
  await expect.element(dialog().getByRole('button', { name: 'Import' })).toBeDisabled()
  await expectAccessible()
})

it('says what is wrong with a package, and forgets it when it is closed', async () => {
  const refused = fail('unreadable', 'ferry.crossread is damaged.', { kept: 'Nothing of it was imported.' })
  answer(() => refused)
  await show(<PackageDialog />)
  await beginImport(GRANT)
  await expect.element(dialog().getByRole('alert')).toHaveTextContent('Nothing of it was imported.')
  await expectAccessible()
  await dialog().getByText('Close', { exact: true }).click()
  await expect.element(dialog()).not.toBeInTheDocument()
  expect(calls.some(({ channel, args }) => channel === 'import:close' && args[0] === GRANT.token)).toBe(true)
})

it('goes into an empty open corpus by itself, and otherwise into a new one', () =>
  withOpenCorpus([], async () => {
    answer(() => ok(MANIFEST))
    await show(<PackageDialog />)
    await beginImport(GRANT)
    await expect.element(dialog().getByRole('radio', { name: 'the open corpus' })).toBeChecked()
    await expect.element(dialog().getByText('It has no articles yet.')).toBeVisible()
  }))

it('is imported into a new corpus under the name that the person gives', () =>
  withOpenCorpus(['abc one'], async () => {
    answer(() => ok(MANIFEST))
    await folder.serveAll()
    await show(<PackageDialog />)
    await beginImport(GRANT)
    await expect.element(dialog().getByRole('radio', { name: 'a new corpus' })).toBeChecked()
    const name = `Ferry ${crypto.randomUUID()}`
    await dialog().getByRole('textbox', { name: 'Name of the new corpus' }).fill(name)
    await dialog().getByRole('button', { name: 'Import' }).click()
    await expect.poll(() => currentCorpus()?.name).toBe(name)
    await expect.element(dialog()).not.toBeInTheDocument()
    await deleteCorpus(currentCorpus()?.id ?? '')
  }))
