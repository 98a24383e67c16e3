import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { readFile, type ArticleDraft, type IntakeOutcome } from '#core/intake/intake'

const FOLDER = new URL('../../fixtures/intake/', import.meta.url)

/** Bytes of a fixture. */
export function fixtureBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, FOLDER)))
}

/** Reads a fixture as if it had been imported alone, under its own name or another. */
export function readFixture(name: string, path = name): IntakeOutcome {
  return readFile({ path, rootName: null, bytes: fixtureBytes(name) })
}

/** Reads a text as a file. */
export function readText(text: string, path = 'a.txt', rootName: string | null = null): IntakeOutcome {
  return readFile({ path, rootName, bytes: new TextEncoder().encode(text) })
}

/** The only draft of an outcome without problems. */
export function only({ drafts, problems }: IntakeOutcome): ArticleDraft {
  expect(problems).toEqual([])
  expect(drafts).toHaveLength(1)
  const [draft] = drafts
  if (!draft) throw new Error('no draft')
  return draft
}

/** Kind and text of each block. */
export function blocksOf({ body }: ArticleDraft): [string, string][] {
  return body.blocks.map(({ kind, start, end }) => [kind, body.text.slice(start, end)])
}

/** Text of each furniture range. */
export function furnitureOf({ body }: ArticleDraft): string[] {
  return body.furniture.map(({ start, end }) => body.text.slice(start, end))
}
