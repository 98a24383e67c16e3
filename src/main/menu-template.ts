import type { MenuItemConstructorOptions } from 'electron'
import type { CommandId, MenuCommand } from '#ipc/channels'

/** What the template depends on besides the commands. */
export interface MenuContext {
  readonly platform: NodeJS.Platform
  /** Adds the developer tools to the View menu. */
  readonly development: boolean
  readonly run: (id: CommandId) => void
}

const MENUS = [
  ['file', '&File'],
  ['edit', '&Edit'],
  ['view', '&View'],
  ['article', '&Article'],
  ['annotate', 'A&nnotate'],
  ['story', '&Story'],
  ['corpus', '&Corpus'],
  ['help', '&Help'],
] as const satisfies readonly (readonly [MenuCommand['menu'], string])[]

type Item = MenuItemConstructorOptions

/** Roles of the edit menu with the key each takes by itself; a command on the same key replaces the role. */
const EDIT_ROLES: readonly (readonly [Item, string])[] = [
  [{ role: 'undo' }, 'Z'],
  [{ role: 'redo' }, 'Shift+Z'],
  [{ type: 'separator' }, ''],
  [{ role: 'cut' }, 'X'],
  [{ role: 'copy' }, 'C'],
  [{ role: 'paste' }, 'V'],
  [{ role: 'selectAll' }, 'A'],
]

/**
 * The native menu: the renderer's commands in their menus and groups, and the roles that only the system can do.
 * With no commands yet (the page still loads) it holds the roles alone, so that copy and quit work from the start.
 */
export function createMenuTemplate(commands: readonly MenuCommand[], context: MenuContext): Item[] {
  const macOS = context.platform === 'darwin'
  const menus = MENUS.map(([menu, label]): Item => {
    const own = groupCommands(commands, menu, context.run)
    return { label: macOS ? label.replace('&', '') : label, submenu: withRoles(menu, own, commands, context) }
  }).filter((menu) => Array.isArray(menu.submenu) && menu.submenu.length > 0)
  if (!macOS) return menus
  const help = menus.findIndex((menu) => menu.label === 'Help')
  const windowMenu: Item = { role: 'windowMenu' }
  return [{ role: 'appMenu' }, ...menus.toSpliced(help === -1 ? menus.length : help, 0, windowMenu)]
}

function withRoles(
  menu: MenuCommand['menu'],
  own: readonly Item[],
  commands: readonly MenuCommand[],
  context: MenuContext,
): Item[] {
  if (menu === 'file') return joinGroups(own, [{ role: context.platform === 'darwin' ? 'close' : 'quit' }])
  if (menu === 'edit') return joinGroups(own, editRoles(commands))
  if (menu === 'view') return joinGroups(own, viewRoles(context.development))
  return [...own]
}

function editRoles(commands: readonly MenuCommand[]): Item[] {
  const taken = new Set(commands.map((command) => normalAccelerator(command.accelerator)))
  const roles = EDIT_ROLES.filter(
    ([, key]) => key === '' || !taken.has(normalAccelerator(`CmdOrCtrl+${key}`)),
  )
  return trimSeparators(roles.map(([item]) => item))
}

function viewRoles(development: boolean): Item[] {
  const roles: Item[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ]
  return development ? [...roles, { role: 'toggleDevTools' }] : roles
}

/** One spelling for each accelerator: modifiers sorted, aliases resolved, lower case. */
function normalAccelerator(accelerator: string | null): string {
  if (accelerator === null) return ''
  const aliases: Readonly<Record<string, string>> = {
    cmdorctrl: 'ctrl',
    commandorcontrol: 'ctrl',
    control: 'ctrl',
    cmd: 'ctrl',
    command: 'ctrl',
  }
  const parts = accelerator.toLowerCase().split('+')
  return parts
    .map((part) => aliases[part] ?? part)
    .sort()
    .join('+')
}

function groupCommands(
  commands: readonly MenuCommand[],
  menu: MenuCommand['menu'],
  run: (id: CommandId) => void,
): Item[] {
  const groups = new Map<number, Item[]>()
  for (const command of commands) {
    if (command.menu !== menu) continue
    const group = groups.get(command.group) ?? []
    groups.set(command.group, group)
    group.push({
      id: command.id,
      // An ampersand in a label would be taken for a mnemonic.
      label: command.label.replaceAll('&', '&&'),
      enabled: command.enabled,
      click: () => {
        run(command.id)
      },
      ...(command.accelerator === null ? {} : { accelerator: command.accelerator }),
    })
  }
  const ordered = [...groups.entries()].sort(([a], [b]) => a - b).map(([, items]) => items)
  return ordered.reduce<Item[]>((all, items) => joinGroups(all, items), [])
}

function joinGroups(before: readonly Item[], after: readonly Item[]): Item[] {
  if (before.length === 0) return [...after]
  if (after.length === 0) return [...before]
  return [...before, { type: 'separator' }, ...after]
}

function trimSeparators(items: readonly Item[]): Item[] {
  const first = items.findIndex((item) => item.type !== 'separator')
  return first === -1 ? [] : items.slice(first)
}
