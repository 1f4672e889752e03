/** What stands of the day on pages of earlier features: at the top of every page of an event, on its own, and on its agenda. */
import { createHash } from 'node:crypto'
import type { Db } from '../../storage/db.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Reply, Route, Visit } from '../../web/visit.ts'
import type { Agenda, Session } from '../agendas/agenda.ts'
import type { BesideAgenda } from '../agendas/pages.ts'
import { type Attendee, cookieFor } from '../events/attendee.ts'
import { type Event, isOrganiser } from '../events/event.ts'
import type { BesideEvent } from '../events/pages.ts'
import { abovePart } from './above-pages.ts'
import { agendaPart, eventPart } from './beside-pages.ts'
import { fillOf } from './count.ts'
import { fillMark } from './fill-pages.ts'
import { countsOf } from './news.ts'
import { dayOf, knownAbove } from './once-actions.ts'
import { findAbove, type Of } from './store.ts'
import { waitingSwaps } from './swap-pages.ts'

/** The same routes, each page with the style of events, and with what is said to everybody at its top. The wall says it in its own way. */
export const underAnnouncements = (db: Db, routes: readonly Route[]): Route[] =>
  routes.map((route) => {
    const of = namedBy(route.path)
    return { ...route, open: async (visit) => above(db, visit, await route.open(visit), of?.(visit)) }
  })

const namedBy = (path: string): ((visit: Visit) => Of) | undefined => {
  if (path.startsWith('/events/:id') && path !== '/events/:id/wall') return (visit) => ({ event: visit.param('id') })
  if (path.startsWith('/sessions/:id')) return (visit) => ({ session: visit.param('id') })
  return path.startsWith('/pitches/:id') ? (visit) => ({ pitch: visit.param('id') }) : undefined
}

async function above(db: Db, visit: Visit, reply: Reply, of: Of | undefined): Promise<Reply> {
  if (reply.is !== 'page') return reply
  const known = knownAbove(visit) ?? (of && (await findAbove(db, of)))
  return { ...reply, sheet: 'event', body: known ? under(abovePart(known, visit), reply.body) : reply.body }
}

const under = (top: Markup | '', body: Markup): Markup => (top === '' ? body : html`${top}${body}`)

export const dayBeside =
  (db: Db): BesideEvent =>
  async (visit, event, me) =>
    eventPart(event, isOrganiser(event, visit.viewer) || (await dayOf(db, visit, event, me)).helps)

export const dayBesideAgenda =
  (db: Db): BesideAgenda =>
  async (visit, event, agenda, me) =>
    agenda.publishedAt
      ? html`${await swapsFor(db, visit, event, agenda, me)}${agendaPart(visit, event, agenda.sessions, whoKeeps(visit, event.id))}`
      : ''

/** Beside the sessions to which somebody goes: what is asked of those that they host. */
export const dayBesideMine =
  (db: Db): BesideAgenda =>
  (visit, event, agenda, me) =>
    swapsFor(db, visit, event, agenda, me)

async function swapsFor(db: Db, visit: Visit, event: Event, { sessions }: Agenda, me: Attendee | undefined): Promise<Markup | ''> {
  if (event.step !== 'scheduled') return ''
  const { swaps } = await dayOf(db, visit, event, me)
  return waitingSwaps(visit, swaps, sessions, { me, runs: isOrganiser(event, visit.viewer) })
}

/** In each cell of the grid: whether there are still places. */
export const dayInCells = (db: Db) => async (visit: Visit, event: Event, me: Attendee | undefined) => {
  const counts = countsOf(await dayOf(db, visit, event, me))
  return (session: Session): Markup => fillMark(session.id, fillOf(counts.get(session.id), session.room))
}

/** Two who see other names keep other pages on the same phone; nobody is told by it who they are. */
const whoKeeps = ({ viewer, cookie }: Visit, event: string): string =>
  createHash('sha256')
    .update(viewer?.person ?? cookie(cookieFor(event)) ?? '')
    .digest('hex')
    .slice(0, 12)
