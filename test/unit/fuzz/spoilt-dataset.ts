import fc, { type Arbitrary } from 'fast-check'
import { corpusOf, sourceOf } from '../exchange/corpus-arbitrary'
import { written } from '../exchange/dataset-samples'

/** A whole, good dataset as text: of some corpora of a fixed seed the largest of moderate size. */
export const SAMPLE_DATASET = await moderateDataset(20_000)

async function moderateDataset(most: number): Promise<string> {
  const corpora = fc.sample(
    fc.gen().map((gen) => corpusOf(gen)),
    { seed: 7, numRuns: 30 },
  )
  const files = await Promise.all(corpora.map((corpus) => written(sourceOf(corpus))))
  return files
    .filter(({ length }) => length <= most)
    .reduce((best, file) => (file.length > best.length ? file : best), '')
}

/** What stands in the place of a good value. */
const WRONG: readonly unknown[] = [
  ...[
    null,
    -1,
    0,
    1.5,
    1e308,
    2 ** 53,
    '',
    'x',
    true,
    [],
    {},
    [null],
    '\ud83d',
    '\0',
    '__proto__',
    'constructor',
  ],
  ...[{ __proto__: null, start: 0 }, 'x'.repeat(5_000), [[[[]]]]],
]

/** The good dataset with values anywhere in it replaced, left out, doubled or moved, or with its text cut off. */
export const spoiltDataset: Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(fc.nat({ max: 100_000 }), fc.nat({ max: 3 }), fc.constantFrom(...WRONG)), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 8 }),
  )
  .map(([changes, cut]) => {
    let dataset: unknown = JSON.parse(SAMPLE_DATASET)
    for (const [place, way, wrong] of changes) dataset = spoil(dataset, place, way, wrong)
    const text = JSON.stringify(dataset)
    return cut === null ? text : text.slice(0, Math.floor(text.length * cut))
  })

/** Changes the value at one of all places in the tree. */
function spoil(root: unknown, place: number, way: number, wrong: unknown): unknown {
  const holders: [object, string][] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, part] of Object.entries(value)) {
      holders.push([value, key])
      visit(part)
    }
  }
  visit(root)
  const [holder, key] = holders[place % Math.max(1, holders.length)] ?? []
  if (holder === undefined || key === undefined) return root
  const value: unknown = Reflect.get(holder, key)
  if (way === 0) Reflect.set(holder, key, wrong)
  else if (way === 1) Reflect.deleteProperty(holder, key)
  else if (Array.isArray(value)) value.push(...(value as readonly unknown[]))
  else if (typeof value === 'number') Reflect.set(holder, key, value + (way === 2 ? 1 : -1))
  else Reflect.set(holder, way === 2 ? `${key}x` : key, wrong)
  return root
}
