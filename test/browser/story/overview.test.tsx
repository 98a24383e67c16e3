import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { liveComparison, type FindingView } from '#services/comparison'
import { undo } from '#services/history'
import { createStory, liveStory, renameStory } from '#services/stories'
import { provideCommands } from '#store/command-registry'
import { goBack, openStory, useNavigation } from '#store/navigation'
import { useStoryView } from '#store/story'
import { storyCommands } from '../../../src/renderer/src/features/story/commands'
import { findingCommands } from '../../../src/renderer/src/features/story/overview/commands'
import { Story } from '../../../src/renderer/src/features/story/Story'
import { clearScreen, expectAccessible, show } from '../app/screen'
import { now, until, valueOf, withOpenCorpus } from '../services/fake-main'
import { withBridgeStory } from './bridge-story'

const refused: string[] = []
const noteRefusal = (event: SecurityPolicyViolationEvent) => void refused.push(event.violatedDirective)

beforeEach(() => {
  provideCommands('story', { place: 'story', commands: storyCommands })
  provideCommands('findings', { place: 'findings', commands: findingCommands })
  document.addEventListener('securitypolicyviolation', noteRefusal)
})
afterEach(() => {
  document.removeEventListener('securitypolicyviolation', noteRefusal)
  clearScreen()
})

const findings = () => page.getByRole('region', { name: 'Findings' })
const active = () => document.querySelector('li[aria-current]')
const CONFLICT = /in the mouth of/

/** Runs a test on the overview of the bridge story. */
async function withOverview(
  work: (story: string) => Promise<void>,
  options: Parameters<typeof show>[1] = {},
): Promise<void> {
  await withBridgeStory(async (story) => {
    openStory(story)
    await show(<Story />, options)
    await expect.element(findings().getByText(CONFLICT).first()).toBeVisible()
    try {
      await work(story)
    } finally {
      clearScreen()
    }
  })
}

async function findingsOf(story: string): Promise<readonly FindingView[]> {
  return (await until(liveComparison(story), (view) => view !== null))?.findings ?? []
}

const decided = (story: string) => async () =>
  (await findingsOf(story)).filter(({ status }) => status !== 'open').map(({ status }) => status)

test.each(['light', 'dark'] as const)(
  'axe finds nothing in findings and pictures, and each picture has its figures, %s',
  async (theme) => {
    await withOverview(
      async () => {
        await expect.element(page.getByRole('img', { name: /^Timeline: .*Harbour Herald, / })).toBeVisible()
        await expect.element(page.getByRole('img', { name: /^Heat map/ })).toBeInTheDocument()
        const pictures = [...document.querySelectorAll('figure')]
        expect(pictures.map((picture) => picture.querySelector('h2')?.textContent)).toEqual([
          'When they published',
          'What they have in common',
          'How much they share',
          'Who has text of whom',
        ])
        for (const picture of pictures) expect(picture.querySelector('details table')).not.toBeNull()
        for (const details of document.querySelectorAll('details')) details.open = true
        expect(document.querySelectorAll('figure svg style')).toHaveLength(0)
        await expectAccessible()
      },
      { theme },
    )
  },
)

test('a conflict shows the words of both sources with who says them', async () => {
  await withOverview(async () => {
    const evidence = findings().getByRole('list', { name: 'The words that show it' })
    await expect.element(evidence.getByRole('button', { name: /Harbour Herald · Ann Ode/ })).toBeVisible()
    await expect.element(evidence.getByRole('button', { name: /Coast Courier · Ben Carr/ })).toBeVisible()
    await expect
      .element(evidence.getByText('“There is always another way across the water,”').first())
      .toBeVisible()
  })
})

test('findings are walked through and decided by keys, and undo opens them again', async () => {
  await withOverview(async (story) => {
    await userEvent.keyboard('j')
    expect(document.activeElement).toBe(active())
    const first = active()?.id
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(() => active()?.id).not.toBe(first)
    await userEvent.keyboard('{Home}')
    await expect.poll(() => active()?.id).toBe(first)
    await userEvent.keyboard('a')
    await expect.poll(decided(story)).toEqual(['confirmed'])
    // What the filter hides gives its place, and the focus, to the next.
    await expect.poll(() => document.getElementById(first ?? '')).toBeNull()
    await expect.poll(() => document.activeElement === active() && active() !== null).toBe(true)
    await userEvent.keyboard('x')
    await expect.poll(decided(story)).toHaveLength(2)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(decided(story)).toEqual(['confirmed'])
    await page.getByText('Confirmed 1').click()
    await expect.element(findings().getByText(CONFLICT).first()).toBeVisible()
    await userEvent.keyboard('o')
    await expect.poll(decided(story)).toEqual([])
  })
})

test('a note is written by key and kept with the finding', async () => {
  await withOverview(async (story) => {
    await userEvent.keyboard('jn')
    await expect.element(findings().getByRole('textbox', { name: 'Note' })).toHaveFocus()
    await userEvent.keyboard('Ask the council')
    await page.getByRole('tab', { name: 'Overview' }).click()
    await expect
      .poll(async () => (await findingsOf(story)).map(({ note }) => note).filter(Boolean))
      .toEqual(['Ask the council'])
    valueOf(await undo())
    await expect.poll(async () => (await findingsOf(story)).some(({ note }) => note !== '')).toBe(false)
  })
})

test('Escape closes a menu or a list, leaves a field, and only then the story', async () => {
  await withOverview(async (story) => {
    const isOpen = () => useStoryView.getState().story === story
    await page.getByRole('button', { name: 'Actions on this story' }).click({ timeout: 5000 })
    await expect.element(page.getByRole('menuitem', { name: 'Export report (HTML)…' })).toBeEnabled()
    await expect.element(page.getByRole('menuitem', { name: 'Export matrix as CSV…' })).toBeDisabled()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
    expect(isOpen()).toBe(true)

    const field = page.getByRole('combobox', { name: 'Source' })
    const input = field.element()
    if (input instanceof HTMLElement) input.focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(page.getByRole('option', { name: 'Town Post' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('option', { name: 'Town Post' })).not.toBeInTheDocument()
    await expect.element(field).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.element(field).not.toHaveFocus()
    expect(isOpen()).toBe(true)

    await userEvent.keyboard('jn')
    await expect.element(findings().getByRole('textbox', { name: 'Note' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => document.activeElement === active() && active() !== null).toBe(true)
    expect(isOpen()).toBe(true)

    await userEvent.keyboard('{Escape}')
    await expect.poll(isOpen).toBe(false)
  })
})

test('each kind that was looked for has its count, and one choice shows who disagrees', async () => {
  await withOverview(async () => {
    const kinds = findings().getByRole('group', { name: 'Kinds' })
    await expect.element(kinds.getByRole('button', { name: 'Other date 0' })).toBeVisible()
    await expect.element(kinds.getByRole('button', { name: 'Repeats itself 0' })).toBeVisible()
    await kinds.getByRole('button', { name: /^Disagreements [1-9]/ }).click()
    await expect.element(findings().getByText(CONFLICT).first()).toBeVisible()
    await expect.element(findings().getByRole('heading', { name: /^Other number/ })).toBeVisible()
    await expect.element(findings().getByRole('heading', { name: /only/ })).not.toBeInTheDocument()
    await findings().getByRole('button', { name: 'All kinds' }).click()
    await expect.element(findings().getByRole('heading', { name: /only/ }).first()).toBeVisible()
    await expectAccessible()
  })
})

test('kind, status and source narrow the findings', async () => {
  await withOverview(async () => {
    const kinds = findings().getByRole('group', { name: 'Kinds' })
    await kinds.getByRole('button', { name: /^Other number/ }).click()
    await expect.element(findings().getByText(CONFLICT)).not.toBeInTheDocument()
    await expect
      .element(
        findings()
          .getByText(/700,000/)
          .first(),
      )
      .toBeVisible()
    await page.getByText('Dismissed 0').click()
    await expect.element(findings().getByText('No finding matches')).toBeVisible()
    await findings().getByRole('button', { name: 'All kinds' }).click()
    await expect.element(findings().getByText('None', { exact: true })).toBeVisible()
  })
})

test('the words lead to the article, and back to the same finding at the same place', async () => {
  await withOverview(
    async (_story) => {
      await userEvent.keyboard('jjj')
      const before = active()?.id
      await userEvent.keyboard('{Enter}')
      await expect
        .poll(() => useNavigation.getState())
        .toMatchObject({ screen: 'library', returnTo: 'stories' })
      const { goal, article } = useNavigation.getState()
      expect(goal?.article).toBe(article)
      await show(<p>The reader</p>)
      goBack()
      await show(<Story />)
      await expect.poll(() => active()?.id).toBe(before)
      await expect.poll(() => document.activeElement === active()).toBe(true)
    },
    { height: 480 },
  )
})

test('a part of a picture leads to the matrix, narrowed to it', async () => {
  await withOverview(async () => {
    const bars = page.getByRole('group', { name: /^Stacked bars/ })
    await bars.getByRole('link', { name: /utterances? in all sources/ }).click()
    await expect
      .poll(() => useStoryView.getState())
      .toMatchObject({
        tab: 'utterances',
        clusterFilters: { utterance: { by: 'spread', spread: 'all' } },
      })
    await expect.element(page.getByRole('tab', { name: /Utterances/, selected: true })).toBeVisible()
  })
})

test('the name changes in place, and the tabs have keys', async () => {
  await withOverview(async (story) => {
    await userEvent.keyboard('{F2}')
    await expect.element(page.getByRole('textbox', { name: 'Name of the story' })).toHaveFocus()
    await userEvent.keyboard('{Control>}a{/Control}Lonmouth bridge{Enter}')
    await expect.element(page.getByRole('heading', { name: 'Lonmouth bridge' })).toBeVisible()
    expect((await now(liveStory(story)))?.story.name).toBe('Lonmouth bridge')
    await userEvent.keyboard('{Alt>}4{/Alt}')
    await expect.element(page.getByRole('tab', { name: 'Side by side', selected: true })).toBeVisible()
    await userEvent.keyboard('{Alt>}1{/Alt}')
    await expect.element(findings()).toBeVisible()
    valueOf(await renameStory(story, 'The bridge'))
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => useStoryView.getState().story).toBeNull()
  })
})

test('in a narrow window findings and pictures take turns, and nothing scrolls sideways', async () => {
  await withOverview(
    async () => {
      await expect.element(page.getByRole('img', { name: /^Timeline/ })).not.toBeInTheDocument()
      await page.getByText('Pictures', { exact: true }).click()
      await expect.element(page.getByRole('img', { name: /^Timeline/ })).toBeVisible()
      await expect.element(findings()).not.toBeInTheDocument()
      const root = document.querySelector('[data-place=story]')
      expect(root?.scrollWidth).toBeLessThanOrEqual(root?.clientWidth ?? 0)
    },
    { width: 576 },
  )
})

test('a story without quotations offers to suggest for its articles', async () => {
  await withOpenCorpus(['The tide came in.\nIt went out.', 'A dog slept.\nIt woke.'], async (articles) => {
    const story = valueOf(
      await createStory(
        'Quiet',
        articles.map(({ id }) => id),
      ),
    )
    openStory(story)
    await show(<Story />)
    await expect.element(page.getByText(/Nothing is marked in these articles yet/)).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Suggest in them' })).toBeVisible()
    openStory(story, 'utterances')
    await expect.element(page.getByText('No quotations in these articles')).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Suggest in these articles' })).toBeVisible()
    await expectAccessible()
  })
})
