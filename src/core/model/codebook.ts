/** A named kind of annotation. Built-in layers can be recoloured but not removed. */
export interface Layer {
  readonly id: string
  readonly name: string
  /** `#rrggbb`, from the colour-blind-safe palette by default. */
  readonly color: string
  /** Key that marks the selection with this layer, such as `h`; null for none. */
  readonly shortcut: string | null
  readonly definition: string
}

/** A tag of the codebook's hierarchy. */
export interface Tag {
  readonly id: string
  readonly name: string
  /** Id of the tag above, null at the top. Never a cycle. */
  readonly parent: string | null
  readonly color: string
  /** One digit 1..9 or 0, or null. */
  readonly shortcut: string | null
  readonly definition: string
}

/** The layers and hierarchical tags of a corpus. */
export interface Codebook {
  readonly layers: readonly Layer[]
  readonly tags: readonly Tag[]
}

/** Okabe and Ito's palette ("Color Universal Design", 2008): told apart by people with any colour vision. */
export const SAFE_PALETTE = [
  '#e69f00',
  '#56b4e9',
  '#009e73',
  '#f0e442',
  '#0072b2',
  '#d55e00',
  '#cc79a7',
  '#999999',
] as const

/** The layers every corpus starts with. */
export const DEFAULT_LAYERS: readonly Layer[] = [
  {
    id: 'highlight',
    name: 'Highlight',
    color: '#f0e442',
    shortcut: 'h',
    definition: 'A passage worth finding again.',
  },
  {
    id: 'quotation',
    name: 'Quotation',
    color: '#0072b2',
    shortcut: 'q',
    definition: 'What someone said or wrote, with the speaker and the words that report it.',
  },
  {
    id: 'claim',
    name: 'Claim',
    color: '#d55e00',
    shortcut: 'c',
    definition: 'A statement that can be checked.',
  },
]

/** Ids of the tag and of all tags below it. */
export function tagWithDescendants(tags: readonly Tag[], id: string): ReadonlySet<string> {
  const found = new Set([id])
  for (let grew = true; grew;) {
    grew = false
    for (const tag of tags) {
      if (tag.parent !== null && found.has(tag.parent) && !found.has(tag.id)) {
        found.add(tag.id)
        grew = true
      }
    }
  }
  return found
}
