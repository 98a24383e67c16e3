import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Annotation } from '#core/model/annotation'
import { DEFAULT_LAYERS } from '#core/model/codebook'
import { openedCorpus } from '#services/open-corpus'
import { startSuggesting, suggestingEnded } from '#services/suggestions'
import { type ArticleRow } from '#services/articles'
import { useLive } from '#services/use-live'
import { provideCommands } from '#store/command-registry'
import { showScreen, useNavigation } from '#store/navigation'
import { useReview } from '#store/review'
import { Review } from '../../../src/renderer/src/features/review/Review'
import { reviewCommands } from '../../../src/renderer/src/features/review/commands'
import { suggestCommands } from '../../../src/renderer/src/features/suggest/commands'
import { clearScreen, expectAccessible, show } from '../app/screen'
import { liveArticleRows } from '../services/article-rows'
import { valueOf, withOpenCorpus } from '../services/fake-main'

const TEXTS = [
  'Talks resume.\n“We agree in principle,” said Ode Marrin, the mayor. Nobody else spoke.\n“It is over,” Marrin said.',
  'Hale denies it.\nTibor Hale said that the town had lost 40 boats in March 2024. “Nobody asked us,” Hale said.',
]

function Screen() {
  const rows = useLive<readonly ArticleRow[] | null>(liveArticleRows(), null)
  const counts = rows && {
    articles: rows.length,
    suggested: rows.reduce((sum, row) => sum + row.suggested, 0),
  }
  return <Review layers={DEFAULT_LAYERS} counts={counts} />
}

const stored = async (): Promise<readonly Annotation[]> =>
  (await openedCorpus()?.database.annotations.toArray()) ?? []
const count = async (status: Annotation['status']) =>
  (await stored()).filter((annotation) => annotation.status === status).length
const options = () => page.getByRole('option').elements()
const activeId = () => useReview.getState().active
const selected = () => page.getByRole('option', { selected: true })

/** Runs a test on the review of a corpus; with suggestions unless told. */
async function inReview(
  work: () => Promise<void>,
  {
    theme = 'light',
    bare = false,
    texts = TEXTS,
  }: { theme?: 'light' | 'dark'; bare?: boolean; texts?: string[] } = {},
): Promise<void> {
  await withOpenCorpus(texts, async () => {
    if (!bare) {
      valueOf(await startSuggesting({ kind: 'corpus' }))
      await suggestingEnded()
    }
    await show(<Screen />, { theme })
    if (!bare) await expect.element(selected()).toBeVisible()
    try {
      await work()
    } finally {
      clearScreen()
    }
  })
}

beforeEach(() => {
  showScreen('review')
  provideCommands('review', { place: 'review', commands: reviewCommands })
  provideCommands('suggest', { place: 'everywhere', commands: suggestCommands })
})
afterEach(clearScreen)

test.each(['light', 'dark'] as const)('axe finds nothing in queue and learning, %s', async (theme) => {
  await inReview(
    async () => {
      await expect.element(page.getByText(/Words in quotation marks/).first()).toBeVisible()
      await expectAccessible()
      await page.getByRole('tab', { name: 'Learning' }).click()
      await expect.element(page.getByText(/nothing leaves it/)).toBeVisible()
      await expectAccessible()
    },
    { theme },
  )
})

test('an item shows its sentence with the words marked, speaker, cue, reason and article', async () => {
  await inReview(async () => {
    const item = page.getByRole('option').filter({ hasText: 'We agree in principle' })
    await expect.element(item).toHaveTextContent(/“We agree in principle,” said Ode Marrin, the mayor\./)
    await expect.element(item).toHaveTextContent(/cue “said”/)
    await expect.element(item).toHaveTextContent(/followed by the verb and then the speaker/)
    await expect.element(item).toHaveTextContent(/Talks resume/)
    await expect.element(item).not.toHaveTextContent(/Nobody else spoke/)
    expect(item.element().querySelector('mark[data-role=content]')?.textContent).toBe(
      '“We agree in principle,”',
    )
  })
})

test('decides by keyboard alone, faster than the disk, and takes a rejection back', async () => {
  await inReview(async () => {
    const all = options().length
    expect(document.activeElement).toBe(page.getByRole('listbox', { name: 'Suggestions' }).element())
    await userEvent.keyboard('aa')
    await expect.poll(() => count('accepted')).toBe(2)
    await expect.poll(() => options().length).toBe(all - 2)
    const before = await stored()
    await userEvent.keyboard('x')
    await expect.poll(() => count('rejected')).toBe(1)
    await expect.poll(() => options().length).toBe(all - 3)
    const rejected = (await stored()).find(({ status }) => status === 'rejected')?.id
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => count('rejected')).toBe(0)
    await expect.poll(activeId).toBe(rejected)
    await expect.poll(() => options().length).toBe(all - 2)
    expect((await stored()).length).toBe(before.length)
  })
})

test('j, n and the arrow go on, k, p and the arrow back, and both stop at the ends', async () => {
  await inReview(async () => {
    const ids = () => options().findIndex((option) => option.getAttribute('aria-selected') === 'true')
    await expect.poll(ids).toBe(0)
    await userEvent.keyboard('jn{ArrowDown}')
    await expect.poll(ids).toBe(3)
    await userEvent.keyboard('kp{ArrowUp}k')
    await expect.poll(ids).toBe(0)
    await userEvent.keyboard('{End}j')
    await expect.poll(ids).toBe(options().length - 1)
  })
})

test('Enter opens the article at the suggestion, e to edit it, and the way back finds the same place', async () => {
  await inReview(async () => {
    await userEvent.keyboard('jj')
    const active = activeId()
    await userEvent.keyboard('{Enter}')
    expect(useNavigation.getState()).toMatchObject({
      screen: 'library',
      returnTo: 'review',
      goal: { annotation: active, edit: false },
    })
    clearScreen()
    useReview.setState({ active, place: 2 })
    showScreen('review')
    await show(<Screen />)
    await expect.element(selected()).toBeVisible()
    expect(activeId()).toBe(active)
    await userEvent.keyboard('e')
    expect(useNavigation.getState().goal).toEqual({
      article: (await stored()).find(({ id }) => id === active)?.article,
      annotation: active,
      edit: true,
    })
  })
})

test('order, layer and speaker narrow the queue; nothing left says how to widen it', async () => {
  await inReview(async () => {
    const scores = () =>
      options().map((option) => Number(/(\d+) % sure/.exec(option.textContent)?.[1] ?? Number.NaN))
    expect(scores()).toEqual(scores().toSorted((a, b) => b - a))
    await page.getByText('Least sure first').click()
    // Asked anew each time: between two orders the list is empty for a moment.
    await expect.poll(() => scores().length > 0 && scores()[0] === Math.min(...scores())).toBe(true)
    const all = options().length

    await page.getByRole('combobox', { name: 'Speaker' }).click()
    await page.getByRole('option', { name: /^Ode Marrin \(2\)/ }).click()
    await expect.element(page.getByText(`2 of ${all} suggestions`)).toBeVisible()

    await page.getByRole('combobox', { name: 'Layer' }).click()
    await page.getByRole('option', { name: 'Highlight' }).click()
    await expect.element(page.getByText('No suggestion passes these filters')).toBeVisible()
    await page.getByRole('button', { name: 'Clear all filters' }).click()
    await expect.poll(() => options().length).toBe(all)
    expect(useReview.getState().choice.order).toBe('least-sure')
  })
})

test('an empty queue offers to suggest, and fills', async () => {
  await inReview(
    async () => {
      await expect.element(page.getByText('No suggestion waits')).toBeVisible()
      // The keys of the screen work, and Tab leads to what there is to do.
      expect(document.activeElement?.closest('[data-place]')?.getAttribute('data-place')).toBe('review')
      await userEvent.tab()
      expect(document.activeElement?.textContent).toBe('Suggest in all 2 articles')
      await expectAccessible()
      await page.getByRole('button', { name: 'Suggest in all 2 articles' }).click()
      await expect.element(selected(), { timeout: 15_000 }).toBeVisible()
    },
    { bare: true },
  )
})

test('a corpus without articles says to import first', async () => {
  await inReview(
    async () => {
      await expect.element(page.getByRole('button', { name: 'Import a folder…' })).toBeVisible()
    },
    { bare: true, texts: [] },
  )
})

test('the mouse decides in one place', async () => {
  await inReview(async () => {
    await page.getByRole('option').nth(1).click()
    const id = activeId()
    await page
      .getByRole('toolbar', { name: 'The active suggestion' })
      .getByRole('button', { name: 'Accept' })
      .click()
    await expect.poll(async () => (await stored()).find((one) => one.id === id)?.status).toBe('accepted')
  })
})

test('every suggestion can be reached, page by page, and an emptied page gives way to the one before', async () => {
  await inReview(async () => {
    const db = openedCorpus()?.database
    const [one] = await stored()
    if (!db || !one?.reason) throw new Error('There is a suggestion')
    const { reason, article } = one
    await db.annotations.clear()
    // Each less sure than the one before.
    const rows = Array.from({ length: 501 }, (_, index) => ({
      ...one,
      id: `many-${String(index)}`,
      reason: { ...reason, score: 0.9 - index / 1000 },
    }))
    await db.annotations.bulkPut(rows)
    await db.stats.clear()
    await db.stats.put({ article, accepted: 0, suggested: 501, rejected: 0, tags: {} })
    const place = page.getByRole('status', { name: 'Queue' })
    await expect.element(place).toHaveTextContent('1 to 500 of 501')
    await expect.element(page.getByRole('button', { name: 'Previous page of suggestions' })).toBeDisabled()
    await page.getByRole('button', { name: 'Next page of suggestions' }).click()
    await expect.element(place).toHaveTextContent('501 to 501 of 501')
    await expect.element(selected()).toHaveTextContent('40 % sure')
    await page.getByRole('button', { name: 'Accept' }).click()
    await expect.element(place).toHaveTextContent('500 suggestions')
    await expect.element(selected()).toHaveTextContent('90 % sure')
  })
})
