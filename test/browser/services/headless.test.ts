import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { HeadlessJob, HeadlessOutcome } from '#ipc/channels'
import { parseDataset } from '#core/exchange/dataset-reader'
import { fail, ok } from '#core/model/result'
import { contentId } from '#core/model/ids'
import { databaseNames } from '#data/database'
import { TEMPORARY_PREFIX } from '#services/deletion'
import { deleteCorpus, liveCorpora } from '#services/corpora'
import { runHeadlessJob } from '#services/headless'
import { currentCorpus } from '#services/session'
import { answerAs, calls, now, valueOf } from './fake-main'
import { collectPosts, FakeFolder, useFakeStreams } from './fake-streams'

beforeAll(useFakeStreams)
beforeEach(() => answerAs({ 'export:finish': () => ok({ name: 'out.json', bytes: 9 }) }))
afterEach(() => answerAs({}))

const SEEDS = [
  { path: 'a.txt', text: 'First\n\nA line of text.\n' },
  { path: 'b.txt', text: 'Second\n\nAnother line of text.\n' },
  { path: 'c.txt', text: 'First\n\nA line of text.\n' },
  { path: 'd.txt', skip: 'No right to read it.' },
]

async function jobOf(more: Partial<HeadlessJob> = {}, files = SEEDS): Promise<HeadlessJob> {
  const folder = await new FakeFolder(files).serveAll()
  return {
    imports: [folder.grant],
    corpus: 'Seeds',
    temporary: true,
    bratImports: [],
    columns: [],
    train: false,
    suggest: false,
    compare: false,
    export: { token: `t${crypto.randomUUID()}`, name: 'out.json' },
    format: 'dataset',
    reproducible: true,
    ...more,
  }
}

const outcome = () => calls.find(({ channel }) => channel === 'headless:done')?.args[0] as HeadlessOutcome

async function run(job: HeadlessJob): Promise<string> {
  const posts = collectPosts(job.export?.token ?? '')
  await runHeadlessJob(job)
  posts.stop()
  return posts.parts.join('')
}

it('imports and exports a temporary corpus, the same bytes twice, and leaves nothing behind', async () => {
  const first = await run(await jobOf())
  expect(outcome()).toEqual({
    imported: 2,
    sameAs: 1,
    problems: [{ path: 'd.txt', message: 'No right to read it.' }],
    failed: null,
  })
  expect(JSON.parse(first)).toMatchObject({ corpus: { id: contentId('cor', 'Seeds'), name: 'Seeds' } })
  expect(await run(await jobOf())).toBe(first)
  expect(await databaseNames(TEMPORARY_PREFIX)).toEqual([])
  expect((await now(liveCorpora())).filter(({ name }) => name === 'Seeds')).toEqual([])
  expect(currentCorpus()).toBeNull()
})

it('keeps a named corpus, uses it again, and never takes it for the temporary one', async () => {
  const first = await run(await jobOf({ temporary: false }))
  expect(await run(await jobOf({ temporary: false }))).toBe(first)
  expect(outcome()).toMatchObject({ imported: 2 })
  await run(await jobOf({}, SEEDS.slice(0, 1)))
  const kept = (await now(liveCorpora())).filter(({ name }) => name === 'Seeds')
  expect(kept).toMatchObject([{ id: contentId('cor', 'Seeds'), articles: 2 }])
  valueOf(await deleteCorpus(kept[0]?.id ?? ''))
})

it('imports without exporting', async () => {
  await run(await jobOf({ export: null }))
  expect(outcome()).toMatchObject({ imported: 2, failed: null })
})

it('suggests before it exports, the same each time', async () => {
  const texts = ['“The pier floats,” Ann Ode said.', 'Ann Ode said that 40 boats sank in March 2024.']
  const folder = await new FakeFolder(
    texts.map((text, index) => ({ path: `${String(index)}.txt`, text: `Title\n\n${text}\n` })),
  ).serveAll()
  const job = { imports: [folder.grant], suggest: true }
  const first = await run(await jobOf(job))
  expect(outcome()).toMatchObject({ imported: 2, problems: [], failed: null })
  const dataset = JSON.parse(first) as { annotations: { layer: string; status: string }[] }
  expect(new Set(dataset.annotations.map(({ layer, status }) => `${layer} ${status}`))).toEqual(
    new Set(['quotation suggested', 'claim suggested']),
  )
  expect(await run(await jobOf({ ...job, imports: [(await folder.serveAll()).grant] }))).toBe(first)
})

it('fails when there is too little to learn from', async () => {
  await run(await jobOf({ train: true }))
  expect(outcome().failed).toContain('too little to learn from')
})

it('fails with the reason, and has the file thrown away', async () => {
  answerAs({ 'export:finish': () => fail('disk-full', 'The disk is full.', { advice: 'Free some space.' }) })
  const job = await jobOf()
  await run(job)
  expect(outcome()).toMatchObject({ failed: 'The disk is full. Free some space.' })
  expect(calls).toContainEqual({ channel: 'export:abort', args: [job.export?.token] })
})

const PIER = [
  'The pier closed.\n\n“We will mend the old pier before the winter comes,” said the mayor, Ann Ode.',
  'Lonmouth shut its pier.\n\n“We will repair the old pier before winter comes,” said Ann Ode, the mayor.',
]

it('compares a small corpus as one story, the same each time, and the dataset comes back as it went', async () => {
  const folder = await new FakeFolder(
    PIER.map((text, index) => ({ path: `${String(index)}.txt`, text: `${text}\n` })),
  ).serveAll()
  const job = { imports: [folder.grant], suggest: true, compare: true }
  const first = await run(await jobOf(job))
  expect(calls.filter(({ channel }) => channel === 'app:log')).toEqual([])
  expect(outcome()).toMatchObject({ imported: 2, problems: [], failed: null })
  const dataset = valueOf(parseDataset(first))
  const articles = dataset.articles.map(({ id }) => id)
  expect(dataset.stories).toEqual([{ id: expect.stringMatching(/^sty_/) as string, name: 'Seeds', articles }])
  expect(dataset.clusters).toContainEqual(
    expect.objectContaining({
      kind: 'utterance',
      status: 'suggested',
      members: [expect.any(String), expect.any(String)],
    }),
  )
  // Nothing of it is a person's.
  expect(dataset.annotators).toEqual([])
  expect(await run(await jobOf({ ...job, imports: [(await folder.serveAll()).grant] }))).toBe(first)

  const file = await new FakeFolder([{ path: 'first.json', dataset: first }]).serveAll()
  expect(await run(await jobOf({ imports: [file.grant] }))).toBe(first)
  const again = { imports: [(await file.serveAll()).grant], compare: true }
  expect(await run(await jobOf(again))).toBe(first)
})

it('ends with an outcome even when something breaks', async () => {
  answerAs({
    'import:set-limit': () => {
      throw new Error('main is gone')
    },
  })
  await run(await jobOf())
  expect(outcome().failed).toContain('internal error')
})
