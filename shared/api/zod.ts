import { z } from 'zod'

/*
 * Zod compiles parsers with `new Function`, which makes a list of fifty rows twice as fast. The content security policy
 * of a window forbids it, so there it does without. This must precede every schema.
 */
z.config({ jitless: 'document' in globalThis })

export { z }
