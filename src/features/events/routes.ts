/** The doors to events: the list, opening one, its page, signing up and leaving. */
import { addDays, instantAt } from '../../basics/day.ts'
import { isId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing, somebody } from '../../web/faults.ts'
import type { Markup } from '../../web/markup.ts'
import { file, get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { calendarFile } from '../introductions/calendar-file.ts'
import { findEvent, findTimetable, openEvent, speaks } from './actions.ts'
import { type Attendee, isIn, MOST_NEEDS, readEventCode } from './attendee.ts'
import { attendeeOf, leaveEvent, sayAccessNeeds } from './attendee-actions.ts'
import { attendeesPage } from './attendee-pages.ts'
import { listAttendees, listTakenOut } from './attendee-store.ts'
import { type Event, isOrganiser, mayOpenEvent, seesAccessNeeds } from './event.ts'
import { CONDUCT, readEvent, type TypedDetails, type TypedEvent } from './event-form.ts'
import { eventForm } from './form-pages.ts'
import { sayEventFaults } from './form-words.ts'
import { comerCookie, guestIn, readGuest } from './guest-pages.ts'
import { type EventsPage, eventsPage } from './list-pages.ts'
import { type BesideEvent, type EventAbout, eventPage } from './pages.ts'
import { findByCode, signUp } from './sign-up-actions.ts'
import { listComing, listPast } from './store.ts'
import { sayClock } from './timetable.ts'
import { ATTEND_REFUSALS, CODE_REFUSALS, NEEDS_FAULTS, OPEN_REFUSALS, sayDates } from './words.ts'

const [TITLE, NEW] = ['Events', 'Open an event']
const [MOST_COMING, A_PAGE, ATTENDEES_A_PAGE] = [100, 25, 100]
const AS_IT_OPENS = { begins: '10:00', slots: '5', minutes: '40', gap: '10', room: 'Main hall' }

export const findKnown = async (db: Db, visit: Visit): Promise<Event> => found(await findEvent(db, visit.param('id')))

/** The whole page, for whichever door has something to say on it. */
export type ShowEvent = (visit: Visit, event: Event, more?: Partial<Pick<EventAbout, 'faults' | 'refused' | 'guest'>>) => Promise<Markup>

export const showEvent =
  (db: Db, beside: readonly BesideEvent[]): ShowEvent =>
  async (visit, event, more = {}) => {
    const me = await attendeeOf(db, event.id, visit)
    const timetable = await findTimetable(db, event.id)
    const parts: (Markup | '')[] = []
    for (const part of beside) parts.push(await part(visit, event, me))
    return eventPage(visit, event, { me, timetable, beside: parts, guest: guestIn(visit), ...more })
  }

export function eventRoutes(db: Db, show: ShowEvent): Route[] {
  async function opener(visit: Visit) {
    const viewer = somebody(visit)
    const may = mayOpenEvent(viewer, await speaks(db, viewer))
    if (!may.yes) throw new Forbidden(OPEN_REFUSALS[may.why])
    return viewer
  }

  async function again(visit: Visit, event: Event, more: Parameters<ShowEvent>[2]): Promise<Reply> {
    return pageWithMistakes(event.title, await show(visit, event, more))
  }

  async function comer(visit: Visit, event: Event): Promise<Attendee> {
    const me = found(await attendeeOf(db, event.id, visit))
    if (me.state === 'left') throw new Missing()
    return me
  }

  async function listed(visit: Visit, wrongCode?: EventsPage['wrongCode']): Promise<Markup> {
    const { viewer, today } = visit
    const [before, person] = [visit.query('before') ?? '', viewer?.person ?? '']
    const past = await listPast(db, { today, before: isId(before) ? before : undefined, most: A_PAGE + 1, person })
    return eventsPage(visit, {
      coming: await listComing(db, { today, most: MOST_COMING, person }),
      past: past.slice(0, A_PAGE),
      mayOpen: viewer !== undefined && mayOpenEvent(viewer, await speaks(db, viewer)).yes,
      next: past.length > A_PAGE ? `/events?before=${past[A_PAGE - 1]?.id ?? ''}` : undefined,
      wrongCode,
    })
  }

  return [
    get('/events', async (visit) => page(TITLE, await listed(visit))),

    post('/events/codes', async (visit) => {
      const typed = visit.form.text('code')
      const answer = await findByCode(db, visit, typed)
      if (answer.yes) return goTo(`/events/${answer.value}?code=${encodeURIComponent(readEventCode(typed))}`)
      return pageWithMistakes(TITLE, await listed(visit, { typed, fault: CODE_REFUSALS[answer.why] }))
    }),

    get('/events/new', async (visit) => {
      await opener(visit)
      return page(NEW, eventForm(visit, emptyIn(visit), {}))
    }),

    post('/events', async (visit) => {
      const viewer = await opener(visit)
      const typed = typedIn(visit)
      const read = readEvent(typed, visit.today)
      if (!read.yes) return pageWithMistakes(NEW, eventForm(visit, typed, sayEventFaults(read.faults)))
      const answer = await openEvent(db, viewer, read.value, visit)
      if (!answer.yes) throw new Forbidden(OPEN_REFUSALS[answer.why])
      return goTo(`/events/${answer.value}?done=opened`)
    }),

    get('/events/:id', async (visit) => {
      const event = await findKnown(db, visit)
      return page(event.title, await show(visit, event))
    }),

    get('/events/:id/event.ics', async (visit) => {
      const event = await findKnown(db, visit)
      const { slots } = await findTimetable(db, event.id)
      const [first, last] = [slots.find(({ day }) => day === event.firstDay), slots.findLast(({ day }) => day === event.lastDay)]
      const meeting = {
        uid: `${event.id}@${new URL(visit.origin).host}`,
        writtenAt: visit.now,
        from: instantAt(visit.zone, event.firstDay, first?.starts ?? 9 * 60),
        until: instantAt(visit.zone, event.lastDay, last?.ends ?? 17 * 60),
        title: `${event.title}, ${event.venue}`,
        about: [
          event.whatFor,
          `${sayDates(event, visit.today)}${first ? `, from ${sayClock(first.starts)}` : ''}. ${[event.venue, event.address].filter(Boolean).join(', ')}`,
        ].join('\n'),
        url: `${visit.origin}/events/${event.id}`,
        isCalledOff: event.calledOff !== undefined,
      }
      return file('text/calendar; charset=utf-8', calendarFile(meeting), { name: 'event.ics' })
    }),

    post('/events/:id/attendees', async (visit) => {
      const event = await findKnown(db, visit)
      const guest = guestIn(visit)
      const me = await attendeeOf(db, event.id, visit)
      if (me && me.state !== 'left') return goTo(`/events/${event.id}?done=${me.state}`)
      const read = visit.viewer ? undefined : readGuest(guest)
      if (read && !read.yes) return again(visit, event, { faults: read.faults, guest })
      const answer = await signUp(db, event.id, visit, read?.value ?? guest)
      if (answer.yes) {
        const { attendee, token } = answer.value
        return goTo(`/events/${event.id}?done=${attendee.state}`, token ? [comerCookie(event.id, token)] : [])
      }
      if (answer.why === 'not found') throw new Missing()
      const said = ATTEND_REFUSALS[answer.why]
      return again(visit, event, { guest, ...(answer.why === 'wrong code' ? { faults: { code: said } } : { refused: said }) })
    }),

    post('/events/:id/access-needs', async (visit) => {
      const event = await findKnown(db, visit)
      const me = await comer(visit, event)
      const typed = visit.form.text('needs')
      const needs = readText(typed, { most: MOST_NEEDS, lines: 'many', optional: true })
      if (!needs.yes) return again(visit, event, { faults: { needs: NEEDS_FAULTS[needs.why] }, guest: { ...guestIn(visit), needs: typed } })
      await sayAccessNeeds(db, me, needs.value, visit)
      return goTo(`/events/${event.id}?done=needs`)
    }),

    post('/events/:id/departure', async (visit) => {
      const event = await findKnown(db, visit)
      const me = await comer(visit, event)
      await leaveEvent(db, event.id, me, visit)
      return goTo(`/events/${event.id}?done=left`, me.person === undefined ? [comerCookie(event.id, '')] : [], { forgets: true })
    }),

    get('/events/:id/attendees', async (visit) => {
      const event = await findKnown(db, visit)
      const { viewer } = visit
      const [runs, seesNeeds] = [isOrganiser(event, viewer), seesAccessNeeds(event, viewer)]
      if (!runs && !isIn(await attendeeOf(db, event.id, visit))) throw new Missing()
      const after = visit.query('after') ?? ''
      const reader = { person: viewer?.person ?? '', organisation: viewer?.organisation ?? null, isOrganiser: runs, seesNeeds }
      const asked = { after: isId(after) ? after : undefined, most: ATTENDEES_A_PAGE + 1 }
      const all = await listAttendees(db, event.id, reader, asked)
      const attendees = all.slice(0, ATTENDEES_A_PAGE)
      const next = all.length > ATTENDEES_A_PAGE ? `/events/${event.id}/attendees?after=${attendees.at(-1)?.id ?? ''}` : undefined
      const takenOut = runs ? await listTakenOut(db, event.id, ATTENDEES_A_PAGE) : []
      return page('Who comes', attendeesPage(visit, event, { attendees, seesNeeds, runs: runs && event.step !== 'over', takenOut, next }))
    }),
  ]
}

export const detailsIn = ({ form: { text } }: Visit): TypedDetails => ({
  ...{ title: text('title'), what: text('what'), venue: text('venue'), address: text('address') },
  ...{ first: text('first'), last: text('last'), places: text('places'), conduct: text('conduct'), sponsors: text('sponsors') },
})

function typedIn(visit: Visit): TypedEvent {
  const { text } = visit.form
  const times = { begins: text('begins'), slots: text('slots'), minutes: text('minutes'), gap: text('gap') }
  return { ...detailsIn(visit), ...times, room: text('room') }
}

/** In six weeks, for a room full of people. */
const emptyIn = ({ today }: Visit): TypedEvent => ({
  ...{ title: '', what: '', venue: '', address: '', first: addDays(today, 42), last: '', places: '60', conduct: CONDUCT, sponsors: '' },
  ...AS_IT_OPENS,
})
