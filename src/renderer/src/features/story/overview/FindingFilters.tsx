import { Button, Select, SegmentedControl, UnstyledButton } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'
import { useMemo, type ReactNode } from 'react'
import type { FindingStatus } from '#core/model/comparison'
import type { ComparisonView } from '#services/comparison'
import { changeFindingFilter, useStoryView } from '#store/story'
import { formatCount } from '#ui/counts'
import { FINDING_LABELS, FINDING_MEANINGS, FINDING_STATUS_LABELS, FindingIcon } from '../finding-kinds'
import type { SourceLabel } from '../labels'
import classes from './Findings.module.css'
import { countFindings, KIND_ORDER } from './groups'

const STATUSES: readonly FindingStatus[] = ['open', 'confirmed', 'dismissed']

const isStatus = (value: string): value is FindingStatus => STATUSES.some((status) => status === value)

interface FindingFiltersProps {
  readonly view: ComparisonView
  readonly labels: ReadonlyMap<string, SourceLabel>
}

/** What narrows the findings: what was decided, their kind, and whom they concern. */
export function FindingFilters({ view, labels }: FindingFiltersProps) {
  const filter = useStoryView((state) => state.findingFilter)
  const { statuses, kinds, disagreements } = useMemo(
    () => countFindings(view.findings, filter),
    [view.findings, filter],
  )
  return (
    <div className={classes['filters']} role="group" aria-label="Filters of the findings">
      <SegmentedControl
        aria-label="Status"
        value={filter.status ?? 'all'}
        onChange={(value) => changeFindingFilter({ status: isStatus(value) ? value : null })}
        data={[
          ...STATUSES.map((status) => ({
            value: status,
            label: `${FINDING_STATUS_LABELS[status]} ${formatCount(statuses[status])}`,
          })),
          { value: 'all', label: 'All' },
        ]}
      />
      <Select
        aria-label="Source"
        placeholder="All sources"
        clearable
        clearButtonProps={{ 'aria-label': 'All sources' }}
        className={classes['source'] ?? ''}
        value={filter.article}
        data={view.sources.map(({ article }) => ({
          value: article.id,
          label: labels.get(article.id)?.name ?? article.title,
        }))}
        onChange={(article) => changeFindingFilter({ article })}
      />
      <div className={classes['kinds']} role="group" aria-label="Kinds">
        <Chip
          label="Disagreements"
          meaning="Another speaker, number or date, or a wording that turns, weakens or strengthens the statement."
          icon={<IconArrowsDiff size="0.9375rem" stroke={1.75} aria-hidden />}
          count={disagreements}
          isChosen={filter.disagreements}
          onClick={() => changeFindingFilter({ kinds: [], disagreements: !filter.disagreements })}
        />
        {KIND_ORDER.map((kind) => {
          const isChosen = filter.kinds.includes(kind)
          return (
            <Chip
              key={kind}
              label={FINDING_LABELS[kind]}
              meaning={FINDING_MEANINGS[kind]}
              icon={<FindingIcon kind={kind} size="0.9375rem" />}
              count={kinds.get(kind) ?? 0}
              isChosen={isChosen}
              onClick={() =>
                changeFindingFilter({
                  kinds: isChosen ? filter.kinds.filter((one) => one !== kind) : [...filter.kinds, kind],
                  disagreements: false,
                })
              }
            />
          )
        })}
        {(filter.kinds.length > 0 || filter.disagreements) && (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => changeFindingFilter({ kinds: [], disagreements: false })}
          >
            All kinds
          </Button>
        )}
      </div>
    </div>
  )
}

interface ChipProps {
  readonly label: string
  readonly meaning: string
  readonly icon: ReactNode
  readonly count: number
  readonly isChosen: boolean
  readonly onClick: () => void
}

/** A choice with its count; dimmed at 0, which says that it was looked for and not found. */
function Chip({ label, meaning, icon, count, isChosen, onClick }: ChipProps) {
  return (
    <UnstyledButton
      className={classes['kind'] ?? ''}
      aria-pressed={isChosen}
      data-none={count === 0 || undefined}
      title={meaning}
      onClick={onClick}
    >
      {icon}
      {label}
      <span className={classes['number']}>{formatCount(count)}</span>
    </UnstyledButton>
  )
}
