import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseDataset } from '../../src/core/exchange/dataset-reader'
import type { Dataset } from '../../src/core/model/dataset'
import { runHeadless } from '../../tools/drive/run-headless'
import { SAMPLE_CORPUS } from '../../tools/setup/paths.mjs'
import { expect, test, writeFiles } from './folder'
import { tarOf, zipOf } from '../unit/main/packing'
import { PRESS } from './invented'

/* The run without a window: what comes out, and the code it ends with. */

test.setTimeout(240_000)

function readDataset(path: string): Dataset {
  const parsed = parseDataset(readFileSync(path, 'utf8'))
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

/** Every span of a dataset that has no text of its own to be checked against: start, end and the article's length. */
function rangesOf(dataset: Dataset): { start: number; end: number; length: number }[] {
  return dataset.articles.flatMap(({ text, blocks, furniture }) => {
    const length = Array.from(text ?? '').length
    return [...blocks, ...furniture].map(({ start, end }) => ({ start, end, length }))
  })
}

test('two reproducible runs give the same bytes, and every span is in code points', async ({ folder }) => {
  const press = writeFiles(join(folder, 'torvale press'), PRESS)
  const outputs = [join(folder, 'first.json'), join(folder, 'second.json')]
  for (const output of outputs) {
    const run = await runHeadless([
      '--temporary',
      '--import',
      press,
      '--import',
      SAMPLE_CORPUS,
      '--export',
      output,
      '--reproducible',
    ])
    expect(run).toMatchObject({ code: 0 })
  }
  const [first, second] = outputs.map((output) => readFileSync(output))
  expect(first?.length).toBeGreaterThan(1_000)
  expect(second?.equals(first ?? Buffer.alloc(0))).toBe(true)

  const dataset = readDataset(outputs[0] ?? '')
  expect(dataset.exportedAt).toBeUndefined()
  expect(dataset.articles.length).toBeGreaterThanOrEqual(8)
  const ranges = rangesOf(dataset)
  expect(ranges.length).toBeGreaterThan(20)
  expect(ranges.filter(({ start, end, length }) => start > end || end > length)).toEqual([])
  const bridge = dataset.articles.find(({ title }) => title.startsWith('The Bridge'))
  // A character outside the first plane stands before all of these blocks.
  const characters = Array.from(bridge?.text ?? '')
  const slices = bridge?.blocks.map(({ start, end }) => characters.slice(start, end).join(''))
  expect(slices?.[0]).toBe('The Bridge at Torvale Stays Open 🌉')
  expect(slices?.[2]).toMatch(/^“We will not close the bridge,”.*before spring\.”$/)
})

test('every span of annotations carries its text, by a slice of code points', async ({ folder }) => {
  const press = writeFiles(join(folder, 'press'), PRESS)
  const plain = join(folder, 'plain.json')
  expect((await runHeadless(['--temporary', '--import', press, '--export', plain])).code).toBe(0)
  const annotated = join(folder, 'annotated.json')
  writeFiles(folder, { 'annotated.json': JSON.stringify(annotate(readDataset(plain))) })
  const again = join(folder, 'again.json')
  const run = await runHeadless(['--temporary', '--import', annotated, '--export', again])
  expect(run).toMatchObject({ code: 0 })

  const dataset = readDataset(again)
  const texts = new Map(dataset.articles.map(({ id, text }) => [id, Array.from(text ?? '')]))
  const spans = dataset.annotations.flatMap(({ article, quotation, claim, ...own }) =>
    [
      own,
      quotation?.speakerSpan ?? null,
      quotation?.cue ?? null,
      ...(quotation?.content ?? []),
      ...(claim?.quantities ?? []),
    ].flatMap((span) => (span === null ? [] : [{ ...span, article }])),
  )
  expect(spans).toHaveLength(7)
  for (const { article, start, end, exact } of spans) {
    expect(texts.get(article)?.slice(start, end).join('')).toBe(exact)
  }
})

test('--suggest --compare gives a story with clusters and findings, whose evidence is in code points', async ({
  folder,
}) => {
  const outputs = [join(folder, 'first.json'), join(folder, 'second.json')]
  for (const output of outputs) {
    const run = await runHeadless([
      '--temporary',
      '--import',
      SAMPLE_CORPUS,
      '--suggest',
      '--compare',
      '--reproducible',
      '--export',
      output,
    ])
    expect(run).toMatchObject({ code: 0 })
    expect(run.stderr).toContain('Compared 1 story')
  }
  const [first, second] = outputs.map((output) => readFileSync(output, 'utf8'))
  expect(second).toBe(first)

  const dataset = readDataset(outputs[0] ?? '')
  expect(dataset.stories.map(({ articles }) => articles.length)).toEqual([dataset.articles.length])
  const shared = dataset.clusters.filter(({ members }) => members.length > 1)
  expect(shared.length).toBeGreaterThan(2)
  const texts = new Map(dataset.articles.map(({ id, text }) => [id, Array.from(text ?? '')]))
  const evidence = dataset.clusters.flatMap(({ findings }) => findings.flatMap((one) => one.evidence ?? []))
  expect(evidence.length).toBeGreaterThan(2)
  for (const { article, start, end, exact } of evidence) {
    expect(texts.get(article)?.slice(start, end).join('')).toBe(exact)
  }
  // The machine-spun copy stands next to the agency's story.
  expect(dataset.findings.map(({ kind }) => kind)).toContain('reuse')

  const again = join(folder, 'again.json')
  const back = await runHeadless([
    '--temporary',
    '--import',
    outputs[0] ?? '',
    '--reproducible',
    '--export',
    again,
  ])
  expect(back).toMatchObject({ code: 0 })
  expect(readFileSync(again, 'utf8')).toBe(first)
})

/** Adds a quotation and a claim to the article with the emoji, with offsets in code points. */
function annotate(dataset: Dataset): Dataset {
  const article = dataset.articles.find(({ title }) => title.startsWith('The Bridge'))
  if (!article?.text) throw new Error('The article with the quotation is not there.')
  const characters = Array.from(article.text)
  const span = (exact: string) => {
    const units = article.text?.indexOf(exact) ?? -1
    const start = Array.from(article.text?.slice(0, units) ?? '').length
    if (characters.slice(start, start + Array.from(exact).length).join('') !== exact) throw new Error(exact)
    return { start, end: start + Array.from(exact).length, exact }
  }
  const content = span('“We will not close the bridge,”')
  const common = {
    article: article.id,
    status: 'accepted' as const,
    tags: [],
    note: '',
    creator: 'ann-1',
    created: '2020-01-01T00:00:00.000Z',
    modified: '2020-01-01T00:00:00.000Z',
  }
  return {
    ...dataset,
    annotators: [{ id: 'ann-1', name: 'Annotator' }],
    speakers: [{ id: 'spk-1', name: 'Ilin Varga', aliases: [] }],
    annotations: [
      {
        ...common,
        ...content,
        id: 'quotation-1',
        layer: 'quotation',
        quotation: {
          type: 'direct',
          speaker: 'spk-1',
          speakerSpan: span('Mayor Ilin Varga'),
          cue: span('said'),
          content: [content],
        },
      },
      {
        ...common,
        ...span('Repairs cost 240,000 crowns in 2018'),
        id: 'claim-1',
        layer: 'claim',
        claim: {
          claimant: null,
          quantities: [{ ...span('240,000 crowns'), value: 240_000, unit: 'crowns', qualifier: 'exactly' }],
          dates: [],
        },
      },
      { ...common, ...span('🌉'), id: 'highlight-1', layer: 'highlight' },
    ],
  }
}

test('--corpus adds to the corpus of that name', async ({ folder }) => {
  const press = writeFiles(join(folder, 'press'), PRESS)
  const more = writeFiles(join(folder, 'more'), {
    'late.txt': 'Late News\n\nThe bridge was open at midnight.\n',
  })
  const own = ['--user-data', join(folder, 'data'), '--corpus', 'Torvale']
  expect(await runHeadless([...own, '--import', press])).toMatchObject({ code: 0 })
  expect(await runHeadless([...own, '--import', more])).toMatchObject({ code: 0 })
  const both = join(folder, 'both.json')
  expect(await runHeadless([...own, '--export', both])).toMatchObject({ code: 0 })
  const dataset = readDataset(both)
  expect(dataset.corpus.name).toBe('Torvale')
  expect(dataset.articles.map(({ path }) => path).toSorted()).toEqual(
    [...Object.keys(PRESS), 'late.txt'].toSorted(),
  )
})

test('exit codes say how a run ended', async ({ folder }) => {
  const press = writeFiles(join(folder, 'press'), PRESS)
  const output = join(folder, 'out.json')
  const flawed = writeFiles(join(folder, 'flawed'), { ...PRESS, 'picture.png': Buffer.from([0x89, 0x50]) })

  await test.step('0: all well', async () => {
    const run = await runHeadless(['--temporary', '--import', press, '--export', output])
    expect(run).toMatchObject({ code: 0 })
    expect(run.stderr).toContain('Done: 3 imported')
  })
  await test.step('1: done, but a file was not imported, named with its reason', async () => {
    const run = await runHeadless(['--temporary', '--import', flawed, '--export', output])
    expect(run).toMatchObject({ code: 1 })
    expect(run.stderr).toMatch(/^Not imported: picture\.png: It is a \.?png file/m)
    expect(readDataset(output).articles).toHaveLength(3)
  })
  await test.step('2: usage', async () => {
    for (const [args, reason] of [
      [['--import', join(folder, 'nowhere'), '--export', output], 'there is nothing to import at'],
      [['--import', press, '--export', output, '--nonsense'], 'There is no option --nonsense'],
      [[], '--headless needs something to do'],
    ] as const) {
      const run = await runHeadless(args)
      expect(run).toMatchObject({ code: 2 })
      expect(run.stderr).toContain(reason)
    }
  })
  await test.step('3: failed, and nothing half-written', async () => {
    const target = join(folder, 'no such folder', 'out.json')
    const run = await runHeadless(['--temporary', '--import', press, '--export', target])
    expect(run).toMatchObject({ code: 3 })
    expect(run.stderr).toContain('Failed: The folder for out.json is not there.')
    expect(existsSync(join(folder, 'no such folder'))).toBe(false)
    expect(readdirSync(folder).toSorted()).toEqual(['flawed', 'out.json', 'press'])
  })
})

test('archives give the articles of the folder that was packed', async ({ folder }) => {
  const press = writeFiles(join(folder, 'torvale press'), PRESS)
  const zip = join(folder, 'torvale press.zip')
  writeFileSync(zip, zipOf(Object.entries(PRESS).map(([name, content]) => ({ name, content }))))
  const tar = join(folder, 'torvale press.tar.gz')
  const texts = Object.entries(PRESS).map(([name, content]) => [name, Buffer.from(content)] as const)
  writeFileSync(tar, gzipSync(await tarOf(texts)))
  const ids: string[][] = []
  for (const source of [press, zip, tar]) {
    const output = join(folder, 'out.json')
    const run = await runHeadless(['--temporary', '--import', source, '--export', output])
    expect(run).toMatchObject({ code: 0 })
    ids.push(
      readDataset(output)
        .articles.map((article) => article.id)
        .sort(),
    )
  }
  expect(ids[0]?.length).toBeGreaterThan(2)
  expect(ids[1]).toEqual(ids[0])
  expect(ids[2]).toEqual(ids[0])
})
