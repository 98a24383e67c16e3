import type { Story } from '#core/model/corpus'
import type { Change } from '#core/model/journal'
import { fail, ok, type Result } from '#core/model/result'

/*
 * What making, changing and parting stories mean, apart from how they are stored.
 */

/** With fewer articles there is nothing to compare. */
const FEWEST = 2

/** The name without space around it. */
export function storyName(name: string): Result<string> {
  const trimmed = name.trim()
  return trimmed === '' ? fail('invalid-input', 'A story needs a name.') : ok(trimmed)
}

/** The articles, each once; refused when they are too few for a story. */
export function storyArticles(ids: readonly string[]): Result<readonly string[]> {
  const articles = [...new Set(ids)]
  if (articles.length >= FEWEST) return ok(articles)
  return fail('invalid-input', 'A story needs at least two articles.', { advice: 'Choose another one.' })
}

/** The articles that are left when some go; refused when the story would be none any more. */
export function articlesLeft(story: Story, going: readonly string[]): Result<readonly string[]> {
  const left = story.articles.filter((id) => !going.includes(id))
  if (left.length >= FEWEST || left.length === story.articles.length) return ok(left)
  return fail('invalid-input', `Fewer than two articles would be left in “${story.name}”.`, {
    kept: 'Nothing was changed.',
    advice: 'Delete the story instead.',
  })
}

/** The change of a story's row. */
export function storyChange(before: Story | null, after: Story | null): Change {
  return { table: 'stories', id: (before ?? after)?.id ?? '', before, after }
}
