import type { Tag } from '#core/model/codebook'
import type { FilterNames } from '#core/search/filters'
import { wordsOf } from '#core/search/words'
import type { CorpusDatabase } from './database'
import { annotationsOfSpeaker } from './speakers'

/** What the names in a query's filters stand for in a corpus. */
export function namesOf(db: CorpusDatabase): FilterNames {
  return {
    sources: async (name) => {
      return new Set(called(await db.sources.toArray(), name).map(({ id }) => id))
    },
    articles: (field, name) => (field === 'tag' ? articlesWithTag(db, name) : articlesOfSpeaker(db, name)),
  }
}

/** Those whose name is what was asked for; where there are none, those in whose name it stands. */
function called<T extends { readonly name: string }>(all: readonly T[], name: string): T[] {
  const asked = wordsOf(name).terms.join(' ')
  const exact = name.trimEnd().endsWith('*')
    ? []
    : all.filter((one) => wordsOf(one.name).terms.join(' ') === asked)
  return exact.length > 0 && asked !== '' ? exact : all.filter((one) => isCalled(one.name, name))
}

/**
 * True when the words asked for stand in the name one after the other: "post" for the Washington Post. The last may be cut
 * short by an asterisk.
 */
function isCalled(name: string, asked: string): boolean {
  const words = wordsOf(name).terms
  const wanted = wordsOf(asked).terms
  const prefix = asked.trimEnd().endsWith('*')
  if (wanted.length === 0) return false
  return words.some((_, at) =>
    wanted.every((word, index) => {
      const there = words[at + index]
      return prefix && index === wanted.length - 1 ? (there?.startsWith(word) ?? false) : there === word
    }),
  )
}

async function articlesWithTag(db: CorpusDatabase, name: string | null): Promise<Set<string> | null> {
  const tags = await db.tags.toArray()
  const wanted = name === null ? null : withChildren(tags, name)
  if (wanted?.size === 0) return null
  const articles = new Set<string>()
  await db.stats.each(({ article, tags: counts }) => {
    if (Object.keys(counts).some((tag) => !wanted || wanted.has(tag))) articles.add(article)
  })
  return articles
}

/** Ids of the tags called so and of all below them. */
function withChildren(tags: readonly Tag[], name: string): Set<string> {
  const ids = new Set(called(tags, name).map(({ id }) => id))
  for (let before = -1; before !== ids.size;) {
    before = ids.size
    for (const { id, parent } of tags) if (parent !== null && ids.has(parent)) ids.add(id)
  }
  return ids
}

async function articlesOfSpeaker(db: CorpusDatabase, name: string | null): Promise<Set<string> | null> {
  const speakers = (await db.speakers.toArray()).filter((speaker) =>
    [speaker.name, ...speaker.aliases].some((one) => isCalled(one, name ?? '')),
  )
  if (speakers.length === 0) return null
  const articles = new Set<string>()
  for (const { id } of speakers) {
    for (const { article, status } of await annotationsOfSpeaker(db, id)) {
      if (status !== 'rejected') articles.add(article)
    }
  }
  return articles
}
