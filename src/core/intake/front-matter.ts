import { frontMatterEnd } from '../text/markdown-blocks'
import { linesOf } from '../text/lines'
import { fieldsOf, noneStated, readStated, type StatedMetadata } from './metadata/stated'

/** The metadata at the top of a Markdown file. */
export interface FrontMatter {
  readonly stated: StatedMetadata
  /** End of the closing fence, in UTF-16 code units; 0 for none. */
  readonly end: number
}

/** Front matter is looked for in so many code units, so that a long text is not cut into lines for nothing. */
const LONGEST = 20_000

/**
 * Reads the part of YAML that front matter uses: `key: value`, quoted values, lists in brackets and lists of `- item`.
 * Nested structures are left out.
 */
export function readFrontMatter(text: string): FrontMatter {
  if (!text.startsWith('---')) return { stated: noneStated, end: 0 }
  const lines = linesOf(text.slice(0, LONGEST))
  const after = frontMatterEnd(text, lines)
  const closing = lines[after - 1]
  if (!closing) return { stated: noneStated, end: 0 }
  const record: Record<string, string | string[]> = {}
  let list: string[] | null = null
  for (const { start, end } of lines.slice(1, after - 1)) {
    const line = text.slice(start, end)
    const item = /^-[ \t](.*)$/.exec(line)
    const pair = /^([\w-]{1,40})[ \t]*:(?:[ \t](.*))?$/.exec(line)
    if (item && list) list.push(unquoted(item[1] ?? ''))
    else if (pair) {
      const value = (pair[2] ?? '').trim()
      list = value === '' ? [] : null
      record[pair[1] ?? ''] = list ?? valueOf(value)
    }
  }
  return { stated: readStated(fieldsOf(record)), end: closing.end }
}

function valueOf(value: string): string | string[] {
  const list = /^\[(.*)\]$/.exec(value)
  return list ? (list[1] ?? '').split(',').map((item) => unquoted(item.trim())) : unquoted(value)
}

function unquoted(value: string): string {
  const quoted = /^"(.*)"$|^'(.*)'$/.exec(value.trim())
  return quoted ? (quoted[1] ?? quoted[2] ?? '').replace(/\\"/g, '"').replace(/''/g, "'") : value.trim()
}
