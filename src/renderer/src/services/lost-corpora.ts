import { deletedCorpora, listCorpora, liveRegisteredCorpora } from '#data/registry'
import type { NotedCorpus } from '#ipc/channels'
import { invoke } from './bridge'

/**
 * Corpora that were on this machine when the program ran last and of which the database knows nothing: the browser
 * engine throws a damaged database away and begins an empty one, without a word.
 */
export async function findLostCorpora(): Promise<readonly NotedCorpus[]> {
  const noted = await invoke('corpora:noted')
  if (noted.length === 0) return []
  const known = new Set([...(await listCorpora()).map(({ id }) => id), ...(await deletedCorpora())])
  return noted.filter(({ id }) => !known.has(id))
}

/** From now on notes which corpora there are, so that the next start misses those that are lost; answers what ends this. */
export function noteCorpora(): () => void {
  return liveRegisteredCorpora().subscribe(
    (corpora) =>
      void invoke(
        'corpora:note',
        corpora.map(({ id, name }) => ({ id, name })),
      ),
  )
}
