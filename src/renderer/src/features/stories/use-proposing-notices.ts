import { useEffect, useRef } from 'react'
import { liveProposals, type Proposals } from '#services/stories'
import { useLive } from '#services/use-live'
import { refreshCommands } from '#store/command-registry'
import { showAllStories, useNavigation } from '#store/navigation'
import { countOf } from '#ui/counts'
import { notifyDone, notifyError } from '#ui/notify'
import { noteProposing } from './commands'

/** Says what looking for stories came to, when a search that was seen running ends. */
export function useProposingNotices(): void {
  const found = useLive<Proposals | null>(liveProposals(), null)
  const wasRunning = useRef(false)
  const state = found?.state
  useEffect(() => {
    noteProposing(state === 'running')
    refreshCommands()
  }, [state])
  useEffect(() => {
    if (found?.state === 'running') {
      wasRunning.current = true
      return
    }
    if (!wasRunning.current || found === null) return
    wasRunning.current = false
    if (found.error) notifyError(found.error)
    else if (found.state === 'done' && useNavigation.getState().screen !== 'stories') {
      const count = found.proposals.length
      if (count === 0) notifyDone('No articles seem to report one event.')
      else
        notifyDone(`${countOf(count, 'story', 'stories')} proposed.`, { label: 'Show', run: showAllStories })
    }
  }, [found])
}
