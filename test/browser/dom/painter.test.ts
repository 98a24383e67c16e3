import { afterEach, expect, test } from 'vitest'
import type { Annotation } from '#core/model/annotation'
import { spanOf } from '#core/model/range'
import { createMarkPainter, EMPTY_MODEL, type Painter, type PaintModel } from '#dom/painter'
import { createTextView, type TextView } from '#dom/text-view'
import { annotationOf, bodyOf, CODEBOOK, createScroller, longText, rangeOf, scatter } from './text'

let cleanUp: (() => void)[] = []

function show(text: string): { view: TextView; painter: Painter; scroller: HTMLElement } {
  const { scroller, remove } = createScroller()
  const view = createTextView(scroller, bodyOf(text), { lang: 'en', dir: 'ltr' })
  const painter = createMarkPainter(view, scroller)
  cleanUp.push(() => painter.destroy(), remove)
  return { view, painter, scroller }
}

function modelOf(annotations: readonly Annotation[], more: Partial<PaintModel> = {}): PaintModel {
  return { ...EMPTY_MODEL, codebook: CODEBOOK, annotations, ...more }
}

/** Text of the marks that carry an annotation's id. */
function paintedText(view: TextView, id: string): string {
  return marksOf(view, id)
    .map((mark) => mark.textContent)
    .join('')
}

function marksOf(view: TextView, id: string): readonly HTMLElement[] {
  return [...view.root.querySelectorAll('mark')].filter((mark) =>
    mark.dataset['ids']?.split(' ').includes(id),
  )
}

/** The background layers that the style sheet gives a mark. */
function layersOf(mark: HTMLElement | undefined): string {
  return mark ? getComputedStyle(mark).getPropertyValue('--layers') : ''
}

afterEach(() => {
  for (const each of cleanUp) each()
  cleanUp = []
})

test('each of many overlapping annotations is painted, exactly over its text', () => {
  const text = longText(800)
  const { view, painter, scroller } = show(text)
  scroller.style.height = '10000px'
  const annotations = scatter(text, 200)
  painter.paint(modelOf(annotations))
  const gaps = /\n\n/g
  for (const annotation of annotations) {
    expect(paintedText(view, annotation.id)).toBe(annotation.exact.replace(gaps, ''))
  }
  expect(view.root.querySelectorAll('mark mark')).toHaveLength(0)
  expect(view.units.map(({ element }) => element.textContent).join('')).toBe(text.replace(gaps, ''))
})

test('the pieces, speaker span and cue of a quotation are painted as what they are', () => {
  const text = '“We agree,” the minister said, “but not today.”'
  const content = ['“We agree,”', '“but not today.”'].map((words) => spanOf(text, rangeOf(text, words)))
  const quotation = annotationOf(
    text,
    { start: 0, end: text.length },
    {
      layer: 'quotation',
      quotation: {
        type: 'direct',
        speaker: null,
        speakerSpan: spanOf(text, rangeOf(text, 'the minister')),
        cue: spanOf(text, rangeOf(text, 'said')),
        content,
      },
    },
  )
  const { view, painter } = show(text)
  painter.paint(modelOf([quotation]))
  const marks = marksOf(view, quotation.id).map((mark) => [mark.textContent, mark.classList[0]])
  expect(marks).toEqual([
    ['“We agree,”', 'is-content'],
    ['the minister', 'is-speaker'],
    ['said', 'is-cue'],
    ['“but not today.”', 'is-content'],
  ])
  painter.paint(modelOf([quotation], { activeId: quotation.id }))
  expect(view.root.querySelector('.active-speaker')?.getAttribute('data-label')).toBe('speaker')
  expect(view.root.querySelectorAll('.active-content')).toHaveLength(2)
})

test('layers differ by line, suggestions are dashed and not tinted', () => {
  const text = 'alpha beta gamma delta'
  const { view, painter } = show(text)
  const backgroundOf = (more: Partial<Annotation>): string => {
    const annotation = annotationOf(text, rangeOf(text, 'beta'), more)
    painter.paint(modelOf([annotation]))
    return layersOf(marksOf(view, annotation.id)[0])
  }
  const looks = [
    backgroundOf({ layer: 'highlight' }),
    backgroundOf({ layer: 'quotation' }),
    backgroundOf({ layer: 'claim' }),
    backgroundOf({ layer: 'another' }),
  ]
  const shapes = looks.map((look) => look.replace(/#\w+/g, ''))
  expect(new Set(shapes).size).toBe(4)
  const suggested = backgroundOf({ layer: 'quotation', status: 'suggested' })
  expect(suggested).toContain('repeating-linear-gradient')
  expect(suggested).not.toContain('15%')
})

test('lines of nested annotations lie in lanes of their own', () => {
  const text = 'alpha beta gamma delta epsilon'
  const outer = annotationOf(text, rangeOf(text, text), { layer: 'claim' })
  const inner = annotationOf(text, rangeOf(text, 'gamma'), { layer: 'quotation' })
  const { view, painter } = show(text)
  painter.paint(modelOf([outer, inner]))
  const both = layersOf(marksOf(view, inner.id)[0])
  expect(new Set(both.match(/calc\(100% - [\d.]+em\) \/ 100% [12]px/g)).size).toBe(2)
})

test('only what is near the visible part is painted, and scrolling paints the rest', async () => {
  const text = longText(6000)
  const { view, painter, scroller } = show(text)
  const last = annotationOf(text, { start: text.length - 40, end: text.length - 10 })
  const first = annotationOf(text, { start: 0, end: 10 })
  painter.paint(modelOf([first, last]))
  expect(paintedText(view, first.id)).toBe(first.exact)
  expect(marksOf(view, last.id)).toHaveLength(0)
  scroller.scrollTop = scroller.scrollHeight
  await expect.poll(() => paintedText(view, last.id)).toBe(last.exact)
})

test('a change repaints only the block it is in', () => {
  const text = 'First block here.\n\nSecond block here.'
  const { view, painter } = show(text)
  const kept = annotationOf(text, rangeOf(text, 'First'))
  const other = annotationOf(text, rangeOf(text, 'Second'))
  painter.paint(modelOf([kept, other]))
  const before = marksOf(view, kept.id)[0]
  const otherBefore = marksOf(view, other.id)[0]
  painter.paint(modelOf([kept, { ...other, end: other.end + 6 }]))
  expect(marksOf(view, kept.id)[0]).toBe(before)
  expect(marksOf(view, other.id)[0]).not.toBe(otherBefore)
  expect(paintedText(view, other.id)).toBe('Second block')
})

test('the browser’s selection survives a repaint of the block it is in', () => {
  const text = 'One two three four five.'
  const { view, painter } = show(text)
  const selection = { anchor: text.indexOf('four'), focus: text.indexOf('two') }
  view.select(selection)
  painter.paint(modelOf([annotationOf(text, rangeOf(text, 'three'))]))
  expect(view.readSelection()).toEqual(selection)
  painter.paint(modelOf([]))
  expect(view.readSelection()).toEqual(selection)
  expect(view.root.querySelectorAll('mark')).toHaveLength(0)
})

test('hits are painted above annotations, the current one apart', () => {
  const text = 'Talks about talks.'
  const { view, painter } = show(text)
  const hits = [rangeOf(text, 'Talks'), rangeOf(text, 'talks')]
  painter.paint(modelOf([annotationOf(text, { start: 0, end: text.length })], { hits, currentHit: 1 }))
  expect(view.root.querySelector('.is-hit')?.textContent).toBe('Talks')
  expect(view.root.querySelector('.is-current-hit')?.textContent).toBe('talks')
})

test('tags show where the annotation starts, with their names for the pointer', () => {
  const text = 'One two three.'
  const { view, painter } = show(text)
  const tagged = annotationOf(text, rangeOf(text, 'two three'), { tags: ['tag_1', 'tag_2'] })
  const inner = annotationOf(text, rangeOf(text, 'three'), { layer: 'claim' })
  painter.paint(modelOf([tagged, inner]))
  const [first, second] = marksOf(view, tagged.id)
  expect(first?.title).toBe('Highlight: Denial, Threat')
  expect(layersOf(first).match(/linear-gradient[^/]*left[^/]* \/ 10px/g)).toHaveLength(2)
  expect(layersOf(second)).not.toContain('/ 10px')
})
