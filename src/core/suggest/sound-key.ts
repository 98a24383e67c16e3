/** Cyrillic to Latin, Russian and Ukrainian letters together: only sameness matters here, not a standard. */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
}

/** Spellings of one sound, longest first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/gu, 's'],
  [/kh|ch/gu, 'h'],
  [/zh|dzh|dj/gu, 'z'],
  [/sh/gu, 's'],
  [/ph/gu, 'f'],
  [/ts|tz|cz/gu, 'c'],
  [/ck|q/gu, 'k'],
  [/x/gu, 'ks'],
  [/w/gu, 'v'],
  [/ou|oo/gu, 'u'],
  [/(?:yy|iy|ij|yi|ii|yj|y|j)/gu, 'i'],
  [/i[ei](?=v|$)/gu, 'e'],
  [/^ie|(?<=[aeiou])ie/gu, 'e'],
  [/ei$/u, 'e'],
  [/(.)\1+/gu, '$1'],
]

const SHORT_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'joe:joseph bill:william will:william mike:michael bob:robert rob:robert jim:james tom:thomas dave:david ben:benjamin dan:daniel tony:anthony ' +
    'steve:stephen steven:stephen bernie:bernard chris:christopher nick:nicholas jeff:jeffrey greg:gregory matt:matthew andy:andrew liz:elizabeth ' +
    'kate:katherine sam:samuel ron:ronald don:donald ken:kenneth tim:timothy ed:edward rick:richard dick:richard pat:patrick'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** The sound of one word of a name, the same for Sergey and Sergei, Zelensky and Zelenskyy, Лавров and Lavrov. */
export function soundKey(word: string): string {
  const known = keys.get(word)
  if (known !== undefined) return known
  if (keys.size > 20_000) keys.clear()
  const key = computeKey(word)
  keys.set(word, key)
  return key
}

/** Keys already made: an article repeats its names. Cleared when it grows large. */
const keys = new Map<string, string>()

function computeKey(word: string): string {
  let key = [...word.toLowerCase()]
    .map((letter) => CYRILLIC[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
  key = SHORT_NAMES[key] ?? key
  for (const [pattern, replacement] of SOUNDS) key = key.replace(pattern, replacement)
  return key
}
