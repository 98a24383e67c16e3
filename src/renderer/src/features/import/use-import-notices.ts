import { useEffect, useRef } from 'react'
import { liveImports, readImportCounts, type ImportProgress } from '#services/imports'
import { useLive } from '#services/use-live'
import { showReport } from '#store/navigation'
import { notifyDone } from '#ui/notify'
import { summarize } from './progress'

const NO_IMPORTS: ImportProgress[] = []

/** Reads the counts again: that an import has ended may be known before the last count of its row is. */
async function say({ id, state }: ImportProgress): Promise<void> {
  const head = state === 'done' ? 'Import done' : 'Import cancelled; what was read is kept'
  const counts = await readImportCounts(id)
  if (counts)
    notifyDone(`${head}: ${summarize(counts)}.`, { label: 'Show report', run: () => showReport(id) })
}

/** Says what an import came to when one that was seen running ends. */
export function useImportNotices(): void {
  const imports = useLive(liveImports(), NO_IMPORTS)
  const running = useRef(new Set<string>())
  useEffect(() => {
    for (const one of imports) {
      if (one.state === 'running') {
        running.current.add(one.id)
      } else if (running.current.delete(one.id) && (one.state === 'done' || one.state === 'cancelled')) {
        void say(one)
      }
    }
  }, [imports])
}
