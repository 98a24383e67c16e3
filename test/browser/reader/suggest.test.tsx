import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Annotation } from '#core/model/annotation'
import { updateAnnotation } from '#services/annotations'
import { startSuggesting, suggestingEnded } from '#services/suggestions'
import { undo } from '#services/history'
import { provideCommands } from '#store/command-registry'
import { goBack, openAnnotation, useNavigation } from '#store/navigation'
import { useReader } from '#store/reader'
import { wayBackCommands } from '../../../src/renderer/src/app/app-commands'
import { suggestCommands } from '../../../src/renderer/src/features/suggest/commands'
import { expectAccessible } from '../app/screen'
import { createBench, textElement, type Bench } from './harness'

const TEXT = [
  'Talks resume in the capital',
  '“We agree in principle,” said Ode Marrin, the mayor.',
  'Tibor Hale denied it. “Nothing is signed,” Hale said.',
  '“We will be back on Monday,” Marrin said.',
].join('\n')

let bench: Bench

beforeEach(async () => {
  provideCommands('suggest', { place: 'everywhere', commands: suggestCommands })
  provideCommands('way-back', { place: 'reader', commands: wayBackCommands })
  bench = await createBench(TEXT)
})

afterEach(() => bench.remove())

const quotations = async (): Promise<readonly Annotation[]> =>
  (await bench.stored())
    .filter(({ layer, quotation }) => layer === 'quotation' && quotation?.type === 'direct')
    .toSorted((a, b) => a.start - b.start)
const statuses = async () => (await quotations()).map(({ status }) => status)
const activeText = async () =>
  (await bench.stored()).find(({ id }) => id === useReader.getState().active)?.exact ?? null
const panel = () => page.getByRole('region', { name: 'Suggestion', exact: true })

/** Shows the article with its suggestions, claims left out, so that there are three. */
async function withSuggestions(theme: 'light' | 'dark' = 'light'): Promise<void> {
  const started = await startSuggesting({ kind: 'corpus' })
  if (!started.ok) throw new Error(started.error.message)
  await suggestingEnded()
  const others = (await bench.stored()).filter(({ quotation }) => quotation?.type !== 'direct')
  await bench.database.annotations.bulkDelete(others.map(({ id }) => id))
  await bench.show(0, theme)
  textElement()?.focus()
  await expect.poll(statuses).toEqual(['suggested', 'suggested', 'suggested'])
  await expect.element(page.getByText(/3 suggestions wait/)).toBeVisible()
}

test('the button of an empty list has the article suggested', async () => {
  await bench.show(0)
  await page.getByRole('button', { name: 'Suggest quotations and claims' }).click()
  await expect.poll(async () => (await quotations()).length, { timeout: 15_000 }).toBe(3)
  await expect.element(page.getByText(/suggestions wait for you/)).toBeVisible()
})

test('n, a and x go through the article; undo takes each decision back', async () => {
  await withSuggestions()
  await userEvent.keyboard('n')
  await expect.poll(activeText).toBe('“We agree in principle,”')
  await expect.element(panel().getByText(/followed by the verb and then the speaker/)).toBeVisible()
  await userEvent.keyboard('ax')
  await expect.poll(statuses).toEqual(['accepted', 'rejected', 'suggested'])
  await expect.poll(activeText).toBe('“We will be back on Monday,”')
  expect(document.activeElement).toBe(textElement())

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(statuses).toEqual(['accepted', 'suggested', 'suggested'])
  await undo()
  await expect.poll(statuses).toEqual(['suggested', 'suggested', 'suggested'])
})

test('p goes back, and from an accepted annotation n goes to the next suggestion', async () => {
  await withSuggestions()
  await userEvent.keyboard('nnn')
  await expect.poll(activeText).toBe('“We will be back on Monday,”')
  await userEvent.keyboard('pp')
  await expect.poll(activeText).toBe('“We agree in principle,”')
  await userEvent.keyboard('a')
  await expect.poll(statuses).toEqual(['accepted', 'suggested', 'suggested'])
  await userEvent.keyboard(',')
  await expect.poll(activeText).toBe('“We agree in principle,”')
  await userEvent.keyboard('n')
  await expect.poll(activeText).toBe('“Nothing is signed,”')
})

test('a decision at the end of the article goes on to what was left before', async () => {
  await withSuggestions()
  await userEvent.keyboard('nnna')
  await expect.poll(statuses).toEqual(['suggested', 'suggested', 'accepted'])
  await expect.poll(activeText).toBe('“We agree in principle,”')
})

test('A accepts the rest at once, and one undo brings all of it back', async () => {
  await withSuggestions()
  await userEvent.keyboard('nx{Shift>}a{/Shift}')
  await expect.poll(statuses).toEqual(['rejected', 'accepted', 'accepted'])
  await expect.element(page.getByText('Accepted 2 suggestions.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(statuses).toEqual(['rejected', 'suggested', 'suggested'])
})

test('a and x do nothing on what is decided', async () => {
  await withSuggestions()
  await userEvent.keyboard('na,')
  await expect.poll(activeText).toBe('“We agree in principle,”')
  await userEvent.keyboard('x')
  await userEvent.keyboard('.')
  await expect.poll(activeText).toBe('“Nothing is signed,”')
  expect(await statuses()).toEqual(['accepted', 'suggested', 'suggested'])
})

test('the buttons of the inspector decide, and an edit accepts', async () => {
  await withSuggestions()
  await userEvent.keyboard('n')
  await panel().getByRole('button', { name: 'Reject' }).click()
  await expect.poll(statuses).toEqual(['rejected', 'suggested', 'suggested'])
  await expect.poll(activeText).toBe('“Nothing is signed,”')
  await panel().getByRole('button', { name: 'Accept' }).click()
  await expect.poll(statuses).toEqual(['rejected', 'accepted', 'suggested'])
  await expect.poll(activeText).toBe('“We will be back on Monday,”')
  await userEvent.keyboard('m')
  await expect.element(page.getByRole('textbox', { name: 'Note' })).toHaveFocus()
  await userEvent.keyboard('check')
  await userEvent.keyboard('{Escape}')
  await expect.poll(statuses).toEqual(['rejected', 'accepted', 'accepted'])
})

test('the list tells made from suggested', async () => {
  await withSuggestions()
  await userEvent.keyboard('na{Escape}')
  const list = page.getByRole('list', { name: 'Annotations of the article' })
  await expect.element(list).toBeVisible()
  await page.getByText('Suggested 2', { exact: true }).click()
  expect(list.getByRole('listitem').elements()).toHaveLength(2)
  await page.getByText('Made 1', { exact: true }).click()
  expect(list.getByRole('listitem').elements()).toHaveLength(1)
})

test('an annotation opened from the review is gone to, and Escape leads back', async () => {
  await withSuggestions()
  const wanted = (await quotations())[1]
  openAnnotation(
    { article: bench.articles[0]?.id ?? '', annotation: wanted?.id ?? '', edit: false },
    'review',
  )
  await expect.poll(activeText).toBe('“Nothing is signed,”')
  expect(useNavigation.getState().goal).toBeNull()
  expect(document.activeElement).toBe(textElement())
  await userEvent.keyboard('{Escape}')
  expect(useNavigation.getState().screen).toBe('review')
  goBack()
  expect(useNavigation.getState().screen).toBe('review')
})

test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (theme) => {
  await withSuggestions(theme)
  await expectAccessible()
  await userEvent.keyboard('n')
  await expect.element(panel()).toBeVisible()
  const first = (await quotations())[0]
  await expectAccessible()
  await updateAnnotation(first?.id ?? '', 'Note', (before) => ({ ...before, note: 'seen' }))
  await expect.element(page.getByText('Suggested', { exact: true })).toBeVisible()
  await expectAccessible()
})
