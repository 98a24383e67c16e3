/** A dialog that main asks for, as tests see it. Options are those of Electron. */
export interface AskedDialog {
  readonly dialog: 'open' | 'save' | 'message' | 'error'
  readonly title: string
  readonly message: string
  readonly buttons: readonly string[]
  readonly defaultPath: string
}

/** What a test answers: paths for an open or save dialog (none cancels), a button's index for a message. */
export type DialogAnswer = { readonly paths: readonly string[] } | { readonly button: number }

/** From the shell to the test that started it, over the process's own channel. */
export type FromShell =
  | { readonly kind: 'browser'; readonly endpoint: string }
  | { readonly kind: 'dialog'; readonly asked: AskedDialog }
  | { readonly kind: 'desktop'; readonly call: 'showItemInFolder' | 'openExternal'; readonly target: string }

/** From the test to the shell. */
export type ToShell =
  | { readonly kind: 'dialog-answer'; readonly answer: DialogAnswer }
  /** Chooses a menu item by its id or, failing that, by its label or role. */
  | { readonly kind: 'choose-menu-item'; readonly name: string }
