import { DIGIT } from './anchored-patterns'
import { isoTime } from './civil-date'
import type { MentionPattern } from './date-mentions'
import { MAYBE_SPACE, SPACE } from './number-words'

/** Zones whose offset is always zero; others are left alone, as "CST" and its like name several. */
const ZERO_ZONE = '(?:GMT|UTC|Zulu)'

function time(hour: number, minute: number, zone: string | undefined): ReturnType<MentionPattern['read']> {
  if (hour > 23 || minute > 59) return null
  const value = `${isoTime(hour, minute)}${zone === undefined ? '' : 'Z'}`
  return { kind: 'time', resolve: () => value }
}

/** Times of day. `p.m.` keeps its last stop even at the end of a sentence: it belongs to the abbreviation. */
export const TIME_PATTERNS: readonly MentionPattern[] = [
  {
    // 12 hours: "2:30 p.m.", "2.30pm", "6 pm"
    begins: [DIGIT],
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}.:,/-])(?<hour>0?[1-9]|1[0-2])(?:[:.](?<minute>[0-5]\\d))?${MAYBE_SPACE}(?<half>[ap])(?:\\.${MAYBE_SPACE}m\\.|m(?![\\p{L}\\p{N}]))(?:${SPACE}(?<zone>${ZERO_ZONE})(?!\\p{L}))?`,
      'giu',
    ),
    read: ({ hour, minute = '0', half = '', zone }) =>
      time((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0), Number(minute), zone),
  },
  {
    // 24 hours: "14:30", "14:30:05 UTC", "14h30"
    begins: [DIGIT],
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}.:,/-])(?<hour>[01]?\\d|2[0-3])[:h](?<minute>[0-5]\\d)(?::[0-5]\\d)?(?:${MAYBE_SPACE}(?<zone>${ZERO_ZONE}|Z)(?!\\p{L}))?(?![\\p{L}\\p{N}:/%]|[.,]\\d)(?!${MAYBE_SPACE}[ap]\\.?m)`,
      'gu',
    ),
    read: ({ hour, minute, zone }) => time(Number(hour), Number(minute), zone),
  },
  {
    // "0930 GMT", "1430 hours", "14.30 GMT"
    begins: [DIGIT],
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}.:,/-])(?<hour>[01]\\d|2[0-3])[.]?(?<minute>[0-5]\\d)${SPACE}(?:(?<zone>${ZERO_ZONE})|hrs)(?!\\p{L})`,
      'gu',
    ),
    read: ({ hour, minute, zone }) => time(Number(hour), Number(minute), zone),
  },
  {
    begins: ['noon', 'midday', 'midnight'],
    pattern: /(?<![\p{L}\p{N}-])(?<name>noon|midday|midnight)(?![\p{L}\p{N}-])/giu,
    read: ({ name = '' }) => time(name.toLowerCase() === 'midnight' ? 0 : 12, 0, undefined),
  },
]
