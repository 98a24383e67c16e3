import type { Annotation } from '#core/model/annotation'
import { createAnnotation, setSpeaker } from '#services/annotations'
import { editMetadata, setSource } from '#services/articles'
import { liveComparison, type ComparisonView } from '#services/comparison'
import { addSpeaker } from '#services/speakers'
import { createStory } from '#services/stories'
import type { StoredArticle } from '#data/stored'
import { until, valueOf, withOpenCorpus } from '../services/fake-main'

/** Three outlets on one session of a harbour council: one keeps the words, one changes them, one changes who speaks. */
export const HERALD = `The council of Brann met on Monday evening. Everybody had come.

“The old ferry will sail again before the winter,” said Ilse Quorrin, the mayor of Brann. The council applauded for a while.

“Nobody has asked the fishermen about the new pier,” said Andrey Kolvenik.

The harbour lost 40 boats in the storm of March.`

export const COURIER = `Brann will have its ferry again, and soon.

“The old ferry may not sail again before the winter,” said Ilse Quorrin.

“Nobody has asked the fishermen about the new pier,” said Ilse Quorrin.

“A lighthouse keeps no diary,” said Andrey Kolvenik.

The harbour lost 40 boats in the storm of March.`

export const GAZETTE = `A meeting about boats was held at Brann, we are told.

“The old ferry will sail again before the winter,” said Ilse Quorrin to the council.`

/** Outlets of the three, in the order of their days. */
export const OUTLETS = ['Herald', 'Courier', 'Gazette'] as const

const QUOTED = /“[^”]+”(?= said (?<speaker>\p{Lu}\p{L}+ \p{Lu}\p{L}+))/gu
const CLAIMED = /The harbour lost 40 boats in the storm of March/u

/** Marks what is said in an article, with its speakers, and what it claims. */
async function mark({ id }: StoredArticle, text: string, speakers: Map<string, string>): Promise<void> {
  for (const match of text.matchAll(QUOTED)) {
    const range = { start: match.index, end: match.index + match[0].length }
    const made = valueOf(await createAnnotation({ article: id, layer: 'quotation', ranges: [range] }))
    const name = match.groups?.['speaker'] ?? ''
    const speaker = speakers.get(name) ?? valueOf(await addSpeaker(name)).id
    speakers.set(name, speaker)
    valueOf(await setSpeaker(made.id, speaker))
  }
  const claimed = CLAIMED.exec(text)
  if (claimed) {
    const range = { start: claimed.index, end: claimed.index + claimed[0].length }
    valueOf(await createAnnotation({ article: id, layer: 'claim', ranges: [range] }))
  }
}

/** Runs a test on a story of these articles, marked and compared by the real worker. */
export function withFerryStory(
  work: (story: string, articles: readonly StoredArticle[]) => Promise<void>,
  texts: readonly string[] = [HERALD, COURIER, GAZETTE],
): Promise<void> {
  return withOpenCorpus(texts, async (articles) => {
    const speakers = new Map<string, string>()
    for (const [index, article] of articles.entries()) {
      valueOf(await setSource([article.id], OUTLETS[index] ?? null))
      valueOf(await editMetadata(article.id, { publishedAt: `2025-03-0${String(index + 3)}` }))
      await mark(article, texts[index] ?? '', speakers)
    }
    const ids = articles.map(({ id }) => id)
    await work(valueOf(await createStory('The ferry of Brann', ids)), articles)
  })
}

/** The view of a story once it is made of everything there is and is as wanted. */
export async function comparedStory(
  story: string,
  wanted: (view: ComparisonView) => boolean = () => true,
): Promise<ComparisonView> {
  const view = await until(
    liveComparison(story),
    (now) => now !== null && now.state === 'current' && wanted(now),
  )
  if (!view) throw new Error('There is no comparison')
  return view
}

/** Words of the rows of a kind, each row by what its members say. */
export function clustersOf(
  view: ComparisonView,
  kind: 'utterance' | 'assertion',
): readonly (readonly string[])[] {
  return view.clusters
    .filter((cluster) => cluster.kind === kind)
    .map(({ members }) => members.map((id) => (view.annotations.get(id) as Annotation).exact))
}
