import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useReader } from '#store/reader'
import { provideCommands } from '#store/command-registry'
import { openAnnotation, resetNavigation, useNavigation } from '#store/navigation'
import type { StoredArticle } from '#data/stored'
import { wayBackCommands } from '../../../src/renderer/src/app/app-commands'
import { readerCommands } from '../../../src/renderer/src/features/reader/commands'
import { Inspector } from '../../../src/renderer/src/features/reader/Inspector'
import { Reader } from '../../../src/renderer/src/features/reader/Reader'
import { clearScreen, expectAccessible, show } from '../app/screen'
import { comparedStory, withFerryStory } from './ferry-story'

function Screen() {
  const article = useNavigation((state) => state.article)
  return article === null ? null : (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 20rem', height: '100%' }} data-place="reader">
      <Reader articleId={article} onNext={() => undefined} onPrevious={() => undefined} />
      <Inspector articleId={article} />
    </div>
  )
}

const popover = () => page.getByRole('dialog', { name: 'In other sources' })
const marks = () => [...document.querySelectorAll<HTMLElement>('mark.has-renderings')]

/** Runs a test in the reader, at the words about the ferry in the first article. */
async function inReader(
  work: (articles: readonly StoredArticle[]) => Promise<void>,
  theme: 'light' | 'dark' = 'light',
): Promise<void> {
  await withFerryStory(async (story, articles) => {
    const view = await comparedStory(story)
    const words = [...view.annotations.values()].find(
      ({ article, exact }) => article === articles[0]?.id && exact.includes('old ferry'),
    )
    if (!words) throw new Error('They are marked')
    openAnnotation({ article: words.article, annotation: words.id, edit: false }, 'stories')
    await show(<Screen />, { theme })
    await expect.poll(() => marks().length).toBeGreaterThan(0)
    await expect.poll(() => useReader.getState().active).toBe(words.id)
    try {
      await work(articles)
    } finally {
      clearScreen()
    }
  })
}

beforeEach(() => {
  provideCommands('reader', { place: 'reader', commands: readerCommands })
  provideCommands('way-back', { place: 'reader', commands: wayBackCommands })
})
afterEach(() => {
  clearScreen()
  resetNavigation()
})

test('a sign stands in the margin at each line where words begin that others render, and moves no text', async () => {
  await inReader(async () => {
    const told = marks().map((mark) => mark.textContent)
    expect(told.some((words) => words.startsWith('“The old ferry'))).toBe(true)
    expect(told.some((words) => words.startsWith('“Nobody has asked'))).toBe(true)
    for (const mark of marks()) {
      const sign = getComputedStyle(mark, '::before')
      expect(sign.position).toBe('absolute')
      expect(sign.content).toMatch(/≋/)
    }
  })
})

test.each(['light', 'dark'] as const)('o shows the others with what differs, %s', async (theme) => {
  await inReader(async () => {
    await userEvent.keyboard('o')
    await expect.element(popover()).toBeVisible()
    await expect.element(popover().getByRole('button')).toHaveLength(2)
    await expect.element(popover().getByRole('button', { name: /Courier/ })).toHaveFocus()
    await expect.element(popover()).toHaveTextContent(/In 2 other sources.*Courier.*Ilse Quorrin/)
    await expect.element(popover()).toHaveTextContent(/\(negation\)/)
    await expectAccessible()
    await userEvent.keyboard('{Escape}')
    await expect.element(popover()).not.toBeInTheDocument()
    expect(useNavigation.getState().screen).toBe('library')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Article text')
  }, theme)
})

test('Enter opens the other article there; Escape leads back to the words, then to the story', async () => {
  await inReader(async (articles) => {
    const own = useReader.getState().active
    await userEvent.keyboard('o')
    await expect.element(popover().getByRole('button', { name: /Courier/ })).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.poll(() => useNavigation.getState().article).toBe(articles[2]?.id)
    await expect.poll(() => useReader.getState().active).not.toBeNull()
    expect(useReader.getState().active).not.toBe(own)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => useNavigation.getState().article).toBe(articles[0]?.id)
    await expect.poll(() => useReader.getState().active).toBe(own)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => useNavigation.getState().screen).toBe('stories')
  })
})

test('resting on the sign shows them without taking the focus, and they go with the pointer', async () => {
  await inReader(async () => {
    const [mark] = marks()
    const text = page.getByRole('document', { name: 'Article text' }).element()
    const block = mark?.closest('p')
    if (!mark || !(block instanceof HTMLElement) || !(text instanceof HTMLElement))
      throw new Error('It is there')
    text.focus()
    const move = (x: number) =>
      mark.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: x, clientY: 0 }))
    move(block.getBoundingClientRect().left - 8)
    await expect.element(popover()).toBeVisible()
    expect(document.activeElement).toBe(text)
    move(block.getBoundingClientRect().left + 40)
    await expect.element(popover()).not.toBeInTheDocument()
  })
})

test('the inspector lists them too', async () => {
  await inReader(async () => {
    const section = page.getByRole('region', { name: 'In other sources' })
    await expect.element(section.getByRole('button', { name: /Gazette/ })).toBeVisible()
  })
})
