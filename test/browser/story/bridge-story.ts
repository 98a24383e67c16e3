import type { StoredArticle } from '#data/stored'
import { editMetadata, setSource } from '#services/articles'
import { createStory } from '#services/stories'
import { startSuggesting, suggestingEnded } from '#services/suggestions'
import { valueOf, withOpenCorpus } from '../services/fake-main'

/* An invented bridge as three outlets report it: one changes who speaks, one changes a number, one has more. */

const HERALD = `The harbour bridge closed on Tuesday.

“We will mend the old bridge before the winter comes,” said Ann Ode, the mayor of Lonmouth.

“There is always another way across the water,” Ode told the council.

The repair will cost 400,000 crowns, the town said.`

const COURIER = `Lonmouth shut its bridge.

“We will repair the old bridge before winter comes,” said Ann Ode, the mayor of Lonmouth.

“There is always another way across the water,” said Ben Carr, who owns the ferry.

“Nobody asked the fishermen about it,” Carr said.

The repair will cost 700,000 crowns, the town said.`

const POST = `Bridge closed in Lonmouth.

“We will mend the old bridge before the winter comes,” said Ann Ode, the mayor.`

const TEXTS = [HERALD, COURIER, POST]
const OUTLETS = ['Harbour Herald', 'Coast Courier', 'Town Post']
const DATES = ['2024-05-07T08:00:00Z', '2024-05-07', '2024-05-08']

/** Articles of the three outlets with suggestions, in a corpus of their own. */
export function withBridgeArticles(
  work: (articles: readonly StoredArticle[]) => Promise<void>,
): Promise<void> {
  return withOpenCorpus(TEXTS, async (articles) => {
    for (const [index, { id }] of articles.entries()) {
      valueOf(await setSource([id], OUTLETS[index] ?? null))
      valueOf(await editMetadata(id, { publishedAt: DATES[index] ?? null }))
    }
    valueOf(await startSuggesting({ kind: 'corpus' }))
    await suggestingEnded()
    await work(articles)
  })
}

/** A story of them. */
export function withBridgeStory(work: (story: string, articles: readonly StoredArticle[]) => Promise<void>) {
  return withBridgeArticles(async (articles) =>
    work(
      valueOf(
        await createStory(
          'The bridge',
          articles.map(({ id }) => id),
        ),
      ),
      articles,
    ),
  )
}
