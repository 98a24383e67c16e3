const PLAIN = /^[\0-\x7f]*$/

/** Lower case without marks, for finding by what a person types. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}
