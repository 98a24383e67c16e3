/**
 * What may follow a cue verb. One verb may have several frames; the rules try them from the surest to the least sure.
 * - `quote`: goes with words in quotation marks, before or after, also inverted ("said Ms Ode")
 * - `that`: a clause, with or without "that" ("said he would go")
 * - `stated`: a clause only when "that" is there ("the poll indicates that …")
 * - `tell`: an addressee, then a clause ("told reporters that …")
 * - `ask`: a question ("asked whether …", "wondered how …")
 * - `np`: a noun phrase is the content ("denied the charge")
 * - `inf`: a to-infinitive is the content ("vowed to fight")
 * - `objInf`: somebody, then a to-infinitive ("urged the council to act")
 * - `as`: something, then what it is said to be ("described it as folly", "called it folly")
 */
export const FRAMES = ['quote', 'that', 'stated', 'tell', 'ask', 'np', 'inf', 'objInf', 'as'] as const
export type Frame = (typeof FRAMES)[number]

/** Cue verbs that share frames. `lemmas` are dictionary forms (or, in languages without `inflect`, all forms), split by spaces. */
export interface VerbGroup {
  readonly frames: readonly Frame[]
  readonly lemmas: string
  /** True: `lemmas` lists forms, in a language with `inflect` too. */
  readonly asWritten?: boolean
}

/**
 * The reporting words of one language: a plain data file that a person can extend. Every list is of lower-case words split by
 * spaces; a phrase joins its words with `_`.
 */
export interface CueLexicon {
  /** BCP 47 primary tag. */
  readonly language: string
  readonly verbs: readonly VerbGroup[]
  /** Verb to prepositions that tie it to a content: "called for a vote". */
  readonly prepositional: Readonly<Record<string, string>>
  /** Nouns whose clause or phrase is a content: "the claim that …", "support for …", with the words that may follow. */
  readonly nouns: Readonly<Record<string, string>>
  /** Spellings of cue verbs that are nouns as often. */
  readonly homographs: string
  /** Phrases before a speaker: "according to". */
  readonly accordingTo: string
  /** The word for "that" and its spellings; a trailing apostrophe marks an elided one ("qu'"). */
  readonly that: string
  /** Words that begin a content clause, "that" among them. */
  readonly complementisers: string
  readonly pronouns: {
    readonly masculine: string
    readonly feminine: string
    readonly plural: string
    readonly other: string
  }
  /** Words that end a noun phrase or a clause when read from either side. */
  readonly conjunctions: string
  readonly prepositions: string
  readonly determiners: string
  readonly auxiliaries: string
  readonly adverbs: string
  /** Titles and offices before or in place of a name. */
  readonly titles: string
  /** Days, months and other words of time that may stand between a cue and its content. */
  readonly times: string
}

/** A lexicon with its verbs' forms spelled out, ready for look-up. */
export interface CompiledLexicon {
  readonly language: string
  /** Form to what it may be. */
  readonly forms: ReadonlyMap<string, VerbForm>
  readonly nouns: ReadonlyMap<string, ReadonlySet<string>>
  readonly homographs: ReadonlySet<string>
  /** Phrases by their first word. */
  readonly accordingTo: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly that: ReadonlySet<string>
  readonly complementisers: ReadonlySet<string>
  readonly pronouns: ReadonlyMap<string, 'masculine' | 'feminine' | 'plural' | 'other'>
  readonly conjunctions: ReadonlySet<string>
  readonly prepositions: ReadonlySet<string>
  readonly determiners: ReadonlySet<string>
  readonly auxiliaries: ReadonlySet<string>
  readonly adverbs: ReadonlySet<string>
  readonly titles: ReadonlySet<string>
  readonly times: ReadonlySet<string>
}

/** How a verb form may be used. `base` covers the infinitive and the present plural. */
export type Inflection = 'base' | 'third' | 'past' | 'participle' | 'gerund'

/** One spelling of a cue verb. */
export interface VerbForm {
  readonly lemma: string
  readonly inflections: ReadonlySet<Inflection>
  readonly frames: ReadonlySet<Frame>
  readonly prepositions: ReadonlySet<string>
}
