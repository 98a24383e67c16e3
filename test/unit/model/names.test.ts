import { expect, it } from 'vitest'
import { tidyName } from '#core/model/names'

it('keeps a name on one line, without marks that turn the text around it', () => {
  expect(tidyName('  Two\nlines\t and  more ')).toBe('Two lines and more')
  expect(tidyName('\u202eevil\u202c \u2067x\u2069')).toBe('evil x')
  expect(tidyName('\u202e \u0007')).toBe('')
})

it('leaves scripts, joiners and letters alone', () => {
  for (const name of ['نوارهای', 'می\u200cخواهم', '👩‍🚀 crew', 'Zoë O’Neil']) expect(tidyName(name)).toBe(name)
})
