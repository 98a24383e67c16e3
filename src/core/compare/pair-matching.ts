import { mutualOdds } from './mutual-odds'

/** A pair of statements of two articles (or units of statements that are one) with the log odds that they say the same. */
export interface ScoredPair {
  /** Numbers of the units, `a` of the first article, `b` of the second. */
  readonly a: number
  readonly b: number
  /** Log odds from content and speaker, in nats. */
  readonly score: number
}

/** A pair that was chosen, with what decided it. */
export interface ChosenPair extends ScoredPair {
  /** Log odds with place and rivals. */
  readonly final: number
  /** How much the place in the article added (nats), may be negative. */
  readonly placed: number
}

/** Log odds from which a pair is linked at all; below, the matcher abstains. */
const LEAST = -0.5
/** Log odds from which a pair is an anchor that others are placed by, and its lead over any rival. */
const ANCHOR = 2
const ANCHOR_LEAD = 1
/** Weight of the place: for being where the anchors say, and against being elsewhere. Times how well the anchors are in order. */
const PLACE_GAIN = 2
const PLACE_LOSS = 1
/** With fewer anchors, order cannot be told from chance. */
const LEAST_ANCHORS = 3

/** Most log odds for answering what was paired before, and how much of it each statement in between leaves. */
const ANSWER_GAIN = 3.5
const ANSWER_FADE = 0.8
const ANSWER_REACH = 4

/** What is known of the units besides their words. */
export interface Places {
  /** Where a unit stands in its article: a rank from 0. */
  readonly placeOf: (unit: number) => number
  /** True for a short answer, which only what it answers tells from others. */
  readonly isAnswer: (unit: number) => boolean
}

/**
 * Chooses which pairs of two articles say the same, each unit in one pair at most. In rounds: pairs that are sure and far
 * ahead of their rivals first; they show whether the articles tell things in the same order, which places the others; what
 * is taken is nobody's rival any more. What is not likely in the end is left out.
 * Short answers gain where both follow a pair already chosen: a reply follows its question.
 */
export function choosePairs(pairs: readonly ScoredPair[], places: Places): ChosenPair[] {
  const { placeOf, isAnswer } = places
  const chosen: ChosenPair[] = []
  const taken = new Set<number>()
  let open = [...pairs]
  const settle = (pair: ChosenPair) => {
    chosen.push(pair)
    taken.add(pair.a)
    taken.add(pair.b)
  }
  const anchors = pairsWithLead(open).filter(({ score, lead }) => score >= ANCHOR && lead >= ANCHOR_LEAD)
  const guide = createGuide(anchors, placeOf)
  const answerGain = ({ a, b }: ScoredPair): number => {
    if (!isAnswer(a) || !isAnswer(b)) return 0
    let most = 0
    for (const question of chosen) {
      const gapA = placeOf(a) - placeOf(question.a)
      const gapB = placeOf(b) - placeOf(question.b)
      if (gapA < 1 || gapB < 1 || gapA > ANSWER_REACH || gapB > ANSWER_REACH) continue
      most = Math.max(most, ANSWER_GAIN * ANSWER_FADE ** (gapA + gapB - 2))
    }
    return most
  }
  for (;;) {
    const placed = pairsWithLead(
      open.map((pair) => ({ ...pair, score: pair.score + guide(pair) + answerGain(pair), own: pair.score })),
    )
    const odds = mutualOdds(placed)
    const ranked = placed
      .map((pair, index) => ({ pair, final: odds[index] ?? pair.score }))
      .sort((x, y) => y.final - x.final || x.pair.a - y.pair.a || x.pair.b - y.pair.b)
    let settled = 0
    for (const { pair, final } of ranked) {
      if (final < LEAST || pair.lead < 0) continue
      if (taken.has(pair.a) || taken.has(pair.b)) continue
      settle({ a: pair.a, b: pair.b, score: pair.own, final, placed: pair.score - pair.own })
      settled++
    }
    if (settled === 0) return chosen
    open = open.filter(({ a, b }) => !taken.has(a) && !taken.has(b))
  }
}

/** Each pair with its lead (nats): its score less that of the best other pair with one of its units. */
function pairsWithLead<P extends ScoredPair>(pairs: readonly P[]): (P & { readonly lead: number })[] {
  const best = new Map<number, { first: number; second: number }>()
  for (const { a, b, score } of pairs) {
    for (const unit of [a, b]) {
      const own = best.get(unit)
      if (!own) best.set(unit, { first: score, second: ABSENT })
      else if (score > own.first) best.set(unit, { first: score, second: own.first })
      else if (score > own.second) own.second = score
    }
  }
  return pairs.map((pair) => {
    const rival = Math.max(
      ...[pair.a, pair.b].map((unit) => {
        const own = best.get(unit)
        if (!own) return ABSENT
        return own.first === pair.score ? own.second : own.first
      }),
    )
    return { ...pair, lead: pair.score - rival }
  })
}

/** Score of a rival that was not even a candidate. */
const ABSENT = -6

/** Says how much the place of a pair speaks for it, from where the anchors around it lie. */
function createGuide(
  anchors: readonly ScoredPair[],
  placeOf: (unit: number) => number,
): (pair: ScoredPair) => number {
  const points = anchors
    .map(({ a, b }) => ({ a: placeOf(a), b: placeOf(b) }))
    .sort((x, y) => x.a - y.a || x.b - y.b)
  if (points.length < LEAST_ANCHORS) return () => 0
  const run = longestRun(points.map(({ b }) => b))
  // Of n places in random order a run holds about 2√n; what is above that is order.
  const byChance = Math.min(points.length, 2 * Math.sqrt(points.length))
  const inOrder = run.size
  const fidelity = Math.max(0, (inOrder - byChance + 1) / (points.length - byChance + 1)) ** 2
  const spine = points.filter((_, index) => run.has(index))
  return ({ a, b }) => {
    const place = placeOf(a)
    const other = placeOf(b)
    const expected = expectedPlace(spine, place)
    const off = Math.abs(other - expected)
    return fidelity * ((PLACE_GAIN + PLACE_LOSS) * Math.exp(-off / 2) - PLACE_LOSS)
  }
}

/** Where in the second article the anchors around `place` would have it. */
function expectedPlace(spine: readonly { readonly a: number; readonly b: number }[], place: number): number {
  let before: { readonly a: number; readonly b: number } | undefined
  let after: { readonly a: number; readonly b: number } | undefined
  for (const point of spine) {
    if (point.a < place) before = point
    if (point.a > place) {
      after = point
      break
    }
  }
  if (before && after) return before.b + ((place - before.a) * (after.b - before.b)) / (after.a - before.a)
  if (before) return before.b + place - before.a
  return after ? after.b - (after.a - place) : place
}

/** Indices of a longest increasing run of the numbers (Fredman 1975: patience piles, with the way back). */
function longestRun(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []
  const previous: number[] = []
  for (const [index, number] of numbers.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    previous.push(low > 0 ? (ends[low - 1] ?? -1) : -1)
    ends[low] = index
  }
  const run = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) run.add(at)
  return run
}
