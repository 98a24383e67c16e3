import type { LinkReason } from '#core/model/comparison'

/** What a sign of a proposal says, with what was shared where there is something to name. */
const SENTENCES: Readonly<Record<string, (shared: string) => string>> = {
  dates: (shared) => (shared ? `Published ${shared}` : 'Published close together'),
  'some-dates': (shared) => (shared ? `Published: ${shared}` : 'Published close together, where dated'),
  names: (shared) => (shared ? `They name the same: ${shared}` : 'They share names'),
  numbers: (shared) => (shared ? `They give the same numbers: ${shared}` : 'They share numbers'),
  'shared-text': () => 'Parts of their text are the same',
  wording: (shared) => (shared ? `They use the same words: ${shared}` : 'They share wording'),
}

/** A reason for a proposal in plain words. */
export function describeProposalReason({ sign, shared }: LinkReason): string {
  const sentence = SENTENCES[sign]
  if (sentence) return sentence(shared)
  const name = sign.replaceAll('-', ' ')
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${shared ? `: ${shared}` : ''}`
}
