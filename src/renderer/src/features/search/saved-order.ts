import type { SavedSearch } from '#services/saved-searches'

/** What the orders of results are called. */
export const ORDER_NAMES: Readonly<Record<SavedSearch['order'], string>> = {
  relevance: 'Best first',
  newest: 'Newest first',
  oldest: 'Oldest first',
}

/** The key that runs the saved search in that place of the list, from 0; null past the ninth. */
export function savedKey(place: number): string | null {
  return place < 9 ? String(place + 1) : null
}
