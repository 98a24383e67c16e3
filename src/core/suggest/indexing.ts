/** The item at `index` of a list that is known to have it. Throws RangeError otherwise: a wrong index is a bug, not a case to handle. */
export function itemAt<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError(`Index ${index} is outside a list of ${list.length}.`)
  return item
}

/** `itemAt` for lists of numbers: a function that reads several kinds of list is slow at each. */
export function indexAt(list: readonly number[], index: number): number {
  const item = list[index]
  if (item === undefined) throw new RangeError(`Index ${index} is outside a list of ${list.length}.`)
  return item
}

/** `itemAt` for typed arrays, for the same reason. */
export function numberAt(list: Int32Array, index: number): number {
  const item = list[index]
  if (item === undefined) throw new RangeError(`Index ${index} is outside a list of ${list.length}.`)
  return item
}
