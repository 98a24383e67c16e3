import { markWords, type MarkedWords } from '#core/compare/marked-words'
import { wordsOf } from '#core/compare/matrix'
import type { Annotation } from '#core/model/annotation'

const known = new WeakMap<Annotation, WeakMap<Annotation, MarkedWords>>()

/** The words of an annotation held against those of the base, if that has been worked out before. */
export function knownMarks(against: Annotation, annotation: Annotation): MarkedWords | null {
  return known.get(against)?.get(annotation) ?? null
}

/** The words of an annotation held against those of the base; worked out once for each two. */
export function marksOf(against: Annotation, annotation: Annotation, language: string | null): MarkedWords {
  let marks = knownMarks(against, annotation)
  if (!marks) {
    marks = markWords(wordsOf(against), wordsOf(annotation), language)
    const own = known.get(against) ?? new WeakMap<Annotation, MarkedWords>()
    known.set(against, own.set(annotation, marks))
  }
  return marks
}
