import type { Annotation } from '#core/model/annotation'
import { newId } from '#core/model/ids'
import type { Change } from '#core/model/journal'
import { tidyName } from '#core/model/names'
import { fail, ok, type Result } from '#core/model/result'
import type { Speaker } from '#core/model/speaker'
import type { Live } from '#data/live'
import { annotationsOfSpeaker, readSpeakerUse, type SpeakerUse } from '#data/speakers'
import { command, liveOfCorpus, perform } from './open-corpus'
import { isNamed, mergedSpeaker, sameName, splitOff, withApart, withName, withSpeaker } from './speaker-edits'

export type { SpeakerUse } from '#data/speakers'

const speakers = liveOfCorpus<Speaker[]>(
  async (db) => (await db.speakers.toArray()).sort((a, b) => a.name.localeCompare(b.name)),
  [],
)

/** Every speaker of the corpus, by name. */
export function liveSpeakers(): Live<Speaker[]> {
  return speakers
}

const use = liveOfCorpus<readonly SpeakerUse[]>(readSpeakerUse, [])

/** Every speaker with how many annotations name it, the most used first. */
export function liveSpeakerUse(): Live<readonly SpeakerUse[]> {
  return use
}

const NO_NAME = fail('invalid-input', 'A speaker needs a name.')
const NO_SPEAKER = fail('not-found', 'This speaker is not in the corpus.')

/** Adds a speaker. One that is known by this name or alias already is answered instead. */
export async function addSpeaker(name: string): Promise<Result<Speaker>> {
  const trimmed = tidyName(name)
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

/** Renames a speaker; the old name is shown no more, but whoever is printed by it stays this speaker. */
export async function renameSpeaker(id: string, name: string): Promise<Result<null>> {
  const trimmed = tidyName(name)
  if (trimmed === '') return NO_NAME
  return perform(['speakers'], async (db) => {
    const speaker = await db.speakers.get(id)
    if (!speaker) return NO_SPEAKER
    const other = await db.speakers.filter((one) => one.id !== id && isNamed(one, trimmed)).first()
    if (other) return fail('conflict', `${other.name} is already known by this name.`)
    const aliases = speaker.aliases.filter((alias) => alias !== trimmed)
    const after = { ...withName(withName(speaker, speaker.name), trimmed), name: trimmed, aliases }
    return ok({
      label: `Rename speaker ${speaker.name}`,
      changes: [{ table: 'speakers', id, before: speaker, after }],
    })
  })
}

/** Adds another spelling of a speaker's name. */
export async function addAlias(id: string, alias: string): Promise<Result<null>> {
  const trimmed = tidyName(alias)
  if (trimmed === '') return NO_NAME
  return perform(['speakers'], async (db) => {
    const speaker = await db.speakers.get(id)
    if (!speaker) return NO_SPEAKER
    const other = await db.speakers.filter((one) => one.id !== id && isNamed(one, trimmed)).first()
    if (other) return fail('conflict', `${other.name} is already known by this name.`)
    const aliases = isNamed(speaker, trimmed) ? speaker.aliases : [...speaker.aliases, trimmed]
    return ok({
      label: `Add spelling ${trimmed}`,
      changes: [
        { table: 'speakers', id, before: speaker, after: { ...withName(speaker, trimmed), aliases } },
      ],
    })
  })
}

function moved(annotations: readonly Annotation[], to: string): Change[] {
  return annotations.map((before) => ({
    table: 'annotations',
    id: before.id,
    before,
    after: withSpeaker(before, to),
  }))
}

/**
 * Makes several records of one speaker into one: `into` gets their spellings and annotations, the others go. Articles
 * imported later follow: whoever is printed by one of the spellings is `into`.
 * @param ids the records that go; `into` among them is passed over
 */
export function mergeSpeakers(ids: readonly string[], into: string): Promise<Result<null>> {
  return perform(['speakers', 'annotations'], async (db) => {
    const target = await db.speakers.get(into)
    const others = await db.speakers.bulkGet([...new Set(ids)].filter((id) => id !== into))
    const going = others.filter((speaker) => speaker !== undefined)
    if (!target || going.length < others.length) return NO_SPEAKER
    const gone = new Set(going.map(({ id }) => id))
    // Who was told apart from one that goes is from now on told apart from the one it becomes.
    const concerned = await db.speakers
      .filter(
        ({ id, settled }) =>
          id !== into && !gone.has(id) && !!settled?.instead.some(({ of }) => gone.has(of)),
      )
      .toArray()
    const changes: Change[] = []
    for (const speaker of going) {
      changes.push(...moved(await annotationsOfSpeaker(db, speaker.id), into))
      changes.push({ table: 'speakers', id: speaker.id, before: speaker, after: null })
    }
    if (going.length > 0) {
      const after = mergedSpeaker(target, going)
      changes.push({ table: 'speakers', id: into, before: target, after })
    }
    for (const before of concerned) {
      const instead = before.settled?.instead.map(({ article, of }) => ({
        article,
        of: gone.has(of) ? into : of,
      }))
      const settled = { ...before.settled, names: before.settled?.names ?? [], instead: instead ?? [] }
      changes.push({ table: 'speakers', id: before.id, before, after: { ...before, settled } })
    }
    return ok({ label: `Merge speakers into ${target.name}`, changes })
  })
}

/** Notes that two speakers of similar names are two, so that nobody is asked again. */
export function tellApart(a: string, b: string): Promise<Result<null>> {
  return perform(['speakers'], async (db) => {
    const [one, other] = await db.speakers.bulkGet([a, b])
    if (!one || !other) return NO_SPEAKER
    return ok({
      label: `Tell ${one.name} and ${other.name} apart`,
      changes: [
        { table: 'speakers', id: a, before: one, after: withApart(one, b) },
        { table: 'speakers', id: b, before: other, after: withApart(other, a) },
      ],
    })
  })
}

/** Which annotations of a speaker are somebody else's, and that one's name. */
export interface SpeakerSplit {
  readonly name: string
  /** Ids of quotations and claims. */
  readonly annotations: readonly string[]
}

/**
 * Takes annotations of a speaker for a speaker of their own. A later run keeps them apart: spellings that only the
 * taken annotations print are the new speaker's, and in articles where all were taken nobody else is meant.
 * @returns the new speaker; `invalid-input` when none of the annotations is the speaker's
 */
export async function splitSpeaker(
  id: string,
  { name, annotations }: SpeakerSplit,
): Promise<Result<Speaker>> {
  const trimmed = tidyName(name)
  if (trimmed === '') return NO_NAME
  const made = newId()
  let speaker: Speaker | null = null
  const done = await command(['speakers', 'annotations'], async (db) => {
    const before = await db.speakers.get(id)
    if (!before) return NO_SPEAKER
    const other = await db.speakers
      .filter((one) => (one.id === id ? sameName(one.name, trimmed) : isNamed(one, trimmed)))
      .first()
    if (other) return fail('conflict', `${other.name} is already known by this name.`)
    const own = await annotationsOfSpeaker(db, id)
    const wanted = new Set(annotations)
    const taken = own.filter((one) => wanted.has(one.id))
    const left = own.filter((one) => !wanted.has(one.id))
    if (taken.length === 0) {
      return fail('invalid-input', `None of these annotations is by ${before.name}.`)
    }
    const split = splitOff(before, made, trimmed, taken, left)
    speaker = split.made
    return ok({
      label: `Split ${trimmed} from ${before.name}`,
      changes: [
        { table: 'speakers', id: made, before: null, after: split.made },
        { table: 'speakers', id, before, after: split.left },
        ...moved(taken, made),
      ],
    })
  })
  if (!done.ok) return done
  return speaker ? ok(speaker) : NO_SPEAKER
}
