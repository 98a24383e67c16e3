import { fail, ok, type Result } from '#core/model/result'
import { LONGEST_OWN_WORDS, type OwnWordsByLanguage } from '#core/suggest/lexicons/own-words'
import { renameInCorpus } from '#data/annotators'
import { attempt } from '#data/errors'
import type { Live } from '#data/live'
import {
  ANNOTATOR_KEY,
  DEFAULT_ANNOTATOR_NAME,
  liveStoredSettings,
  readSettings,
  renameAnnotator,
  writeSettings,
} from '#data/registry'
import { forgetAnnotator, openedCorpus } from './open-corpus'

/** How the program looks and behaves on this machine. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark'
  /** Width of the text column in ch, 45 to 90. */
  readonly measure: number
  /** Pixels, 14 to 28. */
  readonly fontSize: number
  /** Multiple of the font size, 1.3 to 2. */
  readonly lineHeight: number
  readonly readerFont: 'serif' | 'sans'
  /** Zoom of the whole window, 0.8 to 2. */
  readonly zoom: number
  /** Name of a group of panes -> its sizes, as the pane library gives them. */
  readonly paneSizes: Readonly<Record<string, readonly number[]>>
  /** True: the tagger of a corpus is trained again while nobody works, once enough was decided. */
  readonly retrainWhenIdle: boolean
  /** The person's own reporting words, by language. */
  readonly ownWords: OwnWordsByLanguage
  /** Largest file that is imported, in MB (2^20 bytes). */
  readonly fileLimitMB: number
  /** True: a corpus is backed up by itself, after so many changes and when the window closes. */
  readonly backUp: boolean
  /** Changes between two backups, 10 to 1,000. */
  readonly backUpEvery: number
  /** Name of this machine's annotator; the id behind it never changes. */
  readonly annotatorName: string
}

/** What holds until it is changed. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  measure: 68,
  fontSize: 18,
  lineHeight: 1.6,
  readerFont: 'serif',
  paneSizes: {},
  fileLimitMB: 50,
  ownWords: {},
  retrainWhenIdle: true,
  backUp: true,
  backUpEvery: 50,
  zoom: 1,
  annotatorName: DEFAULT_ANNOTATOR_NAME,
}

const LIMITS = {
  measure: [45, 90],
  fontSize: [14, 28],
  lineHeight: [1.3, 2],
  fileLimitMB: [1, 500],
  zoom: [0.8, 2],
  backUpEvery: [10, 1000],
} as const satisfies Partial<Record<keyof Settings, readonly [number, number]>>

type Limited = keyof typeof LIMITS

function settingsOf(stored: Readonly<Record<string, unknown>>): Settings {
  const { [ANNOTATOR_KEY]: annotator, ...rest } = stored
  const known = Object.fromEntries(Object.entries(rest).filter(([key]) => key in DEFAULT_SETTINGS))
  const named = annotator as { readonly name: string } | undefined
  return {
    ...DEFAULT_SETTINGS,
    ...(known as Partial<Settings>),
    annotatorName: named?.name ?? DEFAULT_ANNOTATOR_NAME,
  }
}

const settings: Live<Settings> = {
  subscribe: (next, error) => liveStoredSettings().subscribe((stored) => next(settingsOf(stored)), error),
}

/** The settings of this machine, followed. */
export function liveSettings(): Live<Settings> {
  return settings
}

/** The settings of this machine as they are now. */
export async function readCurrentSettings(): Promise<Settings> {
  return settingsOf(await readSettings())
}

/** Changes settings; numbers outside their limits are brought to the nearest. */
export async function changeSettings(patch: Partial<Settings>): Promise<Result<null>> {
  const { annotatorName, ...rest } = patch
  const name = annotatorName?.trim()
  if (name === '') return fail('invalid-input', 'An annotator needs a name.')
  const limited: Record<string, unknown> = { ...rest }
  const lists = Object.values(rest.ownWords ?? {}).flatMap(({ verbs, accordingTo }) => [verbs, accordingTo])
  if (lists.some((list) => list.length > LONGEST_OWN_WORDS)) {
    return fail('invalid-input', `A list of words has ${String(LONGEST_OWN_WORDS)} characters at most.`, {
      kept: 'The list before is kept.',
    })
  }
  for (const key of Object.keys(LIMITS) as Limited[]) {
    const value = rest[key]
    if (value === undefined) continue
    if (!Number.isFinite(value)) return fail('invalid-input', 'This setting has to be a number.')
    const [least, most] = LIMITS[key]
    limited[key] = Math.min(most, Math.max(least, value))
  }
  return attempt(async () => {
    if (Object.keys(limited).length > 0) await writeSettings(limited)
    if (name !== undefined) {
      const annotator = await renameAnnotator(name)
      forgetAnnotator()
      const open = openedCorpus()
      if (open) await renameInCorpus(open.database, annotator)
    }
    return ok(null)
  })
}
