import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createStory, liveProposals, liveStories, startProposing } from '#services/stories'
import { provideCommands } from '#store/command-registry'
import { showAllStories, useNavigation } from '#store/navigation'
import { useStoriesList, useStoryView } from '#store/story'
import { notifyUndo } from '#ui/notify'
import { storiesCommands, storyFindingCommands } from '../../../src/renderer/src/features/stories/commands'
import { Stories } from '../../../src/renderer/src/features/stories/Stories'
import { StoryDialogs } from '../../../src/renderer/src/features/stories/StoryDialogs'
import { clearScreen, expectAccessible, show } from '../app/screen'
import { now, until, valueOf, withOpenCorpus } from '../services/fake-main'
import { withBridgeArticles } from '../story/bridge-story'

beforeEach(() => {
  provideCommands('stories', { place: 'stories', commands: storiesCommands })
  provideCommands('find-stories', { place: 'everywhere', commands: storyFindingCommands })
})
afterEach(clearScreen)

function Screen() {
  return (
    <>
      <Stories />
      <StoryDialogs />
    </>
  )
}

const row = (name: string | RegExp) => page.getByRole('option', { name })
const stories = async () =>
  (await now(liveStories())).map(({ story }) => `${story.name} ${story.articles.length}`).toSorted()

const TEXTS = ['One says it.', 'Two says it.', 'Three says it.', 'Four says it.']

/** Runs a test on the list of two stories: of all four articles, and of the last two. */
async function withStories(work: () => Promise<void>): Promise<void> {
  await withOpenCorpus(TEXTS, async (articles) => {
    const ids = articles.map(({ id }) => id)
    valueOf(await createStory('Everything', ids))
    valueOf(await createStory('The end', ids.slice(2)))
    showAllStories()
    await show(<Screen />)
    await expect.element(row(/Everything/)).toBeVisible()
    try {
      await work()
    } finally {
      clearScreen()
    }
  })
}

test.each(['light', 'dark'] as const)('axe finds nothing in list, story and dialogs, %s', async (theme) => {
  await withStories(async () => {
    await show(<Screen />, { theme })
    await row(/Everything/).click()
    await expect.element(page.getByRole('heading', { name: 'Everything' })).toBeVisible()
    await expectAccessible()
    for (const [key, name] of [
      ['s', 'Split “Everything”'],
      ['e', 'Articles of “Everything”'],
    ] as const) {
      await userEvent.keyboard(key)
      await expect.element(page.getByRole('dialog', { name })).toBeVisible()
      await expectAccessible()
      await userEvent.keyboard('{Escape}')
      await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    }
  })
})

test('a corpus without stories says how to come to one', async () => {
  await withOpenCorpus(TEXTS, async () => {
    showAllStories()
    await show(<Screen />)
    await expect.element(page.getByText('No stories yet')).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Find stories in the corpus' })).toBeVisible()
    await expectAccessible()
    await page.getByRole('button', { name: 'Choose articles in the library' }).click()
    expect(useNavigation.getState().screen).toBe('library')
  })
})

test('a story is opened, renamed and deleted by keys, and undo brings it back', async () => {
  await withStories(async () => {
    await row(/Everything/).click()
    await userEvent.keyboard('{F2}')
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveFocus()
    await userEvent.keyboard('{Control>}a{/Control}All of it{Enter}')
    await expect.poll(stories).toEqual(['All of it 4', 'The end 2'])
    await row(/All of it/).click()
    await userEvent.keyboard('{Delete}')
    await expect.poll(stories).toEqual(['The end 2'])
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(stories).toEqual(['All of it 4', 'The end 2'])
    await row(/The end/).click()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => useStoryView.getState().story).not.toBeNull()
  })
})

test('the first story is selected at once, so that Enter opens it and Tab leads into it before any notice', async () => {
  await withStories(async () => {
    await expect.element(page.getByRole('listbox')).toHaveFocus()
    await expect.element(row(/Everything/)).toHaveAttribute('aria-selected', 'true')
    notifyUndo('Something was done.', () => undefined)
    await expect.element(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible()
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement?.closest('[data-place=stories]')).not.toBeNull()
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}')
    const [first] = await now(liveStories())
    await expect.poll(() => useStoryView.getState().story).toBe(first?.story.id)
  })
})

test('articles leave a story and come to it, with undo', async () => {
  await withStories(async () => {
    await row(/Everything/).click()
    await page.getByRole('button', { name: 'Take out of the story: One says it.' }).click()
    await expect.poll(stories).toEqual(['Everything 3', 'The end 2'])
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(stories).toEqual(['Everything 4', 'The end 2'])
    await row(/The end/).click()
    await userEvent.keyboard('e')
    const dialog = page.getByRole('dialog', { name: 'Articles of “The end”' })
    await dialog.getByRole('searchbox').fill('two')
    await expect.element(dialog.getByRole('checkbox', { name: /One says/ })).not.toBeInTheDocument()
    await dialog.getByRole('checkbox', { name: /Two says/ }).click()
    await dialog.getByRole('button', { name: 'Keep 3 articles' }).click()
    await expect.poll(stories).toEqual(['Everything 4', 'The end 3'])
  })
})

test('a story is split in two, and two are merged into one', async () => {
  await withStories(async () => {
    await row(/Everything/).click()
    await userEvent.keyboard('s')
    const split = page.getByRole('dialog', { name: 'Split “Everything”' })
    await split.getByRole('checkbox', { name: /One says/ }).click()
    await expect.element(split.getByRole('button', { name: /^Split/ })).toBeDisabled()
    await split.getByRole('checkbox', { name: /Two says/ }).click()
    await split.getByRole('textbox').fill('The beginning')
    await split.getByRole('button', { name: 'Split off 2 articles' }).click()
    await expect.poll(stories).toEqual(['Everything 2', 'The beginning 2', 'The end 2'])
    await row(/The beginning/).click()
    await row(/Everything/).click({ modifiers: ['ControlOrMeta'] })
    await userEvent.keyboard('m')
    const merge = page.getByRole('dialog', { name: 'Merge 2 stories into one' })
    await merge.getByRole('radio', { name: 'Everything' }).click()
    await merge.getByRole('button', { name: 'Merge' }).click()
    await expect.poll(stories).toEqual(['Everything 4', 'The end 2'])
  })
})

test('a proposal says why, is edited and accepted or dismissed by keys, with undo', async () => {
  await withBridgeArticles(async () => {
    valueOf(await startProposing())
    await until(liveProposals(), ({ state }) => state === 'done')
    showAllStories()
    await show(<Screen />)
    const [proposal] = (await now(liveProposals())).proposals
    if (!proposal) throw new Error('Nothing was proposed')
    await expect.element(page.getByRole('listbox')).toHaveFocus()
    await userEvent.keyboard('{End}')
    await expect.poll(() => useStoriesList.getState().proposal).toBe(proposal.id)
    await expect.element(page.getByText('Why these articles seem to report one event')).toBeVisible()
    await expectAccessible()
    await page.getByRole('textbox', { name: 'Name of the story' }).fill('Bridge')
    await page.getByRole('checkbox').last().click()
    await page.getByRole('button', { name: 'Make a story of 2 articles' }).click()
    await expect.poll(stories).toEqual(['Bridge 2'])
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(stories).toEqual([])
    await row(new RegExp(proposal.articles.length + ' articles')).click()
    await userEvent.keyboard('x')
    await expect.poll(async () => (await now(liveProposals())).proposals).toHaveLength(0)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(async () => (await now(liveProposals())).proposals).toHaveLength(1)
  })
})
