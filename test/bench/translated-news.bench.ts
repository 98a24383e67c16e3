import { readTranslations } from './human-translations'
import { measureConflicts } from './injected-findings'
import {
  clustered,
  METHODS,
  mutualBest,
  openSetOf,
  percent,
  recallAtPrecision,
  topOne,
  type Found,
  type TopOne,
} from './retelling-scores'

/*
 * The same as `compare` and `compare-findings`, on real news sentences that two people translated: `CROSSREAD_TRANSLATIONS`
 * names a folder with `NAME.ref.A.en` and `NAME.ref.B.en`. They are no part of the project.
 */

/** Sentences compared at a time: about the statements of a large story. */
const POOL = 500

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function shareOfHits(list: readonly TopOne[]): string {
  return percent(list.filter(({ hit }) => hit).length / Math.max(1, list.length))
}

const folder = process.env['CROSSREAD_TRANSLATIONS'] ?? ''
const translated = readTranslations(folder)
if (translated.length === 0)
  print('CROSSREAD_TRANSLATIONS names no folder of NAME.ref.A.en and NAME.ref.B.en.')

for (const { name, pairs } of translated) {
  for (const [method, similarity] of METHODS) {
    const tops: TopOne[] = []
    const own: Found[] = []
    const recalls: number[] = []
    for (let at = 0; at + POOL <= pairs.length; at += POOL) {
      const part = pairs.slice(at, at + POOL)
      tops.push(
        ...topOne(
          similarity,
          part.map(([a]) => a),
          part.map(([, b]) => b),
        ),
      )
      // Half of them in both, and a quarter in either alone.
      const open = openSetOf(
        part.slice(0, POOL / 2),
        part.slice(POOL / 2, 0.75 * POOL).map(([a]) => a),
        part.slice(0.75 * POOL).map(([, b]) => b),
      )
      recalls.push(recallAtPrecision(mutualBest(similarity, open), open.gold.size))
      if (method === 'Crossread') own.push(...clustered(open))
    }
    const short = tops.filter((one) => one.short)
    const recall = recalls.reduce((sum, one) => sum + one, 0) / Math.max(1, recalls.length)
    print(
      `${name}, ${method}: top-1 ${shareOfHits(tops)}, of ${String(short.length)} with <= 8 words ${shareOfHits(short)}, recall ${percent(recall)} at precision 98 %`,
    )
    if (own.length === 0) continue
    const right = own.filter((one) => one.right).length
    print(
      `${name}, clusters of the program: precision ${percent(right / own.length)}, recall ${percent(right / (recalls.length * (POOL / 2)))}`,
    )
  }
  measureConflicts(name, pairs)
}
