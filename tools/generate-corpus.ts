import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeArticles } from './corpus/write-articles'

/*
 * `npx tsx tools/generate-corpus.ts FOLDER [--count 10000] [--length 4200] [--seed 1]`: a folder of invented articles to
 * import, with the planted copies listed beside it in FOLDER.copies.csv.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '10000' },
    length: { type: 'string', default: '4200' },
    seed: { type: 'string', default: '1' },
  },
})
const [count, length, seed] = [values.count, values.length, values.seed].map(Number)
const [folder] = positionals
if (folder === undefined || positionals.length > 1 || ![count, length, seed].every(isWholeNumber)) {
  console.error('Usage: npx tsx tools/generate-corpus.ts FOLDER [--count 10000] [--length 4200] [--seed 1]')
  process.exitCode = 2
} else {
  const { bytes, copies } = writeArticles(folder, { count: count ?? 0, length: length ?? 0, seed: seed ?? 0 })
  const list = `${resolve(folder)}.copies.csv`
  const lines = copies.map(({ copy, original }) => `${copy},${original}`)
  writeFileSync(list, ['copy,original', ...lines, ''].join('\n'))
  console.log(
    `${count} articles, ${(bytes / 1e6).toFixed(1)} MB, in ${folder}; ${copies.length} copies in ${list}`,
  )
}

function isWholeNumber(value: number | undefined): boolean {
  return Number.isSafeInteger(value) && (value ?? -1) >= 0
}
