import { expect, test } from 'vitest'
import type { Annotation } from '#core/model/annotation'
import { createMarkPainter, EMPTY_MODEL } from '#dom/painter'
import { createTextView } from '#dom/text-view'
import { bodyOf, CODEBOOK, createScroller, longText, scatter } from './text'

/** Milliseconds that `work` takes, layout included: what the next frame would have to wait for. */
function timed(work: () => void): number {
  const start = performance.now()
  work()
  document.body.getBoundingClientRect()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN
}

/** One run: text alone, then text and annotations, then one annotation changed, in milliseconds. */
function run(
  text: string,
  annotations: readonly Annotation[],
): { text: number; open: number; change: number; marks: number } {
  const body = bodyOf(text)
  const plain = createScroller()
  const textOnly = timed(() => void createTextView(plain.scroller, body, { lang: 'en', dir: 'ltr' }))
  plain.remove()

  const { scroller, remove } = createScroller()
  const model = { ...EMPTY_MODEL, codebook: CODEBOOK, annotations }
  let painter = null as ReturnType<typeof createMarkPainter> | null
  const open = timed(() => {
    painter = createMarkPainter(createTextView(scroller, body, { lang: 'en', dir: 'ltr' }), scroller)
    painter.paint(model)
  })
  const [first, ...others] = [...annotations].sort((a, b) => a.start - b.start)
  if (!first || !painter) throw new Error('nothing to change')
  const changed = { ...model, annotations: [{ ...first, end: first.end + 7 }, ...others] }
  const shown = painter
  const change = timed(() => shown.paint(changed))
  const marks = scroller.querySelectorAll('mark').length
  painter.destroy()
  remove()
  return { text: textOnly, open, change, marks }
}

for (const [words, count] of [
  [800, 200],
  [60_000, 2_000],
] as const) {
  test(`figures: ${words} words with ${count} annotations`, async ({ annotate }) => {
    const text = longText(words)
    const annotations = scatter(text, count)
    run(text, annotations)
    const runs = Array.from({ length: 7 }, () => run(text, annotations))
    const textOnly = median(runs.map((each) => each.text))
    const open = median(runs.map((each) => each.open))
    const change = median(runs.map((each) => each.change))
    await annotate(
      `text alone ${textOnly.toFixed(1)} ms; with annotations ${open.toFixed(1)} ms (${(open / textOnly).toFixed(2)} times); change one ${change.toFixed(1)} ms`,
      'figure',
    )
    expect(runs.every(({ marks }) => marks > 0)).toBe(true)
  })
}
