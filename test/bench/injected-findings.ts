import { findFindings } from '#core/compare/findings'
import type { ComparedArticle } from '#core/compare/types'
import type { Annotation } from '#core/model/annotation'
import type { Cluster, Finding } from '#core/model/comparison'
import { spanOf } from '#core/model/range'
import { splitBlocks } from '#core/text/blocks'
import { naiveConflict, PRINTED, withNegation, withOtherDate, withOtherNumber } from './injected-conflicts'
import { OTHER_SPEAKERS, SPOKEN_BY } from './retold-pairs'

/** A statement in an article of its own, reported of `speaker`. */
function reported(id: string, statement: string, speaker: string): ComparedArticle {
  const text = `${speaker} said that ${statement}`
  const at = (words: string) =>
    spanOf(text, { start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const content = spanOf(text, { start: text.length - statement.length, end: text.length })
  const annotation: Annotation = {
    id: `${id}-quotation`,
    article: id,
    layer: 'quotation',
    ...content,
    status: 'accepted',
    tags: [],
    note: '',
    creator: 'bench',
    created: null,
    modified: null,
    quotation: {
      type: 'indirect',
      speaker: null,
      speakerSpan: at(speaker),
      cue: at('said'),
      content: [content],
    },
  }
  return {
    id,
    sourceName: id,
    title: id,
    publishedAt: PRINTED,
    language: 'en',
    body: { text, blocks: splitBlocks(text, 'text'), furniture: [] },
    annotations: [annotation],
  }
}

/** What is found between two reports that are known to render one statement. */
function compare(a: readonly [string, string], b: readonly [string, string]): Finding[] {
  const articles = [reported('a', ...a), reported('b', ...b)]
  const members = articles.flatMap(({ annotations }) => annotations.map(({ id }) => id))
  const cluster: Cluster = {
    id: 'cluster',
    kind: 'utterance',
    story: 'story',
    members,
    settled: [],
    status: 'suggested',
    score: 1,
    links: [],
  }
  return findFindings({ id: 'story', articles, speakers: new Map(), decisions: [] }, [cluster])
}

const isValue = ({ kind }: Finding) => kind === 'number-conflict' || kind === 'date-conflict'
const isSpeaker = ({ kind }: Finding) => kind === 'attribution-conflict'
const isNegation = ({ kind, signs }: Finding) => kind === 'wording' && signs.includes('negation')
const isConflict = (finding: Finding) => isValue(finding) || isSpeaker(finding) || isNegation(finding)

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`
}

/** Grammatical words of negation: a "not" more beside one of them may give the statement its first sense back. */
const NEGATES = /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|hardly|cannot)\b|n['’]t\b/iu

const shown = process.argv.includes('--show')

/** Injects conflicts into `pairs`, each compared both ways, and prints what is found and what is found without one. */
export function measureConflicts(name: string, pairs: readonly (readonly [string, string])[]): void {
  const tally = { number: [0, 0], date: [0, 0], speaker: [0, 0], negation: [0, 0] }
  /** Of the negations, those injected where neither wording negated, and the others. */
  const negations = { plain: [0, 0], twice: [0, 0] }
  let falseAlarms = 0
  let naive = 0

  function judge(kind: keyof typeof tally, found: boolean, what: string): void {
    const counts = tally[kind]
    counts[1] = (counts[1] ?? 0) + 1
    if (found) counts[0] = (counts[0] ?? 0) + 1
    else if (shown) print(`missed ${kind}: ${what}`)
  }

  const started = process.cpuUsage()
  pairs.forEach(([a, b], index) => {
    const [nameA, nameB] = SPOKEN_BY[index % SPOKEN_BY.length] ?? ['', '']
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const unchanged = compare([one, nameA], [other, nameB]).filter(isConflict)
      if (unchanged.length > 0) falseAlarms++
      for (const finding of unchanged) if (shown) print(`false alarm: ${finding.kind} ${finding.explanation}`)
      if (naiveConflict(one, other)) naive++
      for (const seed of [index, index + 1]) {
        const number = withOtherNumber(other, seed)
        if (number !== null)
          judge('number', compare([one, nameA], [number, nameB]).some(isValue), `${one} | ${number}`)
        const date = withOtherDate(other, seed)
        if (date !== null)
          judge('date', compare([one, nameA], [date, nameB]).some(isValue), `${one} | ${date}`)
      }
      const negated = withNegation(other)
      if (negated !== null) {
        const found = compare([one, nameA], [negated, nameB]).some(isNegation)
        judge('negation', found, `${one} | ${negated}`)
        const part = NEGATES.test(one) || NEGATES.test(other) ? negations.twice : negations.plain
        part[0] = (part[0] ?? 0) + (found ? 1 : 0)
        part[1] = (part[1] ?? 0) + 1
      }
      const speaker = OTHER_SPEAKERS[index % OTHER_SPEAKERS.length] ?? ''
      judge('speaker', compare([one, nameA], [other, speaker]).some(isSpeaker), `${one} | ${other}`)
    }
  })
  const { user } = process.cpuUsage(started)

  print(`${name}: ${pairs.length} pairs, each compared both ways; conflicts injected into the second`)
  for (const [kind, [found = 0, all = 0]] of Object.entries(tally))
    print(`${kind.padEnd(9)} found ${share(found, all)}, asked >= 95 %`)
  const [[plain = 0, plainAll = 0], [twice = 0, twiceAll = 0]] = [negations.plain, negations.twice]
  print(
    `… where neither wording has a word of negation ${share(plain, plainAll)}, where one has ${share(twice, twiceAll)}`,
  )
  print(`unchanged pairs with a false alarm ${share(falseAlarms, 2 * pairs.length)}, asked <= 1 %`)
  print(`… by comparing digits alone        ${share(naive, 2 * pairs.length)}`)
  print(
    `${(user / 1e3 / Object.values(tally).reduce((sum, [, all = 0]) => sum + all, 0)).toFixed(2)} ms of processor time a comparison`,
  )
}
