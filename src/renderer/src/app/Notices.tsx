import { useImportNotices } from '../features/import/use-import-notices'
import { useReuseAfterImport } from '../features/library/reuse/use-reuse-after-import'
import { useReuseNotices } from '../features/library/reuse/use-reuse-notices'
import { useIdleTraining } from '../features/review/use-idle-training'
import { useProposingNotices } from '../features/stories/use-proposing-notices'
import { useSuggestNotices } from '../features/suggest/use-suggest-notices'

/**
 * What is said when background work ends, and what follows it. A component without a picture: what it follows changes
 * many times a second, and the shell with all its screens would be drawn anew each time.
 */
export function Notices() {
  useImportNotices()
  useSuggestNotices()
  useProposingNotices()
  useReuseNotices()
  useReuseAfterImport()
  useIdleTraining()
  return null
}
