import { changeSettings, DEFAULT_SETTINGS } from '#services/settings'
import type { AppCommand } from '#store/commands'
import { showDialog } from '#store/navigation'
import { nextZoom, useZoom } from '#store/zoom'
import { orNotify } from '#ui/notify'

const setZoom = (zoom: number) => void orNotify(changeSettings({ zoom }))

/** Commands of how the program looks. */
export const settingsCommands: readonly AppCommand[] = [
  {
    id: 'settings.show',
    label: 'Settings…',
    keys: ['Mod+,'],
    menu: 'file',
    group: 4,
    run: () => showDialog('settings'),
  },
  {
    id: 'view.zoom-in',
    label: 'Zoom in',
    keys: ['Mod+Plus', 'Mod+='],
    menu: 'view',
    group: 3,
    enabled: () => nextZoom(useZoom.getState().zoom, 1) !== useZoom.getState().zoom,
    run: () => setZoom(nextZoom(useZoom.getState().zoom, 1)),
  },
  {
    id: 'view.zoom-out',
    label: 'Zoom out',
    keys: ['Mod+Minus'],
    menu: 'view',
    group: 3,
    enabled: () => nextZoom(useZoom.getState().zoom, -1) !== useZoom.getState().zoom,
    run: () => setZoom(nextZoom(useZoom.getState().zoom, -1)),
  },
  {
    id: 'view.zoom-reset',
    label: 'Actual size',
    keys: ['Mod+0'],
    menu: 'view',
    group: 3,
    run: () => setZoom(DEFAULT_SETTINGS.zoom),
  },
]
