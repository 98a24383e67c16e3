import type { VirtualItem } from '@tanstack/react-virtual'

/** Heights that rows were measured at, of the matrix shown last: with them the way back finds the same place. */
let last: { readonly key: string; readonly sizes: VirtualItem[] } | null = null

/** Keeps the measured heights; `key` says which matrix at which width. */
export function keepSizes(key: string, sizes: VirtualItem[]): void {
  last = { key, sizes: [...sizes] }
}

/** The heights kept for the same matrix at the same width; none otherwise. */
export function keptSizes(key: string): VirtualItem[] {
  return last?.key === key ? last.sizes : []
}
