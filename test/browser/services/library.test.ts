import { beforeAll, expect, it } from 'vitest'
import { setSource, setStatus } from '#services/articles'
import { importEnded, startImport } from '#services/imports'
import { findArticles, liveLibrary, onLibraryRows } from '#services/library'
import { openedCorpus } from '#services/open-corpus'
import { NO_FILTER } from '#store/library'
import { until, valueOf, withOpenCorpus } from './fake-main'
import { FakeFolder, useFakeStreams } from './fake-streams'

beforeAll(useFakeStreams)

const BATCHES = 12
const A_BATCH = 60

const batch = (at: number) =>
  Array.from({ length: A_BATCH }, (_, index) => ({
    path: `daily_2022-01-01_${String(at * A_BATCH + index).padStart(4, '0')}.txt`,
    text: `Headline ${String(at)} ${String(index)}\n\nMinisters met in room ${String(at * A_BATCH + index)}.\n`,
  }))

it('an import changes the list a few times, not with each batch, and has no row read again', () =>
  withOpenCorpus(['A text that was here before.'], async () => {
    const rows: (readonly string[] | null)[] = []
    const sizes: number[] = []
    await until(liveLibrary(), (summary) => summary?.articles === 1)
    const stops = [
      onLibraryRows((ids) => rows.push(ids)),
      liveLibrary().subscribe((summary) => sizes.push(summary?.articles ?? 0)),
    ]
    const started = performance.now()
    const folder = new FakeFolder(...Array.from({ length: BATCHES }, (_, at) => batch(at)))
    const id = valueOf(await startImport(folder.grant))
    await folder.serveAll()
    await importEnded(id)
    await until(liveLibrary(), (summary) => summary?.articles === BATCHES * A_BATCH + 1)
    const seconds = (performance.now() - started) / 1_000
    expect(rows.flat()).toEqual([])
    expect(sizes.length).toBeLessThanOrEqual(3 + Math.ceil(seconds))
    for (const stop of stops) stop()
  }))

it('names the rows that an edit concerns, and all where the name of a source is another', () =>
  withOpenCorpus(['First text.', 'Second text.'], async ([first, second]) => {
    await until(liveLibrary(), (summary) => summary?.articles === 2)
    const rows: (readonly string[] | null)[] = []
    const stops = [onLibraryRows((ids) => rows.push(ids)), liveLibrary().subscribe(() => undefined)]
    valueOf(await setStatus([first?.id ?? ''], 'done'))
    await expect.poll(() => rows.flat()).toEqual([first?.id])
    valueOf(await setSource([second?.id ?? ''], 'Daily'))
    await expect.poll(() => rows.flat()).toEqual([first?.id, second?.id])
    const found = await findArticles({ ...NO_FILTER, query: 'daily' }, null)
    expect(found?.ids).toEqual([second?.id])
    const [source] = found?.facets.sources.keys() ?? []
    await openedCorpus()?.database.sources.put({ id: source ?? '', name: 'Weekly' })
    await expect.poll(() => rows.at(-1)).toBeNull()
    for (const stop of stops) stop()
  }))
