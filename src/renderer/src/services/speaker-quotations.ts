import { annotationsOfSpeaker } from '#data/speakers'
import { withNames, type ReviewItem } from '#data/review'
import { keyed, liveOfCorpus } from './open-corpus'

/** A quotation or claim of a speaker, with where it stands. */
export type SpeakerQuotation = Pick<ReviewItem, 'annotation' | 'articleTitle' | 'sourceName'>

/** What a speaker says in the corpus, by article and place; rejected ones are left out. */
export const liveSpeakerQuotations = keyed<readonly SpeakerQuotation[]>((speaker) =>
  liveOfCorpus(async (db) => {
    const found = await annotationsOfSpeaker(db, speaker)
    const items = await withNames(
      db,
      found.filter(({ status }) => status !== 'rejected'),
    )
    return items.sort(
      (a, b) =>
        a.articleTitle.localeCompare(b.articleTitle) ||
        a.annotation.article.localeCompare(b.annotation.article) ||
        a.annotation.start - b.annotation.start,
    )
  }, []),
)
