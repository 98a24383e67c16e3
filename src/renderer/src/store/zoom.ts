import { create } from 'zustand'

/** Zoom steps a person can choose, as factors. */
export const ZOOM_STEPS = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const

interface Zoom {
  /** Factor, 0.8..2. */
  readonly zoom: number
  /** CSS pixels of one rem, for sizes that code must compute, such as the rows of a virtual list. */
  readonly rem: number
}

/** The window's zoom as it is drawn; the setting behind it is kept by the settings service. */
export const useZoom = create<Zoom>(() => ({ zoom: 1, rem: 16 }))

/** The next step from `zoom` in a direction; at the end, the end. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const steps = direction === 1 ? ZOOM_STEPS : [...ZOOM_STEPS].reverse()
  return steps.find((step) => (step - zoom) * direction > 0.001) ?? steps[steps.length - 1] ?? 1
}
