import type { Annotation } from '#core/model/annotation'
import type { Codebook } from '#core/model/codebook'
import type { TextRange } from '#core/model/range'
import { flattenRanges } from '#core/text/flatten'
import { markSegments, unmark } from './mark-segments'
import { applyStyle, styleOf, type MarkStyle } from './mark-style'
import { assignLanes, piecesOf, plainPiece, type Piece } from './pieces'
import type { TextSelection, TextUnit, TextView } from './text-view'
import './painter.css'

/** Everything that shows on the text. */
export interface PaintModel {
  readonly annotations: readonly Annotation[]
  readonly codebook: Pick<Codebook, 'layers' | 'tags'>
  readonly activeId: string | null
  /** Hits of find, in text order, not overlapping. */
  readonly hits: readonly TextRange[]
  /** Index of the hit that find stands at. */
  readonly currentHit: number | null
  /** Ids of annotations that other sources render too: a mark in the margin says so. */
  readonly rendered: ReadonlySet<string>
  /** A selection to show while the browser shows none, because the focus is elsewhere or a handle is dragged. */
  readonly selection: TextRange | null
}

/** A model with nothing to show. */
export const EMPTY_MODEL: PaintModel = {
  annotations: [],
  codebook: { layers: [], tags: [] },
  activeId: null,
  hits: [],
  currentHit: null,
  rendered: new Set(),
  selection: null,
}

/** Draws a model on a text view. */
export interface Painter {
  /** Shows `model`: what is in sight at once, the rest when it comes into sight. */
  paint(model: PaintModel): void
  /** Paints what has come into sight since; cheap when nothing has. */
  refresh(): void
  /** Takes away every mark and stops watching. */
  destroy(): void
}

interface FlatPart extends TextRange {
  readonly style: MarkStyle
  readonly ids: string
}

/** How far beyond the visible part is painted in advance, in heights of the visible part. */
const MARGIN = 0.5

/**
 * A painter that flattens what overlaps into disjoint segments and has mark.js wrap them, one call a unit. Only units
 * in or near the visible part of `scroller` are painted, and only when their segments changed: the rest waits until it
 * is scrolled there. Which units are near is found by bisecting their places, in the same frame as the scrolling:
 * an IntersectionObserver would answer a frame later, and the text would flash unpainted.
 */
export function createMarkPainter(view: TextView, scroller: HTMLElement): Painter {
  let model = EMPTY_MODEL
  let piecesByUnit: Piece[][] = []
  let lanes = new Map<number, ReadonlyMap<Piece, number>>()
  /** What each unit shows now, and of which model; a unit that was never painted shows nothing. */
  const painted = new Map<number, { readonly look: string; readonly model: PaintModel }>()
  const styles = new Map<string, MarkStyle>()

  /** Puts each annotation's pieces into the units they touch. */
  function sortIntoUnits(annotations: readonly Annotation[]): void {
    piecesByUnit = []
    lanes = new Map()
    for (const annotation of annotations) {
      for (const piece of piecesOf(annotation)) {
        for (let index = view.unitIndex(piece.start); index < view.units.length; index++) {
          const unit = view.units[index]
          if (!unit || unit.start >= piece.end) break
          ;(piecesByUnit[index] ??= []).push(piece)
        }
      }
    }
  }

  function partsOf(unit: TextUnit): readonly FlatPart[] {
    const pieces = piecesByUnit[unit.index] ?? []
    const all = [
      ...pieces,
      ...hitsIn(unit),
      ...(model.selection ? [plainPiece('selection', model.selection)] : []),
    ]
    const clipped = all.flatMap((piece) => {
      const start = Math.max(piece.start, unit.start)
      const end = Math.min(piece.end, unit.end)
      return start < end ? [{ start, end, piece }] : []
    })
    if (clipped.length === 0) return []
    let laneOf = lanes.get(unit.index)
    if (!laneOf) lanes.set(unit.index, (laneOf = assignLanes(pieces)))
    return flattenRanges(clipped).map((segment) => {
      const covering = segment.items.map((item) => item.piece)
      return {
        start: segment.start - unit.start,
        end: segment.end - unit.start,
        style: cachedStyle(covering, laneOf, segment.start),
        ids: [...new Set(covering.flatMap(({ annotation }) => annotation?.id ?? []))].join(' '),
      }
    })
  }

  function cachedStyle(
    pieces: readonly Piece[],
    laneOf: ReadonlyMap<Piece, number>,
    start: number,
  ): MarkStyle {
    const key = pieces
      .map((piece) => {
        const { annotation, kind } = piece
        if (!annotation) return kind
        const atStart = start === piece.start && piece.first
        const tags = annotation.tags.join(' ')
        return `${kind}/${annotation.layer}/${annotation.status}/${annotation.id === model.activeId}/${laneOf.get(piece)}/${atStart}/${atStart && model.rendered.has(annotation.id)}/${tags}`
      })
      .join('|')
    let style = styles.get(key)
    if (!style) {
      style = styleOf({
        pieces,
        lanes: laneOf,
        start,
        activeId: model.activeId,
        rendered: model.rendered,
        codebook: model.codebook,
      })
      styles.set(key, style)
    }
    return style
  }

  function hitsIn(unit: TextUnit): readonly Piece[] {
    const found: Piece[] = []
    for (let index = firstHitAfter(model.hits, unit.start); index < model.hits.length; index++) {
      const hit = model.hits[index]
      if (!hit || hit.start >= unit.end) break
      found.push(plainPiece(index === model.currentHit ? 'current-hit' : 'hit', hit))
    }
    return found
  }

  function paintUnit(unit: TextUnit, onChange: () => void): void {
    const before = painted.get(unit.index)
    if (before?.model === model) return
    const parts = partsOf(unit)
    const look = parts
      .map(({ start, end, ids, style }) => `${start} ${end} ${ids} ${style.className} ${style.title}`)
      .join('\n')
    painted.set(unit.index, { look, model })
    if (look === (before?.look ?? '')) return
    onChange()
    if (before && before.look !== '') unmark(unit.element)
    markSegments(unit.element, parts, (mark, part) => {
      applyStyle(mark, part.style)
      if (part.ids !== '') mark.dataset['ids'] = part.ids
    })
  }

  function refresh(): void {
    const [first, last] = nearUnits(view, scroller)
    // Repainting replaces text nodes, and with them the ends of the browser's selection.
    let selection: TextSelection | null | undefined
    for (let index = first; index <= last; index++) {
      const unit = view.units[index]
      if (unit) paintUnit(unit, () => (selection ??= view.readSelection()))
    }
    if (selection) view.select(selection)
  }

  const resized = new ResizeObserver(() => refresh())
  resized.observe(scroller)
  resized.observe(view.root)
  scroller.addEventListener('scroll', refresh, { passive: true })

  return {
    paint(next) {
      const before = model
      model = next
      if (next.annotations !== before.annotations) sortIntoUnits(next.annotations)
      if (next.codebook !== before.codebook) styles.clear()
      refresh()
    },
    refresh,
    destroy() {
      resized.disconnect()
      scroller.removeEventListener('scroll', refresh)
      for (const index of painted.keys()) {
        const unit = view.units[index]
        if (unit) unmark(unit.element)
      }
      painted.clear()
    },
  }
}

/** Indices of the first and last unit in or near the visible part; an empty interval when there is none. */
function nearUnits(view: TextView, scroller: HTMLElement): readonly [number, number] {
  const box = scroller.getBoundingClientRect()
  const margin = box.height * MARGIN
  const placeOf = (index: number): DOMRect | undefined => view.units[index]?.element.getBoundingClientRect()
  const first = firstIndex(view.units.length, (index) => (placeOf(index)?.bottom ?? 0) >= box.top - margin)
  const behind = firstIndex(view.units.length, (index) => (placeOf(index)?.top ?? 0) > box.bottom + margin)
  return [first, behind - 1]
}

function firstHitAfter(hits: readonly TextRange[], offset: number): number {
  return firstIndex(hits.length, (index) => (hits[index]?.end ?? 0) > offset)
}

/** First index in 0..length for which `holds`, which must hold from some index on; `length` when it never does. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
