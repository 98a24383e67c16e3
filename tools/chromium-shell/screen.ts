/**
 * Electron's `screen`. The shell sees no displays before a window is open, so it answers with one that is large enough
 * for any place a window was left at.
 */
export const screen = {
  getAllDisplays: (): Pick<Electron.Display, 'id' | 'bounds' | 'workArea'>[] => [ANYWHERE],
  getPrimaryDisplay: (): Pick<Electron.Display, 'id' | 'bounds' | 'workArea'> => ANYWHERE,
}

const AREA = { x: 0, y: 0, width: 16_384, height: 16_384 }
const ANYWHERE = { id: 1, bounds: AREA, workArea: AREA }
