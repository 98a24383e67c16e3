import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import type { MenuCommand } from '#ipc/channels'
import { createMenuTemplate } from '../../../src/main/menu-template'

const COMMAND: MenuCommand = {
  id: 'file.import',
  label: 'Import',
  accelerator: null,
  enabled: true,
  menu: 'file',
  group: 1,
}

function template(
  commands: readonly MenuCommand[],
  platform: NodeJS.Platform = 'linux',
  run: (id: string) => void = () => undefined,
): MenuItemConstructorOptions[] {
  return createMenuTemplate(commands, { platform, development: false, run })
}

function items(menus: MenuItemConstructorOptions[], label: string): MenuItemConstructorOptions[] {
  const submenu = menus.find((menu) => menu.label === label)?.submenu
  return Array.isArray(submenu) ? submenu : []
}

function sketch(entries: MenuItemConstructorOptions[]): string[] {
  return entries.map((item) => (item.type === 'separator' ? '-' : (item.role ?? item.label ?? '')))
}

describe('the menu', () => {
  it('has copy and quit before the page has sent anything, and no empty menu', () => {
    const menus = template([])
    expect(menus.map((menu) => menu.label)).toEqual(['&File', '&Edit', '&View'])
    expect(sketch(items(menus, '&File'))).toEqual(['quit'])
    expect(sketch(items(menus, '&Edit'))).toEqual(['undo', 'redo', '-', 'cut', 'copy', 'paste', 'selectAll'])
  })

  it('puts each command in its menu, groups between separators', () => {
    const menus = template([
      { ...COMMAND, id: 'file.export', label: 'Export', group: 2 },
      COMMAND,
      { ...COMMAND, id: 'file.sample', label: 'Sample' },
      { ...COMMAND, id: 'help.keys', label: 'Keys', menu: 'help' },
    ])
    expect(sketch(items(menus, '&File'))).toEqual(['Import', 'Sample', '-', 'Export', '-', 'quit'])
    expect(sketch(items(menus, '&Help'))).toEqual(['Keys'])
  })

  it('runs the command that is clicked', () => {
    const run = vi.fn<(id: string) => void>()
    const item = items(
      template([{ ...COMMAND, accelerator: 'CmdOrCtrl+O', enabled: false }], 'linux', run),
      '&File',
    )[0]
    expect(item).toMatchObject({ id: 'file.import', accelerator: 'CmdOrCtrl+O', enabled: false })
    Reflect.apply(item?.click ?? (() => undefined), undefined, [])
    expect(run).toHaveBeenCalledWith('file.import')
  })

  it.each(['CmdOrCtrl+Z', 'Ctrl+z', 'CommandOrControl+Z'])(
    'leaves the key %s to the command that takes it',
    (accelerator) => {
      const undo: MenuCommand = {
        ...COMMAND,
        id: 'edit.undo',
        label: 'Undo highlight',
        accelerator,
        menu: 'edit',
      }
      const redo: MenuCommand = { ...undo, id: 'edit.redo', label: 'Redo', accelerator: 'Shift+CmdOrCtrl+Z' }
      expect(sketch(items(template([undo, redo]), '&Edit'))).toEqual([
        'Undo highlight',
        'Redo',
        '-',
        'cut',
        'copy',
        'paste',
        'selectAll',
      ])
    },
  )

  it('shows an ampersand in a label instead of taking it for a mnemonic', () => {
    expect(items(template([{ ...COMMAND, label: 'Find & replace' }]), '&File')[0]?.label).toBe(
      'Find && replace',
    )
  })

  it('has the menus of macOS there, and quits from the application menu', () => {
    const menus = template([COMMAND, { ...COMMAND, menu: 'help' }], 'darwin')
    expect(menus.map((menu) => menu.role ?? menu.label)).toEqual([
      'appMenu',
      'File',
      'Edit',
      'View',
      'windowMenu',
      'Help',
    ])
    expect(sketch(items(menus, 'File'))).toEqual(['Import', '-', 'close'])
  })

  it('has developer tools in development only', () => {
    const tools = (development: boolean): boolean =>
      sketch(
        items(createMenuTemplate([], { platform: 'linux', development, run: () => undefined }), '&View'),
      ).includes('toggleDevTools')
    expect([tools(true), tools(false)]).toEqual([true, false])
  })
})
