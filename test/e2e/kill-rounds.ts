import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseDataset } from '../../src/core/exchange/dataset-reader'
import { createRandom } from '../../tools/corpus/random'
import { launchProgram } from '../../tools/drive/launch'
import type { RunningProgram } from '../../tools/drive/program'
import { removeFolder } from '../../tools/drive/remove-folder'
import { runHeadless } from '../../tools/drive/run-headless'
import { BUILT_MAIN } from '../../tools/setup/paths.mjs'
import { writeFiles } from './folder'
import { CHRONICLE } from './invented'
import { goToText, inspector, LONG, openArticle, statusBar } from './window'

/*
 * A person annotates by keys at random, and the program is killed at a random moment, again and again on the same data.
 * What the status bar has counted is acknowledged: the next start must have it. The one action that was under way may
 * be there or not, but never in part.
 */

const KEYS = { highlight: 'h', quotation: 'q', claim: 'c' } as const
type Layer = keyof typeof KEYS
const CORPUS = 'Torvale'
const LAYERS: readonly Layer[] = ['highlight', 'quotation', 'claim']

/** Accepted annotations of each layer. */
type Counts = Readonly<Record<Layer, number>>

const total = (counts: Counts): number => LAYERS.reduce((sum, layer) => sum + counts[layer], 0)

const same = (one: Counts, other: Counts): boolean => LAYERS.every((layer) => one[layer] === other[layer])

/** States that undo and redo lead through, and which of them is on the screen. */
interface Course {
  readonly states: readonly Counts[]
  readonly at: number
}

const NOTHING: Counts = { highlight: 0, quotation: 0, claim: 0 }

const shown = ({ states, at }: Course): Counts => states[at] ?? NOTHING

const advance = (course: Course, layer: Layer, by: 1 | -1): Course => ({
  states: [
    ...course.states.slice(0, course.at + 1),
    { ...shown(course), [layer]: shown(course)[layer] + by },
  ],
  at: course.at + 1,
})

/** What a run of rounds found. */
export interface KillFigures {
  /** Actions that the screen acknowledged. */
  readonly acknowledged: number
  /** Kills that hit an action under way, and of those the actions that were there afterwards. */
  readonly interrupted: number
  readonly kept: number
}

/** What the status bar says when one of these is what is there. */
function countsOf(...all: readonly Counts[]): RegExp {
  const counts = all.map(total).map((count) => `${String(count)} annotation${count === 1 ? '(?!s)' : 's'}`)
  return new RegExp(`\\D(${counts.join('|')})`)
}

/** Waits until the status bar counts so many annotations. */
async function acknowledge(program: RunningProgram, counts: Counts): Promise<void> {
  await statusBar(program.page)
    .filter({ hasText: countsOf(counts) })
    .waitFor({ timeout: LONG })
}

/** Opens the article after a kill: what was acknowledged is there, or the action under way as well. */
async function found(
  program: RunningProgram,
  course: Course,
  next: Course,
  figures: { kept: number },
): Promise<Course> {
  await openArticle(program.page, 'Chronicle')
  await goToText(program.page)
  const bar = statusBar(program.page)
  await bar.filter({ hasText: countsOf(shown(course), shown(next)) }).waitFor({ timeout: 15_000 })
  if (course === next || !countsOf(shown(next)).test(await bar.innerText())) return course
  figures.kept += 1
  return next
}

/** What the window says, for whoever reads why a round failed. */
async function screenOf({ page }: RunningProgram): Promise<string> {
  return page
    .locator('body')
    .innerText({ timeout: 5_000 })
    .catch((error: unknown) => `nothing (${String(error)})`)
}

/** SIGKILL to the program and to all it started, the browser with the database first. */
async function killAll(program: RunningProgram): Promise<void> {
  const processes = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const below = (parent: number): number[] =>
    processes.flatMap(([pid = 0, above]) => (above === parent ? [pid, ...below(pid)] : []))
  for (const pid of below(program.pid)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended with the one above it.
    }
  }
  await program.kill()
}

/** What the corpus holds, by an export without a window; throws when a record or span in it is not whole. */
async function exportCounts(userData: string, path: string): Promise<Counts> {
  const { code, stderr } = await runHeadless([
    '--user-data',
    userData,
    '--corpus',
    CORPUS,
    '--export',
    path,
    '--reproducible',
  ])
  if (code !== 0) throw new Error(`The export ended with ${String(code)}.\n${stderr}`)
  const parsed = parseDataset(readFileSync(path, 'utf8'))
  if (!parsed.ok) throw new Error(parsed.error.message)
  const count = (layer: Layer) => parsed.value.annotations.filter((one) => one.layer === layer).length
  return { highlight: count('highlight'), quotation: count('quotation'), claim: count('claim') }
}

/** Begins one action at random; the course once it is done. */
async function act(program: RunningProgram, course: Course, random: () => number): Promise<Course> {
  const { keyboard } = program.page
  const below = (limit: number) => Math.floor(random() * limit)
  const choice = random()
  if (choice < 0.2 && course.at > 0) {
    await keyboard.press('ControlOrMeta+z')
    return { ...course, at: course.at - 1 }
  }
  if (choice < 0.35 && course.at < course.states.length - 1) {
    await keyboard.press('ControlOrMeta+Shift+z')
    return { ...course, at: course.at + 1 }
  }
  await keyboard.press('Escape')
  await keyboard.press('ControlOrMeta+Home')
  if (choice < 0.5 && total(shown(course)) > 0) {
    await keyboard.press('.')
    const heading = inspector(program.page).getByRole('heading', { name: /^(Highlight|Quotation|Claim)$/ })
    const name = (await heading.innerText({ timeout: LONG })).toLowerCase()
    const layer = LAYERS.find((one) => one === name)
    if (!layer) throw new Error(`There is no layer ${name}.`)
    await keyboard.press('Delete')
    return advance(course, layer, -1)
  }
  for (let down = below(12); down >= 0; down -= 1) await keyboard.press('ArrowDown')
  for (let words = below(5); words >= 0; words -= 1) await keyboard.press('Shift+ArrowRight')
  const layer = LAYERS[below(LAYERS.length)] ?? 'highlight'
  await keyboard.press(KEYS[layer])
  return advance(course, layer, 1)
}

/** Takes everything back, to nothing, and makes it again: what the journal says is what is there. */
async function undoAndRedoAll(program: RunningProgram, course: Course): Promise<void> {
  const { keyboard } = program.page
  for (let at = course.at - 1; at >= 0; at -= 1) {
    await keyboard.press('ControlOrMeta+z')
    await acknowledge(program, shown({ ...course, at }))
  }
  await statusBar(program.page)
    .getByRole('button', { name: 'Undo', disabled: true })
    .waitFor({ timeout: LONG })
  for (let at = 1; at <= course.at; at += 1) {
    await keyboard.press('ControlOrMeta+Shift+z')
    await acknowledge(program, shown({ ...course, at }))
  }
}

/**
 * Kills the program so many times.
 * @throws an Error that names the seed and the round when something was lost or is half there
 */
export async function killRounds(rounds: number, seed: number): Promise<KillFigures> {
  const random = createRandom(seed)
  const scratch = mkdtempSync(join(tmpdir(), 'crossread-kill-'))
  const userData = join(scratch, 'data')
  const output = join(scratch, 'dataset.json')
  const figures = { acknowledged: 0, interrupted: 0, kept: 0 }
  let program: RunningProgram | null = null
  let round = 0
  const start = async (): Promise<RunningProgram> => {
    program = await launchProgram({ main: BUILT_MAIN, userData })
    // A busy machine is no lost annotation.
    program.page.setDefaultTimeout(LONG)
    return program
  }
  try {
    const press = writeFiles(join(scratch, 'press'), { 'chronicle.md': CHRONICLE })
    await runHeadless(['--user-data', userData, '--corpus', CORPUS, '--import', press])
    let course: Course = { states: [NOTHING], at: 0 }
    let next = course
    for (round = 1; round <= rounds; round += 1) {
      const running = await start()
      course = await found(running, course, next, figures)
      for (let actions = Math.floor(random() * 6) + 1; actions > 0; actions -= 1) {
        next = await act(running, course, random)
        if (actions === 1) break
        await acknowledge(running, shown(next))
        course = next
        figures.acknowledged += 1
      }
      // Not a wait for something: the moment of the kill, while the last action may be on its way to the disk.
      await pause(random() * 60)
      await killAll(running)
      program = null
      figures.interrupted += 1
    }
    const before = await exportCounts(userData, output)
    const bytes = readFileSync(output)
    const running = await start()
    course = await found(running, course, next, figures)
    if (!same(before, shown(course))) {
      throw new Error(`there is ${JSON.stringify(before)} instead of ${JSON.stringify(shown(course))}`)
    }
    await undoAndRedoAll(running, course)
    await running.quit()
    program = null
    await exportCounts(userData, output)
    if (!readFileSync(output).equals(bytes)) throw new Error('undone and done again, the corpus is another')
    return figures
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const screen = program === null ? 'no program' : await screenOf(program)
    throw new Error(`Seed ${String(seed)}, round ${String(round)}: ${message}\nOn the screen: ${screen}`, {
      cause: error,
    })
  } finally {
    if (program !== null) await killAll(program)
    await removeFolder(scratch)
  }
}
