import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { liveComparison, type ComparisonView } from '#services/comparison'
import { useLive } from '#services/use-live'
import { provideCommands } from '#store/command-registry'
import { openStory, useNavigation } from '#store/navigation'
import { resetParallel, useParallel } from '#store/parallel'
import { resetStories, showSideBySide } from '#store/story'
import type { StoredArticle } from '#data/stored'
import { parallelCommands } from '../../../src/renderer/src/features/story/parallel/commands'
import { SideBySide } from '../../../src/renderer/src/features/story/parallel/SideBySide'
import { clearScreen, expectAccessible, show } from '../app/screen'
import { comparedStory, GAZETTE, HERALD, withFerryStory } from './ferry-story'

/** Long enough to scroll, and nothing that both have. */
const repeat = (sentence: string) => Array.from({ length: 14 }, () => sentence).join('\n\n')
const BUOYS = repeat('Red buoys drift slowly past black rocks.')
const GULLS = repeat('Somewhere gulls shriek above wet chimneys.')
const LONG_HERALD = `${HERALD}\n\n${BUOYS}\n\nThe pier will be painted green in the spring by volunteers.\n\n${BUOYS}`
const LONG_GAZETTE = `${GULLS}\n\n${GAZETTE}\n\n${GULLS}\n\nThe pier will be painted red in the spring by volunteers.\n\n${GULLS}`

function Screen({ story }: { readonly story: string }) {
  const view = useLive<ComparisonView | null>(liveComparison(story), null)
  return view && <SideBySide view={view} />
}

const scroller = (name: string) => page.getByRole('region', { name: `Text of ${name}` }).element()
const count = () => page.getByText(/tied passages?;/)

/** Runs a test on two articles of the ferry story. */
async function besideEachOther(
  work: (story: string, articles: readonly StoredArticle[]) => Promise<void>,
  {
    theme = 'light',
    texts = [LONG_HERALD, LONG_GAZETTE],
  }: { theme?: 'light' | 'dark'; texts?: string[] } = {},
): Promise<void> {
  await withFerryStory(async (story, articles) => {
    openStory(story, 'side-by-side')
    await comparedStory(story)
    await show(<Screen story={story} />, { theme, height: 500 })
    await expect.element(count()).toBeVisible()
    try {
      await work(story, articles)
    } finally {
      clearScreen()
    }
  }, texts)
}

beforeEach(() => provideCommands('parallel', { place: 'side-by-side', commands: parallelCommands }))
afterEach(() => {
  clearScreen()
  resetStories()
  resetParallel()
})

test.each(['light', 'dark'] as const)('axe finds nothing, with a passage chosen, %s', async (theme) => {
  await besideEachOther(
    async () => {
      await userEvent.keyboard('n')
      await expect.poll(() => useParallel.getState().tie).not.toBeNull()
      await expectAccessible()
    },
    { theme },
  )
})

test('ties what both have under one number and keeps the blocks', async () => {
  await besideEachOther(async () => {
    const numbers = (name: string) =>
      [...scroller(name).querySelectorAll('[data-mark]')].map((one) => one.textContent)
    expect(numbers('Herald').length).toBeGreaterThan(1)
    expect(numbers('Herald').toSorted()).toEqual(numbers('Courier').toSorted())
    expect(scroller('Herald').querySelectorAll('p').length).toBe(LONG_HERALD.split('\n\n').length)
  })
})

test('n and p walk the differences, the words are marked, and Enter opens the article there', async () => {
  await besideEachOther(async (_story, articles) => {
    await userEvent.keyboard('n')
    await expect.poll(() => useParallel.getState().tie).not.toBeNull()
    const first = useParallel.getState().tie
    const marked = () => [...scroller('Courier').querySelectorAll('ins, del')].map((one) => one.textContent)
    await userEvent.keyboard('nnnnnn')
    const last = useParallel.getState().tie
    await userEvent.keyboard('pppppp')
    await expect.poll(() => useParallel.getState().tie).toBe(first)
    await userEvent.keyboard('nnnnnn')
    await expect.poll(() => useParallel.getState().tie).toBe(last)
    expect(last).not.toBe(first)
    await expect.poll(marked).toContain('red')
    await userEvent.keyboard('d')
    await expect.poll(marked).toEqual([])
    await userEvent.keyboard('d{ArrowRight}{Enter}')
    const { goal, returnTo } = useNavigation.getState()
    const start = goal?.range?.start ?? 0
    expect(returnTo).toBe('stories')
    expect(goal?.article).toBe(articles[1]?.id)
    expect(LONG_GAZETTE.slice(start)).toMatch(/^The pier will be painted red/)
  })
})

test('comes back to the passage it was left at', async () => {
  await besideEachOther(async (story) => {
    await userEvent.keyboard('nnnnnn')
    const { tie } = useParallel.getState()
    await show(<div />)
    await expect.poll(() => useParallel.getState().tie).toBeNull()
    await show(<Screen story={story} />, { height: 500 })
    await expect.poll(() => useParallel.getState().tie).toBe(tie)
    expect(scroller('Herald').scrollTop).toBeGreaterThan(0)
  })
})

test('scrolling one holds the tied passage level in the other, without chasing back', async () => {
  await besideEachOther(async () => {
    const tops = () => {
      const [a, b] = (['Herald', 'Courier'] as const).map((name) => {
        const number = [...scroller(name).querySelectorAll<HTMLElement>('[data-tie]')].find((one) =>
          one.textContent.includes('The pier will be painted'),
        )
        return number?.getBoundingClientRect().top ?? Number.NaN
      })
      return [a ?? Number.NaN, b ?? Number.NaN] as const
    }
    const herald = scroller('Herald')
    const level = () => herald.getBoundingClientRect().top + herald.clientHeight * 0.3
    herald.scrollTop += tops()[0] - level()
    await expect.poll(() => Math.abs(tops()[0] - tops()[1])).toBeLessThan(3)
    const settled = [herald.scrollTop, scroller('Courier').scrollTop]
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    expect([herald.scrollTop, scroller('Courier').scrollTop]).toEqual(settled)

    await userEvent.keyboard('l')
    const alone = scroller('Courier').scrollTop
    herald.scrollTop = 0
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    expect(scroller('Courier').scrollTop).toBe(alone)
  })
})

test('up to four articles stand beside each other; one can be taken away again', async () => {
  await besideEachOther(
    async (_story, articles) => {
      showSideBySide(articles.map(({ id }) => id))
      await expect.poll(() => page.getByRole('article').elements().length).toBe(3)
      await page.getByRole('button', { name: 'Take Gazette away' }).click()
      await expect.poll(() => page.getByRole('article').elements().length).toBe(2)
      await page.getByRole('button', { name: 'Add an article beside these' }).click()
      await expect.poll(() => page.getByRole('article').elements().length).toBe(3)
    },
    { texts: [LONG_HERALD, LONG_GAZETTE, HERALD.replace('Monday', 'Friday')] },
  )
})
