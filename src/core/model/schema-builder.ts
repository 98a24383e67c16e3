import { z } from 'zod'

// zod compiles validators with `new Function` unless told not to; the window's content security policy forbids that, as
// test/e2e/security.spec.ts holds.
z.config({ jitless: true })

/** zod, set up for the window: schemas of core are built with it and never with zod itself. */
export { z }
