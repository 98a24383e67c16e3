import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from './random'

/** Articles that look to the import like news: file names with outlet and date, headline, dateline, paragraphs, quotations. */
export interface GenerateOptions {
  readonly count: number
  /** The same seed gives the same bytes. */
  readonly seed: number
  /** Of one article, in characters; about. */
  readonly length?: number
}

const OUTLETS = [
  'harbour-post',
  'valley-times',
  'north-wire',
  'city-herald',
  'plain-dealer',
  'evening-record',
  'metro-courier',
]
const PLACES = ['LOWICK', 'PORT ASTER', 'NEW CARROW', 'SELBRIDGE']
const SPEAKERS = [
  'Mayor Ada Quist',
  'the transport minister',
  'a union official',
  'Councillor Ben Oduya',
  'the harbour board',
]
const SUBJECTS = [
  'The council',
  'The ferry company',
  'A committee',
  'The ministry',
  'The port authority',
  'Residents',
]
const VERBS = ['approved', 'rejected', 'delayed', 'described', 'questioned', 'welcomed', 'published']
const OBJECTS = [
  'the plan',
  'a new timetable',
  'the budget',
  'an inquiry',
  'the repair of the bridge',
  'a petition',
]
const TAILS = [
  'after a long debate',
  'on Tuesday',
  'despite objections',
  'for the third time',
  'without a vote',
  'in a letter',
]

/** Writes the articles below `folder`, a sub-folder for each outlet; the bytes written. */
export function generateArticles(folder: string, { count, seed, length = 4_200 }: GenerateOptions): number {
  let bytes = 0
  for (const outlet of OUTLETS) mkdirSync(join(folder, outlet), { recursive: true })
  for (let index = 0; index < count; index += 1) {
    const random = createRandom(seed + index * 7_919)
    const outlet = OUTLETS[index % OUTLETS.length] ?? ''
    const date = new Date(Date.UTC(2019, 0, 1) + (index % 2_000) * 86_400_000).toISOString().slice(0, 10)
    const text = writeArticle(random, index, length)
    writeFileSync(join(folder, outlet, `${outlet}_${date}_story-${index}.txt`), text)
    bytes += Buffer.byteLength(text)
  }
  return bytes
}

function writeArticle(random: () => number, index: number, length: number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const sentence = (): string => `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)} ${pick(TAILS)}.`
  const quotation = (): string =>
    `“We ${pick(VERBS)} ${pick(OBJECTS)} ${pick(TAILS)},” said ${pick(SPEAKERS)}, who put the cost at ${Math.floor(random() * 900) + 100} crowns.`
  // The number keeps any two articles from being the same text.
  let text = `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)}, report ${index}\n\n${pick(PLACES)} – `
  while (text.length < length) {
    const lines = Array.from({ length: 4 }, () => (random() < 0.25 ? quotation() : sentence()))
    text += `${lines.join(' ')}\n\n`
  }
  return text
}
