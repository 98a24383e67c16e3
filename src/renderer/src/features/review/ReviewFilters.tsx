import { Button, RangeSlider, SegmentedControl, Select } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Layer } from '#core/model/codebook'
import { liveSources } from '#services/articles'
import { liveSpeakerUse, type SpeakerUse } from '#services/speakers'
import { useLive } from '#services/use-live'
import { changeChoice, clearChoice, isWholeQueue, useReview } from '#store/review'
import { countOf, formatCount } from '#ui/counts'
import classes from './Review.module.css'

const NO_USE: readonly SpeakerUse[] = []

/** The order of the queue and what narrows it. */
export function ReviewFilters({ layers }: { readonly layers: readonly Layer[] }) {
  const choice = useReview((state) => state.choice)
  const use = useLive<readonly SpeakerUse[]>(liveSpeakerUse(), NO_USE)
  const sources = useLive(liveSources(), [])
  // A speaker whose last suggestion was decided stays in the list as long as it is chosen.
  const speakers = use.filter(({ speaker, suggested }) => suggested > 0 || speaker.id === choice.speaker)
  return (
    <div className={classes['filters']} role="group" aria-label="Filters">
      <SegmentedControl
        aria-label="Order"
        value={choice.order}
        onChange={(order) => changeChoice({ order })}
        data={[
          { value: 'surest', label: 'Surest first' },
          { value: 'least-sure', label: 'Least sure first' },
        ]}
      />
      <Select
        aria-label="Layer"
        placeholder="All layers"
        clearable
        clearButtonProps={{ 'aria-label': 'All layers' }}
        className={classes['filter'] ?? ''}
        value={choice.layer}
        data={layers.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(layer) => changeChoice({ layer })}
      />
      <Select
        aria-label="Speaker"
        placeholder="All speakers"
        clearable
        searchable
        limit={100}
        clearButtonProps={{ 'aria-label': 'All speakers' }}
        className={classes['filter'] ?? ''}
        value={choice.speaker}
        data={speakers.map(({ speaker, suggested }) => ({
          value: speaker.id,
          label: `${speaker.name} (${formatCount(suggested)})`,
        }))}
        nothingFoundMessage="No such speaker"
        onChange={(speaker) => changeChoice({ speaker })}
      />
      <Select
        aria-label="Source"
        placeholder="All sources"
        clearable
        searchable
        limit={100}
        clearButtonProps={{ 'aria-label': 'All sources' }}
        className={classes['filter'] ?? ''}
        value={choice.source}
        data={sources.map(({ id, name }) => ({ value: id, label: name }))}
        nothingFoundMessage="No such source"
        onChange={(source) => changeChoice({ source })}
      />
      <ScoreRange key={`${choice.minScore} ${choice.maxScore}`} min={choice.minScore} max={choice.maxScore} />
      {choice.articles && (
        <Button
          variant="default"
          title={choice.query}
          leftSection={<IconSearch size="1rem" aria-hidden />}
          rightSection={<IconX size="0.875rem" aria-label="take away" />}
          onClick={() => changeChoice({ articles: null, query: '' })}
        >
          {countOf(choice.articles.length, 'article')} found
        </Button>
      )}
      {!isWholeQueue(choice) && (
        <Button variant="subtle" onClick={clearChoice}>
          Clear
        </Button>
      )}
    </div>
  )
}

const percent = (score: number): number => Math.round(score * 100)

/** How sure a suggestion has to be; the queue follows when the handle is let go. */
function ScoreRange({ min, max }: { readonly min: number; readonly max: number }) {
  const [range, setRange] = useState<[number, number]>([percent(min), percent(max)])
  return (
    <div className={classes['score']}>
      <span className={classes['scoreLabel']}>
        {range[0]} to {range[1]} % sure
      </span>
      <RangeSlider
        className={classes['slider'] ?? ''}
        size="sm"
        label={null}
        min={0}
        max={100}
        step={5}
        minRange={5}
        thumbFromLabel="Least score, percent"
        thumbToLabel="Highest score, percent"
        value={range}
        onChange={setRange}
        onChangeEnd={([from, to]) => changeChoice({ minScore: from / 100, maxScore: to / 100 })}
      />
    </div>
  )
}
