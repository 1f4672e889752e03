/** The demo's carrier: its letters stay in the database and are read on a page, secrets and all. */
import type { Carrier } from './carriers.ts'

export const onPage: Carrier = { keepsSecrets: true, carry: async () => {} }
