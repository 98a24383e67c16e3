import {
  fitsTable,
  guessColumns,
  whatIsMissing,
  wishedColumns,
  type ColumnMapping,
  type ColumnWish,
} from '#core/intake/table/columns'
import { describeMissing } from '#core/intake/table/table'
import type { Live } from '#data/live'
import { readNote, writeNote } from '#data/registry'
import type { ColumnAnswer, ColumnQuestion } from '#workers/import-messages'
import { createLiveValue } from './live-value'

/**
 * Who says what the columns of a table hold. `ask`: the person; `as-before`: what the person said of such a table, and
 * the person where nothing was said yet; `unattended`: the wishes, else what was said before, else the columns' names.
 */
export type ColumnPolicy =
  | { readonly kind: 'ask' }
  | { readonly kind: 'as-before' }
  | { readonly kind: 'unattended'; readonly wishes: readonly ColumnWish[] }

/** A question that waits for the person. */
export interface OpenColumnQuestion extends ColumnQuestion {
  /** Id of the import that waits. */
  readonly id: string
  /** What the columns hold if nothing is changed: what was said before, else what their names say. */
  readonly mapping: ColumnMapping
  /** True when the person said so before. */
  readonly isRemembered: boolean
}

interface Waiting {
  readonly question: OpenColumnQuestion
  readonly resolve: (answer: ColumnAnswer) => void
}

/** Name of the notes that keep mappings, one for each signature. */
const NOTE = 'columns'

const waiting = createLiveValue<readonly Waiting[]>([])

const questions: Live<OpenColumnQuestion[]> = {
  subscribe: (next, error) => waiting.subscribe((all) => next(all.map(({ question }) => question)), error),
}

/** The questions that wait for the person, the oldest first. */
export function liveColumnQuestions(): Live<OpenColumnQuestion[]> {
  return questions
}

/** Answers an import's question, by asking the person where the policy says so. */
export async function answerColumnQuestion(
  id: string,
  question: ColumnQuestion,
  policy: ColumnPolicy,
): Promise<ColumnAnswer> {
  const remembered = await recall(question)
  if (policy.kind === 'unattended') return answerUnattended(question, policy.wishes, remembered)
  if (policy.kind === 'as-before' && remembered) return { kind: 'columns', mapping: remembered }
  const mapping = remembered ?? guessColumns(question.names)
  return new Promise((resolve) => {
    const open = { ...question, id, mapping, isRemembered: remembered !== null }
    waiting.set([...waiting.get(), { question: open, resolve }])
  })
}

/** Goes on with an import as the person says, and remembers it for all tables with these columns. */
export async function importWithColumns(question: OpenColumnQuestion, mapping: ColumnMapping): Promise<void> {
  await writeNote(NOTE, question.signature, mapping)
  settle(question, { kind: 'columns', mapping })
}

/** Goes on with an import without the tables that have these columns. */
export function leaveOutTable(question: OpenColumnQuestion): void {
  settle(question, {
    kind: 'left-out',
    message: 'It was left out, as was chosen when its columns were asked for.',
  })
}

/** Forgets the questions of an import that has ended. */
export function forgetColumnQuestions(id: string): void {
  waiting.set(waiting.get().filter(({ question }) => question.id !== id))
}

function settle(question: OpenColumnQuestion, answer: ColumnAnswer): void {
  const one = waiting.get().find((other) => other.question === question)
  waiting.set(waiting.get().filter((other) => other !== one))
  one?.resolve(answer)
}

async function recall({ signature, names }: ColumnQuestion): Promise<ColumnMapping | null> {
  const mapping = (await readNote(NOTE, signature)) as ColumnMapping | undefined
  return mapping && fitsTable(mapping, names) && whatIsMissing(mapping) === null ? mapping : null
}

function answerUnattended(
  { names }: ColumnQuestion,
  wishes: readonly ColumnWish[],
  remembered: ColumnMapping | null,
): ColumnAnswer {
  const wished = wishes.length > 0 ? wishedColumns(names, wishes) : null
  if (wished?.ok === false) return { kind: 'left-out', message: wished.error.message }
  const mapping = wished?.value ?? remembered ?? guessColumns(names)
  const missing = whatIsMissing(mapping)
  return missing === null
    ? { kind: 'columns', mapping }
    : { kind: 'left-out', message: `${describeMissing(missing, names)} --columns text=NAME says which does.` }
}
