import type { Migration } from './migration'

/** What comparing needs: a person's decisions, which the journal writes, and results, which can be made again. */
export const comparison: Migration = {
  version: 3,
  stores: {
    clusterDecisions: 'id, story',
    findingDecisions: 'id, story',
    comparisonHeads: 'story',
    comparisonParts: '[story+part]',
    reuse: 'key',
  },
}
