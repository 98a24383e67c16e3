const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** A moment (milliseconds since 1970) as this language and place write it. */
export function formatTime(time: number): string {
  return format.format(time)
}
