import { findDateInPath } from './dates'
import { outletByShortForm } from './outlets'

/** What a file's name and folders say of the article. */
export interface PathClues {
  readonly outlet: string | null
  /** ISO date. */
  readonly date: string | null
  /** The file's name as words, for an article without any text that could be a title. */
  readonly title: string
}

const DATE = '(?:1[89]|20)\\d\\d[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\\d|3[01])'
/** `nyt_2016-09-12_slug`: outlet, date and slug between underscores. */
const OUTLET_DATE_SLUG = new RegExp(`^([\\p{L}\\d][\\p{L}\\d.&'-]{0,39})_${DATE}_[^_]`, 'u')
const BEFORE_DATE = new RegExp(`^(\\p{L}[\\p{L}\\d-]{0,39})[-_ ]${DATE}(?:[-_ ]|$)`, 'u')
const AFTER_DATE = new RegExp(
  `^${DATE}[-_ ](\\p{L}[\\p{L}\\d]{0,39}(?:-[\\p{L}\\d]{1,20}){0,3})(?:[-_ ]|$)`,
  'u',
)
const SLUG = new RegExp(`^(?:.{0,40}_)?${DATE}[-_ ](.{2,})$`, 'u')
/** Words that stand where an outlet would and name none. */
const GENERIC = new Set(
  'article articles data doc document export file item news page post story text'.split(' '),
)

/** Reads a relative path with `/` and the name of the imported folder. */
export function readPath(path: string, rootName: string | null): PathClues {
  const folders = path.replace(/#\d+$/, '').split('/')
  const stem = (folders.pop() ?? '').replace(/\.[a-z]{2,8}$/i, '')
  if (rootName !== null) folders.unshift(rootName)
  return {
    outlet: outletOfName(stem) ?? outletOfFolders(folders),
    date: findDateInPath(stem) ?? findDateInPath([...folders, stem].join('/')),
    title: titleOfName(stem),
  }
}

function outletOfName(stem: string): string | null {
  const token = OUTLET_DATE_SLUG.exec(stem)?.[1]
  if (token !== undefined && /\p{L}/u.test(token) && !GENERIC.has(token.toLowerCase())) {
    return outletByShortForm(token, true) ?? token
  }
  const before = BEFORE_DATE.exec(stem)?.[1]
  const after = AFTER_DATE.exec(stem)?.[1]
  const known =
    (before === undefined ? null : outletByShortForm(before, true)) ??
    (after === undefined ? null : outletByFirstWords(after))
  if (known !== null) return known
  const first = /^([^_]{2,40})(?:_|$)/.exec(stem)?.[1]
  return first === undefined ? null : outletByShortForm(first, first === stem)
}

/** After a date, the slug follows the outlet with a hyphen too: the longest known beginning counts. */
function outletByFirstWords(words: string): string | null {
  for (let end = words.length; end > 0; end = words.lastIndexOf('-', end - 1)) {
    const known = outletByShortForm(words.slice(0, end), end === words.length)
    if (known !== null) return known
  }
  return null
}

/** The nearest folder that is an outlet's name. */
function outletOfFolders(folders: readonly string[]): string | null {
  for (const folder of folders.toReversed()) {
    const known = outletByShortForm(folder, true)
    if (known !== null) return known
  }
  return null
}

function titleOfName(stem: string): string {
  const words = (SLUG.exec(stem)?.[1] ?? stem)
    .replace(/[-_\p{Z}\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 120)
  return words === '' ? 'Untitled' : words
}
