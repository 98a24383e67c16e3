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
import type { FindingKind } from '#core/model/comparison'

export { FINDING_LABELS, FINDING_MEANINGS, FINDING_STATUS_LABELS } from '#core/compare/finding-names'

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
