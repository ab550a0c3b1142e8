import { z } from 'zod'

// Zod compiles parsers with `new Function`, which the content security policy forbids; this must precede every schema.
z.config({ jitless: true })

export { z }
