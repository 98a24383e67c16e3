import type { ArticleStatus } from '../model/article'
import { datePeriod } from './dates'
import type { Filter, FilterField } from './query'

const STATUSES: readonly ArticleStatus[] = ['todo', 'in-progress', 'done']

/** The value that stands for "has none": articles without a source, date, tag or language. */
export const NONE = 'none'

type ReadFilter =
  { readonly ok: true; readonly value: Filter } | { readonly ok: false; readonly error: string }

/** Reads a filter's value; the error is one sentence for a person. */
export function readFilter(field: FilterField, written: string): ReadFilter {
  if (field === 'date') return readDate(written)
  if (field === 'status') {
    const value = written.toLowerCase().replace(/\s+/g, '-')
    if (!STATUSES.some((status) => status === value)) {
      return { ok: false, error: `“status:” knows ${STATUSES.join(', ')}, not “${written}”.` }
    }
    return { ok: true, value: { field, value } }
  }
  return { ok: true, value: { field, value: written } }
}

function readDate(written: string): ReadFilter {
  if (written.toLowerCase() === NONE) return date(null, null, true)
  const wrong: ReadFilter = {
    ok: false,
    error: `“${written}” is no date. Write 2022, 2022-02, 2022-02-15, 2022-01..2022-03, >=2022-02 or <2022.`,
  }
  const dots = written.indexOf('..')
  if (dots >= 0) {
    const first = written.slice(0, dots)
    const last = written.slice(dots + 2)
    const from = first === '' ? null : datePeriod(first)
    const to = last === '' ? null : datePeriod(last)
    if ((first !== '' && !from) || (last !== '' && !to) || (!from && !to)) return wrong
    if (from && to && to.to <= from.from) {
      return { ok: false, error: `“${written}” ends before it begins.` }
    }
    return date(from?.from ?? null, to?.to ?? null)
  }
  const [, sign = '', rest = ''] = /^(>=|<=|>|<|)(.*)$/.exec(written) ?? []
  const period = datePeriod(rest)
  if (!period) return wrong
  switch (sign) {
    case '>=':
      return date(period.from, null)
    case '>':
      return date(period.to, null)
    case '<=':
      return date(null, period.to)
    case '<':
      return date(null, period.from)
    default:
      return date(period.from, period.to)
  }
}

function date(from: number | null, to: number | null, none = false): ReadFilter {
  return { ok: true, value: { field: 'date', from, to, none } }
}
