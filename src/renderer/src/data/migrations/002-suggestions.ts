import type { Migration } from './migration'

/**
 * What suggestions need: the review queue by score, all annotations of one speaker, and the trained model. Annotations
 * without a reason, a speaker or a claimant have no entry in the index concerned, so work by hand costs nothing more.
 */
export const suggestions: Migration = {
  version: 2,
  stores: {
    annotations: 'id, article, [status+reason.score], [quotation.speaker+status], [claim.claimant+status]',
    tagger: 'part',
  },
}
