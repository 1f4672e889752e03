/** The doors of an event's organiser: what it says, its steps, its rooms and times, and the next event. */
import { readDay } from '../../basics/day.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { type CloneRefusal, changeEvent, cloneEvent, findTimetable, moveEvent } from './actions.ts'
import { type Event, isStep, type MoveRefusal, mayRun } from './event.ts'
import { readDetails, type TypedDetails } from './event-form.ts'
import { detailsForm } from './form-pages.ts'
import { sayEventFaults, TOO_FAR } from './form-words.ts'
import { detailsIn, findKnown, type ShowEvent } from './routes.ts'
import { readRoom, readSlot, type TimetableRefusal, type TypedRoom, type TypedSlot } from './timetable.ts'
import { putRoom, putSlot, takeRoom, takeSlot } from './timetable-actions.ts'
import { type TimetablePage, timetablePage } from './timetable-pages.ts'
import { sayRoomFaults, saySlotFaults } from './timetable-words.ts'
import { MOVE_REFUSALS, OPEN_REFUSALS, RUN_REFUSALS, TIMETABLE_REFUSALS } from './words.ts'

const [CHANGE, TIMES] = ['Change what the event says', 'Rooms and times']
const AT_A_DAY: readonly string[] = ['no such day', 'day has passed', 'after the event', 'too far'] satisfies (MoveRefusal | CloneRefusal)[]
const CLONE_REFUSALS: Record<CloneRefusal, string> = { ...OPEN_REFUSALS, ...MOVE_REFUSALS, 'too far': TOO_FAR }

export function runRoutes(db: Db, show: ShowEvent): Route[] {
  /** To others these pages are not there to change anything. */
  async function run(visit: Visit) {
    const viewer = somebody(visit)
    const event = await findKnown(db, visit)
    const may = mayRun(event, viewer)
    if (!may.yes) throw new Forbidden(RUN_REFUSALS[may.why])
    return { viewer, event }
  }

  async function timetable(visit: Visit, event: Event, more: Partial<TimetablePage> = {}) {
    const typed = { room: EMPTY_ROOM, slot: { ...EMPTY_SLOT, day: event.firstDay } }
    return timetablePage(visit, event, { timetable: await findTimetable(db, event.id), faults: {}, ...typed, ...more })
  }

  async function changed(
    visit: Visit,
    event: Event,
    answer: { yes: true } | { yes: false; why: TimetableRefusal | 'not found' },
  ): Promise<Reply> {
    if (answer.yes) return goTo(`/events/${event.id}/timetable`)
    if (answer.why === 'not found') throw new Missing()
    return pageWithMistakes(TIMES, await timetable(visit, event, { refused: TIMETABLE_REFUSALS[answer.why] }))
  }

  return [
    get('/events/:id/details', async (visit) => {
      const { event } = await run(visit)
      return page(CHANGE, detailsForm(visit, event, detailsOf(event), {}))
    }),

    post('/events/:id/details', async (visit) => {
      const { event, viewer } = await run(visit)
      const typed = detailsIn(visit)
      const earliest = event.firstDay < visit.today ? event.firstDay : visit.today
      const read = readDetails(typed, visit.today, earliest)
      if (!read.yes) return pageWithMistakes(CHANGE, detailsForm(visit, event, typed, sayEventFaults(read.faults)))
      const answer = await changeEvent(db, event.id, viewer, read.value, visit)
      if (!answer.yes) throw new Missing()
      return goTo(`/events/${event.id}?done=saved`)
    }),

    post('/events/:id/steps', async (visit) => {
      const viewer = somebody(visit)
      const event = await findKnown(db, visit)
      const to = visit.form.text('to')
      if (!isStep(to)) throw new Missing()
      const answer = await moveEvent(db, event.id, viewer, { to, until: readDay(visit.form.text('until')) }, visit)
      if (answer.yes) return goTo(`/events/${event.id}?done=moved`)
      if (answer.why === 'not found') throw new Missing()
      if (answer.why === 'not the organiser') throw new Forbidden(MOVE_REFUSALS[answer.why])
      const said = MOVE_REFUSALS[answer.why]
      const field = to === event.step ? 'longer' : 'until'
      const more = AT_A_DAY.includes(answer.why) ? { faults: { [field]: said } } : { refused: said }
      return pageWithMistakes(event.title, await show(visit, event, more))
    }),

    post('/events/:id/clones', async (visit) => {
      const viewer = somebody(visit)
      const event = await findKnown(db, visit)
      const answer = await cloneEvent(db, event.id, viewer, readDay(visit.form.text('first')), visit)
      if (answer.yes) return goTo(`/events/${answer.value}?done=cloned`)
      if (answer.why === 'not found') throw new Missing()
      const said = CLONE_REFUSALS[answer.why]
      if (!AT_A_DAY.includes(answer.why)) throw new Forbidden(said)
      return pageWithMistakes(event.title, await show(visit, event, { faults: { clone: said } }))
    }),

    get('/events/:id/timetable', async (visit) => page(TIMES, await timetable(visit, (await run(visit)).event))),

    post('/events/:id/rooms', async (visit) => {
      const { event, viewer } = await run(visit)
      const typed = roomIn(visit)
      const read = readRoom(typed, (await findTimetable(db, event.id)).rooms)
      if (!read.yes) return pageWithMistakes(TIMES, await timetable(visit, event, { room: typed, faults: sayRoomFaults(read.faults) }))
      return changed(visit, event, await putRoom(db, event.id, viewer, read.value, visit))
    }),

    post('/events/:id/rooms/:room/removal', async (visit) => {
      const { event, viewer } = await run(visit)
      return changed(visit, event, await takeRoom(db, event.id, viewer, visit.param('room'), visit))
    }),

    post('/events/:id/slots', async (visit) => {
      const { event, viewer } = await run(visit)
      const typed = slotIn(visit)
      const read = readSlot(typed, event, (await findTimetable(db, event.id)).slots)
      if (!read.yes) return pageWithMistakes(TIMES, await timetable(visit, event, { slot: typed, faults: saySlotFaults(read.faults) }))
      return changed(visit, event, await putSlot(db, event.id, viewer, read.value, visit))
    }),

    post('/events/:id/slots/:slot/removal', async (visit) => {
      const { event, viewer } = await run(visit)
      return changed(visit, event, await takeSlot(db, event.id, viewer, visit.param('slot'), visit))
    }),
  ]
}

const EMPTY_ROOM: TypedRoom = { name: '', seats: '30', features: [], stepFree: true }
const EMPTY_SLOT: TypedSlot = { day: '', starts: '', ends: '', name: '', isBreak: false }

const roomIn = ({ form: { text, texts, has } }: Visit): TypedRoom => ({
  ...{ name: text('room'), seats: text('seats'), features: texts('features'), stepFree: has('step-free') },
})
const slotIn = ({ form: { text, has } }: Visit): TypedSlot => ({
  ...{ day: text('day'), starts: text('starts'), ends: text('ends'), name: text('name'), isBreak: has('break') },
})

const detailsOf = ({ title, whatFor, venue, address, firstDay, lastDay, places, conduct, sponsors }: Event): TypedDetails => ({
  ...{ title, what: whatFor, venue, address, first: firstDay, last: lastDay, places: String(places), conduct, sponsors },
})
