import { Button, Select, SegmentedControl, UnstyledButton } from '@mantine/core'
import { useMemo } from 'react'
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
  const { statuses, kinds } = useMemo(() => countFindings(view.findings, filter), [view.findings, filter])
  const offered = KIND_ORDER.filter((kind) => kinds.has(kind) || filter.kinds.includes(kind))
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
        {offered.map((kind) => {
          const isChosen = filter.kinds.includes(kind)
          return (
            <UnstyledButton
              key={kind}
              className={classes['kind'] ?? ''}
              aria-pressed={isChosen}
              title={FINDING_MEANINGS[kind]}
              onClick={() =>
                changeFindingFilter({
                  kinds: isChosen ? filter.kinds.filter((one) => one !== kind) : [...filter.kinds, kind],
                })
              }
            >
              <FindingIcon kind={kind} size="0.9375rem" />
              {FINDING_LABELS[kind]}
              <span className={classes['number']}>{formatCount(kinds.get(kind) ?? 0)}</span>
            </UnstyledButton>
          )
        })}
        {filter.kinds.length > 0 && (
          <Button variant="subtle" size="compact-xs" onClick={() => changeFindingFilter({ kinds: [] })}>
            All kinds
          </Button>
        )}
      </div>
    </div>
  )
}
