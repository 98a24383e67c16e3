import type { FindingKind, FindingStatus } from '../model/comparison'

/** What each kind of finding is called, for screens and reports alike. */
export const FINDING_LABELS: Readonly<Record<FindingKind, string>> = {
  'attribution-conflict': 'Same words, other speaker',
  'quoted-within': 'Quoted within a quotation',
  wording: 'Other wording',
  truncation: 'Cut short',
  'number-conflict': 'Other number',
  'date-conflict': 'Other date',
  'only-in': 'In one source only',
  reuse: 'Text taken over',
  'repeats-itself': 'Repeats itself',
}

/** What each kind means, in one line. */
export const FINDING_MEANINGS: Readonly<Record<FindingKind, string>> = {
  'attribution-conflict': 'The same words are given to different speakers.',
  'quoted-within': 'Somebody reads out or repeats the words of another, which is not a conflict.',
  wording: 'The same statement in other words.',
  truncation: 'One source gives less of the statement than another.',
  'number-conflict': 'The same thing with another number.',
  'date-conflict': 'The same thing with another date or time.',
  'only-in': 'One source alone reports it.',
  reuse: 'Passages of one article stand in another.',
  'repeats-itself': 'An article says the same passages twice.',
}

/** What a person's decision on a finding is called. */
export const FINDING_STATUS_LABELS: Readonly<Record<FindingStatus, string>> = {
  open: 'Open',
  confirmed: 'Confirmed',
  dismissed: 'Dismissed',
}
