/** When somebody can talk, and what they would like an outsider's view on, as far as they tell those whom they meet. */
import type { Moment } from '../../basics/day.ts'
import type { Db } from '../../storage/db.ts'
import { findChoices } from '../letters/choice-actions.ts'
import { findProfile } from '../people/actions.ts'
import { findDetails } from '../profiles/actions.ts'
import { hoursOfWeek } from '../profiles/details.ts'
import type { Diary } from './three-times.ts'

/** Their times stay theirs: only what suits both is said. */
export async function diaryOf(db: Db, person: string, { zone, today }: Moment): Promise<Diary> {
  const { halfDays } = await findDetails(db, person)
  return { zone: (await findChoices(db, person)).zone ?? zone, hours: hoursOfWeek(halfDays, 'UTC', today) }
}

/** Empty where they have said none, or keep it for finding who fits. */
export async function problemOf(db: Db, person: string): Promise<string> {
  const audience = (await findProfile(db, person))?.seenBy.problem
  return audience === undefined || audience === 'matching' ? '' : (await findDetails(db, person)).problem
}
