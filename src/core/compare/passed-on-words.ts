import { overlaps } from '../model/range'
import type { Member } from './finding-members'
import { nameIdentity, speakerNameOf } from './speaker-identity'
import type { ComparedStory } from './types'

/** How much of the text on either side of a quotation tells that it is read out, in UTF-16 units. */
const AROUND = 160
/** Words that introduce another's words. */
const PASSING_ON =
  /\b(?:read(?:s|ing)?\s+(?:out|aloud|from)|quot(?:e|ed|es|ing)|cit(?:ed|es|ing)|repeat(?:s|ed|ing)?|echo(?:es|ed|ing)?|recit(?:ed|es|ing)|paraphras(?:ed|es|ing)|recall(?:s|ed|ing)|in\s+the\s+words\s+of|(?:as|what)\s+\S+(?:\s+\S+)?\s+(?:said|put\s+it|told|wrote|called)|referr(?:ed|ing)\s+to|relay(?:s|ed|ing)?|pass(?:ed|ing)\s+on)\b/iu

/**
 * True where one of two articles shows that a speaker passes on the words of the other: the quotation lies in one of the other
 * speaker's, or holds it, or the text around it says that somebody reads out, quotes or repeats.
 */
export function passedOn(story: ComparedStory, a: Member, b: Member): boolean {
  return shows(story, a, b) || shows(story, b, a)
}

/** True where the article of `member` shows that `other`'s speaker passes these words on, or the other way round. */
function shows(story: ComparedStory, member: Member, other: Member): boolean {
  const { annotation, article } = member
  if (other.speaker === null) return false
  const isOther = (name: string | null) =>
    name !== null && other.speaker !== null && nameIdentity(name, other.speaker) === 'same'
  const nested = article.annotations.some(
    (outer) =>
      outer.quotation !== undefined &&
      outer.id !== annotation.id &&
      overlaps(outer, annotation) &&
      isOther(speakerNameOf(story, outer)),
  )
  if (nested) return true
  const text = article.body.text
  const lineStart = text.lastIndexOf('\n', annotation.start) + 1
  const lineEnd = text.indexOf('\n', annotation.end)
  const around = [
    text.slice(Math.max(lineStart, annotation.start - AROUND), annotation.start),
    text.slice(annotation.end, Math.min(lineEnd === -1 ? text.length : lineEnd, annotation.end + AROUND)),
  ]
  // Inside the words themselves only where they name the other: "As Ode said, ...".
  const surname = other.speaker.split(/\s+/u).at(-1) ?? other.speaker
  const names = (part: string) => part.includes(surname)
  return (
    around.some((part) => PASSING_ON.test(part) && names(part)) ||
    (PASSING_ON.test(member.text) && names(member.text))
  )
}
