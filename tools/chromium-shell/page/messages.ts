/** What the preload's world tells the shell, over a binding that exists in that world only. Values are in wire form. */
export type FromPreload =
  | { kind: 'invoke'; id: number; channel: string; args: string }
  | { kind: 'accelerator'; index: number }
  | { kind: 'drop'; id: number; count: number }
  | { kind: 'moved' }
  | { kind: 'preload-error'; message: string; stack: string }
  | { kind: 'prompt'; id: number; answer: PromptAnswer }

/** What the shell tells the preload's world. */
export type ToPreload =
  | { kind: 'answer'; id: number; ok: true; value: string }
  | { kind: 'answer'; id: number; ok: false; message: string }
  | { kind: 'event'; channel: string; args: string }
  | { kind: 'accelerators'; keys: readonly AcceleratorKey[] }
  | { kind: 'dropped'; id: number; paths: readonly string[] }
  | { kind: 'prompt'; id: number; prompt: Prompt }

/** A menu accelerator in the terms of a keyboard event. */
export interface AcceleratorKey {
  /** Index of the menu item among those that have an accelerator; -1 takes the key away from the browser only. */
  readonly index: number
  readonly ctrl: boolean
  readonly meta: boolean
  readonly alt: boolean
  /** Null where the key itself implies it, as for `+` or `?`. */
  readonly shift: boolean | null
  /** `KeyboardEvent.key`, lower case. */
  readonly key: string
  /** `KeyboardEvent.code` that also matches, for layouts without Latin letters. */
  readonly code: string | null
}

/** A question in the page, where the desktop has no dialog program. */
export interface Prompt {
  readonly title: string
  readonly message: string
  /** Null: buttons only. */
  readonly input: { readonly label: string; readonly value: string; readonly many: boolean } | null
  readonly buttons: readonly string[]
  readonly defaultButton: number
  readonly cancelButton: number
}

export interface PromptAnswer {
  readonly button: number
  readonly text: string
}

/** What the shell puts into both worlds' scripts. */
export interface WorldSetup {
  /** Unguessable name of the DOM event by which the two worlds talk; never visible to the page. */
  readonly secret: string
  /** Name of the binding in the preload's world. */
  readonly binding: string
  /** Name under which the preload's world takes messages. */
  readonly receiver: string
  readonly process: {
    readonly platform: string
    readonly arch: string
    readonly versions: Record<string, string | undefined>
  }
}

/** Members of an object that the preload exposes, as sent to the page's world. */
export type Shape =
  | { readonly t: 'object'; readonly entries: readonly (readonly [string, Shape])[] }
  | { readonly t: 'function'; readonly id: number }
  | { readonly t: 'value'; readonly value: unknown }

/** An argument from the page's world. */
export type PackedArgument =
  | { readonly t: 'value'; readonly value: unknown }
  | { readonly t: 'function'; readonly id: number }
  /** Index into the files of the drag event sent just before. */
  | { readonly t: 'file'; readonly index: number }
  | { readonly t: 'array'; readonly items: readonly PackedArgument[] }

/** Messages between the two worlds of a page. */
export type BetweenWorlds =
  | { readonly kind: 'expose'; readonly key: string; readonly shape: Shape }
  | { readonly kind: 'call'; readonly fn: number; readonly args: readonly PackedArgument[] }
  /** A function, such as the one that ends a subscription, or a value. */
  | { readonly kind: 'returned'; readonly shape: Exclude<Shape, { t: 'object' }> }
  | { readonly kind: 'promised'; readonly id: number }
  | { readonly kind: 'threw'; readonly message: string }
  | { readonly kind: 'settled'; readonly id: number; readonly ok: boolean; readonly value: unknown }
  | { readonly kind: 'callback'; readonly id: number; readonly args: readonly unknown[] }
