import { Button, CloseButton, Menu, Popover, TextInput } from '@mantine/core'
import { IconArrowsSort, IconCheck, IconFilter, IconSearch, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { FacetCounts } from '#core/library/library-query'
import type { Tag } from '#core/model/codebook'
import { changeFilter, clearFilter, sortBy, useLibrary, type SortColumn } from '#store/library'
import { IconButton } from '#ui/IconButton'
import { Facets } from './Facets'
import classes from './FilterBar.module.css'
import { formatDate } from '#ui/dates'
import { FLAG_LABELS, formatLanguage, STATUS_LABELS } from './format'
import { isFilterEmpty } from './rows'

/** Id of the filter box, for the command that goes to it. */
export const FILTER_INPUT_ID = 'library-filter'

/** The box that filters by title, path and source. */
export function FilterInput() {
  const query = useLibrary((state) => state.filter.query)
  return (
    <TextInput
      id={FILTER_INPUT_ID}
      type="search"
      aria-label="Filter by title, path or source"
      placeholder="Filter"
      className={classes['input'] ?? ''}
      leftSection={<IconSearch size="0.9375rem" aria-hidden />}
      rightSection={
        query !== '' && (
          <CloseButton
            size="sm"
            aria-label="Clear the filter box"
            onClick={() => changeFilter({ query: '' })}
          />
        )
      }
      value={query}
      onChange={(event) => changeFilter({ query: event.currentTarget.value })}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && query !== '') {
          event.preventDefault()
          changeFilter({ query: '' })
        }
      }}
    />
  )
}

interface FacetProps {
  readonly counts: FacetCounts
  readonly tags: readonly Tag[]
}

/** Facets behind a button, where there is no room beside the list. */
export function FacetsPopover({ counts, tags }: FacetProps) {
  const filter = useLibrary((state) => state.filter)
  const isNarrowed = !isFilterEmpty({ ...filter, query: '' })
  return (
    <Popover position="bottom-end" width="17rem" trapFocus>
      <Popover.Target>
        <IconButton
          label="Filters"
          variant={isNarrowed ? 'light' : 'subtle'}
          color={isNarrowed ? 'accent' : 'gray'}
        >
          <IconFilter size="1rem" />
        </IconButton>
      </Popover.Target>
      <Popover.Dropdown className={classes['popover'] ?? ''} aria-label="Filters">
        <Facets counts={counts} tags={tags} />
      </Popover.Dropdown>
    </Popover>
  )
}

const SORTS: readonly (readonly [SortColumn, string])[] = [
  ['title', 'Title'],
  ['source', 'Source'],
  ['date', 'Date'],
  ['language', 'Language'],
  ['words', 'Words'],
  ['annotations', 'Annotations'],
  ['status', 'Status'],
  ['flags', 'Flags'],
]

/** The order of the list, where it has no column headers. */
export function SortMenu() {
  const sort = useLibrary((state) => state.sort)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton label="Sort">
          <IconArrowsSort size="1rem" />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Check isOn={sort === null} />}
          onClick={() => useLibrary.setState({ sort: null })}
        >
          As imported
        </Menu.Item>
        {SORTS.map(([column, label]) => (
          <Menu.Item
            key={column}
            leftSection={<Check isOn={sort?.column === column} />}
            onClick={() => sortBy(column)}
          >
            {label}
            {sort?.column === column && (sort.descending ? ' (descending)' : ' (ascending)')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Check({ isOn }: { readonly isOn: boolean }) {
  return <IconCheck size="0.875rem" visibility={isOn ? 'visible' : 'hidden'} aria-hidden />
}

interface FilterChipsProps {
  readonly counts: FacetCounts
  readonly tags: readonly Tag[]
}

/** What narrows the list now, each to be taken away by itself or all at once. Nothing when nothing does. */
export function FilterChips({ counts, tags }: FilterChipsProps) {
  const filter = useLibrary((state) => state.filter)
  if (isFilterEmpty({ ...filter, query: '' })) return null
  const without = <T,>(list: readonly T[], value: T) => list.filter((one) => one !== value)
  return (
    <div className={classes['chips']} role="group" aria-label="Filters in force">
      {filter.statuses.map((status) => (
        <Chip key={status} onRemove={() => changeFilter({ statuses: without(filter.statuses, status) })}>
          {STATUS_LABELS[status]}
        </Chip>
      ))}
      {filter.sources.map((source) => (
        <Chip key={source ?? ''} onRemove={() => changeFilter({ sources: without(filter.sources, source) })}>
          {source === null ? 'Unknown source' : (counts.sources.get(source)?.name ?? 'Source')}
        </Chip>
      ))}
      {filter.tags.map((tag) => (
        <Chip key={tag} onRemove={() => changeFilter({ tags: without(filter.tags, tag) })}>
          {tags.find(({ id }) => id === tag)?.name ?? 'Tag'}
        </Chip>
      ))}
      {filter.languages.map((language) => (
        <Chip
          key={language ?? ''}
          onRemove={() => changeFilter({ languages: without(filter.languages, language) })}
        >
          {language === null ? 'Unknown language' : formatLanguage(language)}
        </Chip>
      ))}
      {filter.flags.map((flag) => (
        <Chip key={flag} onRemove={() => changeFilter({ flags: without(filter.flags, flag) })}>
          {FLAG_LABELS[flag]}
        </Chip>
      ))}
      {filter.from !== null && (
        <Chip onRemove={() => changeFilter({ from: null })}>from {formatDate(filter.from)}</Chip>
      )}
      {filter.to !== null && (
        <Chip onRemove={() => changeFilter({ to: null })}>to {formatDate(filter.to)}</Chip>
      )}
      <Button variant="subtle" size="compact-xs" onClick={clearFilter}>
        Clear all
      </Button>
    </div>
  )
}

function Chip({ children, onRemove }: { readonly children: ReactNode; readonly onRemove: () => void }) {
  return (
    <button type="button" className={classes['chip']} title="Remove this filter" onClick={onRemove}>
      <span className={classes['chipText']}>{children}</span>
      <IconX size="0.75rem" aria-hidden />
    </button>
  )
}
