import { Parser } from 'htmlparser2'

/** What reading an XML part calls, names without their prefix. */
export interface XmlListener {
  readonly onOpen: (name: string, attribute: (name: string) => string | null) => void
  readonly onClose: (name: string) => void
  readonly onText?: (text: string) => void
}

/** The part declares a document type, which no office program writes: entities of its own are what an XML bomb is made of. */
export class DoctypeError extends Error {}

/** Reads XML in one pass, without building it and without entities but those of XML itself. @throws DoctypeError */
export function readXml(xml: string, { onOpen, onClose, onText }: XmlListener): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        onOpen(localName(name), (wanted) => {
          for (const [key, value] of Object.entries(attributes)) if (localName(key) === wanted) return value
          return null
        })
      },
      onclosetag: (name) => onClose(localName(name)),
      ontext: (text) => onText?.(text),
      onprocessinginstruction: (name) => {
        if (/^!doctype/iu.test(name)) throw new DoctypeError()
      },
    },
    { xmlMode: true },
  )
  parser.write(xml)
  parser.end()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
