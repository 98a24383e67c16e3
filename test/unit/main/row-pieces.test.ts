import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readTable } from '#core/intake/table/table'
import { containerKind, type NumberedPart, readContainer } from '../../../src/main/containers/containers'
import { PIECE_BYTES } from '../../../src/main/containers/line-pieces'
import { createFolder } from './temporary-folder'

async function piecesOf(
  name: string,
  content: string | Uint8Array,
  limit = 50_000_000,
): Promise<NumberedPart[]> {
  const kind = containerKind(name)
  if (kind === null) throw new Error(`${name} is no container.`)
  const pieces: NumberedPart[] = []
  const location = join(createFolder({ [name]: content }), name)
  for await (const piece of readContainer(kind, location, name, limit)) pieces.push(piece)
  return pieces
}

const textOf = ({ outcome }: NumberedPart): string =>
  outcome.kind === 'bytes' ? new TextDecoder('utf-8', { fatal: true }).decode(outcome.bytes) : outcome.reason

const readPieces = (pieces: readonly NumberedPart[], name: string) =>
  pieces.map((piece) =>
    readTable(textOf(piece).replaceAll('\r\n', '\n'), name, null, piece.firstLine ?? null),
  )

const rowOf = (index: number): string =>
  `${String(index)},"Said ""no"", and é\nleft; ${'again '.repeat(index % 50)}",2022-01-02`

describe('a long table', () => {
  it.each(['\n', '\r\n'])('is cut between rows, each piece with the names on top (%j)', async (end) => {
    const rows = Array.from({ length: 9000 }, (_, index) => rowOf(index).replaceAll('\n', end))
    const content = `\ufeffsep=,${end}id,text,date${end}${rows.join(end)}${end}`
    for (const [name, bytes] of [
      ['a.csv', content],
      ['a.csv.gz', gzipSync(content)],
    ] as const) {
      const pieces = await piecesOf(name, bytes)
      expect(pieces.length).toBeGreaterThan(3)
      for (const piece of pieces) expect(textOf(piece).length).toBeLessThan(3 * PIECE_BYTES)
      const read = readPieces(pieces, name)
      expect(read.flatMap(({ problems }) => problems)).toEqual([])
      const articles = read.flatMap((piece) => piece.articles)
      expect(articles.map(({ path }) => path)).toEqual(rows.map((_, index) => `${name}#${String(index + 3)}`))
      expect(articles.at(-1)?.article.text).toBe(
        `Said "no", and é\nleft; ${'again '.repeat(8999 % 50)}`.trimEnd() + ' ',
      )
    }
  })

  it('loses the row whose quotation mark is never closed, and no other', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) =>
      index === 9 ? '9,"never closed and so on' : `${String(index)},${'words '.repeat(100)}`,
    )
    const read = readPieces(await piecesOf('a.csv', `id,text\n${rows.join('\n')}\n`), 'a.csv')
    const articles = read.flatMap((piece) => piece.articles)
    expect(read.flatMap(({ problems }) => problems).map(({ path }) => path)).toContain('a.csv#11')
    expect(articles.length).toBeGreaterThanOrEqual(rows.length - 2)
  })

  it('is read whole in UTF-16, whose line ends are two bytes', async () => {
    const pieces = await piecesOf(
      'a.tsv',
      Buffer.from(`\ufeffid\ttext\n${'1\tx\n'.repeat(200_000)}`, 'utf16le'),
    )
    expect(pieces).toHaveLength(1)
    expect(pieces[0]?.firstLine).toBeUndefined()
  })
})
