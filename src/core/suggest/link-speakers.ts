import { itemAt } from './indexing'
import { contentId } from '../model/ids'
import type { Speaker } from '../model/speaker'
import { soundKey } from './sound-key'

/** A speaker's name as one article prints it. */
export interface SpeakerMention {
  readonly article: string
  readonly name: string
}

/** Records for all spellings, and the record of each mention (parallel to the input; null for an empty name). */
export interface LinkedSpeakers {
  readonly speakers: readonly Speaker[]
  readonly ids: readonly (string | null)[]
}

const TITLE =
  /^(?:mr|mrs|ms|miss|dr|sir|lord|lady|sen|senator|rep|gov|governor|president|vice|prime|foreign|minister|secretary|chancellor|general|gen|col|spokesman|spokeswoman|spokesperson|king|queen|prince|princess|pope|judge|justice|prof|professor|former|state|of|the|us|u\.s|herr|frau|monsieur|madame|señor|señora|presiden|menteri|luar|negeri|président|ministre|präsident|minister|presidente|ministro|президент|министр|міністр)$/u

/** A name as linking sees it: without titles, by sound. */
export interface ParsedName {
  readonly words: readonly string[]
  readonly surname: string
  /** First name's key, an initial (one letter), or null. */
  readonly first: string | null
}

/** Takes a printed name apart; null when nothing of it sounds. */
export function parseName(name: string): ParsedName | null {
  const words = name
    .replace(/['’]s$/u, '')
    .split(/\s+/u)
    .filter((word) => word !== '')
  let from = 0
  while (from < words.length - 1 && TITLE.test(itemAt(words, from).toLowerCase().replace(/\.$/u, '')))
    from += 1
  const proper = words.slice(from).filter((word) => !/^(?:jr|sr|ii|iii)\.?,?$/iu.test(word))
  const last = proper.at(-1)
  if (last === undefined) return null
  const surname = soundKey(last)
  if (surname === '') return null
  return { words: proper, surname, first: proper.length > 1 ? soundKey(itemAt(proper, 0)) : null }
}

interface Group {
  readonly key: string
  readonly surname: string
  readonly first: string | null
  readonly forms: Map<string, number>
  readonly articles: Set<string>
}

/**
 * Links spellings into one record a speaker, across articles: transliteration, diacritics and short first names do not matter; a bare
 * surname (or initial and surname) joins the full name of its own article, or the only one of the corpus. Two full names with
 * one surname stay two. Ids derive from the sound key, aliases are sorted: the order of the mentions does not matter.
 */
export function linkSpeakers(mentions: readonly SpeakerMention[]): LinkedSpeakers {
  const parsed = mentions.map((mention) => parseName(mention.name))
  const groups = new Map<string, Group>()
  const groupOf: (Group | null)[] = mentions.map(() => null)
  const join = (index: number, key: string, surname: string, first: string | null): void => {
    const group = groups.get(key) ?? {
      key,
      surname,
      first,
      forms: new Map<string, number>(),
      articles: new Set<string>(),
    }
    groups.set(key, group)
    const { name, article } = itemAt(mentions, index)
    group.forms.set(name, (group.forms.get(name) ?? 0) + 1)
    group.articles.add(article)
    groupOf[index] = group
  }
  parsed.forEach((name, index) => {
    if (name?.first && name.first.length > 1)
      join(index, `${name.first} ${name.surname}`, name.surname, name.first)
  })
  // fixed before bare surnames join, so that their order does not matter
  const full = [...groups.values()].map((group) => ({ ...group, articles: new Set(group.articles) }))
  parsed.forEach((name, index) => {
    if (!name || groupOf[index]) return
    const initial = name.first
    const namesakes = full.filter(
      (group) =>
        group.surname === name.surname && (initial === null || group.first?.startsWith(initial) === true),
    )
    const near = namesakes.filter((group) => group.articles.has(itemAt(mentions, index).article))
    const owner = near.length === 1 ? near[0] : namesakes.length === 1 ? namesakes[0] : undefined
    if (owner) join(index, owner.key, owner.surname, owner.first)
    else join(index, initial ? `${initial} ${name.surname}` : name.surname, name.surname, initial)
  })
  const speakers = [...groups.values()].map(toSpeaker).sort((a, b) => (a.id < b.id ? -1 : 1))
  return { speakers, ids: groupOf.map((group) => (group ? contentId('spk', group.key) : null)) }
}

function toSpeaker(group: Group): Speaker {
  return { id: contentId('spk', group.key), ...nameOf(group.forms) }
}

/**
 * Name and aliases from the printed forms and how often each stands. The name is the fullest of the forms: most words,
 * then most frequent, then first in code point order. There has to be a form.
 */
export function nameOf(counted: ReadonlyMap<string, number>): Pick<Speaker, 'name' | 'aliases'> {
  const forms = [...counted].sort(
    ([a, countA], [b, countB]) => wordCount(b) - wordCount(a) || countB - countA || (a < b ? -1 : 1),
  )
  const name = (parseName(itemAt(forms, 0)[0])?.words ?? []).join(' ')
  const aliases = [...new Set(forms.map(([form]) => form))].filter((form) => form !== name).sort()
  return { name, aliases }
}

function wordCount(name: string): number {
  return parseName(name)?.words.length ?? 0
}
