import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

interface OpenRequest {
  readonly title: string
  readonly directory: boolean
  readonly many: boolean
  /** Path to start from; empty for none. */
  readonly start: string
}
interface SaveRequest {
  readonly title: string
  readonly start: string
}

/** File dialogs of the desktop, through a program that shows them. */
export interface DesktopDialogs {
  /** The chosen paths; none when the person cancelled. */
  open(request: OpenRequest): Promise<readonly string[]>
  /** The chosen path; null when the person cancelled. */
  save(request: SaveRequest): Promise<string | null>
}

/** Arguments of each program for each dialog. All print one path a line. */
export const PROGRAMS = {
  zenity: {
    open: ({ title, directory, many, start }: OpenRequest): string[] => [
      '--file-selection',
      `--title=${title}`,
      ...(directory ? ['--directory'] : []),
      ...(many ? ['--multiple', '--separator=\n'] : []),
      ...(start === '' ? [] : [`--filename=${start}`]),
    ],
    save: ({ title, start }: SaveRequest): string[] => [
      '--file-selection',
      '--save',
      '--confirm-overwrite',
      `--title=${title}`,
      ...(start === '' ? [] : [`--filename=${start}`]),
    ],
  },
  kdialog: {
    open: ({ title, directory, many, start }: OpenRequest): string[] => [
      '--title',
      title,
      ...(many && !directory ? ['--multiple', '--separate-output'] : []),
      directory ? '--getexistingdirectory' : '--getopenfilename',
      start === '' ? homedir() : start,
    ],
    save: ({ title, start }: SaveRequest): string[] => [
      '--title',
      title,
      '--getsavefilename',
      start === '' ? homedir() : start,
    ],
  },
} as const

/** The first of zenity and kdialog that is installed; null where neither is. */
export function findDesktopDialogs(environment: NodeJS.ProcessEnv = process.env): DesktopDialogs | null {
  for (const name of ['zenity', 'kdialog'] as const) {
    const program = findOnPath(name, environment)
    if (program === null) continue
    return {
      open: (request) => run(program, PROGRAMS[name].open(request)),
      save: async (request) => (await run(program, PROGRAMS[name].save(request)))[0] ?? null,
    }
  }
  return null
}

function findOnPath(name: string, environment: NodeJS.ProcessEnv): string | null {
  for (const folder of (environment['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      continue
    }
  }
  return null
}

/** Lines that the program printed; none when it ended with an error, which is how it says "cancelled". */
function run(program: string, args: readonly string[]): Promise<readonly string[]> {
  return new Promise((resolve) => {
    execFile(program, args, { encoding: 'utf8' }, (error, stdout) => {
      resolve(error === null ? stdout.split('\n').filter((line) => line !== '') : [])
    })
  })
}
