import { useEffect, useRef } from 'react'
import { liveReuse, type Reuse } from '#services/reuse'
import { useLive } from '#services/use-live'
import { refreshCommands } from '#store/command-registry'
import { countOf } from '#ui/counts'
import { notifyDone, notifyError } from '#ui/notify'
import { noteReuse } from './commands'

/** Says what looking for copies came to, when a search that was seen running ends. */
export function useReuseNotices(): void {
  const reuse = useLive<Reuse | null>(liveReuse(), null)
  const wasRunning = useRef(false)
  const state = reuse?.state
  useEffect(() => {
    noteReuse(state === 'running')
    refreshCommands()
  }, [state])
  useEffect(() => {
    if (reuse?.state === 'running') {
      // What nobody asked for ends without a message: the flags say it.
      wasRunning.current = !reuse.unasked
      return
    }
    if (!wasRunning.current || reuse === null) return
    wasRunning.current = false
    if (reuse.error) notifyError(reuse.error)
    else if (reuse.state === 'done') {
      const articles = new Set(reuse.pairs.flatMap(({ earlier, later }) => [earlier, later])).size
      notifyDone(
        articles === 0
          ? 'No article shares much text with another.'
          : `${countOf(articles, 'article')} share text with others: see the flags in the library.`,
      )
    }
  }, [reuse])
}
