import { Checkbox, TextInput, UnstyledButton } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ArticleStatus } from '#core/model/article'
import type { FacetCounts } from '#core/library/library-query'
import type { Tag } from '#core/model/codebook'
import { changeFilter, useLibrary, type LibraryFlag } from '#store/library'
import classes from './Facets.module.css'
import { formatCount } from '#ui/counts'
import { formatDate } from '#ui/dates'
import { FLAG_LABELS, formatLanguage, STATUS_LABELS } from './format'
import { firstDayOf, lastDayOf } from './periods'

/** Values shown before "Show all". */
const SHORT = 8

const STATUSES: readonly ArticleStatus[] = ['todo', 'in-progress', 'done']

interface FacetsProps {
  readonly counts: FacetCounts
  readonly tags: readonly Tag[]
}

/** What the list can be narrowed by, each value with how many articles it would show. */
export function Facets({ counts, tags }: FacetsProps) {
  const filter = useLibrary((state) => state.filter)
  const flags = (Object.keys(FLAG_LABELS) as LibraryFlag[]).filter(
    (flag) => counts.flags.has(flag) || filter.flags.includes(flag),
  )
  const usedTags = tags.filter((tag) => counts.tags.has(tag.id) || filter.tags.includes(tag.id))
  return (
    <div className={classes['facets']}>
      <Facet
        title="Status"
        values={STATUSES.map((status) => ({
          value: status,
          label: STATUS_LABELS[status],
          count: counts.statuses.get(status) ?? 0,
        }))}
        chosen={filter.statuses}
        onChange={(statuses) => changeFilter({ statuses })}
      />
      <Facet
        title="Source"
        values={[...counts.sources]
          .map(([value, { name, count }]) => ({ value, label: name ?? 'Unknown source', count }))
          .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label))}
        chosen={filter.sources}
        onChange={(sources) => changeFilter({ sources })}
      />
      <DateFacet from={filter.from} to={filter.to} counts={counts.dates} />
      {usedTags.length > 0 && (
        <Facet
          title="Tag"
          values={usedTags.map((tag) => ({
            value: tag.id,
            label: (
              <span className={classes['tag']}>
                <span className={classes['dot']} style={{ backgroundColor: tag.color }} />
                {tag.name}
              </span>
            ),
            count: counts.tags.get(tag.id) ?? 0,
          }))}
          chosen={filter.tags}
          onChange={(chosen) => changeFilter({ tags: chosen })}
        />
      )}
      <Facet
        title="Language"
        values={[...counts.languages]
          .map(([value, count]) => ({
            value,
            label: value === null ? 'Unknown language' : formatLanguage(value),
            count,
          }))
          .toSorted((a, b) => b.count - a.count)}
        chosen={filter.languages}
        onChange={(languages) => changeFilter({ languages })}
      />
      <Facet
        title="Flag"
        values={flags.map((flag) => ({
          value: flag,
          label: FLAG_LABELS[flag],
          count: counts.flags.get(flag) ?? 0,
        }))}
        chosen={filter.flags}
        onChange={(chosen) => changeFilter({ flags: chosen })}
      />
    </div>
  )
}

interface FacetProps<T extends string | null> {
  readonly title: string
  readonly values: readonly { readonly value: T; readonly label: ReactNode; readonly count: number }[]
  readonly chosen: readonly T[]
  readonly onChange: (chosen: readonly T[]) => void
}

function Facet<T extends string | null>({ title, values, chosen, onChange }: FacetProps<T>) {
  const [isLong, setLong] = useState(false)
  // What is chosen stays in sight even where the shortened list would leave it out.
  const shown = isLong ? values : values.filter(({ value }, index) => index < SHORT || chosen.includes(value))
  if (values.length === 0) return null
  return (
    <fieldset className={classes['facet']}>
      <legend className={classes['title']}>{title}</legend>
      {shown.map(({ value, label, count }) => (
        <div key={value ?? ''} className={classes['value']}>
          <Checkbox
            className={classes['box'] ?? ''}
            label={label}
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value),
              )
            }
          />
          <span className={classes['count']}>{formatCount(count)}</span>
        </div>
      ))}
      {values.length > SHORT && (
        <UnstyledButton className={classes['more'] ?? ''} onClick={() => setLong(!isLong)}>
          {isLong ? 'Show fewer' : `Show all ${formatCount(values.length)}`}
        </UnstyledButton>
      )}
    </fieldset>
  )
}

interface DateFacetProps {
  readonly from: string | null
  readonly to: string | null
  /** Articles by year (`2022`) and month (`2022-02`). */
  readonly counts: ReadonlyMap<string, number>
}

function DateFacet({ from, to, counts }: DateFacetProps) {
  const isChosen = (period: string) => from === firstDayOf(period) && to === lastDayOf(period)
  const isWithin = (year: string) => from?.slice(0, 4) === year && to?.slice(0, 4) === year
  const periods = [...counts.keys()]
  const years = periods.filter((period) => period.length === 4).toSorted((a, b) => b.localeCompare(a))
  const shown = years.flatMap((year) => [
    year,
    // Months unfold below the year that is looked at.
    ...(isWithin(year) ? periods.filter((period) => period.startsWith(`${year}-`)).toSorted() : []),
  ])
  const isReversed = from !== null && to !== null && from > to
  return (
    <fieldset className={classes['facet']}>
      <legend className={classes['title']}>Date</legend>
      <div className={classes['dates']}>
        <TextInput
          type="date"
          label="From"
          value={from ?? ''}
          onChange={(event) => changeFilter({ from: event.currentTarget.value || null })}
        />
        <TextInput
          type="date"
          label="To"
          value={to ?? ''}
          error={isReversed ? 'Before “From”' : undefined}
          onChange={(event) => changeFilter({ to: event.currentTarget.value || null })}
        />
      </div>
      {shown.map((period) => (
        <div key={period} className={classes['value']} data-month={period.length > 4 || undefined}>
          <Checkbox
            className={classes['box'] ?? ''}
            label={formatDate(period)}
            checked={isChosen(period)}
            onChange={() =>
              changeFilter(
                isChosen(period)
                  ? { from: null, to: null }
                  : { from: firstDayOf(period), to: lastDayOf(period) },
              )
            }
          />
          <span className={classes['count']}>{formatCount(counts.get(period) ?? 0)}</span>
        </div>
      ))}
    </fieldset>
  )
}
