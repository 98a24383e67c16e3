import { liveCorpora } from '#services/corpora'
import { firstValue } from '#services/first-value'
import { openCorpus } from '#services/session'
import { orNotify } from '#ui/notify'

/** Opens the corpus that was open last; none on a first run. */
export async function openLastCorpus(): Promise<void> {
  const corpora = await firstValue(liveCorpora())
  const [last] = corpora.toSorted((a, b) => (b.lastOpenedAt ?? '').localeCompare(a.lastOpenedAt ?? ''))
  if (last) await orNotify(openCorpus(last.id))
}
