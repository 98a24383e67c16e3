import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { openedCorpus } from '#services/open-corpus'
import { liveSettings } from '#services/settings'
import { liveTagger, type Scores, type TaggerState } from '#services/tagger'
import { Learning } from '../../../src/renderer/src/features/review/LearningPanel'
import { useIdleTraining } from '../../../src/renderer/src/features/review/use-idle-training'
import { clearScreen, expectAccessible, show } from '../app/screen'
import { now, until, withOpenCorpus } from '../services/fake-main'

const score = (f1: number) => ({ precision: 0.9, recall: 0.5, f1 })
const scores = (f1: number): Scores => ({
  content: score(f1),
  exactContent: score(0.5),
  exactSource: score(0.6),
  exactCue: score(0.7),
})

const UNTRAINED: TaggerState = {
  state: 'none',
  progress: 0,
  enabled: false,
  version: null,
  outdated: false,
  trainedAt: null,
  examples: 0,
  heldBack: 0,
  comparison: null,
}

const TRAINED: TaggerState = {
  ...UNTRAINED,
  state: 'ready',
  version: 1,
  trainedAt: '2025-03-04T10:00:00.000Z',
  examples: 40,
  heldBack: 10,
  comparison: { rules: scores(0.71), learned: scores(0.83) },
}

const suggestSwitch = () => page.getByRole('switch', { name: 'Suggest by what was learnt' })

afterEach(clearScreen)

test.each(['light', 'dark'] as const)('the comparison is a table that axe accepts, %s', async (theme) => {
  await show(<Learning tagger={TRAINED} />, { theme })
  const row = page.getByRole('row', { name: /Quotations found/ })
  await expect.element(row).toHaveTextContent('Quotations found905071905083')
  expect(row.element().querySelectorAll('[data-better]')).toHaveLength(1)
  await expect.element(page.getByText('40 articles')).toBeVisible()
  await expectAccessible()
})

test('before training there is nothing to switch on', async () => {
  await show(<Learning tagger={UNTRAINED} />)
  await expect.element(page.getByRole('button', { name: 'Train on accepted quotations' })).toBeEnabled()
  expect(page.getByRole('switch').elements()).toEqual([])
})

test('training shows how far it is and can be cancelled; the switch waits', async () => {
  await show(<Learning tagger={{ ...TRAINED, state: 'training', progress: 0.4 }} />)
  await expect
    .element(page.getByRole('progressbar', { name: 'Training' }))
    .toHaveAttribute('aria-valuenow', '40')
  await expect.element(page.getByRole('button', { name: 'Cancel training' })).toBeEnabled()
  await expect.element(suggestSwitch()).toBeDisabled()
})

test('what another version learnt waits to be trained again', async () => {
  await show(<Learning tagger={{ ...TRAINED, outdated: true }} />)
  await expect.element(page.getByText(/The rules suggest until you train again/)).toBeVisible()
  await expect.element(suggestSwitch()).toBeDisabled()
  await expectAccessible()
})

test('what failed says why and what was kept', async () => {
  const error = { kind: 'invalid-input' as const, message: 'Too few quotations.', advice: 'Accept more.' }
  await show(<Learning tagger={{ ...UNTRAINED, state: 'failed', error }} />)
  await expect.element(page.getByRole('alert')).toHaveTextContent('Too few quotations. Accept more.')
  await expectAccessible()
})

test('a switch that the corpus has no model for says so', async () => {
  await withOpenCorpus([], async () => {
    await show(<Learning tagger={TRAINED} />)
    await suggestSwitch().click()
    await expect.element(page.getByText('There is no trained tagger in this corpus.')).toBeVisible()
  })
})

test('training while nobody works can be switched off', async () => {
  await show(<Learning tagger={TRAINED} />)
  const idle = page.getByRole('switch', { name: 'Train again while nobody works' })
  await expect.element(idle).toBeChecked()
  await idle.click()
  await expect.poll(async () => (await now(liveSettings())).retrainWhenIdle).toBe(false)
  await expect.element(idle).not.toBeChecked()
  await idle.click()
  await expect.poll(async () => (await now(liveSettings())).retrainWhenIdle).toBe(true)
})

function Idle() {
  useIdleTraining({ idle: 30, check: 10 })
  return null
}

test('once nobody works, a training that is due begins', async () => {
  await withOpenCorpus([], async () => {
    const db = openedCorpus()?.database
    if (!db || !TRAINED.comparison) throw new Error('It was opened')
    const { comparison, examples, heldBack } = TRAINED
    const record = { part: 'record' as const, version: 1, trainedAt: '', enabled: false }
    await db.tagger.put({ ...record, comparison, examples, heldBack, decided: 0 })
    await db.stats.put({ article: 'x', accepted: 100, suggested: 0, rejected: 0, tags: {} })
    await show(<Idle />)
    // There is no text to learn from, and it says so.
    await until(liveTagger(), ({ state }) => state === 'failed')
  })
})
