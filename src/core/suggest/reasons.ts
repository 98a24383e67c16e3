import { CLAIM_WEIGHTS, type ClaimReasonKind } from './claim-weights'

/** What each quotation rule saw, said to the person who decides. Rules are named in the modules that apply them. */
const QUOTATION_RULES: Readonly<Record<string, string>> = {
  'direct.tail': 'Words in quotation marks, followed by who says them: “…,” somebody says.',
  'direct.inverted':
    'Words in quotation marks, followed by the verb and then the speaker: “…,” says somebody.',
  'direct.head': 'A reporting verb leads up to words in quotation marks: somebody says, “…”.',
  'direct.colon': 'A colon leads up to what is said.',
  'direct.cue-inside': 'The reporting verb stands between the quotation marks.',
  'direct.unknown-verb': 'Words in quotation marks, followed by a name and a verb that no word list knows.',
  'direct.distant': 'Words in quotation marks that no nearer verb claims, some way after a reporting verb.',
  'direct.floating': 'A sentence all in quotation marks, without a speaker of its own.',
  'direct.floating-inherits':
    'A sentence all in quotation marks, right after another quotation: the same speaker goes on.',
  'mixed.clause': 'A reporting verb and a clause partly in quotation marks.',
  'indirect.that': 'A reporting verb and a clause with “that” or “whether”.',
  'indirect.tell-that': 'Somebody tells somebody that something is so.',
  'indirect.tell': 'Somebody tells somebody something, without “that”.',
  'indirect.clause': 'A reporting verb and a clause without “that”.',
  'indirect.bare-clause': 'A verb of finding or knowing and a clause without “that”.',
  'indirect.fronted': 'The report comes first, its speaker after the comma: …, somebody says.',
  'indirect.inverted': 'The report comes first, then the verb and its speaker: …, says somebody.',
  'indirect.according-to': '“According to” or a phrase like it names who says so.',
  'indirect.infinitive': 'A verb of will or promise and “to”: vowed to …',
  'indirect.urge': 'Somebody is asked or urged to do something.',
  'indirect.preposition': 'A verb of speech and its topic: called for …, warned against …',
  'indirect.object': 'A verb of speech and its object: denied the charge, praised the plan.',
  'indirect.as': 'Something is described as something.',
  'indirect.call': 'Something is called by a name.',
  'indirect.passive': 'The passive of a reporting verb, without the speaker: is expected to …',
  'indirect.passive-as': 'The passive of a describing verb, without the speaker: was seen as …',
  'indirect.passive-by': 'The passive of a reporting verb, with the speaker after “by”.',
  'indirect.noun-that': 'A noun of speech and a clause: the mayor’s claim that …',
  'indirect.noun': 'A noun of speech and its topic: her criticism of …',
  'indirect.poll': 'A poll or survey is said to show it.',
  'indirect.asked': 'A question is reported: asked whether …',
  'indirect.seeming': 'Somebody is said to seem to think it.',
  'marks.uncued': 'Words in quotation marks that no verb or name claims.',
  'marks.scare': 'A short phrase in quotation marks: perhaps the writer’s distance, not speech.',
  'marks.term': 'One or two words in quotation marks: probably a term or a name.',
  'marks.title': 'Capitals in quotation marks: probably a title.',
  'tagger.content': 'The tagger trained on your annotations takes these words for what is said.',
  'tagger.relation':
    'The tagger trained on your annotations finds content, cue and speaker that belong together.',
}

/** What each claim reason saw, as a part of one sentence. */
const CLAIM_REASONS: Readonly<Record<ClaimReasonKind, string>> = {
  quantity: 'a number',
  'small-count': 'a small count',
  date: 'a date or time',
  comparison: 'a comparison',
  superlative: 'an extreme (“the first since”, “the largest”)',
  causal: 'a cause',
  change: 'a rise, fall or other change',
  event: 'something that happened',
  'named-actor': 'a named actor',
  absolute: 'all or none (“never”, “no one”, “every”)',
  denial: 'a denial',
  accusation: 'an accusation',
  reported: 'a report of what somebody says',
  opinion: 'words of opinion',
  wish: 'a wish or duty',
  prediction: 'a prediction without number or date',
  hedge: 'words that leave it open',
  hypothetical: 'a condition',
  personal: 'the speaker’s own life',
}

function isClaimReason(kind: string): kind is ClaimReasonKind {
  return Object.hasOwn(CLAIM_REASONS, kind)
}

/**
 * One or two sentences for a person about the rule of a suggestion's reason: a quotation rule (`direct.tail`), or the reasons of a claim
 * (`claim.quantity+date`). A rule that this version does not know is named as it is, since a dataset may bring it along.
 */
export function describeReason(rule: string): string {
  if (rule.startsWith('claim.')) return describeClaim(rule.slice('claim.'.length).split('+'))
  return Object.hasOwn(QUOTATION_RULES, rule) ? (QUOTATION_RULES[rule] ?? unknown(rule)) : unknown(rule)
}

function unknown(rule: string): string {
  return `Proposed by the rule “${rule}”, which this version does not know.`
}

function describeClaim(kinds: readonly string[]): string {
  const known = kinds.filter(isClaimReason)
  if (known.length === 0 || known.length < kinds.length) return unknown(`claim.${kinds.join('+')}`)
  const words = (chosen: readonly ClaimReasonKind[]): string =>
    listed(chosen.map((kind) => `${CLAIM_REASONS[kind]} (${signed(CLAIM_WEIGHTS[kind])})`))
  const against = known.filter((kind) => CLAIM_WEIGHTS[kind] < 0)
  const supports = `Worth checking: it has ${words(known.filter((kind) => CLAIM_WEIGHTS[kind] >= 0))}.`
  return against.length === 0 ? supports : `${supports} Against it: ${words(against)}.`
}

function signed(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`
}

function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}
