import { describe, expect, it } from 'vitest'
import type { Annotation } from '#core/model/annotation'
import type { Speaker } from '#core/model/speaker'
import { addArticles } from '../data/samples'
import { setSpeaker } from '#services/annotations'
import { redo, undo } from '#services/history'
import { openedCorpus } from '#services/open-corpus'
import {
  addAlias,
  addSpeaker,
  liveSpeakerUse,
  mergeSpeakers,
  renameSpeaker,
  splitSpeaker,
} from '#services/speakers'
import { acceptSuggestions, rejectSuggestions, startSuggesting, suggestingEnded } from '#services/suggestions'
import { now, until, valueOf, withOpenCorpus } from './fake-main'

const ODE = '“The pier floats,” Sergey Ode said. “It always did.” Ode said that the boats were safe.'
const OTHER_SPELLING = '“The quay sank,” Sergei Ode told reporters on Monday.'
const SURNAME = '“The lamp broke,” Ode said. Nobody answered.'
const IVAN = '“The rope held,” Ivan Ode said on Tuesday.'

const database = () => {
  const db = openedCorpus()?.database
  if (!db) throw new Error('A corpus is open')
  return db
}

async function suggest(id?: string): Promise<void> {
  valueOf(await startSuggesting(id === undefined ? { kind: 'corpus' } : { kind: 'article', id }))
  expect(await suggestingEnded()).toMatchObject({ state: 'done' })
}

async function quotation(exact: string): Promise<Annotation> {
  const found = (await database().annotations.toArray()).find((one) =>
    one.quotation?.content.some((piece) => piece.exact.includes(exact)),
  )
  if (!found) throw new Error(`No quotation “${exact}”`)
  return found
}

async function speakerOf(exact: string): Promise<Speaker> {
  const { quotation: found } = await quotation(exact)
  const speaker = await database().speakers.get(found?.speaker ?? '')
  if (!speaker) throw new Error(`No speaker of “${exact}”`)
  return speaker
}

const names = async () => (await database().speakers.toArray()).map(({ name }) => name).sort()

function withSuggestions(texts: readonly string[], work: () => Promise<void>): Promise<void> {
  return withOpenCorpus(texts, async () => {
    await suggest()
    await work()
  })
}

describe('linking', () => {
  it('is one record for all spellings, across articles', () =>
    withSuggestions([ODE, OTHER_SPELLING, SURNAME], async () => {
      const speaker = await speakerOf('The pier')
      expect((await speakerOf('The quay')).id).toBe(speaker.id)
      expect((await speakerOf('The lamp')).id).toBe(speaker.id)
      expect([speaker.name, ...speaker.aliases].sort()).toEqual(['Ode', 'Sergei Ode', 'Sergey Ode'])
    }))

  it('parts a bare surname from both when a second full name comes, as if all had come at once', () =>
    withSuggestions([SURNAME, ODE], async () => {
      expect((await speakerOf('The lamp')).id).toBe((await speakerOf('The pier')).id)
      await addArticles(database(), SURNAME, ODE, IVAN)
      await suggest()
      const rerun = await database().speakers.toArray()
      expect((await speakerOf('The lamp')).name).toBe('Ode')
      await database().annotations.clear()
      await database().speakers.clear()
      await database().stats.clear()
      await suggest()
      expect(await database().speakers.toArray()).toEqual(rerun)
    }))

  it('links an article by itself to the records there are', () =>
    withSuggestions([ODE], async () => {
      const [, surname] = await addArticles(database(), ODE, SURNAME)
      await suggest(surname?.id ?? '')
      expect((await speakerOf('The lamp')).id).toBe((await speakerOf('The pier')).id)
    }))
})

describe('merging', () => {
  it('moves the annotations and the spellings, as one command', () =>
    withSuggestions([ODE, IVAN], async () => {
      const [sergey, ivan] = [await speakerOf('The pier'), await speakerOf('The rope')]
      valueOf(await acceptSuggestions([(await quotation('The rope')).id]))
      valueOf(await mergeSpeakers([ivan.id, sergey.id], sergey.id))
      expect(await speakerOf('The rope')).toMatchObject({ id: sergey.id, aliases: ['Ivan Ode'] })
      expect(await names()).toEqual(['Sergey Ode'])
      expect((await quotation('The rope')).status).toBe('accepted')
      expect(valueOf(await undo())).toBe('Merge speakers into Sergey Ode')
      expect(await speakerOf('The rope')).toEqual(ivan)
      expect(await speakerOf('The pier')).toEqual(sergey)
      valueOf(await redo())
      expect((await speakerOf('The rope')).id).toBe(sergey.id)
    }))

  it('wins over linking at every later run', () =>
    withSuggestions([ODE, IVAN], async () => {
      const sergey = await speakerOf('The pier')
      valueOf(await mergeSpeakers([(await speakerOf('The rope')).id], sergey.id))
      await addArticles(database(), ODE, IVAN, '“The crane fell,” Ivan Ode said on Friday.')
      await suggest()
      expect((await speakerOf('The rope')).id).toBe(sergey.id)
      expect((await speakerOf('The crane')).id).toBe(sergey.id)
      expect(await names()).toEqual(['Sergey Ode'])
    }))

  it('can be undone after the suggestions were made anew', () =>
    withSuggestions([ODE, IVAN], async () => {
      const [sergey, ivan] = [await speakerOf('The pier'), await speakerOf('The rope')]
      valueOf(await mergeSpeakers([ivan.id], sergey.id))
      // As after a run by other rules: the suggestion comes out differently, another is made no more.
      const rope = await quotation('The rope')
      if (!rope.quotation) throw new Error('It is a quotation')
      await database().annotations.put({ ...rope, quotation: { ...rope.quotation, cue: null } })
      await database().annotations.delete((await quotation('The pier')).id)
      valueOf(await undo())
      expect(await names()).toEqual(['Ivan Ode', 'Sergey Ode'])
      valueOf(await redo())
      expect(await names()).toEqual(['Sergey Ode'])
      expect((await speakerOf('The rope')).id).toBe(sergey.id)
    }))

  it('takes over who was told apart from the one that goes', () =>
    withSuggestions([ODE, OTHER_SPELLING, IVAN], async () => {
      const ode = await speakerOf('The pier')
      const split = await splitSpeaker(ode.id, {
        name: 'Sergei Ode junior',
        annotations: [(await quotation('The quay')).id],
      })
      const ivan = await speakerOf('The rope')
      valueOf(await mergeSpeakers([ode.id], ivan.id))
      await suggest()
      expect((await speakerOf('The quay')).id).toBe(valueOf(split).id)
      expect((await speakerOf('The pier')).id).toBe(ivan.id)
    }))

  it('refuses a record that is gone', () =>
    withSuggestions([ODE], async () => {
      const { id } = await speakerOf('The pier')
      expect(await mergeSpeakers(['spk_gone'], id)).toMatchObject({ error: { kind: 'not-found' } })
      expect(await mergeSpeakers([id], 'spk_gone')).toMatchObject({ error: { kind: 'not-found' } })
    }))
})

describe('splitting', () => {
  it('gives the taken annotations a speaker of their own, and can be undone', () =>
    withSuggestions([ODE, OTHER_SPELLING], async () => {
      const before = await speakerOf('The pier')
      const taken = await quotation('The quay')
      const made = valueOf(await splitSpeaker(before.id, { name: 'Another Ode', annotations: [taken.id] }))
      expect(made).toMatchObject({ name: 'Another Ode', aliases: ['Sergei Ode'] })
      expect((await speakerOf('The quay')).id).toBe(made.id)
      expect((await speakerOf('The pier')).aliases).toEqual([])
      expect((await quotation('The quay')).status).toBe('suggested')
      expect(valueOf(await undo())).toBe('Split Another Ode from Sergey Ode')
      expect(await speakerOf('The quay')).toEqual(before)
      expect(await names()).toEqual(['Sergey Ode'])
    }))

  it('wins over linking at every later run, by spelling and by article', () =>
    withSuggestions([ODE, OTHER_SPELLING, SURNAME], async () => {
      const { id } = await speakerOf('The pier')
      const annotations = [(await quotation('The quay')).id, (await quotation('The lamp')).id]
      const made = valueOf(await splitSpeaker(id, { name: 'Another Ode', annotations }))
      await addArticles(
        database(),
        ODE,
        OTHER_SPELLING,
        SURNAME,
        '“The mast cracked,” Sergei Ode said on Sunday.',
      )
      // Even where all suggestions come anew.
      await database().annotations.clear()
      await suggest()
      expect((await speakerOf('The pier')).id).toBe(id)
      for (const exact of ['The quay', 'The lamp', 'The mast']) {
        expect((await speakerOf(exact)).id).toBe(made.id)
      }
    }))

  it('undone after suggestions were made anew leaves none with a speaker that is gone', () =>
    withSuggestions([ODE, OTHER_SPELLING], async () => {
      const { id } = await speakerOf('The pier')
      const made = valueOf(
        await splitSpeaker(id, { name: 'Another Ode', annotations: [(await quotation('The quay')).id] }),
      )
      const quay = await quotation('The quay')
      await database().annotations.put({ ...quay, id: 'sug_other' })
      valueOf(await undo())
      expect(await database().speakers.get(made.id)).toBeUndefined()
      expect((await database().annotations.get('sug_other'))?.quotation?.speaker).toBeNull()
    }))

  it('refuses annotations of somebody else, and a name that is taken', () =>
    withSuggestions([ODE, IVAN], async () => {
      const { id } = await speakerOf('The pier')
      const rope = [(await quotation('The rope')).id]
      expect(await splitSpeaker(id, { name: 'New', annotations: rope })).toMatchObject({
        error: { kind: 'invalid-input' },
      })
      const pier = [(await quotation('The pier')).id]
      for (const name of ['Ivan Ode', 'sergey ode']) {
        expect(await splitSpeaker(id, { name, annotations: pier })).toMatchObject({
          error: { kind: 'conflict' },
        })
      }
    }))
})

describe('a person’s word', () => {
  it('keeps a new name and a new spelling through later runs', () =>
    withSuggestions([ODE], async () => {
      const { id } = await speakerOf('The pier')
      valueOf(await renameSpeaker(id, 'S. Ode of the harbour'))
      valueOf(await addAlias(id, 'the harbour master'))
      await suggest()
      expect(await speakerOf('The pier')).toMatchObject({ id, name: 'S. Ode of the harbour' })
      expect((await speakerOf('The pier')).aliases).toContain('the harbour master')
    }))

  it('keeps a speaker that undo can bring back', () =>
    withSuggestions([SURNAME], async () => {
      const found = await quotation('The lamp')
      const { id } = await speakerOf('The lamp')
      valueOf(await acceptSuggestions([found.id]))
      const other = valueOf(await addSpeaker('Somebody else'))
      valueOf(await setSpeaker(found.id, other.id))
      await suggest()
      valueOf(await undo())
      expect((await speakerOf('The lamp')).id).toBe(id)
    }))

  it('counts what each speaker said, rejected ones left out', () =>
    withSuggestions([ODE, IVAN], async () => {
      valueOf(await acceptSuggestions([(await quotation('The pier')).id]))
      valueOf(await rejectSuggestions([(await quotation('The rope')).id]))
      const { id } = await speakerOf('The pier')
      const uses = await until(liveSpeakerUse(), (all) => all.some(({ accepted }) => accepted === 1))
      const all = await database().annotations.toArray()
      const mine = all.filter((one) => (one.quotation?.speaker ?? one.claim?.claimant) === id)
      expect(uses[0]).toMatchObject({ speaker: { id }, accepted: 1, suggested: mine.length - 1 })
      const ivan = uses.find(({ speaker }) => speaker.name === 'Ivan Ode')
      expect(ivan?.accepted).toBe(0)
      expect(await now(liveSpeakerUse())).toHaveLength(2)
    }))
})
