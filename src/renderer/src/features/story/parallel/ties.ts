import { markWords } from '#core/compare/marked-words'
import type { PassageAlignment } from '#core/model/comparison'
import { overlaps, type TextRange } from '#core/model/range'

/** Where an article has a tied passage. */
export interface TiedPassage {
  /** In text order, not overlapping; several where other text stands in between. */
  readonly ranges: readonly TextRange[]
  /** True when it lies out of the order of the passages around it. */
  readonly moved: boolean
}

/** A passage that articles have in common, under one number. */
export interface Tie {
  /** From 1, in the order of the first article. */
  readonly number: number
  /** By article id; always with the first article, and with those that render it. */
  readonly passages: ReadonlyMap<string, TiedPassage>
}

/**
 * Ties the passages of several articles by those of the first: `alignments` are of the first (`a`) with each other one
 * (`b`). Passages of the first that overlap become one.
 */
export function tiePassages(first: string, alignments: readonly PassageAlignment[]): readonly Tie[] {
  const pairs = alignments
    .flatMap(({ b, pairs: own }) => own.map((pair) => ({ article: b, pair })))
    .sort((x, y) => x.pair.a.start - y.pair.a.start || x.pair.a.end - y.pair.a.end)
  const groups: { range: { start: number; end: number }; pairs: typeof pairs }[] = []
  for (const each of pairs) {
    const last = groups.at(-1)
    if (last && overlaps(last.range, each.pair.a)) {
      last.range.end = Math.max(last.range.end, each.pair.a.end)
      last.pairs.push(each)
    } else {
      groups.push({ range: { start: each.pair.a.start, end: each.pair.a.end }, pairs: [each] })
    }
  }
  return groups.map((group, index): Tie => {
    const passages = new Map<string, TiedPassage>([[first, { ranges: [group.range], moved: false }]])
    for (const { article, pair } of group.pairs) {
      const known = passages.get(article)
      passages.set(article, {
        ranges: joined([...(known?.ranges ?? []), { start: pair.b.start, end: pair.b.end }]),
        moved: pair.moved || (known?.moved ?? false),
      })
    }
    return { number: index + 1, passages }
  })
}

/** The ranges in order, those that meet or overlap as one. */
function joined(ranges: readonly TextRange[]): readonly TextRange[] {
  const result: { start: number; end: number }[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    // A space between two sentences is no text in between.
    if (last && start <= last.end + 1) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}

/** The words of a passage, its parts joined by a space. */
export function passageText(text: string, { ranges }: TiedPassage): string {
  return ranges.map(({ start, end }) => text.slice(start, end)).join(' ')
}

/** Texts and languages by article id. */
export type Texts = ReadonlyMap<string, { readonly text: string; readonly language: string | null }>

const known = new WeakMap<Tie, Map<string, boolean>>()

/** True when one of `articles` words the passage otherwise than the first does. Worked out when first asked. */
export function tieDiffers(tie: Tie, first: string, articles: readonly string[], texts: Texts): boolean {
  const base = tie.passages.get(first)
  const baseText = texts.get(first)
  if (!base || !baseText) return false
  const answers = known.get(tie) ?? new Map<string, boolean>()
  known.set(tie, answers)
  const words = passageText(baseText.text, base)
  return articles.some((article) => {
    const passage = tie.passages.get(article)
    const other = texts.get(article)
    if (article === first || !passage || !other) return false
    let differs = answers.get(article)
    if (differs === undefined) {
      const theirs = passageText(other.text, passage)
      differs = theirs !== words && !markWords(words, theirs, other.language).equal
      answers.set(article, differs)
    }
    return differs
  })
}

/** The tie to go to from `from` (a number, null for the start): the next or previous that passes; null for none. */
export function stepTie(
  ties: readonly Tie[],
  from: number | null,
  step: 1 | -1,
  passes: (tie: Tie) => boolean,
): Tie | null {
  let index = from === null ? (step === 1 ? 0 : ties.length - 1) : from - 1 + step
  for (; index >= 0 && index < ties.length; index += step) {
    const tie = ties[index]
    if (tie && passes(tie)) return tie
  }
  return null
}
