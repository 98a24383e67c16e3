import { contentId } from '../model/ids'
import type { Speaker } from '../model/speaker'
import { nameOf, parseName, type ParsedName } from './link-speakers'

/** Who a printed name is. */
export interface LinkedName {
  /** Id of the speaker's record. */
  readonly id: string
  /**
   * True when it was linked by nothing but a surname: as further articles are read it may come to be somebody else,
   * so link it again when all are read.
   */
  readonly loose: boolean
}

/** A full name that bare surnames may stand for. */
interface Namesake {
  readonly form: string
  readonly key: string
  readonly first: string
}

const PROGRAM_ID = /^spk_/

/**
 * Links names to speakers article by article, where `linkSpeakers` needs all articles at once; after all are read the
 * two agree (test/unit/suggest/speaker-book.test.ts). What a person decided comes first: a spelling that was given to
 * a speaker is that speaker, and whoever is told apart in an article stays apart.
 */
export class SpeakerBook {
  readonly #known = new Map<string, Speaker>()
  /** Spelling -> id, and full or bare key -> id, by a person's word. */
  readonly #spellings = new Map<string, string>()
  readonly #keys = new Map<string, string>()
  readonly #instead = new Map<string, string>()
  /** Surname -> printed form of a full name -> that name. */
  readonly #namesakes = new Map<string, Map<string, Namesake>>()
  /** Speaker -> printed form -> how often. */
  readonly #forms = new Map<string, Map<string, number>>()

  /**
   * @param known the records there are
   * @param anew true when all articles are read: records that only the program has made are then made anew and do not
   *   count
   */
  constructor(known: readonly Speaker[], anew: boolean) {
    this.setKnown(known, anew)
  }

  /** Takes the records as they are now, after a person has changed one. What was read stays. */
  setKnown(known: readonly Speaker[], anew: boolean): void {
    this.#known.clear()
    this.#spellings.clear()
    this.#keys.clear()
    this.#instead.clear()
    for (const speaker of known) {
      const own = settledNames(speaker)
      const isSettled = own.length > 0 || speaker.settled !== undefined
      if (anew && !isSettled) continue
      this.#known.set(speaker.id, speaker)
      for (const name of own) this.#settle(name, speaker.id)
      for (const { article, of } of speaker.settled?.instead ?? []) {
        this.#instead.set(`${article} ${of}`, speaker.id)
      }
    }
    for (const { name, aliases } of this.#known.values())
      for (const form of [name, ...aliases]) this.#read(form)
  }

  #settle(name: string, id: string): void {
    this.#spellings.set(name, id)
    const parsed = parseName(name)
    if (parsed && !this.#keys.has(keyOf(parsed))) this.#keys.set(keyOf(parsed), id)
  }

  #read(form: string): void {
    const parsed = parseName(form)
    if (!parsed || !isFull(parsed)) return
    const bearers = this.#namesakes.get(parsed.surname) ?? new Map<string, Namesake>()
    this.#namesakes.set(parsed.surname, bearers)
    bearers.set(form, { form, key: keyOf(parsed), first: parsed.first })
  }

  /** Reads the names of one article, so that surnames of any article can stand for its full names. */
  read(names: readonly string[]): void {
    for (const name of names) this.#read(name)
  }

  /** The speaker of a full name: as a person settled it, else by its sound. */
  #own(form: string, key: string): string {
    const settled = this.#spellings.get(form)
    if (settled !== undefined) return settled
    const own = contentId('spk', key)
    // One spelling was split off: the others of the same sound stay where they were.
    return this.#known.has(own) ? own : (this.#keys.get(key) ?? own)
  }

  /**
   * Who `name` is.
   * @param names all names of the article, which was read
   * @returns null for a name of which nothing sounds
   */
  link(article: string, name: string, names: readonly string[]): LinkedName | null {
    const parsed = parseName(name)
    if (!parsed) return null
    const { id, loose } = this.#identify(article, parsed, name, names)
    const instead = this.#instead.get(`${article} ${id}`)
    return { id: instead ?? id, loose }
  }

  #identify(article: string, parsed: ParsedName, name: string, names: readonly string[]): LinkedName {
    const key = keyOf(parsed)
    if (isFull(parsed)) return { id: this.#own(name, key), loose: false }
    const near = this.#bearers(parsed, bearersAmong(names, parsed.surname))
    if (near.length === 1 && near[0] !== undefined) return { id: near[0], loose: false }
    const settled = this.#spellings.get(name) ?? this.#keys.get(key)
    if (settled !== undefined) return { id: settled, loose: false }
    const anywhere = this.#bearers(parsed, this.#namesakes.get(parsed.surname)?.values() ?? [])
    const told = anywhere.find((id) => this.#instead.has(`${article} ${id}`))
    if (told !== undefined) return { id: told, loose: false }
    const [only] = anywhere
    return { id: anywhere.length === 1 && only !== undefined ? only : contentId('spk', key), loose: true }
  }

  /** The speakers that the namesakes that fit are. */
  #bearers({ first }: ParsedName, namesakes: Iterable<Namesake>): readonly string[] {
    const ids = new Set<string>()
    for (const other of namesakes) {
      if (first === null || other.first.startsWith(first)) ids.add(this.#own(other.form, other.key))
    }
    return [...ids]
  }

  /** Counts a form for a speaker's record; a negative `by` takes it back, for a name that came to be somebody else. */
  count(id: string, form: string, by = 1): void {
    const forms = this.#forms.get(id) ?? new Map<string, number>()
    this.#forms.set(id, forms)
    const count = (forms.get(form) ?? 0) + by
    if (count > 0) forms.set(form, count)
    else forms.delete(form)
    if (forms.size === 0) this.#forms.delete(id)
  }

  /** Ids of the speakers that forms were counted for. */
  counted(): IterableIterator<string> {
    return this.#forms.keys()
  }

  /**
   * The record of a speaker by the forms counted so far. A known one keeps its name, unless only the program made it
   * and a fuller one was read; it loses no spelling. Null for an id that is neither known nor counted.
   */
  record(id: string): Speaker | null {
    const forms = this.#forms.get(id)
    const known = this.#known.get(id)
    if (!forms) return known ?? null
    if (!known) return { id, ...nameOf(forms) }
    const isSettled = !PROGRAM_ID.test(id) || known.settled !== undefined
    const all = new Map([...forms, ...[known.name, ...known.aliases].map((form) => [form, 1] as const)])
    const name = isSettled ? known.name : nameOf(all).name
    const aliases = [...new Set([...known.aliases, ...all.keys()])].filter((form) => form !== name).sort()
    return { ...known, name, aliases }
  }
}

/** The names that are this speaker by a person's word. */
function settledNames({ id, name, aliases, settled }: Speaker): readonly string[] {
  const names = settled?.names ?? []
  if (!PROGRAM_ID.test(id)) return [...new Set([name, ...aliases, ...names])]
  // A dataset does not say what was settled. A full name in the record of another can only have come by a person.
  const merged = aliases.filter((alias) => {
    const parsed = parseName(alias)
    return parsed !== null && isFull(parsed) && contentId('spk', keyOf(parsed)) !== id
  })
  return [...new Set([...names, ...merged])]
}

function isFull(parsed: ParsedName): parsed is ParsedName & { readonly first: string } {
  return parsed.first !== null && parsed.first.length > 1
}

/** The key by which `linkSpeakers` makes ids. */
function keyOf({ first, surname }: ParsedName): string {
  return first ? `${first} ${surname}` : surname
}

/** The full names among `names` that bear a surname. */
function bearersAmong(names: readonly string[], surname: string): Namesake[] {
  return names.flatMap((form) => {
    const parsed = parseName(form)
    if (!parsed || !isFull(parsed) || parsed.surname !== surname) return []
    return [{ form, key: keyOf(parsed), first: parsed.first }]
  })
}
