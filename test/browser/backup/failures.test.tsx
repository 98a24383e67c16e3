import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { MIGRATIONS } from '#data/migrations/index'
import { corpusDatabaseName, CorpusDatabase, openCorpusDatabase, openForRescue } from '#data/database'
import { createCorpus, deleteCorpus } from '#services/corpora'
import { liveFailure, setFailure } from '#services/failure'
import { openCorpus } from '#services/session'
import { CorpusFailureScreen } from '../../../src/renderer/src/features/backups/CorpusFailureScreen'
import { clearScreen, expectAccessible, show } from '../app/screen'
import { addArticles } from '../data/samples'
import { answerAs, now, valueOf } from '../services/fake-main'

afterEach(() => {
  clearScreen()
  setFailure(null)
  answerAs({})
})

const NEWER = [...MIGRATIONS, { version: MIGRATIONS.length + 1, stores: { inventions: 'id' } }]

it.each(['light', 'dark'] as const)(
  'says that a newer program wrote the corpus, offers what helps, and reads it as it is, %s',
  async (theme) => {
    const corpus = valueOf(await createCorpus(`Newer ${crypto.randomUUID()}`))
    const name = corpusDatabaseName(corpus.id)
    const newer = new CorpusDatabase(name, 'strict', NEWER)
    await newer.open()
    await addArticles(newer, 'abc one')
    newer.close()
    expect(await openCorpus(corpus.id)).toMatchObject({ ok: false, error: { kind: 'unsupported-version' } })
    const failure = await now(liveFailure())
    if (!failure) throw new Error('It could not be opened')
    await show(<CorpusFailureScreen failure={failure} />, { theme })
    const screen = page.getByRole('main', { name: 'Corpus that cannot be opened' })
    await expect
      .element(screen.getByRole('alert'))
      .toHaveTextContent('A newer Crossread has written this corpus.')
    for (const button of ['Try again', 'Export what can be read…', 'Choose a corpus…']) {
      await expect.element(screen.getByRole('button', { name: button })).toBeVisible()
    }
    await expectAccessible()
    const rescued = await openForRescue(name)
    expect(await rescued.articles.count()).toBe(1)
    rescued.close()
    await deleteCorpus(corpus.id)
  },
)

it('gives a migration up that another connection blocks, and does it once that is closed', async () => {
  const name = `crossread-test-${crypto.randomUUID()}`
  const old = new CorpusDatabase(name, 'strict', MIGRATIONS.slice(0, 1))
  // As a connection of the program before does while it writes.
  old.on('versionchange', () => false)
  await old.open()
  await expect(openCorpusDatabase(name, 'strict')).rejects.toMatchObject({ name: 'BlockedError' })
  old.close()
  const opened = await openCorpusDatabase(name, 'strict')
  expect(opened.tables.length).toBeGreaterThan(old.tables.length)
  opened.close()
  await CorpusDatabase.delete(name)
})
