/**
 * The part of papaparse that reading tables needs. Its published types ask for those of the DOM and of Node, which core
 * must not see.
 */
declare module 'papaparse' {
  interface StepResult {
    readonly data: readonly string[]
    readonly errors: readonly { readonly type: string; readonly code: string }[]
    /** `cursor`: where the next row begins, in UTF-16 code units of the text. */
    readonly meta: { readonly cursor: number }
  }
  interface StepParser {
    readonly abort: () => void
  }
  interface ParseOptions {
    readonly delimiter: string
    readonly newline: '\n'
    readonly quoteChar: '"'
    /** Rows to read at most. */
    readonly preview?: number
    readonly step: (result: StepResult, parser: StepParser) => void
  }
  const Papa: { readonly parse: (text: string, options: ParseOptions) => unknown }
  export default Papa
}
