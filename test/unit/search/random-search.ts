import type { TestArticle } from './memory-index'
import type { Asked, Wanted } from './naive-scan'

/** Numbers from 0 to 1, the same for the same seed (mulberry32, public domain, Tommy Ettinger). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const WORDS =
  `the of and to in a minister said talks ferry harbour Zelenský zelensky ZELENSKY Straße strasse café cafe\u0301 naïve
  cœur smørrebrød co\u00adoperation U.S. don't 3.5 12,000 100k x2 Ελλάδα Ελλαδα мир Мир Киев peace peaceful peacetime
  pea port ports portal troops troop army arm arms armistice 東京 東 京都 首相 会談 snake_case e-mail ﬁnal final`
    .split(/\s+/)
    .filter((word) => word !== '')

const GAPS = [' ', ' ', ' ', ', ', '. ', ' – ', '\n\n', ' “', '” ', '']
export const SOURCES = ['src_a', 'src_b', 'src_c', null]

/** Articles of few different words, so that phrases and NEAR find something, with what makes words hard to tell. */
export function randomArticles(count: number, seed: number): TestArticle[] {
  const random = createRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() ** 1.6 * list.length)] as T
  const prose = (words: number) => Array.from({ length: words }, () => pick(WORDS) + pick(GAPS)).join('')
  return Array.from({ length: count }, (_, index) => ({
    id: `art_${String(index)}`,
    title: random() < 0.1 ? '' : prose(1 + Math.floor(random() * 6)),
    text: prose(Math.floor(random() ** 2 * (random() < 0.04 ? 600 : 80))),
    source: pick(SOURCES),
    publishedAt:
      random() < 0.1
        ? null
        : new Date(Date.UTC(2020, 0, 1 + Math.floor(random() * 900))).toISOString().slice(0, 10),
    language: 'en',
    status: 'todo',
    gone: random() < 0.08,
  }))
}

/** Words that can be asked for, as somebody might type them. */
const ASKED = [
  ...[
    'the',
    'of',
    'minister',
    'said',
    'Talks',
    'zelensky',
    'Zelenský',
    'STRASSE',
    'straße',
    'cafe',
    'café',
    'naive',
  ],
  ...[
    'coeur',
    'smorrebrod',
    'cooperation',
    'ελλαδα',
    'МИР',
    'peace',
    'port',
    'troops',
    'arm',
    'army',
    'x2',
    'final',
  ],
  ...['東', '京', '首', 'snake_case', 'absent', 'u', 's', '100k'],
]
const PREFIXES = ['pea', 'peace', 'por', 'arm', 'tro', 'zel', 'stra', 'ca', 'мир', 'Ελ', 'mini', 'zzz']

/** A query as text, and what it wants. */
export interface RandomQuery {
  readonly text: string
  readonly wanted: Wanted
}

/** A query of every kind of operator, nested up to three deep. */
export function randomQuery(random: () => number): RandomQuery {
  return group(random, 2)
}

function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T
}

function group(random: () => number, depth: number): RandomQuery {
  const count = 1 + Math.floor(random() * 3)
  const parts = Array.from({ length: count }, () => part(random, depth))
  const [only] = parts
  const any = count > 1 && random() < 0.35
  const joiner = any ? pick(random, [' OR ', ' | ']) : pick(random, [' ', ' AND '])
  // An OR binds less than what stands side by side, so what is joined by it needs no parentheses.
  const text = parts.map((one) => one.text).join(joiner)
  const wanted: Wanted =
    count === 1 && only ? only.wanted : { kind: any ? 'any' : 'all', of: parts.map((one) => one.wanted) }
  const scope = random()
  if (scope > 0.2 || !hasFreeWords(wanted)) return { text, wanted }
  const field = scope < 0.1 ? 'title' : 'text'
  return { text: `${any ? `(${text})` : text} in:${field}`, wanted: inField(wanted, field) }
}

function hasFreeWords(wanted: Wanted): boolean {
  switch (wanted.kind) {
    case 'asked':
      return true
    case 'all':
    case 'any':
      return wanted.of.some(hasFreeWords)
    case 'not':
      return hasFreeWords(wanted.wanted)
    default:
      return false
  }
}

function inField(wanted: Wanted, field: 'title' | 'text'): Wanted {
  switch (wanted.kind) {
    case 'asked':
      return wanted.field ? wanted : { ...wanted, field }
    case 'all':
    case 'any':
      return { ...wanted, of: wanted.of.map((one) => inField(one, field)) }
    case 'not':
      return { ...wanted, wanted: inField(wanted.wanted, field) }
    default:
      return wanted
  }
}

function part(random: () => number, depth: number): RandomQuery {
  const kind = random()
  if (kind < 0.12) {
    const { text, wanted } = part(random, depth)
    if (wanted.kind === 'not') return { text, wanted }
    return { text: `${pick(random, ['-', 'NOT '])}${text}`, wanted: { kind: 'not', wanted } }
  }
  if (kind < 0.26 && depth > 0) {
    const { text, wanted } = group(random, depth - 1)
    return { text: `(${text})`, wanted }
  }
  if (kind < 0.32) {
    const source = pick(random, SOURCES)
    return { text: `source:${source ?? 'none'}`, wanted: { kind: 'source', source } }
  }
  if (kind < 0.38) {
    const from = pick(random, ['2020', '2020-06', '2021-02-10'])
    const to = pick(random, ['2021', '2021-03', '2022-01-31'])
    return { text: `date:${from}..${to}`, wanted: { kind: 'date', from, to } }
  }
  const { text, asked } = kind < 0.55 ? near(random) : simple(random)
  return { text, wanted: { kind: 'asked', asked, field: null } }
}

interface RandomAsked {
  readonly text: string
  readonly asked: Asked
}

function simple(random: () => number): RandomAsked {
  const kind = random()
  if (kind < 0.2) {
    const start = pick(random, PREFIXES)
    return { text: `${start}*`, asked: { kind: 'prefix', start } }
  }
  if (kind < 0.55) {
    const word = pick(random, ASKED)
    return { text: word, asked: { kind: 'word', word } }
  }
  const words = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(random, ASKED.slice(0, 20)))
  if (kind < 0.62) {
    const prefix = [pick(random, ASKED), pick(random, PREFIXES)]
    return { text: `"${prefix.join(' ')}*"`, asked: { kind: 'phrase', words: prefix, prefix: true } }
  }
  if (kind < 0.7) {
    const japanese = pick(random, ['東京', '京都', '首相会談', '首相'])
    return { text: japanese, asked: { kind: 'phrase', words: [...japanese], prefix: false } }
  }
  return { text: `“${words.join(', ')}”`, asked: { kind: 'phrase', words, prefix: false } }
}

function near(random: () => number): RandomAsked {
  const distance = pick(random, [1, 2, 5, 20])
  let left = operand(random)
  const times = random() < 0.25 ? 2 : 1
  for (let count = 0; count < times; count++) {
    const right = operand(random)
    left = {
      text: `${left.text} NEAR/${String(distance)} ${right.text}`,
      asked: { kind: 'near', left: left.asked, right: right.asked, distance },
    }
  }
  return left
}

function operand(random: () => number): RandomAsked {
  if (random() > 0.2) return simple(random)
  const of = [simple(random), simple(random)]
  return {
    text: `any(${of.map(({ text }) => text).join(' ')})`,
    asked: { kind: 'either', of: of.map(({ asked }) => asked) },
  }
}
