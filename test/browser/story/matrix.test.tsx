import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { liveComparison, type ComparisonView } from '#services/comparison'
import { useLive } from '#services/use-live'
import { provideCommands } from '#store/command-registry'
import { resetMatrix } from '#store/matrix'
import { openStory, useNavigation } from '#store/navigation'
import { resetStories, setClusterFilter, useStoryView } from '#store/story'
import { storyCommands } from '../../../src/renderer/src/features/story/commands'
import { Matrix } from '../../../src/renderer/src/features/story/matrix/Matrix'
import { matrixCommands } from '../../../src/renderer/src/features/story/matrix/commands'
import { clearScreen, expectAccessible, show } from '../app/screen'
import { comparedStory, clustersOf, withFerryStory } from './ferry-story'

function Screen({ story, kind }: { story: string; kind: 'utterance' | 'assertion' }) {
  const view = useLive<ComparisonView | null>(liveComparison(story), null)
  return view && <Matrix view={view} kind={kind} />
}

const grid = () => page.getByRole('grid')
const rows = () =>
  grid()
    .getByRole('row')
    .elements()
    .slice(1)
    .map((row) => row.textContent)
/** The cell with the focus: the head of its row or column counts too. */
const focused = () =>
  document.activeElement?.matches('[role=gridcell], [role=rowheader], [role=columnheader]')
    ? document.activeElement.textContent
    : ''
const rowOf = (words: string) => grid().getByRole('row').filter({ hasText: words }).first()
const cell = (row: string, column: number) => rowOf(row).getByRole('gridcell').nth(column)

/** Runs a test on a matrix of the ferry story. */
async function inMatrix(
  work: (story: string) => Promise<void>,
  {
    kind = 'utterance',
    theme = 'light',
  }: { kind?: 'utterance' | 'assertion'; theme?: 'light' | 'dark' } = {},
): Promise<void> {
  await withFerryStory(async (story) => {
    openStory(story, kind === 'utterance' ? 'utterances' : 'assertions')
    await comparedStory(story)
    await show(<Screen story={story} kind={kind} />, { theme })
    await expect.element(grid()).toBeVisible()
    await expect.poll(() => rows().length).toBeGreaterThan(0)
    try {
      await work(story)
    } finally {
      clearScreen()
    }
  })
}

beforeEach(() => provideCommands('matrix', { place: 'matrix', commands: matrixCommands }))
afterEach(() => {
  clearScreen()
  resetStories()
  resetMatrix()
})

test.each(['light', 'dark'] as const)('axe finds nothing in both matrices, %s', async (theme) => {
  await inMatrix(
    async () => {
      await userEvent.keyboard('e ')
      await expect.element(page.getByText(/The council applauded for a while/)).toBeVisible()
      await expectAccessible()
    },
    { theme },
  )
  await inMatrix(() => expectAccessible(), { kind: 'assertion', theme })
})

test('has a row an utterance and a column a source, widest spread first, and says what is not reported', async () => {
  await inMatrix(async () => {
    expect(
      page
        .getByRole('columnheader')
        .elements()
        .map((one) => one.textContent),
    ).toEqual([
      'Utterance',
      expect.stringContaining('Herald'),
      expect.stringContaining('Courier'),
      expect.stringContaining('Gazette'),
    ])
    expect(rows()[0]).toMatch(/3 of 3.*old ferry/)
    await expect.element(grid()).toHaveAttribute('aria-rowcount', '4')
    await expect.element(cell('lighthouse', 0).getByRole('img', { name: 'not reported' })).toBeVisible()
    await expect.element(cell('old ferry', 1)).toHaveTextContent(/Ilse Quorrin/)
  })
})

test('marks words against the base by line and letter, and against another base when it is chosen', async () => {
  await inMatrix(async () => {
    const added = (at: number) =>
      [...cell('old ferry', at).element().querySelectorAll('ins')].map((one) => one.textContent.trim())
    await expect.poll(() => added(1).join(' ')).toMatch(/may.*not/)
    expect(added(0)).toEqual([])
    await expect.element(cell('old ferry', 1)).toHaveTextContent(/\(negation\)/)
    await userEvent.keyboard('{ArrowRight}b')
    await expect.poll(() => added(0).join(' ')).toMatch(/will/)
    expect(added(1)).toEqual([])
    await userEvent.keyboard('d')
    await expect.poll(() => added(0)).toEqual([])
  })
})

test('flags words given to two speakers by sign and words', async () => {
  await inMatrix(async () => {
    for (const at of [0, 1]) {
      await expect.element(cell('fishermen', at)).toHaveTextContent(/≠ other speaker/)
    }
    const chips = rowOf('fishermen').getByRole('list', { name: 'Findings' })
    await expect.element(chips).toHaveTextContent(/Same words, other speaker/)
    await userEvent.click(rowOf('fishermen').getByRole('rowheader'))
    await userEvent.keyboard('e')
    await expect
      .element(
        rowOf('fishermen')
          .getByText(/Kolvenik.*Quorrin|Quorrin.*Kolvenik/)
          .first(),
      )
      .toBeVisible()
  })
})

test('Escape hides the context of a row before it leaves the story', async () => {
  provideCommands('story', { place: 'story', commands: storyCommands })
  await inMatrix(async (story) => {
    const context = page.getByText(/The council applauded for a while/)
    await userEvent.keyboard('e')
    await expect.element(context).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(context).not.toBeInTheDocument()
    expect(useStoryView.getState().story).toBe(story)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => useStoryView.getState().story).toBeNull()
  })
})

test('moves by keyboard alone, opens the article, and comes back to the same cell', async () => {
  await inMatrix(async (story) => {
    expect(focused()).toMatch(/The old ferry will sail/)
    await userEvent.keyboard('{ArrowRight}')
    expect(focused()).toMatch(/may/)
    await userEvent.keyboard('{ArrowUp}')
    expect(focused()).toMatch(/Courier/)
    await userEvent.keyboard('{ArrowDown}{Home}')
    expect(focused()).toMatch(/3 of 3/)
    await userEvent.keyboard('{ArrowDown}{End}')
    expect(document.activeElement?.getAttribute('aria-colindex')).toBe('4')
    await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowDown}{ArrowRight}{ArrowRight}')
    const before = focused()
    expect(before).toMatch(/fishermen/)
    await userEvent.keyboard('{Enter}')
    expect(useNavigation.getState()).toMatchObject({
      screen: 'library',
      returnTo: 'stories',
      goal: { edit: false },
    })
    await show(<div />)
    openStory(story)
    await show(<Screen story={story} kind="utterance" />)
    await expect.poll(focused).toBe(before)
    expect(document.activeElement?.getAttribute('aria-colindex')).toBe('3')
    expect(document.activeElement && getComputedStyle(document.activeElement).outlineStyle).toBe('solid')
  })
})

test('confirms, takes apart and takes back, and the row with the focus stays', async () => {
  await inMatrix(async (story) => {
    await userEvent.keyboard('a')
    await expect.element(rowOf('old ferry').getByRole('rowheader')).toHaveTextContent(/confirmed/)
    await expect.poll(focused).toMatch(/old ferry/)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.element(rowOf('old ferry').getByRole('rowheader')).toHaveTextContent(/suggested/)
    await userEvent.click(cell('old ferry', 0))
    await userEvent.keyboard('x')
    await expect.poll(() => rows().filter((row) => row.includes('old ferry')).length).toBe(3)
    const view = await comparedStory(story, ({ clusters }) => clusters.length > 4)
    expect(clustersOf(view, 'utterance').filter(([first]) => first?.includes('ferry')).length).toBe(3)
  })
})

test('splits words off, moves them to another row, and merges rows, by keys', async () => {
  await inMatrix(async () => {
    await userEvent.keyboard('{ArrowRight}s')
    await expect.poll(() => rows().filter((row) => row.includes('old ferry')).length).toBe(2)
    // The place stays with the row that the words left.
    await expect.poll(() => document.activeElement?.closest('[role=row]')?.textContent).toMatch(/will sail/)
    await expect.element(rowOf('will sail').getByRole('rowheader')).toHaveTextContent(/edited/)
    await expect.element(rowOf('may not sail').getByRole('rowheader')).toHaveTextContent(/edited/)
    // Back to its row: the first one, which has two sources left.
    await userEvent.click(cell('may not sail', 1))
    await userEvent.keyboard('m')
    await expect.element(page.getByText(/choose the row it belongs to/)).toBeVisible()
    await userEvent.keyboard('{Control>}{ArrowUp}{/Control}{Enter}')
    await expect.poll(() => rows().filter((row) => row.includes('old ferry')).length).toBe(1)
    // Held against the base again, its words are marked.
    await expect.poll(focused).toMatch(/old ferry may.*\(negation\)/)
    const all = rows().length
    await userEvent.keyboard(' {ArrowDown} ')
    await expect.poll(() => grid().getByRole('row', { selected: true }).elements().length).toBe(2)
    await userEvent.keyboard('{Shift>}m{/Shift}')
    await expect.poll(() => rows().length).toBe(all - 1)
    expect(rows().filter((row) => row.includes('old ferry') && row.includes('fishermen')).length).toBe(1)
  })
})

test('a move can be given up, and Escape then does nothing else', async () => {
  await inMatrix(async () => {
    const before = focused()
    await userEvent.keyboard('m{ArrowDown}{Escape}')
    await expect.poll(focused).toBe(before)
    await expect.element(page.getByText(/choose the row it belongs to/)).not.toBeInTheDocument()
    expect(useNavigation.getState().screen).toBe('stories')
    expect(rows().length).toBe(3)
  })
})

test('filters and orders the rows, and an empty choice leads out', async () => {
  await inMatrix(async () => {
    const choose = async (list: string, option: string) => {
      await page.getByRole('combobox', { name: list }).click()
      await page.getByRole('option', { name: option, exact: true }).click()
    }
    await choose('Rows shown', 'In one source')
    await expect.poll(() => rows().length).toBe(1)
    await expect.element(page.getByText('1 of 3 rows')).toBeVisible()
    await choose('Rows shown', 'In all sources')
    await expect.poll(rows).toEqual([expect.stringContaining('old ferry')])
    await choose('Rows shown', 'All rows')
    await choose('Order of the rows', 'Conflicts first')
    await expect.poll(() => rows()[0]).toMatch(/fishermen/)
    setClusterFilter('utterance', { by: 'cluster', cluster: 'gone' })
    await page.getByRole('button', { name: 'Show all rows', exact: true }).click()
    await expect.poll(() => rows().length).toBe(3)
  })
})

test('shows values with their signs where sources agree', async () => {
  await inMatrix(
    async () => {
      const values = cell('40 boats', 0).getByRole('list', { name: 'Values' })
      await expect.element(values.getByRole('img', { name: 'agrees' }).first()).toBeVisible()
      await expect.element(values).toHaveTextContent(/40 boats/)
    },
    { kind: 'assertion' },
  )
})

test('copies the rows as a table that other programs take', async () => {
  await inMatrix(async () => {
    await userEvent.keyboard('{Control>}{Shift>}c{/Shift}{/Control}')
    await expect.element(page.getByText('3 rows copied as a table.')).toBeVisible()
    const field = document.body.appendChild(document.createElement('textarea'))
    field.focus()
    await userEvent.paste()
    const lines = field.value.split('\n').map((line) => line.split('\t'))
    field.remove()
    expect(lines[0]).toEqual(['Utterance', 'Herald', 'Courier', 'Gazette', 'Findings'])
    expect(lines.length).toBe(4)
  })
})

test('a low window keeps one line above the rows and one below', async () => {
  await inMatrix(async () => {
    const bar = page.getByRole('toolbar').element()
    const box = grid().element().closest<HTMLElement>('[data-place=matrix]')
    if (!box) throw new Error('No matrix')
    box.style.height = '260px'
    box.style.width = '640px'
    await expect.poll(() => bar.getBoundingClientRect().height).toBeLessThan(40)
    await expect.poll(() => grid().element().getBoundingClientRect().height).toBeGreaterThan(170)
    await page.getByRole('button', { name: 'Signs' }).click()
    await expect.element(page.getByRole('dialog').getByText('only in the base')).toBeVisible()
  })
})

test('at 200 % in a narrow window everything can still be reached', async () => {
  await inMatrix(async () => {
    document.documentElement.style.fontSize = '32px'
    try {
      await userEvent.keyboard('{Control>}{End}{/Control}')
      const box = document.activeElement?.getBoundingClientRect()
      const frame = grid().element().getBoundingClientRect()
      expect(box && box.right <= frame.right + 1 && box.left >= frame.left).toBe(true)
      await expectAccessible()
    } finally {
      document.documentElement.style.fontSize = ''
    }
  })
})
