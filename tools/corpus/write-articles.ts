import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NewsCorpus } from './news-corpus'
import { createRandom } from './random'

/** Which articles to write. */
export interface WriteOptions {
  readonly count: number
  /** The same seed gives the same bytes. */
  readonly seed: number
  /** Of one article, in characters; about. */
  readonly length?: number
}

/** What was written. */
export interface Written {
  readonly bytes: number
  /** Paths, relative to the folder, of each planted copy and its original. */
  readonly copies: readonly { readonly copy: string; readonly original: string }[]
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
const SAYINGS = [
  'We approved the plan after a long debate',
  'The committee rejected the budget for the third time',
  'An inquiry was delayed without a vote',
  'Nobody welcomed the new timetable',
  'The repair of the bridge was questioned on Tuesday',
]
/** One sentence in so many has an attributed quotation after it. */
const QUOTED = 5
/** Sentences of a paragraph. */
const PARAGRAPH = 4
const DAYS = 2_000

/**
 * Writes articles below `folder`, a sub-folder for each outlet, that look to the program like news: file names with outlet
 * and date, headline, dateline, paragraphs, attributed quotations, words by Zipf's law, footers, and planted copies
 * (`NewsCorpus`).
 */
export function writeArticles(folder: string, { count, seed, length = 4_200 }: WriteOptions): Written {
  const news = new NewsCorpus(seed, length)
  for (const outlet of OUTLETS) mkdirSync(join(folder, outlet), { recursive: true })
  let bytes = 0
  const copies: { copy: string; original: string }[] = []
  for (let index = 0; index < count; index += 1) {
    const { text, original } = news.article(index)
    if (original !== null) {
      copies.push({
        copy: pathOf(index),
        original: pathOf(Number(original.slice(original.indexOf('-') + 1))),
      })
    }
    const article = articleOf(createRandom(seed + index * 6_700_417), index, text)
    writeFileSync(join(folder, pathOf(index)), article)
    bytes += Buffer.byteLength(article)
  }
  return { bytes, copies }
}

function pathOf(index: number): string {
  const outlet = OUTLETS[index % OUTLETS.length] ?? ''
  const date = new Date(Date.UTC(2019, 0, 1) + (index % DAYS) * 86_400_000).toISOString().slice(0, 10)
  return `${outlet}/${outlet}_${date}_story-${index}.txt`
}

function articleOf(random: () => number, index: number, text: string): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const sentences = text.split('. ').flatMap((sentence, at) => {
    const whole = capitalized(sentence.endsWith('.') ? sentence : `${sentence}.`)
    if (at % QUOTED !== QUOTED - 1) return [whole]
    const cost = Math.floor(random() * 900) + 100
    return [whole, `“${pick(SAYINGS)},” said ${pick(SPEAKERS)}, who put the cost at ${cost} crowns.`]
  })
  const paragraphs: string[] = []
  for (let from = 0; from < sentences.length; from += PARAGRAPH) {
    paragraphs.push(sentences.slice(from, from + PARAGRAPH).join(' '))
  }
  // The number keeps any two articles from being the same text.
  const headline = `${capitalized(text.split(' ').slice(0, 6).join(' '))}, report ${index}`
  return `${headline}\n\n${pick(PLACES)} – ${paragraphs.join('\n\n')}\n`
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
