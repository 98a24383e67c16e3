import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ImportProgress, ImportReportLine } from '#services/imports'
import { StoppedImport } from '../../../src/renderer/src/features/import/ImportBanner'
import { ReportScreen } from '../../../src/renderer/src/features/import/ImportReport'
import { RunningImport } from '../../../src/renderer/src/features/import/ImportStatus'
import { clearScreen, expectAccessible, show } from '../app/screen'

const NONE = { article: null, sameAs: null, message: null }
const lines: readonly ImportReportLine[] = [
  ...Array.from({ length: 800 }, (_, number) => ({
    ...NONE,
    path: `day/${number}.txt`,
    outcome: 'imported' as const,
    article: `art_${number}`,
  })),
  { ...NONE, path: 'day/copy.txt', outcome: 'same-as', article: 'art_1', sameAs: 'day/1.txt' },
  { ...NONE, path: 'photo.png', outcome: 'skipped', message: 'Crossread does not read files of this type.' },
  { ...NONE, path: 'line\nbreak 🙂.txt', outcome: 'skipped', message: 'It is empty.' },
]

const nothing = () => undefined

async function showReport(
  onOpen: (article: string) => void = nothing,
  theme: 'light' | 'dark' = 'light',
  onBack: () => void = nothing,
) {
  await show(
    <ReportScreen
      title="february"
      lines={lines}
      isRunning={false}
      onSave={nothing}
      onOpen={onOpen}
      onBack={onBack}
    />,
    { theme },
  )
}

afterEach(clearScreen)

describe('the report', () => {
  test.each(['light', 'dark'] as const)('sums up, and has nothing that axe objects to, %s', async (theme) => {
    await showReport(nothing, theme)
    await expect
      .element(page.getByText('800 imported, 1 with the same text as another, 2 skipped'))
      .toBeVisible()
    await expectAccessible()
  })

  test('draws only the lines in sight', async () => {
    await showReport()
    await expect.element(page.getByRole('table', { name: 'Files' })).toHaveAttribute('aria-rowcount', '803')
    expect(document.querySelectorAll('[role=row]').length).toBeLessThan(60)
  })

  test('has the keys at once; Escape empties the filter, then goes back', async () => {
    let back = 0
    await showReport(nothing, 'light', () => (back += 1))
    await expect.element(page.getByRole('region', { name: 'Files' })).toHaveFocus()
    await page.getByRole('searchbox').fill('copy')
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('searchbox')).toHaveValue('')
    expect(back).toBe(0)
    await userEvent.keyboard('{Escape}')
    expect(back).toBe(1)
  })

  test('shows one outcome alone, each file with its reason', async () => {
    await showReport()
    await page.getByText('Skipped 2').click()
    await expect.element(page.getByText('Crossread does not read files of this type.')).toBeVisible()
    await expect.element(page.getByText('It is empty.')).toBeVisible()
    expect(document.querySelectorAll('[role=row]').length).toBe(2)
    await page.getByText('Same text 1').click()
    await expect.element(page.getByText('Same text as day/1.txt')).toBeVisible()
  })

  test('finds a file by path or reason, and opens its article', async () => {
    const opened: string[] = []
    await showReport((article) => void opened.push(article))
    await page.getByRole('searchbox').fill('copy')
    await page.getByRole('button', { name: 'day/copy.txt' }).click()
    expect(opened).toEqual(['art_1'])
    await page.getByRole('searchbox').fill('nowhere')
    await expect.element(page.getByRole('heading', { name: 'No file of that kind' })).toBeVisible()
  })
})

const progress: ImportProgress = {
  id: 'token',
  roots: ['february'],
  state: 'running',
  seen: 420,
  total: 840,
  imported: 400,
  sameAs: 5,
  skipped: 15,
  startedAt: '2026-01-01T00:00:00Z',
  rate: 210,
  secondsLeft: 2,
}

describe('progress', () => {
  test('says how far it is, and the details on request', async () => {
    await show(<RunningImport progress={progress} />)
    await expect
      .element(page.getByRole('progressbar', { name: 'Import' }))
      .toHaveAttribute('aria-valuenow', '50')
    await expect.element(page.getByText('a few seconds left')).toBeInTheDocument()
    await page.getByTitle('Details of the import').click()
    await expect.element(page.getByText('210 files/s')).toBeVisible()
    await expectAccessible()
  })

  test('that was interrupted says what is kept and offers both ways on', async () => {
    await show(<StoppedImport progress={{ ...progress, state: 'interrupted', secondsLeft: null }} />)
    await expect.element(page.getByText(/was interrupted/)).toBeVisible()
    await expect
      .element(page.getByText(/400 articles of 420 files \(420 files not read yet\) kept/))
      .toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Resume' })).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Keep what is there' })).toBeVisible()
    await expectAccessible()
  })

  test('that failed says why, what was kept and what to do', async () => {
    const error = {
      kind: 'disk-full' as const,
      message: 'The disk is full.',
      kept: '400 articles are kept.',
      advice: 'Make room, then resume.',
    }
    await show(<StoppedImport progress={{ ...progress, state: 'failed', error }} />)
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('The disk is full. 400 articles are kept. Make room, then resume.')
  })
})
