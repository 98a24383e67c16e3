import type { Annotation } from '#core/model/annotation'
import type { ArticleBody, Block } from '#core/model/article'
import { DEFAULT_LAYERS, type Tag } from '#core/model/codebook'
import { spanOf, type TextRange } from '#core/model/range'

/** A body whose blocks are the paragraphs between blank lines. */
export function bodyOf(text: string, furniture: readonly TextRange[] = []): ArticleBody {
  const blocks: Block[] = []
  for (const match of text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)) {
    blocks.push({ kind: 'paragraph', start: match.index, end: match.index + match[0].length })
  }
  return { text, blocks, furniture }
}

/** Where `words` stand in `text`; fails the test when they do not. */
export function rangeOf(text: string, words: string): TextRange {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`Not in the text: ${words}`)
  return { start, end: start + words.length }
}

let made = 0

/** An accepted annotation of a layer over a range. */
export function annotationOf(text: string, range: TextRange, more: Partial<Annotation> = {}): Annotation {
  made++
  return {
    ...spanOf(text, range),
    id: `annotation-${made}`,
    article: 'art_1',
    layer: 'highlight',
    status: 'accepted',
    tags: [],
    note: '',
    creator: 'ann_1',
    created: '2026-01-01T00:00:00.000Z',
    modified: null,
    ...more,
  }
}

export const TAGS: readonly Tag[] = [
  { id: 'tag_1', name: 'Denial', parent: null, color: '#009e73', shortcut: '1', definition: '' },
  { id: 'tag_2', name: 'Threat', parent: 'tag_1', color: '#cc79a7', shortcut: '2', definition: '' },
]

export const CODEBOOK = { layers: DEFAULT_LAYERS, tags: TAGS }

/** A box that scrolls, as the reader's pane does; removed by `remove`. */
export function createScroller(): { scroller: HTMLElement; remove: () => void } {
  const scroller = document.createElement('div')
  scroller.style.cssText =
    'position: relative; width: 640px; height: 600px; overflow: auto; font: 18px/1.6 serif'
  document.body.append(scroller)
  return { scroller, remove: () => scroller.remove() }
}

/** Repeatable numbers in 0..1 (mulberry32), so that a failing layout of annotations can be seen again. */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A made-up article of about `words` words in paragraphs of 60. */
export function longText(words: number): string {
  const random = createRandom(7)
  const vocabulary =
    'the minister said that talks would go on in spring while troops near the border stayed put'.split(' ')
  let text = ''
  for (let index = 0; index < words; index++) {
    text += vocabulary[Math.floor(random() * vocabulary.length)] ?? 'the'
    text += index % 60 === 59 ? '.\n\n' : index % 12 === 11 ? '. ' : ' '
  }
  return text.trimEnd()
}

/** Annotations at random places, many of them overlapping. */
export function scatter(text: string, count: number): readonly Annotation[] {
  const random = createRandom(11)
  const layers = ['highlight', 'quotation', 'claim']
  return Array.from({ length: count }, () => {
    const start = Math.floor(random() * (text.length - 200))
    const range = { start, end: start + 5 + Math.floor(random() * 120) }
    const layer = layers[Math.floor(random() * 3)] ?? 'claim'
    return annotationOf(text, range, { layer, tags: random() < 0.3 ? ['tag_1'] : [] })
  })
}
