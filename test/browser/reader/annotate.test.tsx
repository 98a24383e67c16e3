import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useReader } from '#store/reader'
import { createBench, paintedTexts, selectedText, textElement, type Bench } from './harness'

const TEXT = [
  'Talks resume in the capital',
  'The minister said: “We agree in principle,” and added that “nothing is signed.”',
  'About 300 people came on 12 March 2022. The mayor denied it.',
].join('\n')

let bench: Bench

beforeEach(async () => {
  bench = await createBench(TEXT, 'Another article.\nWith two paragraphs.')
  await bench.show(0)
  textElement()?.focus()
})

afterEach(() => bench.remove())

/** Presses keys: `Right*3` three times, `Shift+Right`, `q`. */
async function press(...keys: readonly string[]): Promise<void> {
  for (const each of keys) {
    const [chord = '', times = '1'] = each.split('*')
    const parts = chord.split('+').filter((part) => part !== '')
    const last = parts.pop() ?? '+'
    const name = last.length === 1 ? last : `{${last.replace(/^(Right|Left|Up|Down)$/, 'Arrow$1')}}`
    const down = parts.map((part) => `{${part}>}`).join('')
    const up = parts.map((part) => `{/${part}}`).join('')
    await userEvent.keyboard(`${down}${name.repeat(Number(times))}${up}`)
  }
}

test('a quotation with speaker, cue, a second piece and a tag, by keyboard alone', async () => {
  await press('Control+Home', 'Down', 'Right*3', 'Shift+Right*5')
  expect(selectedText()).toBe('“We agree in principle,”')
  await press('q')
  await expect.poll(paintedTexts).toEqual(['“We agree in principle,”'])

  await press('Up', 'Shift+Right*2', 's')
  await expect.poll(paintedTexts).toContain('The minister')
  await press('Right', 'Shift+Right', 'w')
  await expect.poll(paintedTexts).toContain('said')
  await press('Right*8', 'Shift+Right*4')
  expect(selectedText()).toBe('“nothing is signed.”')
  await press('+')
  await expect.poll(paintedTexts).toContain('“nothing is signed.”')
  await press('1')
  await expect.poll(async () => (await bench.stored())[0]?.tags).toHaveLength(1)
  await press('Shift+S')
  await expect.poll(async () => (await bench.stored())[0]?.quotation?.speaker).not.toBeNull()

  const [stored, ...others] = await bench.stored()
  expect(others).toEqual([])
  expect(stored?.quotation?.type).toBe('direct')
  expect(stored?.quotation?.content.map(({ exact }) => exact)).toEqual([
    '“We agree in principle,”',
    '“nothing is signed.”',
  ])
  expect(stored?.quotation?.speakerSpan?.exact).toBe('The minister')
  expect(stored?.quotation?.cue?.exact).toBe('said')
  await expect
    .element(page.getByRole('combobox', { name: 'Speaker', exact: true }))
    .toHaveValue('The minister')
  expect(document.activeElement).toBe(textElement())
})

test('keys pressed before the last change is stored work on what it makes', async () => {
  await press('Control+Home', 'Shift+Right*2')
  await userEvent.keyboard('h12')
  await expect.poll(async () => (await bench.stored()).map(({ tags }) => tags.length)).toEqual([2])
})

test('a digit marks a selection as a highlight with that tag', async () => {
  await press('Control+Home', 'Shift+Right', '2')
  await expect
    .poll(async () => (await bench.stored()).map(({ layer, exact }) => `${layer} ${exact}`))
    .toEqual(['highlight Talks'])
  await expect.element(page.getByText('Flat denial', { exact: false }).first()).toBeInTheDocument()
})

test('boundaries move by word on either side, also twice in a row', async () => {
  await press('Control+Home', 'Right', 'Shift+Right*2', 'h')
  await expect.poll(paintedTexts).toEqual(['resume in'])
  await press('Shift+I*2', 'u')
  await expect.poll(paintedTexts).toEqual(['Talks resume in the capital'])
  await press('Shift+U', 'i*2')
  await expect.poll(paintedTexts).toEqual(['in the'])
})

test('deleting offers to undo, which brings the annotation back', async () => {
  await press('Control+Home', 'Shift+Right', 'c')
  await expect.poll(paintedTexts).toEqual(['Talks'])
  await press('Delete')
  await expect.poll(paintedTexts).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(paintedTexts).toEqual(['Talks'])
})

test('annotations are walked in text order, and Enter goes outward through those at the caret', async () => {
  await press('Control+Home', 'Shift+Down', 'h', 'Control+Home', 'Right', 'Shift+Right', 'c')
  await expect.poll(async () => (await bench.stored()).length).toBe(2)
  await press('Escape', 'Control+Home')
  const layerOfActive = async () =>
    (await bench.stored()).find(({ id }) => id === useReader.getState().active)?.layer
  await press('.')
  await expect.poll(layerOfActive).toBe('highlight')
  await press('.')
  await expect.poll(layerOfActive).toBe('claim')
  await press(',')
  await expect.poll(layerOfActive).toBe('highlight')
  await press('Escape', 'Right', 'Enter')
  await expect.poll(layerOfActive).toBe('claim')
  await press('Enter')
  await expect.poll(layerOfActive).toBe('highlight')
})

test('the mouse selects whole words, and exactly with Alt', async () => {
  const text = textElement()
  const paragraph = text?.querySelector('.article-text > :nth-child(2)')?.firstChild
  if (!paragraph) throw new Error('no text')
  const select = (from: number, to: number, altKey: boolean): void => {
    text?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }))
    document.getSelection()?.setBaseAndExtent(paragraph, from, paragraph, to)
    text?.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, button: 0, altKey }))
  }
  select(6, 15, false)
  expect(selectedText()).toBe('minister said')
  select(6, 15, true)
  expect(selectedText()).toBe('nister sa')
})

test('dragging a handle moves the boundary to a word’s edge', async () => {
  await press('Control+Home', 'Shift+Right', 'h')
  await expect.poll(paintedTexts).toEqual(['Talks'])
  const handle = document.querySelector('.text-handle.is-end')
  const heading = textElement()?.querySelector('.article-text > *')
  if (!handle || !heading) throw new Error('no handle')
  const words = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
  let node = words.nextNode()
  while (node && !node.textContent?.includes('capital')) node = words.nextNode()
  if (!node) throw new Error('no words')
  const range = document.createRange()
  const at = node.textContent?.indexOf('in the') ?? 0
  range.setStart(node, at)
  range.setEnd(node, at + 1)
  const box = range.getBoundingClientRect()
  const point = { bubbles: true, clientX: box.right, clientY: box.top + box.height / 2, pointerId: 1 }
  handle.setPointerCapture = () => undefined
  handle.dispatchEvent(new PointerEvent('pointerdown', { ...point, button: 0 }))
  handle.dispatchEvent(new PointerEvent('pointermove', point))
  handle.dispatchEvent(new PointerEvent('pointerup', point))
  await expect.poll(paintedTexts).toEqual(['Talks resume in'])
})

test('with nothing selected a part is asked for, and Enter takes the selection', async () => {
  await press('Control+Home', 'Down', 'Right*3', 'Shift+Right*5', 'q')
  await expect.poll(paintedTexts).toHaveLength(1)
  await page.getByRole('button', { name: 'Pick in the text: cue' }).click()
  await expect.element(page.getByText('(“said”)', { exact: false })).toBeVisible()
  expect(document.activeElement).toBe(textElement())
  await press('Up', 'Right*2', 'Shift+Right', 'Enter')
  await expect.poll(async () => (await bench.stored())[0]?.quotation?.cue?.exact).toBe('said')
  await expect.poll(() => useReader.getState().pick).toBeNull()
})

test('a failed action says so and changes nothing', async () => {
  await press('h')
  await expect.element(page.getByRole('alert')).toHaveTextContent('Nothing is selected to mark.')
  expect(await bench.stored()).toEqual([])
})

test('a note is kept when another article takes the place of its field', async () => {
  await press('Control+Home', 'Shift+Right*2', 'h')
  await expect.poll(async () => (await bench.stored()).length).toBe(1)
  await userEvent.click(page.getByRole('textbox', { name: 'Note' }))
  await userEvent.keyboard('precious')
  await bench.show(1)
  await expect.poll(async () => (await bench.stored())[0]?.note).toBe('precious')
})

test('Enter adds the new speaker that was typed', async () => {
  await press('Control+Home', 'Down', 'Right*3', 'Shift+Right*5', 'q')
  await expect.poll(async () => (await bench.stored()).length).toBe(1)
  await userEvent.click(page.getByRole('combobox', { name: 'Speaker', exact: true }))
  await userEvent.keyboard('Andrey Kolvenik{Enter}')
  await expect.poll(async () => (await bench.stored())[0]?.quotation?.speaker).not.toBeNull()
})
