import { Button, TextInput } from '@mantine/core'
import { IconArrowMerge, IconSearch, IconSparkles, IconUsers } from '@tabler/icons-react'
import { useDeferredValue, useEffect, useMemo } from 'react'
import { similarSpeakers } from '#core/suggest/similar-speakers'
import { liveSpeakerUse, type SpeakerUse } from '#services/speakers'
import { useLive } from '#services/use-live'
import { refreshCommands, runCommand } from '#store/command-registry'
import { keepShown } from '#store/selection'
import { selectNoSpeaker, useSpeakersView } from '#store/speakers'
import { countOf, formatCount } from '#ui/counts'
import { EmptyState } from '#ui/EmptyState'
import { provideSpeakers, SEARCH_INPUT_ID } from './commands'
import { MergeDialog } from './MergeDialog'
import { findSpeakers } from './rows'
import { SimilarSpeakers } from './SimilarSpeakers'
import { SpeakerForm } from './SpeakerForm'
import { SpeakerList } from './SpeakerList'
import classes from './Speakers.module.css'
import { SplitDialog } from './SplitDialog'

const NO_SPEAKERS: readonly SpeakerUse[] = []

/** The speakers of the corpus: one record for all spellings of a name, merged and split by hand where need be. */
export function Speakers() {
  const loaded = useLive<readonly SpeakerUse[] | null>(liveSpeakerUse(), null)
  const all = loaded ?? NO_SPEAKERS
  const query = useSpeakersView((state) => state.query)
  const selection = useSpeakersView((state) => state.selection)
  const dialog = useSpeakersView((state) => state.dialog)
  const wanted = useDeferredValue(query)
  const shown = useMemo(() => findSpeakers(all, wanted), [all, wanted])
  const selected = useMemo(
    () => all.filter(({ speaker }) => selection.selected.has(speaker.id)),
    [all, selection.selected],
  )

  const similar = useMemo(() => similarSpeakers(all.map(({ speaker }) => speaker)), [all])

  useEffect(() => {
    if (loaded === null) return
    // What was merged away, or undone, is no longer there to work on; what a search hides stays selected.
    const kept = keepShown(
      useSpeakersView.getState().selection,
      loaded.map(({ speaker }) => speaker.id),
    )
    useSpeakersView.setState({ selection: kept })
  }, [loaded])
  useEffect(() => {
    provideSpeakers(selected)
    refreshCommands()
  }, [selected])

  if (loaded !== null && all.length === 0) return <NoSpeakers />
  const [only] = selected
  const closeDialog = () => useSpeakersView.setState({ dialog: null })
  return (
    <section className={classes['speakers']} data-place="speakers" aria-label="Speakers">
      <div className={classes['lists']}>
        <header className={classes['header']}>
          <h1 className={classes['title']}>Speakers</h1>
          <span className={classes['count']} role="status">
            {shown.length === all.length
              ? formatCount(all.length)
              : `${formatCount(shown.length)} of ${formatCount(all.length)}`}
          </span>
        </header>
        {similar.length > 0 && selected.length > 0 && (
          <Button
            className={classes['similar'] ?? ''}
            variant="subtle"
            leftSection={<IconArrowMerge size="1rem" aria-hidden />}
            onClick={selectNoSpeaker}
          >
            {countOf(similar.length, 'pair')} may be one speaker
          </Button>
        )}
        <div className={classes['search']}>
          <TextInput
            id={SEARCH_INPUT_ID}
            type="search"
            aria-label="Find a speaker"
            placeholder="Find by any spelling"
            leftSection={<IconSearch size="0.9375rem" aria-hidden />}
            value={query}
            onChange={(event) => useSpeakersView.setState({ query: event.currentTarget.value })}
          />
        </div>
        {shown.length === 0 ? (
          <p className={classes['none']}>No speaker has a spelling with these letters.</p>
        ) : (
          <SpeakerList speakers={shown} />
        )}
        {selected.length > 1 && (
          <div className={classes['bar']} role="toolbar" aria-label="Selected speakers">
            <span role="status">{countOf(selected.length, 'speaker')} selected</span>
            <Button
              leftSection={<IconArrowMerge size="1rem" aria-hidden />}
              onClick={() => runCommand('speakers.merge')}
            >
              Merge into one…
            </Button>
          </div>
        )}
      </div>
      <div className={classes['detail']}>
        {selected.length === 1 && only ? (
          <SpeakerForm key={only.speaker.id} use={only} />
        ) : selected.length === 0 && similar.length > 0 ? (
          <SimilarSpeakers pairs={similar} speakers={all} />
        ) : (
          <EmptyState
            icon={<IconUsers size="2rem" stroke={1.5} />}
            title={
              selected.length > 1 ? `${formatCount(selected.length)} speakers selected` : 'Nobody selected'
            }
          >
            {selected.length > 1
              ? 'Merge them into one when they are the same person or body.'
              : 'Select a speaker to see the spellings and quotations, or several (Ctrl or Shift) to merge them.'}
          </EmptyState>
        )}
      </div>
      {selected.length > 1 && (
        <MergeDialog speakers={selected} opened={dialog === 'merge'} onClose={closeDialog} />
      )}
      {selected.length === 1 && only && (
        <SplitDialog speaker={only.speaker} opened={dialog === 'split'} onClose={closeDialog} />
      )}
    </section>
  )
}

/** A corpus in which nobody speaks yet. */
function NoSpeakers() {
  return (
    <section className={classes['empty']} data-place="speakers" aria-label="Speakers">
      <EmptyState
        isWhole
        icon={<IconUsers size="2rem" stroke={1.5} />}
        title="No speakers yet"
        actions={
          <Button
            leftSection={<IconSparkles size="1rem" aria-hidden />}
            onClick={() => runCommand('suggest.corpus')}
          >
            Suggest in the whole corpus
          </Button>
        }
      >
        Speakers come with the quotations: have Crossread suggest them, or mark one in an article and name who
        says it.
      </EmptyState>
    </section>
  )
}
