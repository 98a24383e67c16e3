/** Segmenters are costly to make (about a millisecond) and stateless: one for each locale and granularity. */
const segmenters = new Map<string, Intl.Segmenter>()

/** The segmenter of a BCP 47 locale; without one, or with a malformed one, by the root rules of English. */
export function segmenter(granularity: 'word' | 'sentence', locale: string | undefined): Intl.Segmenter {
  const key = `${granularity} ${locale ?? ''}`
  let found = segmenters.get(key)
  if (!found) {
    found = createSegmenter(granularity, locale)
    segmenters.set(key, found)
  }
  return found
}

/** Article languages come from files: a malformed tag must not break the caret, so it falls back to the root rules. */
function createSegmenter(granularity: 'word' | 'sentence', locale: string | undefined): Intl.Segmenter {
  try {
    return new Intl.Segmenter(locale ?? 'en', { granularity })
  } catch {
    return new Intl.Segmenter('en', { granularity })
  }
}
