import { expect, test } from 'vitest'
import type { Tag } from '#core/model/codebook'
import {
  isIsoDate,
  isLanguageTag,
  tagPath,
  tagsInOrder,
} from '../../../src/renderer/src/features/reader/format'
import {
  annotationsAt,
  inTextOrder,
  neighbour,
  outwardAt,
  pieceToMove,
  rangeToMove,
} from '../../../src/renderer/src/features/reader/walk'
import { annotationOf, rangeOf } from '../dom/text'

const tag = (id: string, parent: string | null): Tag => ({
  id,
  name: id,
  parent,
  color: '#000000',
  shortcut: null,
  definition: '',
})

test('ISO dates at any precision, and no day that is not in the calendar', () => {
  for (const good of ['2022', '2022-02', '2024-02-29', '2022-02-15T09:00Z', '2022-02-15T09:00:30+02:00']) {
    expect(isIsoDate(good), good).toBe(true)
  }
  for (const bad of ['', '15.2.2022', '2022-13', '2022-02-31', '2023-02-29', '2022-2-1', '2022-02-15T9']) {
    expect(isIsoDate(bad), bad).toBe(false)
  }
})

test('language tags', () => {
  expect(isLanguageTag('pt-BR')).toBe(true)
  expect(isLanguageTag('not a tag')).toBe(false)
})

test('tags come behind the one above them, and none is lost to a missing parent or a circle', () => {
  const tags = [
    tag('b', null),
    tag('c', 'a'),
    tag('a', null),
    tag('lost', 'gone'),
    tag('x', 'y'),
    tag('y', 'x'),
  ]
  expect(tagsInOrder(tags).map(({ tag: { id }, depth }) => `${id}${depth}`)).toEqual([
    'a0',
    'c1',
    'b0',
    'lost0',
    'x0',
    'y0',
  ])
  expect(tagPath(tags, tag('c', 'a'))).toBe('a › c')
  expect(tagPath(tags, tag('x', 'y'))).toBe('y › x')
})

const TEXT = 'one two three four five six seven'
const outer = annotationOf(TEXT, rangeOf(TEXT, 'two three four five'), { id: 'outer' })
const inner = annotationOf(TEXT, rangeOf(TEXT, 'three four'), { id: 'inner' })
const twin = annotationOf(TEXT, rangeOf(TEXT, 'three four'), { id: 'twin' })
const last = annotationOf(TEXT, rangeOf(TEXT, 'six'), { id: 'last' })
const all = [last, twin, inner, outer]

test('annotations at an offset come innermost first, also two on the same range', () => {
  const at = TEXT.indexOf('four')
  expect(annotationsAt(all, at).map(({ id }) => id)).toEqual(['inner', 'twin', 'outer'])
  const visited: (string | null)[] = []
  for (let active: string | null = null; visited.length < 4; visited.push(active)) {
    active = outwardAt(all, at, active)?.id ?? null
  }
  expect(visited).toEqual(['inner', 'twin', 'outer', 'inner'])
  expect(outwardAt(all, 0, 'outer')).toBeNull()
})

test('walking reaches each annotation once, from the caret or the active one, and ends', () => {
  expect(inTextOrder(all).map(({ id }) => id)).toEqual(['outer', 'inner', 'twin', 'last'])
  const visited: string[] = []
  for (let at = neighbour(all, null, 0, 1); at; at = neighbour(all, at.id, 0, 1)) visited.push(at.id)
  expect(visited).toEqual(['outer', 'inner', 'twin', 'last'])
  expect(neighbour(all, null, TEXT.indexOf('five'), 1)?.id).toBe('last')
  expect(neighbour(all, null, TEXT.indexOf('five'), -1)?.id).toBe('twin')
  expect(neighbour(all, 'outer', 0, -1)).toBeNull()
})

test('a boundary of a quotation moves its outer piece, or the one at the caret', () => {
  const pieces = ['one', 'three', 'five'].map((words) => ({ ...rangeOf(TEXT, words), exact: words }))
  const quotation = annotationOf(TEXT, rangeOf(TEXT, 'one two three four five'), {
    layer: 'quotation',
    quotation: { type: 'indirect', speaker: null, speakerSpan: null, cue: null, content: pieces },
  })
  expect(pieceToMove(quotation, 'start', null)).toBe(0)
  expect(pieceToMove(quotation, 'end', null)).toBe(2)
  expect(pieceToMove(quotation, 'end', TEXT.indexOf('three'))).toBe(1)
  expect(rangeToMove(quotation, 1)).toEqual(rangeOf(TEXT, 'three'))
  expect(pieceToMove(inner, 'start', null)).toBeNull()
})
