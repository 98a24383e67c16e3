import { readFileSync } from 'node:fs'
import type { Log } from './log'
import { writeFileAtomically } from './atomic-file'

/** A rectangle in density-independent pixels of the desktop. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window was. `bounds` is null until a person has seen it once, or when its display is gone. */
export interface WindowState {
  readonly bounds: Bounds | null
  readonly maximised: boolean
}

export const MINIMUM_SIZE = { width: 900, height: 600 }
export const DEFAULT_SIZE = { width: 1280, height: 800 }

const FRESH: WindowState = { bounds: null, maximised: false }

/** At least this much of the title bar must lie on a display, or the window could not be caught with a mouse. */
const GRIP = { width: 120, height: 32 }

/** The state as kept; anything unreadable counts as none. */
export function readWindowState(path: string): WindowState {
  try {
    return parseWindowState(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return FRESH
  }
}

function parseWindowState(value: unknown): WindowState {
  if (typeof value !== 'object' || value === null) return FRESH
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name): unknown => Reflect.get(value, name))
  const bounds =
    isPixels(x) && isPixels(y) && isPixels(width) && isPixels(height) ? { x, y, width, height } : null
  return { bounds, maximised: Reflect.get(value, 'maximised') === true }
}

function isPixels(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) < 100_000
}

/** Keeps the state; a folder that cannot be written costs the window's place, not the session. */
export function keepWindowState(path: string, state: WindowState, log: Log): void {
  try {
    writeFileAtomically(path, JSON.stringify({ ...state.bounds, maximised: state.maximised }))
  } catch (error) {
    log.write('warn', `The window's place was not kept: ${String(error)}`)
  }
}

/**
 * The kept bounds when they still suit the displays: at least the minimum size, no larger than the display they are on,
 * and with the title bar in reach. Null: let the system place a window of the default size.
 */
export function fitToDisplays(bounds: Bounds | null, workAreas: readonly Bounds[]): Bounds | null {
  if (bounds === null) return null
  const area = workAreas.find((candidate) => showsTitleBar(bounds, candidate))
  if (area === undefined) return null
  return {
    x: bounds.x,
    y: Math.max(bounds.y, area.y),
    width: Math.max(MINIMUM_SIZE.width, Math.min(bounds.width, area.width)),
    height: Math.max(MINIMUM_SIZE.height, Math.min(bounds.height, area.height)),
  }
}

function showsTitleBar(bounds: Bounds, area: Bounds): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const down = Math.min(bounds.y + GRIP.height, area.y + area.height) - Math.max(bounds.y, area.y)
  return across >= GRIP.width && down > 0
}
