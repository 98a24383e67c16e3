import { ok } from '#core/model/result'
import { attempt } from '#data/errors'
import { isTrainingDue } from '#data/tagger'
import type { Live } from '#data/live'
import { liveComparing } from './comparing'
import { liveExport } from './exports'
import { firstValue } from './first-value'
import { liveImports } from './imports'
import { openedCorpus } from './open-corpus'
import { readCurrentSettings } from './settings'
import { liveProposals } from './story-proposals'
import { liveSuggesting } from './suggestions'
import { liveTagger, trainTagger } from './tagger'

/** True while work of the program is under way: training takes a processor, and waits. */
async function isBusy(): Promise<boolean> {
  const runs: readonly Live<{ readonly state: string } | null>[] = [
    liveSuggesting(),
    liveExport(),
    liveComparing(),
    liveProposals(),
  ]
  const states = await Promise.all(runs.map(async (run) => (await firstValue(run))?.state))
  const imports = await firstValue(liveImports())
  const { state } = await firstValue(liveTagger())
  return states.includes('running') || state === 'training' || imports.some((one) => one.state === 'running')
}

/**
 * Trains the tagger again when enough was decided since it was trained last; to be called while the person is away. The
 * new model takes the place of the one before only if it is no worse on the articles held back. Does nothing where there
 * is no model yet (the first training is a person's decision), while other work is under way, or when the settings say so.
 * @returns true when it trained
 */
export async function retrainIfDue(): Promise<boolean> {
  const db = openedCorpus()?.database
  if (!db || !(await readCurrentSettings()).retrainWhenIdle) return false
  // The corpus may be closed at any moment of the look; then there is nothing to train.
  const due = await attempt(async () => ok((await isTrainingDue(db)) && !(await isBusy())))
  if (!due.ok || !due.value) return false
  // Another corpus may have been opened meanwhile.
  if (openedCorpus()?.database !== db) return false
  return (await trainTagger({ unattended: true })).ok
}
