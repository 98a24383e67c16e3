import { useMemo } from 'react'
import type { Tag } from '#core/model/codebook'
import { COMPLETED_FIELDS, completionAt, FIXED_VALUES, type CompletionPlace } from '#core/search/completion'
import { liveSources } from '#services/articles'
import { liveSpeakers } from '#services/speakers'
import { useLive } from '#services/use-live'

/** What a person may mean at the caret. */
export interface Completions {
  readonly place: CompletionPlace
  readonly choices: readonly string[]
}

const MOST = 12
const HINTS: Readonly<Record<string, readonly string[]>> = { date: ['none'], lang: ['none'] }

/** Choices for where the caret is; null for none. Without a letter typed, names of fields come only when `wanted`. */
export function useCompletions(
  query: string,
  caret: number | null,
  wanted: boolean,
  tags: readonly Tag[],
): Completions | null {
  const sources = useLive(liveSources(), [])
  const speakers = useLive(liveSpeakers(), [])
  return useMemo(() => {
    const place = caret === null ? null : completionAt(query, caret)
    if (!place || (place.field === null && place.typed === '' && !wanted)) return null
    const all =
      place.field === null
        ? COMPLETED_FIELDS
        : place.field === 'source'
          ? [...new Set(sources.map(({ name }) => name)), 'none']
          : place.field === 'speaker'
            ? speakers.map(({ name }) => name)
            : place.field === 'tag'
              ? [...tags.map(({ name }) => name), 'none']
              : (FIXED_VALUES[place.field] ?? HINTS[place.field] ?? [])
    const typed = place.typed.toLowerCase()
    const choices = all
      .filter((choice) => fits(choice.toLowerCase(), typed, place.field !== null) && choice !== place.typed)
      .slice(0, MOST)
    return choices.length > 0 ? { place, choices } : null
  }, [query, caret, wanted, tags, sources, speakers])
}

/** A name fits by the beginning of any of its words, a field by its own. */
function fits(choice: string, typed: string, isName: boolean): boolean {
  return choice.startsWith(typed) || (isName && choice.includes(` ${typed}`))
}
