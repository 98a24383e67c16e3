import { beforeAll, expect, it } from 'vitest'
import type { Quotation } from '#core/model/annotation'
import { TAGGER_VERSION } from '#core/suggest/tagger/model'
import type { ImportReportLine } from '#data/stored'
import { keepModel, readTagger } from '#data/tagger'
import { acceptRest, acceptSuggestions, startSuggesting, suggestingEnded } from '#services/suggestions'
import { setNote } from '#services/annotations'
import { importEnded, readImportReport, startBratImport, startImport } from '#services/imports'
import { openedCorpus } from '#services/open-corpus'
import { retrainIfDue } from '#services/idle-training'
import { changeSettings } from '#services/settings'
import { cancelTraining, enableTagger, liveTagger, trainTagger } from '#services/tagger'
import { answerAs, now, until, valueOf, withOpenCorpus } from './fake-main'
import { FakeFolder, useFakeStreams, type FakeFile } from './fake-streams'

beforeAll(() => {
  useFakeStreams()
  answerAs({})
})

const database = () => {
  const db = openedCorpus()?.database
  if (!db) throw new Error('A corpus is open')
  return db
}

/** A document whose quotation no rule finds: a cue that is no word of any lexicon. */
function document(index: number): FakeFile[] {
  const speaker = ['Ann Ode', 'Ben Carr', 'Cleo Dunn', 'Dan Eyre'][index % 4] ?? ''
  const thing = ['pier', 'quay', 'lamp', 'rope', 'mast', 'crane'][index % 6] ?? ''
  const content = `the ${thing} number ${String(index)} would hold`
  const text = `⚓️ Report ${String(index)}.\n\n${speaker} murblated that ${content}. Rain fell on the harbour.\n`
  const at = (part: string) => {
    const start = [...text.slice(0, text.indexOf(part))].length
    return `${String(start)} ${String(start + [...part].length)}\t${part}`
  }
  const lines = [
    `T1\tSource ${at(speaker)}`,
    `T2\tCue ${at('murblated')}`,
    `T3\tContent ${at(`that ${content}`)}`,
    'E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3',
  ]
  const name = `harbour_${String(index).padStart(3, '0')}`
  return [
    { path: `attributions/${name}_a.ann`, text: lines.join('\n') },
    { path: `attributions/${name}_b.ann`, text: 'T1\tSource 0 1\tx' },
    { path: `text/${name}.txt`, text },
  ]
}

const documents = (count: number) =>
  Array.from({ length: count }, (_, index) => document(index))
    .flat()
    .sort((a, b) => (a.path < b.path ? -1 : 1))

async function importBrat(files: readonly FakeFile[]): Promise<readonly ImportReportLine[]> {
  const half = Math.ceil(files.length / 2)
  const folder = new FakeFolder(files.slice(0, half), files.slice(half))
  folder.brat = true
  await folder.serveAll()
  const id = valueOf(await startBratImport(folder.grant))
  expect(await importEnded(id)).toMatchObject({ state: 'done', error: null })
  return readImportReport(id)
}

it('imports articles with accepted quotations, the same again without doubling or undoing anything', () =>
  withOpenCorpus([], async () => {
    const lines = await importBrat(documents(3))
    expect(lines.map(({ path, outcome }) => [path, outcome])).toEqual(
      [0, 1, 2].map((index) => [`text/harbour_00${String(index)}.txt`, 'imported']),
    )
    const [first] = await database().annotations.orderBy('id').toArray()
    expect(first).toMatchObject({ status: 'accepted', layer: 'quotation', created: null })
    expect(first?.quotation).toMatchObject({ type: 'indirect', cue: { exact: 'murblated' } })
    expect(await database().annotators.get(first?.creator ?? '')).toMatchObject({ name: 'brat: a' })
    const stats = await database().stats.toArray()
    expect(stats.map(({ accepted }) => accepted)).toEqual([1, 1, 1])
    expect((await database().articles.toArray()).map(({ status }) => status)).toEqual([
      'done',
      'done',
      'done',
    ])

    valueOf(await setNote(first?.id ?? '', 'Seen'))
    const again = await importBrat(documents(3))
    expect(again.map(({ outcome }) => outcome)).toEqual(['same-as', 'same-as', 'same-as'])
    expect(await database().annotations.count()).toBe(3)
    expect(await database().annotations.get(first?.id ?? '')).toMatchObject({ note: 'Seen' })
    expect(await database().stats.toArray()).toEqual(stats)
  }))

it('gives quotations to articles that are there already, from an import of another kind', () =>
  withOpenCorpus([], async () => {
    const files = documents(1)
    const folder = await new FakeFolder(files.filter(({ path }) => path.endsWith('.txt'))).serveAll()
    await importEnded(valueOf(await startImport(folder.grant)))
    const before = await database().articles.toArray()
    expect((await importBrat(files)).map(({ outcome }) => outcome)).toEqual(['same-as'])
    expect(await database().articles.toArray()).toEqual(before)
    expect(await database().annotations.count()).toBe(1)
  }))

it('reports what does not fit and keeps the rest', () =>
  withOpenCorpus([], async () => {
    const [good = [], bad = [], empty = []] = [document(0), document(1), document(2)]
    const lines = await importBrat([
      ...good,
      { path: 'attributions/harbour_001_a.ann', text: 'T1\tContent 0 4\tquay\nrubbish' },
      ...bad.slice(2),
      ...empty.slice(0, 1),
      { path: 'text/harbour_002.txt', text: '  ' },
      { path: 'attributions/nowhere.ann', text: '' },
      { path: 'annotation.conf', skip: 'It is a .conf file.' },
      { path: 'picture.png', skip: 'It is a .png file.' },
    ])
    expect(lines.map(({ path, outcome }) => [path, outcome]).sort()).toEqual([
      ['attributions/harbour_001_a.ann', 'skipped'],
      ['attributions/harbour_001_a.ann', 'skipped'],
      ['attributions/nowhere.ann', 'skipped'],
      ['picture.png', 'skipped'],
      ['text/harbour_000.txt', 'imported'],
      ['text/harbour_001.txt', 'imported'],
      ['text/harbour_002.txt', 'skipped'],
    ])
    const messages = lines.filter(({ path }) => path.endsWith('001_a.ann')).map(({ message }) => message)
    expect(messages[0]).toMatch(/^Line 1: /)
    expect(messages[1]).toMatch(/^Line 2: /)
    expect(await database().annotations.count()).toBe(1)
  }))

const CONTENT = 'that the pier number 0 would hold'

async function suggested(): Promise<readonly string[]> {
  valueOf(await startSuggesting({ kind: 'corpus' }))
  expect(await suggestingEnded()).toMatchObject({ state: 'done' })
  const all = await database().annotations.toArray()
  return all
    .filter(({ layer, status }) => layer === 'quotation' && status === 'suggested')
    .map(({ exact }) => exact)
}

it('learns what the rules do not know, and suggests by it only while it is switched on', () =>
  withOpenCorpus([], async () => {
    await importBrat(documents(60))
    expect(await now(liveTagger())).toMatchObject({ state: 'none', enabled: false, comparison: null })
    expect(await enableTagger(true)).toMatchObject({ error: { kind: 'not-found' } })
    valueOf(await trainTagger())
    const ready = await until(liveTagger(), ({ state }) => state === 'ready')
    expect(ready.examples + ready.heldBack).toBe(60)
    expect(ready.heldBack).toBeGreaterThan(0)
    expect(ready).toMatchObject({ enabled: false, version: TAGGER_VERSION, outdated: false })
    expect(ready.comparison?.learned.content.f1).toBeGreaterThan(0.9)
    expect(ready.comparison?.rules.content.f1).toBeLessThan(0.5)

    // An article nobody has annotated.
    const [first] = await database()
      .annotations.filter(({ exact }) => exact === CONTENT)
      .toArray()
    await database().annotations.delete(first?.id ?? '')
    expect(await suggested()).not.toContain(CONTENT)
    valueOf(await enableTagger(true))
    expect(await suggested()).toContain(CONTENT)
    valueOf(await enableTagger(false))
    expect(await suggested()).not.toContain(CONTENT)
    valueOf(await enableTagger(true))
    valueOf(await trainTagger())
    expect((await until(liveTagger(), ({ state }) => state === 'ready')).enabled).toBe(true)
  }))

it('is trained again while nobody works, once enough was decided, and only for the better', () =>
  withOpenCorpus([], async () => {
    await importBrat(documents(60))
    expect(await retrainIfDue()).toBe(false)
    valueOf(await trainTagger())
    const first = await readTagger(database())
    expect(first).toMatchObject({ decided: 60, enabled: false })
    expect(await retrainIfDue()).toBe(false)

    await importBrat(documents(170))
    valueOf(await changeSettings({ retrainWhenIdle: false }))
    expect(await retrainIfDue()).toBe(false)
    valueOf(await changeSettings({ retrainWhenIdle: true }))
    valueOf(await startSuggesting({ kind: 'corpus' }))
    expect(await retrainIfDue()).toBe(false)
    await suggestingEnded()
    expect(await retrainIfDue()).toBe(true)
    const second = await readTagger(database())
    expect((second?.examples ?? 0) + (second?.heldBack ?? 0)).toBe(170)
    expect(second).toMatchObject({ decided: 170, enabled: false })
    expect(await retrainIfDue()).toBe(false)

    // From here on what it learns from makes no sense, and what is held back does.
    const held = new Set(
      (await database().articles.toArray())
        .filter(({ textSha256 }) => parseInt(textSha256.slice(0, 8), 16) % 5 === 0)
        .map(({ id }) => id),
    )
    await database()
      .annotations.toCollection()
      .modify((one: { article: string; quotation?: Quotation }) => {
        const { quotation } = one
        if (!quotation?.cue || held.has(one.article)) return
        one.quotation = { ...quotation, cue: null, content: [quotation.cue] }
      })
    await keepModel(database(), 0)
    expect(await retrainIfDue()).toBe(true)
    expect(await readTagger(database())).toEqual(second)
  }))

it('trains nothing, and breaks nothing, when the corpus is closed while it looks', () =>
  withOpenCorpus([], async () => {
    const looking = retrainIfDue()
    database().close()
    expect(await looking).toBe(false)
  }))

it('learns only from articles that were reviewed to their end', () =>
  withOpenCorpus(
    Array.from(
      { length: 14 },
      (_, index) => `“It holds,” Ann Ode said. “So do ${String(index)},” she added.`,
    ),
    async (articles) => {
      valueOf(await startSuggesting({ kind: 'corpus' }))
      await suggestingEnded()
      expect(await trainTagger()).toMatchObject({ error: { kind: 'invalid-input' } })
      expect(await now(liveTagger())).toMatchObject({ state: 'failed', error: { kind: 'invalid-input' } })
      for (const { id } of articles.slice(0, 12)) valueOf(await acceptRest(id))
      // One with a decision and more to decide does not count, nor does one without any.
      const [first] = await database()
        .annotations.where('article')
        .equals(articles[12]?.id ?? '')
        .filter(({ layer }) => layer === 'quotation')
        .toArray()
      valueOf(await acceptSuggestions([first?.id ?? '']))
      valueOf(await trainTagger())
      const { examples, heldBack } = await until(liveTagger(), ({ state }) => state === 'ready')
      expect(examples + heldBack).toBe(12)
    },
  ))

it('is cancelled without a trace, one training at a time', () =>
  withOpenCorpus([], async () => {
    await importBrat(documents(30))
    const training = trainTagger()
    await until(liveTagger(), ({ state }) => state === 'training')
    expect(await trainTagger()).toMatchObject({ error: { kind: 'conflict' } })
    cancelTraining()
    expect(await training).toMatchObject({ error: { kind: 'cancelled' } })
    expect(await until(liveTagger(), ({ state }) => state !== 'training')).toMatchObject({ state: 'none' })
    expect(await database().tagger.count()).toBe(0)
  }))
