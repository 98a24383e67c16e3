import { setKeyedItems, type KeyedItem } from './accelerators'
import { app } from './app'
import { BrowserWindow } from './browser-window'
import type { WebContents } from './web-contents'

/** Roles the shell knows. Zooming is the browser's own, on the same keys; a headless browser does not zoom. */
type Role =
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'pasteAndMatchStyle'
  | 'delete'
  | 'selectAll'
  | 'close'
  | 'minimize'
  | 'quit'
  | 'togglefullscreen'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'toggleDevTools'
  | 'appMenu'
  | 'windowMenu'
  | 'about'

/** A menu item as `Menu.buildFromTemplate` takes it. */
export interface MenuItemConstructorOptions {
  id?: string
  label?: string
  role?: Role
  type?: 'normal' | 'separator' | 'submenu' | 'checkbox'
  accelerator?: string
  enabled?: boolean
  visible?: boolean
  checked?: boolean
  click?: (item: MenuItem, window: BrowserWindow | undefined) => void
  submenu?: MenuItemConstructorOptions[]
}

/** Roles that act on a key of their own. The editing roles need none: Chromium has these keys already. */
const ROLE_KEYS: Partial<Record<Role, string>> = {
  quit: 'CmdOrCtrl+Q',
  close: 'CmdOrCtrl+W',
  minimize: 'CmdOrCtrl+M',
  togglefullscreen: process.platform === 'darwin' ? 'Ctrl+Cmd+F' : 'F11',
}

const EDIT_COMMANDS: Partial<Record<Role, string>> = {
  undo: 'undo',
  redo: 'redo',
  cut: 'cut',
  copy: 'copy',
  paste: 'paste',
  pasteAndMatchStyle: 'pasteAndMatchStyle',
  delete: 'delete',
  selectAll: 'selectAll',
}

/** Electron's `MenuItem`. */
export class MenuItem {
  readonly id: string
  readonly label: string
  readonly role: Role | undefined
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  readonly #type: MenuItemConstructorOptions['type']
  readonly #click: MenuItemConstructorOptions['click']

  constructor(options: MenuItemConstructorOptions) {
    this.id = options.id ?? ''
    this.label = options.label ?? options.role ?? ''
    this.role = options.role
    this.accelerator = options.accelerator ?? (options.role && ROLE_KEYS[options.role])
    this.submenu = options.submenu && Menu.buildFromTemplate(options.submenu)
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.#type = options.type
    this.#click = options.click
  }

  /** Does what choosing the item does. */
  choose(window: BrowserWindow | undefined): void {
    if (!this.enabled) return
    if (this.#type === 'checkbox') this.checked = !this.checked
    if (this.role !== undefined) runRole(this.role, window)
    else this.#click?.(this, window)
  }
}

/** Electron's `Menu`. The shell's windows show no menu bar: its items are chosen by their keys. */
export class Menu {
  static #application: Menu | null = null

  readonly items: readonly MenuItem[]

  private constructor(items: readonly MenuItem[]) {
    this.items = items
  }

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Menu {
    return new Menu(template.map((options) => new MenuItem(options)))
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu
    setKeyedItems(menu === null ? [] : menu.#all().flatMap(keyedItem))
    for (const window of BrowserWindow.getAllWindows()) window.webContents.refreshAccelerators()
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application
  }

  getMenuItemById(id: string): MenuItem | null {
    return this.#all().find((item) => item.id === id) ?? null
  }

  /** The first item of this id, else of this label or role. */
  find(name: string): MenuItem | null {
    return (
      this.getMenuItemById(name) ??
      this.#all().find((item) => item.label.replaceAll('&', '') === name || item.role === name) ??
      null
    )
  }

  #all(): MenuItem[] {
    return this.items.flatMap((item) => [item, ...(item.submenu === undefined ? [] : item.submenu.#all())])
  }
}

/** How long an item may be grey before choosing it fails, and how often it is looked at, in milliseconds. */
const ENABLED_WITHIN = 10_000
const LOOK_AGAIN = 20

/**
 * Chooses an item of the application's menu, as a person would with the mouse: who sees it grey waits until it is not, since
 * the menu follows the page with a delay.
 */
export async function chooseMenuItem(name: string): Promise<void> {
  const until = Date.now() + ENABLED_WITHIN
  for (;;) {
    const item = Menu.getApplicationMenu()?.find(name)
    if (item?.enabled === true) {
      item.choose(BrowserWindow.getFocusedWindow() ?? undefined)
      return
    }
    if (Date.now() > until) throw new Error(`The menu has no item "${name}" that can be chosen.`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN))
  }
}

function keyedItem(item: MenuItem): KeyedItem[] {
  if (item.accelerator === undefined) return []
  return [
    {
      accelerator: item.accelerator,
      isEnabled: () => item.enabled,
      choose: (contents: WebContents) => item.choose(BrowserWindow.fromWebContents(contents) ?? undefined),
    },
  ]
}

function runRole(role: Role, window: BrowserWindow | undefined): void {
  const command = EDIT_COMMANDS[role]
  if (command !== undefined) void window?.webContents.edit(command)
  else if (role === 'quit') app.quit()
  else if (role === 'close') window?.close()
  else if (role === 'minimize') window?.minimize()
  else if (role === 'togglefullscreen') window?.setFullScreen(!window.isFullScreen())
}
