import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { addImport } from '#data/imports'
import { liveImports } from '#services/imports'
import { openedCorpus } from '#services/open-corpus'
import { findReuseOfNewArticles, liveReuse, startFindingReuse } from '#services/reuse'
import { liveStories } from '#services/stories'
import { provideCommands } from '#store/command-registry'
import { useNavigation } from '#store/navigation'
import { useStoryView } from '#store/story'
import { libraryCommands } from '../../../src/renderer/src/features/library/commands'
import { Library } from '../../../src/renderer/src/features/library/Library'
import { reuseCommands } from '../../../src/renderer/src/features/library/reuse/commands'
import { useReuseAfterImport } from '../../../src/renderer/src/features/library/reuse/use-reuse-after-import'
import { useReuseNotices } from '../../../src/renderer/src/features/library/reuse/use-reuse-notices'
import { clearScreen, expectAccessible, show } from '../app/screen'
import { now, until, valueOf, withOpenCorpus } from '../services/fake-main'

const REPORT = `The harbour of Lonmouth was closed on Tuesday after a crane fell into the water beside the old bridge.
Nobody was hurt, but eleven boats could not leave, and the fish market stayed shut until the evening tide came in.
The mayor promised that divers would look at the crane in the morning and that the harbour would open by noon.`

const TEXTS = [
  REPORT,
  `Print edition\n${REPORT}`,
  'A dog slept in the sun of the square and nobody woke it all day.',
]

const STARTED = {
  id: 'folder',
  roots: ['folder'],
  seen: 3,
  total: 3,
  imported: 3,
  sameAs: 0,
  skipped: 0,
  startedAt: '2024-01-01T00:00:00.000Z',
  cursor: null,
  batches: 0,
  recent: [],
  error: null,
}

beforeEach(() => {
  provideCommands('library', { place: 'library', commands: libraryCommands })
  provideCommands('reuse', { place: 'everywhere', commands: reuseCommands })
})
afterEach(clearScreen)

function Screen() {
  return <Library corpus={{ id: 'c', name: 'Harbour', description: '' }} tags={[]} />
}

function ScreenWithBackground() {
  useReuseNotices()
  useReuseAfterImport(10)
  return <Screen />
}

const row = (name: RegExp) => page.getByRole('row', { name })

/** Runs a test on the library of three articles, two of which share their text. */
async function withLibrary(
  work: (ids: readonly string[]) => Promise<void>,
  screen = <Screen />,
): Promise<void> {
  await withOpenCorpus(TEXTS, async (articles) => {
    await show(screen)
    await expect.element(row(/A dog slept/)).toBeVisible()
    try {
      await work(articles.map(({ id }) => id))
    } finally {
      clearScreen()
    }
  })
}

test('Compare makes a story of what is selected and opens it; undo leads back', async () => {
  await withLibrary(async () => {
    await row(/A dog slept/).click()
    await expect.element(page.getByRole('button', { name: 'Compare' })).not.toBeInTheDocument()
    await userEvent.keyboard('{Control>}{Shift>}c{/Shift}{/Control}')
    expect(await now(liveStories())).toHaveLength(0)
    await userEvent.keyboard('{Control>}a{/Control}{Control>}{Shift>}c{/Shift}{/Control}')
    await expect.poll(() => useNavigation.getState().screen).toBe('stories')
    const [story] = await now(liveStories())
    expect(story?.story.articles).toHaveLength(3)
    expect(useStoryView.getState()).toMatchObject({ story: story?.story.id, tab: 'overview' })
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(async () => (await now(liveStories())).length).toBe(0)
    await expect.poll(() => useNavigation.getState().screen).toBe('library')
  })
})

test('copies are flagged once they were looked for, listed, and read side by side', async () => {
  await withLibrary(async ([first, second]) => {
    await row(/A dog slept/).click()
    await userEvent.keyboard('c')
    await expect.element(page.getByRole('dialog').getByText(/No copies of it are known/)).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    valueOf(await startFindingReuse())
    await until(liveReuse(), ({ pairs }) => pairs.length > 0)
    const flag = row(/The harbour of Lonm/).getByRole('button', { name: /1 other article: show them/ })
    await expect.element(flag).toBeVisible()
    await expectAccessible()
    await flag.click()
    const dialog = page.getByRole('dialog')
    await expect.element(dialog.getByText(/^The same text/)).toBeVisible()
    await expectAccessible()
    await dialog.getByRole('button', { name: /^Side by side/ }).click()
    await expect.poll(() => useNavigation.getState().screen).toBe('stories')
    expect(useStoryView.getState()).toMatchObject({ pair: [first, second], tab: 'side-by-side' })
  })
})

test('copies are looked for once after an import, without a message, and can be filtered by', async () => {
  await withLibrary(
    async () => {
      const db = openedCorpus()?.database
      if (!db) throw new Error('It was opened')
      const started = { ...STARTED, state: 'running' as const }
      await addImport(db, started)
      await until(liveImports(), (imports) => imports.length === 1)
      await db.imports.put({ ...started, state: 'done' })
      await until(liveReuse(), ({ state, pairs }) => state === 'done' && pairs.length === 1)
      await expect
        .element(row(/The harbour of Lonm/).getByRole('button', { name: /show them/ }))
        .toBeVisible()
      await page.getByRole('button', { name: 'Filters' }).click()
      await page.getByRole('checkbox', { name: 'Same as another' }).click()
      await expect.element(page.getByLabelText('2 of 3 articles')).toBeVisible()
      await expect.element(page.getByRole('alert')).not.toBeInTheDocument()

      // Nothing new came, so nothing is looked for.
      await findReuseOfNewArticles()
      expect((await now(liveReuse())).state).toBe('done')
    },
    <ScreenWithBackground />,
  )
})
