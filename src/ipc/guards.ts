/** Tells whether an unknown value from another process is a `T`, within the size the guard was made for. */
export type Guard<T> = (value: unknown) => value is T

/** The type a guard lets through. */
export type Guarded<G> = G extends Guard<infer T> ? T : never

/** A string of at most `maximum` UTF-16 code units. */
export function isText(maximum: number): Guard<string> {
  return (value): value is string => typeof value === 'string' && value.length <= maximum
}

/** A string of at most `maximum` code units that the whole of `pattern` (anchored by the caller) matches. */
export function isMatching(pattern: RegExp, maximum: number): Guard<string> {
  return (value): value is string =>
    typeof value === 'string' && value.length <= maximum && pattern.test(value)
}

/** An integer from `least` to `most`, both included. */
export function isIntegerIn(least: number, most: number): Guard<number> {
  return (value): value is number =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
}

/** True or false. */
export function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

/** One of a few strings. */
export function isOneOf<const T extends string>(...choices: readonly T[]): Guard<T> {
  const known: ReadonlySet<unknown> = new Set(choices)
  return (value): value is T => known.has(value)
}

/** Null, or what the other guard accepts. */
export function isNullOr<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value)
}

/** An array of at most `maximum` elements, each accepted; holes count as undefined. */
export function isListOf<T>(guard: Guard<T>, maximum: number): Guard<readonly T[]> {
  return (value): value is readonly T[] => {
    if (!Array.isArray(value) || value.length > maximum) return false
    for (let index = 0; index < value.length; index += 1) {
      if (!guard(value[index])) return false
    }
    return true
  }
}

/** A plain object with exactly these own properties, each accepted: a property too many is refused like one too few. */
export function isRecordOf<S extends Readonly<Record<string, Guard<unknown>>>>(
  shape: S,
): Guard<{ readonly [K in keyof S]: Guarded<S[K]> }> {
  const names = Object.keys(shape)
  return (value): value is { readonly [K in keyof S]: Guarded<S[K]> } => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    if (Object.keys(value).length !== names.length) return false
    return names.every(
      (name) => Object.hasOwn(value, name) && shape[name]?.(Reflect.get(value, name)) === true,
    )
  }
}
