import { useEffect, useRef } from 'react'
import { liveSuggesting, type SuggestProgress } from '#services/suggestions'
import { useLive } from '#services/use-live'
import { refreshCommands } from '#store/command-registry'
import { showScreen, useNavigation } from '#store/navigation'
import { countOf, formatCount } from '#ui/counts'
import { notifyDone, notifyError, type NoticeAction } from '#ui/notify'
import { noteRun } from './commands'

const REVIEW: NoticeAction = { label: 'Review', run: () => showScreen('review') }

/** What a run came to, in one line. */
export function summarizeRun({ state, done, total, found }: SuggestProgress): string {
  const suggestions = countOf(found, 'suggestion')
  if (state === 'cancelled') {
    return `Stopped after ${formatCount(done)} of ${countOf(total, 'article')}; ${suggestions} kept.`
  }
  if (found === 0) return `Nothing left to suggest in ${countOf(total, 'article')}.`
  return `${suggestions} in ${countOf(total, 'article')}.`
}

/** Says what a run of suggestions came to when one that was seen running ends. */
export function useSuggestNotices(): void {
  const progress = useLive<SuggestProgress | null>(liveSuggesting(), null)
  const wasRunning = useRef(false)
  const state = progress?.state
  useEffect(() => {
    noteRun(state === 'running')
    refreshCommands()
  }, [state])
  useEffect(() => {
    if (progress?.state === 'running') {
      wasRunning.current = true
      return
    }
    if (!wasRunning.current || progress === null) return
    wasRunning.current = false
    if (progress.error) notifyError(progress.error)
    else if (progress.found === 0 || useNavigation.getState().screen === 'review') {
      notifyDone(summarizeRun(progress))
    } else notifyDone(summarizeRun(progress), REVIEW)
  }, [progress])
}
