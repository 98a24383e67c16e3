import { itemAt, numberAt } from './indexing'
import type { Frame, VerbForm } from './lexicons/types'
import {
  isComma,
  isDash,
  isFiniteVerb,
  isLyAdverb,
  isNominal,
  nounPhraseAfter,
  subjectBefore,
  withApposition,
  type Phrase,
  type Subject,
} from './phrases'
import type { Reading, Sentence } from './reading'
import { hasClass, WORD } from './word-classes'

/** A reporting verb with its helpers ("has also said") and whoever is found to be its subject. Indices count tokens. */
export interface VerbCue {
  /** The verb group, helpers and adverbs included. */
  readonly group: Phrase
  /** The verb itself. */
  readonly verb: number
  readonly form: VerbForm
  readonly subject: Subject | null
  /** Subject after the verb: "said Ann Ode". */
  readonly inverted: Phrase | null
  /** "was accused", "is expected": the subject is not the one who speaks. */
  readonly passive: boolean
  /** "saying", "adding": hangs on the main clause's subject. */
  readonly gerund: boolean
  readonly negated: boolean
}

const BE = /^(?:is|are|was|were|be|been|being|am|'s|’s|'re|’re|'m|get|got|isn't|wasn't|aren't|weren't)$/u
const HAVE = /^(?:has|have|had|'ve|’ve|'d|’d|having|hasn't|haven't|hadn't)$/u
const MODAL =
  /^(?:will|would|can|could|may|might|must|shall|should|do|does|did|won't|wouldn't|can't|cannot|couldn't|shouldn't|don't|doesn't|didn't|'ll|’ll|'d|’d)$/u
const NEGATION =
  /^(?:not|never|no|hasn't|haven't|hadn't|isn't|wasn't|aren't|weren't|won't|wouldn't|can't|cannot|couldn't|shouldn't|don't|doesn't|didn't)$/u
/** Verbs that lead into a cue ("continued to warn", "went on to say") without saying anything themselves. */
const LEADING =
  /^(?:continue|continued|continues|continuing|went|goes|go|began|begun|begin|begins|try|tried|tries|came|used|seemed|seems|appeared|appears|want|wants|wanted|had|has|have|proceeded|managed|sought|seeks|on|out|ahead|likely|going|expected|set|ready|quick|rushed|took|taken|about|able|forced|chose|decided|prepared|careful|eager)$/u
const QUANTIFIER =
  /^(?:they|we|i|you|many|some|others|both|most|all|several|few|fewer|these|those|this|one|another|neither|either|none)$/u
const PLURAL = /(?:[^s]s|men|women|people|police|media|percent|staff)$/u

/** Finds the cue verbs of a sentence outside its quotations, left to right. */
export function findVerbCues(reading: Reading, sentence: Sentence): VerbCue[] {
  const cues: VerbCue[] = []
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const token = itemAt(reading.tokens, i)
    if (token.kind !== 'word' || !hasClass(reading, i, WORD.cueForm) || numberAt(reading.quoteOf, i) >= 0)
      continue
    const form = reading.lexicon.forms.get(token.lower)
    if (!form) continue
    const cue = verbCueAt(reading, sentence, i, form)
    if (cue) cues.push(cue)
  }
  return cues
}

interface Group {
  readonly from: number
  readonly passive: boolean
  readonly modal: boolean
  readonly have: boolean
  readonly be: boolean
  readonly infinitive: boolean
  readonly negated: boolean
}

/** Reads the helpers left of a verb: auxiliaries, adverbs, "continued to". */
function verbGroup(reading: Reading, sentence: Sentence, verb: number): Group {
  const { tokens, lexicon, quoteOf } = reading
  let from = verb
  let be = false
  let have = false
  let modal = false
  let infinitive = false
  let negated = false
  let nearest = ''
  for (let i = verb - 1; i >= sentence.from && verb - i < 8; i -= 1) {
    const token = itemAt(tokens, i)
    if (numberAt(quoteOf, i) >= 0) break
    const { lower } = token
    if (lower === 'to') {
      const lead = tokens[i - 1]
      if (!lead || i - 1 < sentence.from || !LEADING.test(lead.lower)) {
        infinitive = true
        from = i
        break
      }
      from = i - 1
      i -= 1
      modal = true
      nearest = 'to'
      const earlier = tokens[i - 1]
      if (
        earlier &&
        i - 1 >= sentence.from &&
        /^(?:went|goes|came|set|go)$/u.test(earlier.lower) &&
        /^(?:on|out|ahead)$/u.test(lead.lower)
      ) {
        from = i - 1
        i -= 1
      }
      continue
    }
    if (NEGATION.test(lower)) negated = true
    if (lexicon.language !== 'en' && lexicon.auxiliaries.has(lower)) {
      have = true
      from = i
      continue
    }
    const auxiliary = BE.test(lower) || HAVE.test(lower) || MODAL.test(lower)
    const possessive = lower === "'s" || lower === '’s'
    if (
      auxiliary &&
      !(possessive && !/^(?:he|she|it|who|that|there|what)$/u.test(tokens[i - 1]?.lower ?? ''))
    ) {
      if (nearest === '') nearest = lower
      be ||= BE.test(lower)
      have ||= HAVE.test(lower)
      modal ||= MODAL.test(lower)
      from = i
      continue
    }
    if (
      lower === 'not' ||
      lower === 'never' ||
      (lexicon.adverbs.has(lower) && lower !== 'yet' && lower !== 'both') ||
      isLyAdverb(reading, i)
    ) {
      from = i
      continue
    }
    break
  }
  return { from, passive: be && (BE.test(nearest) || nearest === ''), modal, have, be, infinitive, negated }
}

function verbCueAt(reading: Reading, sentence: Sentence, verb: number, form: VerbForm): VerbCue | null {
  const { tokens, lexicon, quoteOf } = reading
  const token = itemAt(tokens, verb)
  if (token.capital && verb > sentence.from && !isHeadlineCase(reading, sentence)) return null
  const group = verbGroup(reading, sentence, verb)
  const left = tokens[group.from - 1]
  const hasLeft = left !== undefined && group.from - 1 >= sentence.from
  const inflected = form.inflections
  const next = tokens[verb + 1]
  if (inflected.has('gerund')) {
    if (group.be) {
      const subject = subjectBefore(reading, sentence, group.from)
      return (
        subject && {
          group: { from: group.from, to: verb + 1 },
          verb,
          form,
          subject,
          inverted: null,
          passive: false,
          gerund: false,
          negated: group.negated,
        }
      )
    }
    if (hasLeft && (lexicon.determiners.has(left.lower) || /^(?:'s|’s)$/u.test(left.lower))) return null
    if (
      next &&
      verb + 1 < sentence.to &&
      next.lower === 'to' &&
      !form.frames.has('inf') &&
      !form.prepositions.has('to')
    )
      return null
    return {
      group: { from: group.from, to: verb + 1 },
      verb,
      form,
      subject: null,
      inverted: null,
      passive: false,
      gerund: true,
      negated: group.negated,
    }
  }
  if (group.infinitive) return null
  const afterQuote = hasLeft && (numberAt(quoteOf, group.from - 1) >= 0 || isComma(left) || isDash(left))
  const finite =
    inflected.has('past') || inflected.has('third') || (inflected.has('base') && (group.modal || true))
  if (!finite && !group.have && !group.be) return null
  const passive = group.passive && (inflected.has('participle') || inflected.has('past')) && !group.modal
  const passiveModal = group.modal && group.be && inflected.has('participle')
  if (afterQuote && form.frames.has('quote') && (group.from === verb || lexicon.language !== 'en')) {
    const named = nounPhraseAfter(reading, sentence, verb + 1)
    const object = named && itemAt(tokens, named.from)
    const oblique = object && /^(?:him|her|them|me|us)$/u.test(object.lower)
    if (named && !oblique && form.lemma !== 'tell') {
      const inverted = withApposition(reading, sentence, named)
      const between =
        followsQuote(reading, sentence, group.from) || plainInversion(reading, sentence, named, inverted)
      if (between && endsTail(reading, sentence, inverted.to))
        return {
          group: { from: group.from, to: verb + 1 },
          verb,
          form,
          subject: null,
          inverted,
          passive: false,
          gerund: false,
          negated: false,
        }
    }
  }
  const subject = hasLeft ? subjectBefore(reading, sentence, group.from) : null
  if (!subject) return null
  if (!nounOrVerb(reading, sentence, verb, form, group, subject)) return null
  return {
    group: { from: group.from, to: verb + 1 },
    verb,
    form,
    subject,
    inverted: null,
    passive: passive || passiveModal,
    gerund: false,
    negated: group.negated,
  }
}

/** True when only commas and dashes stand between a quotation's end and token `i`. */
function followsQuote(reading: Reading, sentence: Sentence, i: number): boolean {
  let k = i - 1
  while (
    k > sentence.from &&
    numberAt(reading.quoteOf, k) < 0 &&
    (isComma(reading.tokens[k]) || isDash(reading.tokens[k]))
  )
    k -= 1
  return k >= sentence.from && numberAt(reading.quoteOf, k) >= 0
}

/** Without quotation marks, "…, said the mayor." must close its sentence: "Ann Ode, the mayor, said that day" does not. */
function plainInversion(reading: Reading, sentence: Sentence, named: Phrase, inverted: Phrase): boolean {
  const first = itemAt(reading.tokens, named.from)
  if (
    reading.lexicon.pronouns.has(first.lower) ||
    first.lower === 'that' ||
    reading.lexicon.times.has(first.lower)
  )
    return false
  for (let i = inverted.to; i < sentence.to; i += 1)
    if (isFiniteVerb(reading, i) || numberAt(reading.quoteOf, i) >= 0) return false
  let clause = false
  for (let i = sentence.from; i < named.from - 1 && !clause; i += 1)
    clause = isFiniteVerb(reading, i) || itemAt(reading.tokens, i).lower.endsWith('ed')
  if (!clause) return false
  return !isFiniteVerb(reading, inverted.to)
}

/** True when an inverted tail may end at `i`: the sentence ends there, or a comma, quotation or adverbial follows. */
function endsTail(reading: Reading, sentence: Sentence, i: number): boolean {
  if (i >= sentence.to) return true
  const token = itemAt(reading.tokens, i)
  return (
    token.kind !== 'word' ||
    hasClass(reading, i, WORD.preposition | WORD.conjunction | WORD.time | WORD.adverb | WORD.lyAdverb) ||
    token.lower.endsWith('ing')
  )
}

/** Tells a verb from the noun or reduced participle that looks like it, by what stands around it. */
function nounOrVerb(
  reading: Reading,
  sentence: Sentence,
  verb: number,
  form: VerbForm,
  group: Group,
  subject: Subject,
): boolean {
  const { tokens, lexicon } = reading
  const inflected = form.inflections
  const next = verb + 1 < sentence.to ? tokens[verb + 1] : undefined
  const head = tokens[subject.to - 1]
  const helped = group.modal || group.have || group.be
  const left = tokens[group.from - 1]
  // "a majority of pledged delegates", "its proposed cut": a participle before its noun
  if (
    !helped &&
    left &&
    subject.kind !== 'shared' &&
    subject.kind !== 'relative' &&
    (lexicon.prepositions.has(left.lower) ||
      (lexicon.determiners.has(left.lower) && !QUANTIFIER.test(left.lower)) ||
      /^['’]s?$/u.test(left.lower))
  )
    return false
  if (inflected.has('past') && !helped) {
    // "the bill proposed by", "the plan announced Tuesday by"
    return next?.lower !== 'by'
  }
  if (helped) return true
  if (inflected.has('third')) {
    if (subject.kind === 'shared') return !lexicon.homographs.has(itemAt(tokens, verb).lower)
    if (
      head &&
      /^(?:they|we|i|you|these|those|many|most|all|some|others|both|few|several)$/u.test(head.lower)
    )
      return false
    if (subject.kind === 'noun' && lexicon.homographs.has(itemAt(tokens, verb).lower)) {
      // "party plans": a plural noun unless what follows can only follow a verb
      return (
        next !== undefined &&
        (lexicon.determiners.has(next.lower) ||
          lexicon.pronouns.has(next.lower) ||
          lexicon.complementisers.has(next.lower) ||
          next.lower === 'to' ||
          next.kind === 'mark') &&
        head?.capital === true
      )
    }
    return true
  }
  if (inflected.has('base')) {
    if (subject.kind === 'pronoun')
      return QUANTIFIER.test(head?.lower ?? '') && head?.lower !== 'this' && head?.lower !== 'one'
    if (subject.kind === 'relative')
      return (
        head?.lower === 'who' ||
        (head?.lower === 'that' && !lexicon.homographs.has(itemAt(tokens, verb).lower))
      )
    if (subject.kind === 'shared') return false
    if (lexicon.homographs.has(itemAt(tokens, verb).lower))
      return (
        next !== undefined &&
        head !== undefined &&
        PLURAL.test(head.lower) &&
        (lexicon.determiners.has(next.lower) ||
          next.capital ||
          lexicon.complementisers.has(next.lower) ||
          next.lower === 'to')
      )
    const first = tokens[subject.from]
    return (
      head !== undefined &&
      (PLURAL.test(head.lower) ||
        (first !== undefined && QUANTIFIER.test(first.lower)) ||
        joinedNames(reading, subject) ||
        head.text === ')' ||
        isComma(head))
    )
  }
  return false
}

function joinedNames(reading: Reading, subject: Phrase): boolean {
  for (let i = subject.from; i < subject.to; i += 1)
    if (itemAt(reading.tokens, i).lower === 'and') return true
  return false
}

/** True for a headline, where most words have capitals and a capital says nothing of a verb. */
export function isHeadlineCase(reading: Reading, sentence: Sentence): boolean {
  let words = 0
  let capitals = 0
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const token = itemAt(reading.tokens, i)
    if (token.kind !== 'word' || token.text.length < 4) continue
    words += 1
    if (token.capital) capitals += 1
  }
  return words >= 3 && capitals >= words * 0.8
}

/** The frames of a cue, as the rules ask for them. */
export function hasFrame(cue: VerbCue, ...frames: readonly Frame[]): boolean {
  return frames.some((frame) => cue.form.frames.has(frame))
}

/** True when token `i` begins a finite verb group, adverbs first. */
export function startsVerbGroup(reading: Reading, i: number, to: number): boolean {
  let k = i
  while (k < to && hasClass(reading, k, WORD.adverb | WORD.lyAdverb)) k += 1
  return k < to && isFiniteVerb(reading, k) && !isNominalReading(reading, k)
}

function isNominalReading(reading: Reading, i: number): boolean {
  return isNominal(reading, i) && reading.lexicon.homographs.has(itemAt(reading.tokens, i).lower)
}
