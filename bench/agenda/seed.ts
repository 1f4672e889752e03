/** An event with many who come, for benches. */
import { addDays, momentAt } from '../../src/basics/day.ts'
import type { Viewer } from '../../src/basics/viewer.ts'
import { openChapter } from '../../src/features/chapters/actions.ts'
import { findEvent, moveEvent, openEvent } from '../../src/features/events/actions.ts'
import { joinByCode } from '../../src/features/events/attendee-actions.ts'
import { slotsFor } from '../../src/features/events/timetable.ts'
import { addOrganisations } from '../../src/features/organisations/actions.ts'
import { introduce, personWithAddress } from '../../src/features/people/actions.ts'
import { viewerOf } from '../../src/features/people/person.ts'
import { sayPitch } from '../../src/features/pitches/actions.ts'
import { type Db, together } from '../../src/storage/db.ts'

export const ZONE = 'Europe/London'

/** An event at its scoring, with a token for each who comes. */
export async function seed(
  db: Db,
  { people, cards }: { people: number; cards: number },
): Promise<{ event: string; tokens: string[]; organiser: Viewer }> {
  const at = momentAt(ZONE, new Date())
  const person = await together(db, async (tx) => {
    await openChapter(tx, { name: 'Appstarter', kind: 'real', zone: ZONE }, at.now)
    await addOrganisations(tx, [{ name: 'Town', sector: 'local', domains: ['town.example'] }], at.now)
    return personWithAddress(tx, 'organiser@town.example', at.now)
  })
  await introduce(db, person.id, { name: 'Organiser', job: 'officer', organisation: undefined }, at.now)
  const organiser = { ...viewerOf({ ...person, name: 'Organiser' }), broker: true }
  const day = addDays(at.today, 30)
  const days = { firstDay: day, lastDay: day }
  const opened = await openEvent(
    db,
    organiser,
    {
      ...{ title: 'Unconference', whatFor: 'To talk', venue: 'Hall', address: '', places: people + 10, conduct: '', sponsors: '', ...days },
      rooms: Array.from({ length: 12 }, (_, room) => ({ name: `Room ${room}`, seats: 60, features: [], stepFree: true })),
      slots: slotsFor({ ...days, begins: 600, slots: 5, minutes: 40, gap: 10 }),
    },
    at,
  )
  if (!opened.yes) throw new Error(opened.why)
  const event = opened.value
  const move = async (to: 'pitching' | 'scoring'): Promise<void> => {
    const moved = await moveEvent(db, event, organiser, { to, until: addDays(at.today, 9) }, at)
    if (!moved.yes) throw new Error(moved.why)
  }
  await move('pitching')
  const { code = '' } = (await findEvent(db, event)) ?? {}
  const tokens: string[] = []
  for (let number = 0; number < people; number++) {
    const joined = await joinByCode(db, event, { name: `Guest ${number}`, team: `Team ${number >> 2}`, code }, at)
    if (!joined.yes) throw new Error(joined.why)
    tokens.push(joined.value.token ?? '')
    if (number < cards) await sayPitch(db, event, joined.value.attendee, { title: `Pitch ${number}`, source: 'screen' }, at)
  }
  await move('scoring')
  return { event, tokens, organiser }
}
