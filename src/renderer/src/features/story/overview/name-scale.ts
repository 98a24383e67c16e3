import type { ScaleOptions } from '@observablehq/plot'
import { shorten, type SourceLabel } from '../labels'

/** Room for the names of sources beside a picture, in rem. */
export const NAMES = 10.5

/** Letters that fit in it. */
const NAME_LENGTH = 20

/** A row for each source, with its name and the number that stands for it where a name has no room. */
export function nameScale(all: readonly SourceLabel[]): ScaleOptions {
  const names = new Map(all.map(({ number, name }) => [number, name]))
  return {
    type: 'band',
    domain: all.map(({ number }) => number),
    label: null,
    tickSize: 0,
    padding: 0.06,
    tickFormat: (number: number) => `${shorten(names.get(number) ?? '', NAME_LENGTH)}  ${number}`,
  }
}
