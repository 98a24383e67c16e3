import { sentenceAt } from '../../text/segmentation'

/** Longest title made from a sentence, in code units. */
const LONGEST_SENTENCE = 120
/** Longest line without end punctuation that is a headline as it stands. */
const LONGEST_HEADLINE = 200
/** The first sentence is looked for in so much of a paragraph. */
const SENTENCE_SAMPLE = 600
const SECTION =
  /^(?:africa|americas?|analysis|asia|breaking news|business|culture|economy|elections?|environment|europe|finance|health|home|international|latest(?: news)?|middle east|national|news|opinion|politics|science|society|sports?|technology|top news|top stories|uk|us|u\.s\.|world(?: news)?)$/iu

/**
 * A title from the line that comes first: the line itself when it is short or a headline; else its first sentence, cut
 * between words where it is too long. Marks of Markdown go, white space becomes single spaces.
 */
export function titleFrom(line: string, isMarkdown: boolean): string {
  const sample = line.slice(0, SENTENCE_SAMPLE)
  const plain = tidy(isMarkdown ? withoutMarks(sample) : sample).replace(/[\s;,:]+$/u, '')
  if (plain.length <= LONGEST_SENTENCE) return plain
  if (plain.length <= LONGEST_HEADLINE && !/[.!?…]["”’)]?$/u.test(plain)) return plain
  const sentence = sentenceAt(plain, 0)
  const first = sentence ? plain.slice(sentence.start, sentence.end) : plain
  return first.length <= LONGEST_SENTENCE ? first : cut(first)
}

/** True for a section's name ("Politics"), which some sites put above the title. */
export function isSection(line: string): boolean {
  return line.length <= 20 && SECTION.test(line)
}

/** White space as single spaces, none at the ends, no control characters. */
export function tidy(text: string): string {
  return text.replace(/[\s\p{Cc}\u200b]+/gu, ' ').trim()
}

function withoutMarks(line: string): string {
  return line
    .replace(/^#{1,6}\s+/, '')
    .replace(/\n(?:=+|-+)$/, '')
    .replace(/\s#+$/, '')
    .replace(/!?\[([^[\]]{0,200})\]\([^()]{0,500}\)/g, '$1')
    .replace(/(\*\*|__|\*|`)(?=\S)([^*_`]{1,300})\1/g, '$2')
}

function cut(text: string): string {
  const space = text.lastIndexOf(' ', LONGEST_SENTENCE - 1)
  const end = space > LONGEST_SENTENCE / 2 ? space : LONGEST_SENTENCE - 1
  // A cut between the halves of a surrogate pair would leave half a character.
  const whole = /[\ud800-\udbff]$/.test(text.slice(0, end)) ? end - 1 : end
  return `${text.slice(0, whole).replace(/[\s,;:–—-]+$/u, '')}…`
}
