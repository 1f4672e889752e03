/** The doors to an agenda for everybody: the grid, one session, one's own sessions, and calendar files of them. */
import type { Db } from '../../storage/db.ts'
import type { NameReader } from '../../storage/pieces.ts'
import { Forbidden, found, Missing } from '../../web/faults.ts'
import type { Markup } from '../../web/markup.ts'
import { file, get, goTo, page, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { findEvent, findTimetable } from '../events/actions.ts'
import { type Attendee, isIn } from '../events/attendee.ts'
import { attendeeOf } from '../events/attendee-actions.ts'
import type { Event } from '../events/event.ts'
import { calendarOf } from '../introductions/calendar-file.ts'
import { findAgenda, findSession, readerOf } from './actions.ts'
import { type Agenda, type ChooseRefusal, isPublished, type Session } from './agenda.ts'
import { meetingOf } from './calendar.ts'
import { chooseSession, chooseSessions } from './choice-actions.ts'
import { findMine } from './choice-store.ts'
import { myPage } from './my-pages.ts'
import { agendaPage, type BesideAgenda, type Mine, noAgendaYet } from './pages.ts'
import { type BesideSession, sessionPage } from './session-pages.ts'
import { findEventOf } from './store.ts'
import { CHOOSE_REFUSALS } from './words.ts'

const [TITLE, MY] = ['Agenda', 'My sessions']
const ICS = 'text/calendar; charset=utf-8'

/** What later features show on the pages of an agenda, of one's own sessions, and of a session. */
export type BesideAgendas = {
  agenda: readonly BesideAgenda[]
  mine: readonly BesideAgenda[]
  session: readonly BesideSession[]
  cells: (visit: Visit, event: Event, me: Attendee | undefined) => Promise<(session: Session) => Markup>
}

export function agendaRoutes(db: Db, beside: BesideAgendas): Route[] {
  type Known = { event: Event; me: Attendee | undefined; reader: NameReader | undefined; agenda: Agenda | undefined }

  /** What is not published yet is there for its organiser alone. */
  async function known(visit: Visit): Promise<Known> {
    const event = found(await findEvent(db, visit.param('id')))
    const me = await attendeeOf(db, event.id, visit)
    const reader = readerOf(visit, event, me)
    const agenda = await findAgenda(db, event.id, reader)
    return { event, me, reader, agenda: agenda?.publishedAt || reader?.isOrganiser ? agenda : undefined }
  }

  async function knownSession(visit: Visit): Promise<Omit<Known, 'agenda'> & { session: Session }> {
    const of = found(await findEventOf(db, visit.param('id')))
    const event = found(await findEvent(db, of.event))
    const me = await attendeeOf(db, event.id, visit)
    const reader = readerOf(visit, event, me)
    if (!isPublished(of) && !reader?.isOrganiser) throw new Missing()
    return { event, me, reader, session: found(await findSession(db, visit.param('id'), reader)) }
  }

  async function mineOf(me: Attendee | undefined): Promise<Mine> {
    if (!isIn(me)) return { stars: new Set(), goesTo: new Set(), comes: false }
    const { stars, goesTo } = await findMine(db, me.id)
    return { stars: new Set(stars), goesTo: new Set(goesTo), comes: true }
  }

  async function inTurn<T>(parts: readonly T[], show: (part: T) => Promise<Markup | ''>): Promise<(Markup | '')[]> {
    const shown: (Markup | '')[] = []
    for (const part of parts) shown.push(await show(part))
    return shown
  }

  function refused(why: ChooseRefusal | 'not found'): never {
    if (why === 'not found') throw new Missing()
    throw new Forbidden(CHOOSE_REFUSALS[why])
  }

  const calendar = (visit: Visit, event: Event, sessions: readonly Session[], name: string): Reply =>
    file(ICS, calendarOf(sessions.map((session) => meetingOf(session, event, visit))), { name })

  return [
    get('/events/:id/agenda', async (visit) => {
      const { event, me, reader, agenda } = await known(visit)
      if (!agenda) return page(TITLE, noAgendaYet(visit, event))
      const parts = await inTurn(beside.agenda, (part) => part(visit, event, agenda, me))
      const [timetable, mine] = [await findTimetable(db, event.id), await mineOf(me)]
      const runs = reader?.isOrganiser ?? false
      return page(
        TITLE,
        agendaPage(visit, event, {
          timetable,
          agenda,
          mine,
          seesNames: reader !== undefined,
          beside: parts,
          runs,
          more: await beside.cells(visit, event, me),
        }),
      )
    }),

    get('/events/:id/agenda.ics', async (visit) => {
      const { event, agenda } = await known(visit)
      return calendar(visit, event, found(agenda).sessions, 'agenda.ics')
    }),

    get('/events/:id/my-sessions', async (visit) => {
      const { event, me, agenda } = await known(visit)
      if (!agenda?.publishedAt || !isIn(me)) return goTo(`/events/${event.id}/agenda`)
      const parts = await inTurn(beside.mine, (part) => part(visit, event, agenda, me))
      return page(MY, myPage(visit, event, { sessions: agenda.sessions, mine: await mineOf(me), beside: parts }), { narrow: true })
    }),

    post('/events/:id/my-sessions', async (visit) => {
      const event = found(await findEvent(db, visit.param('id')))
      const me = await attendeeOf(db, event.id, visit)
      const answer = await chooseSessions(db, event.id, me, visit.form.texts('session'))
      return answer.yes ? goTo(`/events/${event.id}/my-sessions?done=chosen`) : refused(answer.why)
    }),

    get('/events/:id/my-sessions.ics', async (visit) => {
      const { event, me, agenda } = await known(visit)
      const { goesTo } = await mineOf(me)
      const mine = found(agenda).sessions.filter(({ id }) => goesTo.has(id))
      return calendar(visit, event, mine, 'my-sessions.ics')
    }),

    get('/sessions/:id', async (visit) => {
      const { event, me, reader, session } = await knownSession(visit)
      const goes = (await mineOf(me)).goesTo.has(session.id)
      const parts = await inTurn(beside.session, (part) => part(visit, event, session, me))
      return page(session.title, sessionPage(visit, event, session, { me, seesNames: reader !== undefined, goes, beside: parts }))
    }),

    get('/sessions/:id/session.ics', async (visit) => {
      const { event, session } = await knownSession(visit)
      if (session.isOff) throw new Missing()
      return calendar(visit, event, [session], 'session.ics')
    }),

    post('/sessions/:id/choice', async (visit) => {
      const { event: about } = found(await findSession(db, visit.param('id')))
      const me = await attendeeOf(db, about, visit)
      const goes = visit.form.text('on') === 'yes'
      const answer = await chooseSession(db, visit.param('id'), me, goes)
      return answer.yes ? goTo(`/sessions/${visit.param('id')}?done=${goes ? 'goes' : 'not-going'}`) : refused(answer.why)
    }),
  ]
}
