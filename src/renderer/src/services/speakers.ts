import { newId } from '#core/model/ids'
import { fail, ok, type Result } from '#core/model/result'
import type { Speaker } from '#core/model/speaker'
import type { Live } from '#data/live'
import { command, liveOfCorpus, perform } from './open-corpus'

const speakers = liveOfCorpus<Speaker[]>(
  async (db) => (await db.speakers.toArray()).sort((a, b) => a.name.localeCompare(b.name)),
  [],
)

/** Every speaker of the corpus, by name. */
export function liveSpeakers(): Live<Speaker[]> {
  return speakers
}

function sameName(a: string, b: string): boolean {
  return a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0
}

function isNamed(speaker: Speaker, name: string): boolean {
  return [speaker.name, ...speaker.aliases].some((known) => sameName(known, name))
}

const NO_NAME = fail('invalid-input', 'A speaker needs a name.')
const NO_SPEAKER = fail('not-found', 'This speaker is not in the corpus.')

/** Adds a speaker. One that is known by this name or alias already is answered instead. */
export async function addSpeaker(name: string): Promise<Result<Speaker>> {
  const trimmed = name.trim()
  if (trimmed === '') return NO_NAME
  let speaker: Speaker = { id: newId(), name: trimmed, aliases: [] }
  const done = await command(['speakers'], async (db) => {
    const known = await db.speakers.filter((other) => isNamed(other, trimmed)).first()
    if (known) {
      speaker = known
      return ok({ label: 'Add speaker', changes: [] })
    }
    return ok({
      label: `Add speaker ${trimmed}`,
      changes: [{ table: 'speakers', id: speaker.id, before: null, after: speaker }],
    })
  })
  return done.ok ? ok(speaker) : done
}

/** Renames a speaker; the old name is gone unless it is added as an alias. */
export async function renameSpeaker(id: string, name: string): Promise<Result<null>> {
  const trimmed = name.trim()
  if (trimmed === '') return NO_NAME
  return perform(['speakers'], async (db) => {
    const speaker = await db.speakers.get(id)
    if (!speaker) return NO_SPEAKER
    const other = await db.speakers.filter((one) => one.id !== id && isNamed(one, trimmed)).first()
    if (other) return fail('conflict', `${other.name} is already known by this name.`)
    const aliases = speaker.aliases.filter((alias) => alias !== trimmed)
    return ok({
      label: `Rename speaker ${speaker.name}`,
      changes: [{ table: 'speakers', id, before: speaker, after: { ...speaker, name: trimmed, aliases } }],
    })
  })
}

/** Adds another spelling of a speaker's name. */
export async function addAlias(id: string, alias: string): Promise<Result<null>> {
  const trimmed = alias.trim()
  if (trimmed === '') return NO_NAME
  return perform(['speakers'], async (db) => {
    const speaker = await db.speakers.get(id)
    if (!speaker) return NO_SPEAKER
    const other = await db.speakers.filter((one) => one.id !== id && isNamed(one, trimmed)).first()
    if (other) return fail('conflict', `${other.name} is already known by this name.`)
    const aliases = isNamed(speaker, trimmed) ? speaker.aliases : [...speaker.aliases, trimmed]
    return ok({
      label: `Add spelling ${trimmed}`,
      changes: [{ table: 'speakers', id, before: speaker, after: { ...speaker, aliases } }],
    })
  })
}
