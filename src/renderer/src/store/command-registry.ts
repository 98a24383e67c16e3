import { create } from 'zustand'
import type { AppCommand, CommandPlace } from './commands'

/** Commands of one feature with the place where their keys work. */
export interface CommandSet {
  readonly place: CommandPlace
  readonly commands: readonly AppCommand[]
}

interface CommandRegistry {
  /** By name of the feature, so that providing again replaces. */
  readonly sets: Readonly<Record<string, CommandSet>>
  /** Grows with every change after which `enabled` may answer otherwise. */
  readonly revision: number
}

/** All commands there are. Menu, palette and keys follow it. */
export const useCommandRegistry = create<CommandRegistry>(() => ({ sets: {}, revision: 0 }))

/** Adds or replaces the commands of a feature. */
export function provideCommands(feature: string, set: CommandSet): void {
  useCommandRegistry.setState((state) => ({
    sets: { ...state.sets, [feature]: set },
    revision: state.revision + 1,
  }))
}

/** Says that `enabled` of some command may answer otherwise now. Cheap: listeners gather calls. */
export function refreshCommands(): void {
  useCommandRegistry.setState((state) => ({ revision: state.revision + 1 }))
}

/** Every command with its place, in the order the features were provided. */
export function allCommands(): readonly { readonly place: CommandPlace; readonly command: AppCommand }[] {
  return Object.values(useCommandRegistry.getState().sets).flatMap(({ place, commands }) =>
    commands.map((command) => ({ place, command })),
  )
}

/** True when a key or a menu entry chosen runs the command now. */
export function canRun(command: AppCommand): boolean {
  return command.looksItself === true || command.enabled?.() !== false
}

/**
 * The command of a place that a single key belongs to whatever the codebook says, null for none. It comes before a layer or
 * tag with the same key.
 */
export function fixedCommandOf(key: string, place: CommandPlace): AppCommand | null {
  const isFixed = (entry: { readonly place: CommandPlace; readonly command: AppCommand }) =>
    (entry.place === place || entry.place === 'everywhere') &&
    !/^annotate\.(layer|tag)\./.test(entry.command.id) &&
    entry.command.keys.some((own) => own.toLowerCase() === key.toLowerCase())
  return allCommands().find(isFixed)?.command ?? null
}

/** Runs a command by id if it is known and can run now; says whether it did. */
export function runCommand(id: string): boolean {
  const found = allCommands().find(({ command }) => command.id === id)?.command
  if (!found || !canRun(found)) return false
  found.run()
  return true
}
