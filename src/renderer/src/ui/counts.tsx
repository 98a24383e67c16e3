const integer = new Intl.NumberFormat()

/** 12345 as this language writes it. */
export function formatCount(value: number): string {
  return integer.format(value)
}

/** "840 files", "1 file". */
export function countOf(value: number, one: string, many: string = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`
}
