/** What was suggested to somebody lately, so that it does not come again while others fit. */
import { addDays, type Day } from '../../basics/day.ts'

/** The day on which each stood in a letter, by the id of a person, a project or a role. */
export type Remembered = Readonly<Record<string, Day>>

const WEEKS = 26

/** Half a year later it may be suggested again. */
export const recentIn = (remembered: Remembered, today: Day): ReadonlySet<string> => new Set(Object.keys(stillRecent(remembered, today)))

export const remember = (remembered: Remembered, ids: readonly string[], today: Day): Remembered => ({
  ...stillRecent(remembered, today),
  ...Object.fromEntries(ids.map((id) => [id, today])),
})

function stillRecent(remembered: Remembered, today: Day): Remembered {
  const from = addDays(today, -WEEKS * 7)
  return Object.fromEntries(Object.entries(remembered).filter(([, day]) => day > from))
}
