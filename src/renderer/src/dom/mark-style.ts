import type { Codebook } from '#core/model/codebook'
import { classOfLayers } from './mark-sheet'
import type { Piece } from './pieces'

/** How one `<mark>` looks. */
export interface MarkStyle {
  /** Classes: what it is (painter.css) and the look of its background layers (mark-sheet.ts). */
  readonly className: string
  /** Words for the pointer that rests on it: layer and tags of each annotation, one a line. */
  readonly title: string
  /** `speaker` or `cue` where the active quotation shows its parts by name; null elsewhere. */
  readonly label: 'speaker' | 'cue' | null
}

/** What decides the look of one segment. */
export interface StyleInput {
  readonly pieces: readonly Piece[]
  readonly lanes: ReadonlyMap<Piece, number>
  /** Start of the segment: parts that show once show where their piece starts. */
  readonly start: number
  readonly activeId: string | null
  /** Ids of annotations that other sources render too. */
  readonly rendered: ReadonlySet<string>
  readonly codebook: Pick<Codebook, 'layers' | 'tags'>
}

/** Lines further down than this share the last lane: deeper nesting is told by walking the annotations. */
const LAST_LANE = 3
/** Where lane 0 runs, in em above the lower edge of the mark (its padding included), and the step between lanes. */
const LANE_TOP_EM = 0.5
const LANE_STEP_EM = 0.155
/** Tag bars in CSS pixels. */
const BAR = { width: 10, gap: 2, height: 3 }
const FALLBACK_COLOR = '#999999'

type Line = 'solid' | 'double' | 'thick' | 'thin' | 'dotted'

/** The look of a segment covered by `pieces`. */
export function styleOf(input: StyleInput): MarkStyle {
  const classes = new Set<string>()
  const bars: string[] = []
  const lines: string[] = []
  const tints: string[] = []
  const titles: string[] = []
  let label: MarkStyle['label'] = null

  for (const piece of input.pieces) {
    classes.add(`is-${piece.kind}`)
    const { annotation } = piece
    if (!annotation) continue
    const layer = input.codebook.layers.find(({ id }) => id === annotation.layer)
    const color = layer?.color ?? FALLBACK_COLOR
    const suggested = annotation.status === 'suggested'
    const active = annotation.id === input.activeId
    const lane = Math.min(input.lanes.get(piece) ?? 0, LAST_LANE)

    if (piece.kind === 'content') {
      const tinted = annotation.layer === 'highlight' || annotation.layer === 'quotation'
      if (tinted && !suggested) tints.push(tint(color, annotation.layer === 'highlight'))
      const line = lineOfLayer(annotation.layer, suggested)
      if (line) lines.push(...drawLine(line, suggested, ink(color), lane))
      if (piece.first && input.start === piece.start) {
        bars.push(...tagBars(annotation.tags, input.codebook))
        if (input.rendered.has(annotation.id)) classes.add('has-renderings')
      }
      titles.push(titleOf(annotation.tags, layer?.name ?? annotation.layer, suggested, input.codebook))
    } else {
      lines.push(...drawLine(piece.kind === 'speaker' ? 'thin' : 'dotted', suggested, ink(color), lane))
    }
    if (active) {
      classes.add(`active-${piece.kind}`)
      if (
        piece.kind !== 'content' &&
        input.start === piece.start &&
        (piece.kind === 'speaker' || piece.kind === 'cue')
      ) {
        label = piece.kind
      }
    }
  }
  const look = classOfLayers([...bars, ...lines, ...tints].join(', '))
  if (look !== '') classes.add(look)
  return {
    className: [...classes].join(' '),
    title: titles.join('\n'),
    label,
  }
}

/** Puts the style on a mark. */
export function applyStyle(mark: HTMLElement, style: MarkStyle): void {
  mark.className = style.className
  if (style.title !== '') mark.title = style.title
  if (style.label) mark.dataset['label'] = style.label
}

/** Told apart by line as well as by colour: highlights have none, quotations one, claims two, other layers a thick one. */
function lineOfLayer(layer: string, suggested: boolean): Line | null {
  switch (layer) {
    case 'highlight':
      return suggested ? 'solid' : null
    case 'quotation':
      return 'solid'
    case 'claim':
      return 'double'
    default:
      return 'thick'
  }
}

function drawLine(line: Line, suggested: boolean, color: string, lane: number): readonly string[] {
  const bottom = `${(LANE_TOP_EM - lane * LANE_STEP_EM).toFixed(3)}em`
  const image = lineImage(line, suggested, color)
  if (line === 'double') {
    return [
      `${image} 0 calc(100% - ${bottom}) / 100% 1px no-repeat`,
      `${image} 0 calc(100% - ${bottom} + 2.5px) / 100% 1px no-repeat`,
    ]
  }
  const height = line === 'thick' ? '3px' : line === 'solid' ? '2px' : '1px'
  return [`${image} 0 calc(100% - ${bottom}) / 100% ${height} no-repeat`]
}

function lineImage(line: Line, suggested: boolean, color: string): string {
  if (line === 'dotted') return `repeating-linear-gradient(90deg, ${color} 0 2px, transparent 2px 5px)`
  if (suggested) return `repeating-linear-gradient(90deg, ${color} 0 6px, transparent 6px 10px)`
  return `linear-gradient(${color}, ${color})`
}

function tint(color: string, strong: boolean): string {
  const mixed = `color-mix(in srgb, ${color} var(${strong ? '--tint-strong' : '--tint-soft'}), transparent)`
  return `linear-gradient(${mixed}, ${mixed}) 0 0 / 100% calc(100% - var(--lane-space)) no-repeat`
}

/** The colour moved towards the text's, so that a line of a light colour is still seen on paper. */
function ink(color: string): string {
  return `color-mix(in oklab, ${color}, var(--ink-toward) var(--ink-share))`
}

function tagBars(tags: readonly string[], codebook: StyleInput['codebook']): readonly string[] {
  return tags.map((id, index) => {
    const color = codebook.tags.find((tag) => tag.id === id)?.color ?? FALLBACK_COLOR
    const inset = index * (BAR.width + BAR.gap)
    return `linear-gradient(${ink(color)}, ${ink(color)}) var(--start-edge) ${inset}px top 0 / ${BAR.width}px ${BAR.height}px no-repeat`
  })
}

function titleOf(
  tags: readonly string[],
  layer: string,
  suggested: boolean,
  codebook: StyleInput['codebook'],
): string {
  const names = tags.map((id) => codebook.tags.find((tag) => tag.id === id)?.name ?? id)
  const head = suggested ? `${layer} (suggested)` : layer
  return names.length > 0 ? `${head}: ${names.join(', ')}` : head
}
