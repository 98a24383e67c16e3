import { useState } from 'react'
import { filterValues, toggleFilter } from '#core/search/query-edit'
import type { SearchCounts } from '#services/search'
import { askQuery, useSearch } from '#store/search'
import { formatCount } from '#ui/counts'
import { formatDate } from '#ui/dates'
import classes from './Search.module.css'

const FEW_SOURCES = 12

function toggle(field: 'source' | 'date', value: string): void {
  askQuery(toggleFilter(useSearch.getState().query, field, value))
}

/** How many of what was found came from each source and in each month; a click filters by it. */
export function Counts({ counts }: { readonly counts: SearchCounts }) {
  const query = useSearch((state) => state.query)
  const [all, setAll] = useState(false)
  const sources = filterValues(query, 'source').map((value) => value.toLowerCase())
  const dates = filterValues(query, 'date')
  const most = Math.max(1, ...counts.sources.map(({ count }) => count))
  const shown = all ? counts.sources : counts.sources.slice(0, FEW_SOURCES)
  const rest = counts.sources.length - shown.length
  return (
    <>
      <section aria-label="By month" className={classes['facet']}>
        <h2 className={classes['facetTitle']}>By month</h2>
        <Months counts={counts} chosen={dates} />
      </section>
      <section aria-label="By source" className={classes['facet']}>
        <h2 className={classes['facetTitle']}>By source</h2>
        <ul className={classes['sources']}>
          {shown.map(({ source, name, count }) => {
            const value = source === null ? 'none' : name
            return (
              <li key={source ?? ''}>
                <button
                  type="button"
                  className={classes['source']}
                  aria-pressed={sources.includes(value.toLowerCase())}
                  onClick={() => toggle('source', value)}
                >
                  <span
                    className={classes['share']}
                    style={{ width: `${String((count / most) * 100)}%` }}
                    aria-hidden
                  />
                  <span className={classes['sourceName']}>{source === null ? 'no source' : name}</span>
                  <span className={classes['number']}>{formatCount(count)}</span>
                </button>
              </li>
            )
          })}
        </ul>
        {rest > 0 && (
          <button type="button" className={classes['more']} onClick={() => setAll(true)}>
            {formatCount(rest)} more
          </button>
        )}
      </section>
    </>
  )
}

/** A bar a month from the first to the last; by the year where there are too many. */
function Months({ counts, chosen }: { readonly counts: SearchCounts; readonly chosen: readonly string[] }) {
  const bars = barsOf(counts.months)
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const [first] = bars
  const last = bars.at(-1)
  return (
    <>
      {first && last && (
        <>
          <div className={classes['bars']} role="group" aria-label="Articles by month">
            {bars.map(({ period, count }) => (
              <button
                key={period}
                type="button"
                className={classes['bar']}
                disabled={count === 0}
                aria-label={`${formatDate(period)}: ${formatCount(count)}`}
                aria-pressed={chosen.includes(period)}
                title={`${formatDate(period)}: ${formatCount(count)}`}
                onClick={() => toggle('date', period)}
              >
                <span style={{ height: `${String(Math.max(count > 0 ? 4 : 0, (count / most) * 100))}%` }} />
              </button>
            ))}
          </div>
          <div className={classes['ends']}>
            <span>{formatDate(first.period)}</span>
            {last !== first && <span>{formatDate(last.period)}</span>}
          </div>
        </>
      )}
      {counts.undated > 0 && (
        <button
          type="button"
          className={classes['source']}
          aria-pressed={chosen.includes('none')}
          onClick={() => toggle('date', 'none')}
        >
          <span className={classes['sourceName']}>no date</span>
          <span className={classes['number']}>{formatCount(counts.undated)}</span>
        </button>
      )}
    </>
  )
}

/** Bars narrower than this cannot be hit. */
const MOST_BARS = 48

interface Bar {
  /** `2022-02`, or `2022` for a year. */
  readonly period: string
  readonly count: number
}

function barsOf(months: SearchCounts['months']): Bar[] {
  const [first] = months
  const last = months.at(-1)
  if (!first || !last) return []
  const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  const [from, to] = [numberOf(first.month), numberOf(last.month)]
  if (to - from < MOST_BARS) {
    const counts = new Map(months.map(({ month, count }) => [numberOf(month), count]))
    return Array.from({ length: to - from + 1 }, (_, index) => {
      const month = from + index
      const period = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
      return { period, count: counts.get(month) ?? 0 }
    })
  }
  const years = new Map<string, number>()
  for (const { month, count } of months) {
    years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? 0) + count)
  }
  return [...years].map(([period, count]) => ({ period, count }))
}
