import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fitToDisplays, keepWindowState, readWindowState } from '../../../src/main/window-state'
import { createMemoryLog } from './memory-log'
import { createFolder } from './temporary-folder'

const SCREEN = { x: 0, y: 25, width: 1440, height: 875 }
const SECOND = { x: 1440, y: 0, width: 1920, height: 1080 }
const BOUNDS = { x: 100, y: 100, width: 1200, height: 700 }

describe('the window state', () => {
  it('is read as it was kept', () => {
    const path = join(createFolder(), 'window-state.json')
    keepWindowState(path, { bounds: BOUNDS, maximised: true }, createMemoryLog())
    expect(readWindowState(path)).toEqual({ bounds: BOUNDS, maximised: true })
  })

  it.each([
    '',
    'null',
    '[]',
    '{"x":1}',
    '{"x":"1","y":1,"width":1,"height":1}',
    '{"x":1e9,"y":0,"width":9,"height":9}',
  ])('counts as none when it is %j', (text) => {
    const path = join(createFolder(), 'window-state.json')
    writeFileSync(path, text)
    expect(readWindowState(path)).toEqual({ bounds: null, maximised: false })
  })

  it('that cannot be kept costs a line in the log and no more', () => {
    const folder = createFolder({ file: 'x' })
    const log = createMemoryLog()
    keepWindowState(join(folder, 'file', 'window-state.json'), { bounds: null, maximised: false }, log)
    expect(log.lines).toHaveLength(1)
  })
})

describe('fitToDisplays', () => {
  it('keeps a place that is in reach, on any display', () => {
    expect(fitToDisplays(BOUNDS, [SCREEN])).toEqual(BOUNDS)
    const onSecond = { ...BOUNDS, x: 1600 }
    expect(fitToDisplays(onSecond, [SCREEN, SECOND])).toEqual(onSecond)
  })

  it('gives up a place on a display that is gone, or with the title bar out of reach', () => {
    expect(fitToDisplays({ ...BOUNDS, x: 1600 }, [SCREEN])).toBeNull()
    expect(fitToDisplays({ ...BOUNDS, y: -500 }, [SCREEN])).toBeNull()
    expect(fitToDisplays({ ...BOUNDS, x: 1400 }, [SCREEN])).toBeNull()
    expect(fitToDisplays(null, [SCREEN])).toBeNull()
    expect(fitToDisplays(BOUNDS, [])).toBeNull()
  })

  it('fits the size between the minimum and the display', () => {
    expect(fitToDisplays({ x: 0, y: 20, width: 5000, height: 10 }, [SCREEN])).toEqual({
      x: 0,
      y: 25,
      width: 1440,
      height: 600,
    })
  })
})
