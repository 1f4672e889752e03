/** Remembers how phases ended. The only file that writes the table phase_ends. */
import { newId } from '../../basics/id.ts'
import type { Tx } from '../../storage/db.ts'
import type { Phase, PhaseHow } from './project.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    phase_ends: {
      id: string
      project: string
      phase: Phase
      how: PhaseHow
      leads_to: Phase | null
      reason: string
      person: string | null
      ended_at: Date
    }
  }
}

export async function addPhaseEnd(
  tx: Tx,
  project: string,
  end: { phase: Phase; how: PhaseHow; leadsTo?: Phase; reason: string },
  person: string,
  now: Date,
): Promise<void> {
  const { phase, how, leadsTo, reason } = end
  await tx
    .insertInto('phase_ends')
    .values({ id: newId(now), project, phase, how, leads_to: leadsTo ?? null, reason, person, ended_at: now })
    .execute()
}
