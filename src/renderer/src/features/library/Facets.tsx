import { Checkbox, TextInput, UnstyledButton } from '@mantine/core'
import { memo, useState, type ReactNode } from 'react'
import type { ArticleStatus } from '#core/model/article'
import type { FacetCounts } from '#core/library/library-query'
import type { Tag } from '#core/model/codebook'
import { changeFilter, chooseInFilter, useLibrary, type FilterList, type LibraryFlag } from '#store/library'
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
export const Facets = memo(function Facets({ counts, tags }: FacetsProps) {
  const filter = useLibrary((state) => state.filter)
  const flags = (Object.keys(FLAG_LABELS) as LibraryFlag[]).filter(
    (flag) => counts.flags.has(flag) || filter.flags.includes(flag),
  )
  const usedTags = tags.filter((tag) => counts.tags.has(tag.id) || filter.tags.includes(tag.id))
  return (
    <div className={classes['facets']}>
      <Facet
        title="Status"
        field="statuses"
        values={STATUSES.map((status) => ({
          value: status,
          label: STATUS_LABELS[status],
          count: counts.statuses.get(status) ?? 0,
        }))}
      />
      <Facet
        title="Source"
        field="sources"
        values={[...counts.sources]
          .map(([value, { name, count }]) => ({ value, label: name ?? 'Unknown source', count }))
          .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label))}
      />
      <DateFacet from={filter.from} to={filter.to} counts={counts.dates} />
      {usedTags.length > 0 && (
        <Facet
          title="Tag"
          field="tags"
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
        />
      )}
      <Facet
        title="Language"
        field="languages"
        values={[...counts.languages]
          .map(([value, count]) => ({
            value,
            label: value === null ? 'Unknown language' : formatLanguage(value),
            count,
          }))
          .toSorted((a, b) => b.count - a.count)}
      />
      <Facet
        title="Flag"
        field="flags"
        values={flags.map((flag) => ({
          value: flag,
          label: FLAG_LABELS[flag],
          count: counts.flags.get(flag) ?? 0,
        }))}
      />
    </div>
  )
})

interface FacetProps {
  readonly title: string
  readonly field: FilterList
  readonly values: readonly {
    readonly value: string | null
    readonly label: ReactNode
    readonly count: number
  }[]
}

function Facet({ title, field, values }: FacetProps) {
  const chosenList = useLibrary((state) => state.filter[field])
  const chosen: ReadonlySet<string | null> = new Set(chosenList)
  const [isLong, setLong] = useState(false)
  // What is chosen stays in sight even where the shortened list would leave it out.
  const shown = isLong ? values : values.filter(({ value }, index) => index < SHORT || chosen.has(value))
  if (values.length === 0) return null
  return (
    <fieldset className={classes['facet']}>
      <legend className={classes['title']}>{title}</legend>
      {shown.map(({ value, label, count }) => (
        <div key={value ?? ''} className={classes['value']}>
          <FacetBox field={field} value={value} label={label} isChosen={chosen.has(value)} />
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

interface FacetBoxProps {
  readonly field: FilterList
  readonly value: string | null
  readonly label: ReactNode
  readonly isChosen: boolean
}

/** Drawn anew only when it is chosen or named otherwise: counts change with every batch of an import. */
const FacetBox = memo(function FacetBox({ field, value, label, isChosen }: FacetBoxProps) {
  return (
    <Checkbox
      className={classes['box'] ?? ''}
      label={label}
      checked={isChosen}
      onChange={(event) => chooseInFilter(field, value, event.currentTarget.checked)}
    />
  )
})

interface PeriodBoxProps {
  readonly period: string
  readonly isChosen: boolean
}

const PeriodBox = memo(function PeriodBox({ period, isChosen }: PeriodBoxProps) {
  const chosen = { from: firstDayOf(period), to: lastDayOf(period) }
  return (
    <Checkbox
      className={classes['box'] ?? ''}
      label={formatDate(period)}
      checked={isChosen}
      onChange={() => changeFilter(isChosen ? { from: null, to: null } : chosen)}
    />
  )
})

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
          <PeriodBox period={period} isChosen={isChosen(period)} />
          <span className={classes['count']}>{formatCount(counts.get(period) ?? 0)}</span>
        </div>
      ))}
    </fieldset>
  )
}
