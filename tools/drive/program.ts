import type { Page } from 'playwright-core'
import type { AskedDialog, DialogAnswer } from '../chromium-shell/test-messages'

/** How to start the program. */
export interface LaunchOptions {
  /** Folder of the program's data; the same folder again finds the same data. */
  readonly userData: string
  /** Main's built file. */
  readonly main: string
  /** The program's own arguments. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** A running program, driven from outside as a person would, on Electron and on the Chromium shell alike. */
export interface RunningProgram {
  readonly page: Page
  /** Runtime it runs on. */
  readonly runtime: 'electron' | 'chromium-shell'
  readonly pid: number
  /** Answers the next dialog, or the one that is open. */
  answerDialog(answer: DialogAnswer): Promise<void>
  /** Dialogs that were opened so far, oldest first. */
  askedDialogs(): Promise<readonly AskedDialog[]>
  /** Chooses an item of the native menu by id, label or role. */
  chooseMenuItem(name: string): Promise<void>
  /** What the program wrote to stdout and stderr so far. */
  output(): string
  /** Quits as a person would; the exit code. */
  quit(): Promise<number | null>
  /** SIGKILL to the main process, as in a crash or a power cut; resolves when it is gone. */
  kill(): Promise<void>
}
