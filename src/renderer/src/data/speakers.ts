import { Dexie } from 'dexie'
import type { Annotation } from '#core/model/annotation'
import type { Speaker } from '#core/model/speaker'
import type { CorpusDatabase } from './database'

/** A speaker and how many quotations and claims name it; rejected ones are not counted. */
export interface SpeakerUse {
  readonly speaker: Speaker
  readonly accepted: number
  readonly suggested: number
}

/** Every quotation and claim of a speaker, whatever its status. */
export async function annotationsOfSpeaker(db: CorpusDatabase, speaker: string): Promise<Annotation[]> {
  const from = [speaker, Dexie.minKey]
  const to = [speaker, Dexie.maxKey]
  const quotations = await db.annotations.where('[quotation.speaker+status]').between(from, to).toArray()
  const claims = await db.annotations.where('[claim.claimant+status]').between(from, to).toArray()
  return [...quotations, ...claims]
}

/** Leaves the suggestions of a speaker without one. Only within the transaction that deletes the speaker. */
export async function clearSpeaker(db: CorpusDatabase, speaker: string): Promise<void> {
  const rows = (await annotationsOfSpeaker(db, speaker)).filter(({ status }) => status === 'suggested')
  if (rows.length === 0) return
  await db.annotations.bulkPut(
    rows.map(({ quotation, claim, ...row }) => ({
      ...row,
      ...(quotation && { quotation: { ...quotation, speaker: null } }),
      ...(claim && { claim: { ...claim, claimant: null } }),
    })),
  )
}

/** All speakers with their use, most used first, then by name. Counts by index keys: no annotation is read. */
export async function readSpeakerUse(db: CorpusDatabase): Promise<SpeakerUse[]> {
  const counts = new Map<string, { accepted: number; suggested: number }>()
  for (const index of ['[quotation.speaker+status]', '[claim.claimant+status]']) {
    const keys = (await db.annotations.orderBy(index).keys()) as unknown as (readonly [string, string])[]
    for (const [speaker, status] of keys) {
      const count = counts.get(speaker) ?? { accepted: 0, suggested: 0 }
      if (status === 'accepted') count.accepted += 1
      else if (status === 'suggested') count.suggested += 1
      counts.set(speaker, count)
    }
  }
  const speakers = await db.speakers.toArray()
  const used = speakers.map((speaker): SpeakerUse => {
    return { speaker, ...(counts.get(speaker.id) ?? { accepted: 0, suggested: 0 }) }
  })
  return used.sort(
    (a, b) =>
      b.accepted + b.suggested - (a.accepted + a.suggested) || a.speaker.name.localeCompare(b.speaker.name),
  )
}
