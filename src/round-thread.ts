/** Plans a turn of a round in a thread of its own, so that pages are served meanwhile. */
import type { GoesOn } from './features/rounds/plan.ts'
import { inThread } from './in-thread.ts'
import type { KnowledgeParts } from './matching/knowledge.ts'
import type { RoundPlan } from './matching/rounds/round.ts'
import type { RoundRequest } from './matching/rounds/round-request.ts'
import { ROUND_WORKER } from './root.ts'
import type { RoundWork } from './workers/round-worker.ts'

export type Planning = {
  /** Rejected with Cancelled after `cancel`. */
  plan: Promise<RoundPlan>
  cancel(): void
}

export function planInThread(
  request: RoundRequest,
  { skills }: Pick<KnowledgeParts, 'skills'>,
  onProgress?: (done: number, of: number) => void,
): Planning {
  const workerData: RoundWork = { request, skills }
  const { result, cancel } = inThread<RoundPlan>(ROUND_WORKER, workerData, onProgress)
  return { plan: result, cancel }
}

const A_SECOND = 1000

/** Tells now and then how far it is, and stops when nobody wants it any more. */
export async function planInView(
  request: RoundRequest,
  known: Pick<KnowledgeParts, 'skills'>,
  goesOn: GoesOn = async () => true,
  every = A_SECOND,
): Promise<RoundPlan> {
  let percent = 0
  const planning = planInThread(request, known, (done, of) => {
    percent = Math.floor((100 * done) / of)
  })
  // Whoever cannot be told now is told the next time.
  const look = async (): Promise<void> => {
    if (!(await goesOn(percent).catch(() => true))) planning.cancel()
  }
  const timer = setInterval(() => void look(), every)
  try {
    return await planning.plan
  } finally {
    clearInterval(timer)
  }
}
