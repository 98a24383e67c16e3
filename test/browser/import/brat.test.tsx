import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { ok } from '#core/model/result'
import { openedCorpus } from '#services/open-corpus'
import { provideCommands, runCommand } from '#store/command-registry'
import { useIntake } from '#store/intake'
import { importCommands } from '../../../src/renderer/src/features/import/commands'
import { ImportStatus } from '../../../src/renderer/src/features/import/ImportStatus'
import { ImportTarget } from '../../../src/renderer/src/features/import/ImportTarget'
import { useImportNotices } from '../../../src/renderer/src/features/import/use-import-notices'
import { clearScreen, show } from '../app/screen'
import { answerAs, withOpenCorpus } from '../services/fake-main'
import { FakeFolder, useFakeStreams as fakeStreams } from '../services/fake-streams'

const TEXT = 'Ana Brel said the harbour is closed.'
const ANN = [
  'T1\tSource 0 8\tAna Brel',
  'T2\tCue 9 13\tsaid',
  'T3\tContent 14 35\tthe harbour is closed',
  'E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3',
].join('\n')

function Window() {
  useImportNotices()
  return (
    <>
      <ImportStatus />
      <ImportTarget />
    </>
  )
}

fakeStreams()
afterEach(() => {
  useIntake.setState({ chosen: null })
  clearScreen()
})

async function chooseBratFolder(): Promise<void> {
  const folder = new FakeFolder([
    { path: 'harbour.ann', text: ANN },
    { path: 'harbour.txt', text: TEXT },
  ])
  folder.brat = true
  await folder.serveAll()
  answerAs({ 'import:pick': (kind) => ok(kind === 'brat' ? folder.grant : null) })
  provideCommands('import', { place: 'everywhere', commands: importCommands })
  await show(<Window />)
  expect(runCommand('import.brat')).toBe(true)
}

async function expectQuotation(): Promise<void> {
  await expect.element(page.getByText('Import done: 1 imported.')).toBeVisible()
  const annotations = await openedCorpus()?.database.annotations.toArray()
  expect(annotations).toMatchObject([{ status: 'accepted', exact: 'the harbour is closed' }])
}

test('a brat folder is imported into the open corpus with its quotations, and said so', async () => {
  await withOpenCorpus([], async () => {
    await chooseBratFolder()
    await expectQuotation()
  })
})

test('a brat folder stays one when the person is asked where it goes', async () => {
  await withOpenCorpus(['An article.'], async () => {
    await chooseBratFolder()
    await page.getByRole('dialog').getByRole('button', { name: 'Import' }).click()
    await expectQuotation()
  })
})
