import {
  IconArrowsExchange,
  IconCalendarX,
  IconCircleDot,
  IconCopy,
  IconLetterCase,
  IconNumbers,
  IconQuotes,
  IconRepeat,
  IconScissors,
  type Icon,
} from '@tabler/icons-react'
import type { FindingKind, FindingStatus } from '#core/model/comparison'

/** What each kind of finding is called. */
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

/** What each kind means, in one line, for tooltip and manual alike. */
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

const ICONS: Readonly<Record<FindingKind, Icon>> = {
  'attribution-conflict': IconArrowsExchange,
  'quoted-within': IconQuotes,
  wording: IconLetterCase,
  truncation: IconScissors,
  'number-conflict': IconNumbers,
  'date-conflict': IconCalendarX,
  'only-in': IconCircleDot,
  reuse: IconCopy,
  'repeats-itself': IconRepeat,
}

/** The sign of a kind of finding; its words stand beside it or in its label. */
export function FindingIcon({ kind, size = '1rem' }: { readonly kind: FindingKind; readonly size?: string }) {
  const Sign = ICONS[kind]
  return <Sign size={size} stroke={1.75} aria-hidden />
}

/** What a status is called. */
export const FINDING_STATUS_LABELS: Readonly<Record<FindingStatus, string>> = {
  open: 'Open',
  confirmed: 'Confirmed',
  dismissed: 'Dismissed',
}

const SIGN_LABELS: Readonly<Record<string, string>> = {
  negation: 'negation',
  modality: 'may or will',
  hedge: 'hedge',
  strength: 'stronger or weaker word',
  number: 'number',
  name: 'name',
  value: 'other value',
  partial: 'in part',
}

/** What kind of change a sign of a finding stands for, as words; the sign itself where it has no words of its own. */
export function describeSign(sign: string): string {
  return SIGN_LABELS[sign] ?? sign.replaceAll('-', ' ')
}
