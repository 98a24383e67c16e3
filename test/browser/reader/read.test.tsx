import axe from 'axe-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createAnnotation, setSpeakerSpan } from '#services/annotations'
import { readingPosition } from '#services/articles'
import { flushReadingPosition } from '#services/reading'
import { activateAnnotation, useReader } from '#store/reader'
import { createBench, paintedTexts, selectedText, textElement, type Bench } from './harness'

const TEXT = [
  'Zelenský met Zelensky',
  'The minister said: “We agree in principle,” and that ZELENSKY knew.',
  'About 300 people came on 12 March 2022. The mayor denied it.',
].join('\n')
const LONG = Array.from({ length: 120 }, (_, index) => `Paragraph ${index} says what paragraphs say.`).join(
  '\n',
)

let bench: Bench

beforeEach(async () => {
  bench = await createBench(TEXT, LONG)
  await bench.show(0)
})

afterEach(() => bench.remove())

async function annotate(layer: string, words: string): Promise<string> {
  const start = TEXT.indexOf(words)
  const made = await createAnnotation({
    article: bench.articles[0]?.id ?? '',
    layer,
    ranges: [{ start, end: start + words.length }],
  })
  if (!made.ok) throw new Error(made.error.message)
  return made.value.id
}

/** The text node that holds an offset of the long article, whose paragraphs are lines. */
function placeOf(offset: number): { node: Node; offset: number } {
  const line = LONG.slice(0, offset).split('\n').length - 1
  const node = textElement()?.querySelectorAll('.article-text p')[line]?.firstChild
  if (!node) throw new Error('no such paragraph')
  return { node, offset: offset - (LONG.lastIndexOf('\n', offset - 1) + 1) }
}

/** What axe finds wrong, one line a finding; page-wide rules are for the whole program. */
async function problems(): Promise<readonly string[]> {
  // Colours on their way to another theme are nobody's.
  const changing = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
  await Promise.all(changing.map((animation) => animation.finished.catch(() => undefined)))
  const { violations } = await axe.run(document.querySelector('#root') ?? document.body, {
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
  )
}

test('title and facts of an article that reads from right to left stand on one side', async () => {
  await bench.remove()
  bench = await createBench('כותרת בעברית על הנמל\nטקסט קצר.')
  await bench.show(0)
  const title = document.querySelector('h1')
  const facts = document.querySelector('h1 + p')
  if (!title || !facts) throw new Error('The header is there')
  const edgeOf = (element: Element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    return range.getBoundingClientRect().right
  }
  expect(Math.abs(edgeOf(title) - edgeOf(facts))).toBeLessThan(2)
  expect(facts.textContent).toMatch(/^Unknown source · no date/)
})

test('find counts, goes on and back around the ends, and leaves the hit selected', async () => {
  textElement()?.focus()
  await userEvent.keyboard('{Control>}f{/Control}')
  const field = page.getByRole('textbox', { name: 'Find in the article' })
  await expect.element(field).toHaveFocus()
  await userEvent.keyboard('zelensky')
  await expect.element(page.getByText('1 of 3')).toBeInTheDocument()
  await userEvent.keyboard('{Enter}{F3}')
  await expect.element(page.getByText('3 of 3')).toBeInTheDocument()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('1 of 3')).toBeInTheDocument()
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
  await expect.element(page.getByText('3 of 3')).toBeInTheDocument()
  expect(document.querySelector('.is-current-hit')?.textContent).toBe('ZELENSKY')

  await page.getByRole('button', { name: 'Ignore accents' }).click()
  await expect.element(page.getByText(/of 2/)).toBeInTheDocument()
  await page.getByRole('button', { name: 'Match case' }).click()
  await expect.element(page.getByText(/of 0|no hits/)).toBeInTheDocument()
  await field.fill('ELEN')
  await expect.element(page.getByText('1 of 1')).toBeInTheDocument()
  await page.getByRole('button', { name: 'Whole words' }).click()
  await expect.element(page.getByText('no hits')).toBeInTheDocument()
  await page.getByRole('button', { name: 'Whole words' }).click()
  await expect.element(page.getByText('1 of 1')).toBeInTheDocument()

  await field.click()
  await userEvent.keyboard('{Escape}')
  expect(document.activeElement).toBe(textElement())
  expect(selectedText()).toBe('ELEN')
  expect(document.querySelectorAll('.is-hit, .is-current-hit')).toHaveLength(0)
})

test('the reading position of an article is kept, and the text takes the keys of the next article', async () => {
  textElement()?.focus()
  await userEvent.keyboard(']')
  await expect.poll(() => textElement()?.textContent).toContain('Paragraph 119')
  expect(document.activeElement).toBe(textElement())
  const scroller = textElement()?.parentElement
  if (!scroller) throw new Error('no scroller')
  scroller.scrollTop = 9000
  const id = bench.articles[1]?.id ?? ''
  await expect.poll(() => readingPosition(id)).toBeGreaterThan(0)
  await flushReadingPosition()
  const position = await readingPosition(id)
  await userEvent.keyboard('[[')
  await expect.poll(() => textElement()?.textContent).toContain('ZELENSKY')
  await userEvent.keyboard(']')
  await expect.poll(() => textElement()?.textContent).toContain('Paragraph 119')
  await expect.poll(() => scroller.scrollTop).toBeGreaterThan(1000)
  // The same words are at the top again, wherever the estimated heights of what is above have put them.
  const { node, offset } = placeOf(position ?? 0)
  const range = document.createRange()
  range.setStart(node, offset)
  range.setEnd(node, offset + 1)
  const distance = range.getBoundingClientRect().top - scroller.getBoundingClientRect().top
  expect(distance).toBeGreaterThanOrEqual(0)
  expect(distance).toBeLessThan(80)
})

test('status and typography are changed from the header', async () => {
  await page.getByText('In progress').click()
  await expect
    .poll(async () => (await bench.database.articles.get(bench.articles[0]?.id ?? ''))?.status)
    .toBe('in-progress')
  await page.getByRole('button', { name: 'Typography' }).click()
  await page.getByText('Sans').click()
  await expect.poll(() => textElement()?.dataset['font']).toBe('sans')
  await page.getByText('Serif').click()
  await expect.poll(() => textElement()?.dataset['font']).toBe('serif')
})

test('guessed metadata is marked, confirmed with a click and edited', async () => {
  await page.getByRole('tab', { name: /Article/ }).click()
  await page.getByRole('button', { name: 'Confirm title' }).click()
  const stored = () => bench.database.articles.get(bench.articles[0]?.id ?? '')
  await expect.poll(async () => (await stored())?.guessed).toEqual([])
  await expect.element(page.getByText('guessed')).not.toBeInTheDocument()

  const date = page.getByRole('textbox', { name: 'Date', exact: true })
  await date.fill('31 February')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('Write a date such as', { exact: false })).toBeInTheDocument()
  expect((await stored())?.publishedAt).toBeNull()
  await date.fill('2022-02-15')
  await userEvent.keyboard('{Enter}')
  await expect.poll(async () => (await stored())?.publishedAt).toBe('2022-02-15')

  const source = page.getByRole('combobox', { name: 'Source' })
  await source.fill('The Daily')
  await userEvent.keyboard('{Tab}')
  await expect.poll(async () => (await stored())?.source).not.toBeNull()
  await expect.element(page.getByText('The Daily', { exact: false }).first()).toBeInTheDocument()
})

test('the list of annotations is filtered, and Enter goes to one', async () => {
  await annotate('highlight', 'The mayor')
  await annotate('claim', 'About 300 people')
  const list = page.getByRole('list', { name: 'Annotations of the article' })
  await expect.element(list.getByRole('button', { name: /The mayor/ })).toBeInTheDocument()
  await page.getByRole('textbox', { name: 'Filter annotations by words' }).fill('MAYOR')
  await expect.element(list.getByRole('button', { name: /About/ })).not.toBeInTheDocument()
  list
    .getByRole('button', { name: /The mayor/ })
    .element()
    .focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('heading', { name: 'Highlight' })).toBeInTheDocument()
  expect(document.activeElement).toBe(textElement())
})

test('the inspector edits note, tags, layer and speaker', async () => {
  const id = await annotate('highlight', '“We agree in principle,”')
  const stored = async () => (await bench.stored()).find((annotation) => annotation.id === id)
  await expect.poll(paintedTexts).toHaveLength(1)
  activateAnnotation(id)
  textElement()?.focus()
  await userEvent.keyboard('m')
  await expect.element(page.getByRole('textbox', { name: 'Note' })).toHaveFocus()
  await userEvent.keyboard('check the wording')
  await userEvent.keyboard('{Escape}')
  await expect.poll(async () => (await stored())?.note).toBe('check the wording')
  expect(document.activeElement).toBe(textElement())

  await userEvent.keyboard('g')
  await userEvent.keyboard('flat')
  await page.getByRole('option', { name: 'Flat denial' }).click()
  await expect.poll(async () => (await stored())?.tags).toHaveLength(1)

  await page.getByRole('combobox', { name: 'Layer' }).click()
  await page.getByRole('option', { name: 'Quotation' }).click()
  await expect.poll(async () => (await stored())?.quotation?.type).toBe('direct')

  const speaker = page.getByRole('combobox', { name: 'Speaker', exact: true })
  await speaker.fill('Sergei')
  await page.getByRole('option', { name: 'Add “Sergei”' }).click()
  await expect.poll(async () => (await stored())?.quotation?.speaker).not.toBeNull()
  await expect.element(speaker).toHaveValue('Sergei')
  await page.getByText('Indirect').click()
  await expect.poll(async () => (await stored())?.quotation?.type).toBe('indirect')
})

test('a claim’s quantities are edited, added from the selection and removed', async () => {
  const id = await annotate('claim', 'About 300 people came on 12 March 2022.')
  const stored = async () => (await bench.stored()).find((annotation) => annotation.id === id)?.claim
  await expect.poll(paintedTexts).toHaveLength(1)
  activateAnnotation(id)
  for (let left = (await stored())?.quantities.length ?? 0; left > 0; left--) {
    await page
      .getByRole('group', { name: /^Quantity/ })
      .first()
      .getByRole('button', { name: /Remove/ })
      .click()
    await expect.poll(async () => (await stored())?.quantities.length).toBe(left - 1)
  }
  const start = TEXT.indexOf('300')
  useReader.setState({ selection: { anchor: start, focus: start + 3 } })
  await page.getByRole('button', { name: 'Add the selected number' }).click()
  await expect
    .poll(async () => (await stored())?.quantities.map(({ exact, value }) => [exact, value]))
    .toEqual([['300', 300]])
  const row = page.getByRole('group', { name: 'Quantity 300' })
  await row.getByRole('textbox', { name: 'Unit' }).fill('people')
  await userEvent.keyboard('{Enter}')
  await row.getByRole('combobox', { name: 'Qualifier' }).selectOptions('about')
  await expect
    .poll(async () => (await stored())?.quantities[0])
    .toMatchObject({ unit: 'people', qualifier: 'about' })
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in reader and inspector, ${theme}`, async () => {
    const quotation = await annotate('quotation', '“We agree in principle,”')
    const at = TEXT.indexOf('The minister')
    await setSpeakerSpan(quotation, { start: at, end: at + 12 })
    const claim = await annotate('claim', 'About 300 people came on 12 March 2022.')
    await annotate('highlight', 'people came')
    await bench.show(0, theme)
    await expect.poll(() => paintedTexts().length).toBeGreaterThan(3)
    expect(await problems()).toEqual([])
    await page.getByRole('tab', { name: /Article/ }).click()
    await expect.element(page.getByRole('button', { name: 'Confirm title' })).toBeVisible()
    expect(await problems()).toEqual([])
    activateAnnotation(quotation)
    await expect.element(page.getByRole('combobox', { name: 'Speaker', exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Find in the article' }).click()
    await page.getByRole('textbox', { name: 'Find in the article' }).fill('zelensky')
    await expect.element(page.getByText('1 of 3')).toBeInTheDocument()
    expect(await problems()).toEqual([])
    activateAnnotation(claim)
    await expect.element(page.getByRole('combobox', { name: 'Claimant' })).toBeVisible()
    expect(await problems()).toEqual([])
  })
}
