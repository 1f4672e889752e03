/** The day on which the hosts of a partnership are asked whether it goes on. */
import { addDays, type Day } from '../../basics/day.ts'
import { workingDayFrom } from '../../basics/working-day.ts'
import type { Db } from '../../storage/db.ts'
import { findChapter } from '../chapters/actions.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { RENEWAL_DAYS } from './partnership.ts'

/** In good time before its last day, and a working day. */
export async function renewalDay(db: Db, until: Day): Promise<Day> {
  const { calendar } = (await findChapter(db)) ?? AS_IT_COMES
  return workingDayFrom(addDays(until, -RENEWAL_DAYS), calendar)
}
