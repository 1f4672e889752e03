/** What an agenda is made from, in few words: sessions are called by letters, and so are their hosts. */
import type { Inputs, Topic } from '../src/features/agendas/inputs.ts'
import type { Room, Slot } from '../src/features/events/timetable.ts'

const DAY = '2027-01-15'
export const aSlot = (at: number): Slot => ({
  id: `slot ${at}`,
  day: DAY,
  starts: 600 + 50 * at,
  ends: 640 + 50 * at,
  name: `Session ${at + 1}`,
  isBreak: false,
})
export const aRoom = (at: number, more: Partial<Room> = {}): Room => ({
  id: `room ${at}`,
  name: `Room ${at}`,
  seats: 40 - 10 * at,
  features: [],
  stepFree: true,
  ...more,
})

/** `place` is a time and a room by their numbers; without hosts of their own each has one who is called like it. */
export const aTopic = (
  title: string,
  { hosts = [title], place, ...more }: Partial<Omit<Topic, 'hosts' | 'at'>> & { hosts?: string[]; place?: [number, number] } = {},
): Topic => ({
  ...{ pitch: title, title, isEncore: false, isLocked: false },
  hosts: hosts.map((attendee) => ({ attendee, name: attendee, team: '' })),
  ...(place ? { at: { session: `session ${title}`, slot: `slot ${place[0]}`, room: `room ${place[1]}` } } : {}),
  ...more,
})

/** `stars`: for each person the letters of what they starred, which they must see as well. */
export const someInputs = (
  topics: readonly Topic[],
  {
    stars = [],
    slots = 2,
    rooms = 2,
    ...more
  }: Partial<Omit<Inputs, 'topics' | 'stars' | 'slots' | 'rooms'>> & { stars?: string[]; slots?: number; rooms?: number | Room[] } = {},
): Inputs => ({
  ...{ topics, needs: [], absences: [], closures: [], begun: new Set<string>() },
  slots: Array.from({ length: slots }, (_, at) => aSlot(at)),
  rooms: typeof rooms === 'number' ? Array.from({ length: rooms }, (_, at) => aRoom(at)) : rooms,
  stars: stars.map((letters) => ({ stars: [...letters], mustSees: [...letters] })),
  ...more,
})
