import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** News sentences that two people translated independently of each other. */
export interface TranslatedNews {
  readonly name: string
  readonly pairs: readonly (readonly [string, string])[]
}

const FIRST = /\.(?:ref\.)?(?:ref)?A\.en$/u

/**
 * The translations in a folder of two files each, `NAME.ref.A.en` and `NAME.ref.B.en`, which have a sentence a line; as the shared tasks
 * of machine translation publish them. Empty lines, and lines that only one has, are left out.
 */
export function readTranslations(folder: string): TranslatedNews[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => FIRST.test(file))
    .sort()
    .map((file) => {
      const linesOf = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n')
      const others = linesOf(file.replace(/A\.en$/u, 'B.en'))
      return {
        name: file.replace(FIRST, ''),
        pairs: linesOf(file).flatMap((line, index) => {
          const [a, b] = [line.trim(), (others[index] ?? '').trim()]
          const isMissing = [a, b].some((text) => text === '' || text === 'NO TRANSLATION AVAILABLE')
          return isMissing ? [] : [[a, b] as const]
        }),
      }
    })
}
