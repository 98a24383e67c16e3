/** What kind of expected failure happened. Screens and the headless run choose their advice by it. */
export type ErrorKind =
  | 'not-found'
  | 'invalid-input'
  | 'conflict'
  | 'unsupported-version'
  | 'not-a-dataset'
  | 'offset-mismatch'
  | 'unreadable'
  | 'read-only'
  | 'disk-full'
  | 'too-large'
  | 'cancelled'
  | 'refused'
  | 'unavailable'
  | 'blocked'

/**
 * An expected failure as a plain value that crosses IPC and workers unchanged.
 * `message` says what happened and to what, `kept` what was not lost, `advice` what the person can do next.
 */
export interface AppError {
  readonly kind: ErrorKind
  readonly message: string
  readonly kept?: string
  readonly advice?: string
}

/** A value or an expected failure. Bugs throw instead. */
export type Result<T, E = AppError> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/** Wraps a value as success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** Wraps an expected failure. */
export function fail(
  kind: ErrorKind,
  message: string,
  more: { kept?: string; advice?: string } = {},
): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error: { kind, message, ...more } }
}

/** Closes a switch over a union: a new member becomes a type error here. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
