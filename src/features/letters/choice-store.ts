/** Remembers what people chose to be written to about. */
import type { Day } from '../../basics/day.ts'
import type { Db, Tx } from '../../storage/db.ts'
import { EVERYTHING, type LetterChoices } from './choice.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    letter_choices: {
      person: string
      digest: boolean
      news: boolean
      paused_until: Day | null
      stopped_at: Date | null
      zone: string | null
    }
  }
}

type Row = { digest: boolean | null; news: boolean | null; paused_until: Day | null; stopped_at: Date | null; zone: string | null }

/** Whoever has chosen nothing gets everything. */
export const toChoices = ({ digest, news, paused_until, stopped_at, zone }: Row): LetterChoices => ({
  digest: digest ?? EVERYTHING.digest,
  news: news ?? EVERYTHING.news,
  ...(paused_until ? { pausedUntil: paused_until } : {}),
  ...(stopped_at ? { stoppedAt: stopped_at } : {}),
  ...(zone ? { zone } : {}),
})

export async function findChoices(db: Db, person: string): Promise<LetterChoices> {
  const row = await db.selectFrom('letter_choices').selectAll().where('person', '=', person).executeTakeFirst()
  return row ? toChoices(row) : EVERYTHING
}

export async function saveChoices(tx: Tx, person: string, { digest, news, pausedUntil, stoppedAt, zone }: LetterChoices): Promise<void> {
  const chosen = { digest, news, paused_until: pausedUntil ?? null, stopped_at: stoppedAt ?? null, zone: zone ?? null }
  await tx
    .insertInto('letter_choices')
    .values({ person, ...chosen })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(chosen))
    .execute()
}
