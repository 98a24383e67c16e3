import type { BlockKind } from '../../model/article'
import { readXml } from './xml'

/** What a style says of the text that has it. */
export interface DocxStyle {
  readonly kind: BlockKind | null
  readonly isHidden: boolean
}

interface RawStyle {
  basedOn: string | null
  kind: BlockKind | null
  isHidden: boolean | null
}

/** Longest chain of styles that stand on one another. */
const DEEPEST = 12

/** The styles of a document by id, with what they have of those they are based on. @throws DoctypeError */
export function readStyles(xml: string): ReadonlyMap<string, DocxStyle> {
  const raw = new Map<string, RawStyle>()
  let open: RawStyle | null = null
  readXml(xml, {
    onOpen: (name, attribute) => {
      if (name === 'style') {
        open = { basedOn: null, kind: null, isHidden: null }
        raw.set(attribute('styleId') ?? '', open)
      } else if (open) {
        if (name === 'basedOn') open.basedOn = attribute('val')
        else if (name === 'vanish') open.isHidden = isOn(attribute('val'))
        else if (name === 'outlineLvl' && Number(attribute('val') ?? '9') < 9) open.kind = 'heading'
        else if (name === 'numPr') open.kind ??= 'list-item'
        else if (name === 'name') open.kind ??= kindOfName(attribute('val') ?? '')
      }
    },
    onClose: (name) => {
      if (name === 'style') open = null
    },
  })
  const styles = new Map<string, DocxStyle>()
  for (const id of raw.keys()) styles.set(id, resolve(raw, id))
  return styles
}

function resolve(raw: ReadonlyMap<string, RawStyle>, id: string): DocxStyle {
  let kind: BlockKind | null = null
  let isHidden: boolean | null = null
  let style = raw.get(id)
  for (let depth = 0; style && depth < DEEPEST; depth += 1) {
    kind ??= style.kind
    isHidden ??= style.isHidden
    style = style.basedOn === null ? undefined : raw.get(style.basedOn)
  }
  return { kind, isHidden: isHidden ?? false }
}

/** Built-in styles keep their English names in the file, whatever the program's language shows. */
function kindOfName(name: string): BlockKind | null {
  if (/^(?:heading [1-9]|title|subtitle)$/iu.test(name)) return 'heading'
  return /quote$/iu.test(name) ? 'quote' : null
}

/** A switch is on when it is there, unless it says otherwise. */
export function isOn(value: string | null): boolean {
  return value === null || !/^(?:0|false|off)$/iu.test(value)
}
