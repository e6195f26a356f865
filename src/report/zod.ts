import { z } from 'zod'

// Both pages forbid eval; zod would otherwise try `new Function` once, which the browser reports as a violation.
z.config({ jitless: true })

export { z }
