/** Makes and mends agendas in a thread of its own, so that pages are served meanwhile. */
import type { Engine } from './features/agendas/work.ts'
import { inThread } from './in-thread.ts'
import { EVALUATIONS } from './matching/agenda/agenda.ts'
import type { PricedAgenda } from './matching/agenda/priced.ts'
import type { Repair } from './matching/agenda/repair.ts'
import { AGENDA_WORKER } from './root.ts'
import type { AgendaWork } from './workers/agenda-worker.ts'

export const AGENDA_THREAD: Engine = {
  evaluations: EVALUATIONS,
  plan({ task, ...options }, onProgress) {
    const work: AgendaWork = { task, options }
    const { result, cancel } = inThread<PricedAgenda>(AGENDA_WORKER, work, onProgress)
    return { made: result, cancel }
  },
  async repair(work) {
    const mended: AgendaWork = work
    return inThread<Repair>(AGENDA_WORKER, mended).result
  },
}
