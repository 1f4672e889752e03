/** What stands of the day on pages of earlier features: at the top of every page of an event, and on its own. */
import type { Db } from '../../storage/db.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Reply, Route, Visit } from '../../web/visit.ts'
import type { BesideEvent } from '../events/pages.ts'
import { mayHelp } from '../scores/run-actions.ts'
import { abovePart } from './above-pages.ts'
import { eventPart } from './beside-pages.ts'
import { findAbove, type Of } from './store.ts'

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
  const known = of && (await findAbove(db, of))
  return { ...reply, sheet: 'event', body: known ? under(abovePart(known, visit), reply.body) : reply.body }
}

const under = (top: Markup | '', body: Markup): Markup => (top === '' ? body : html`${top}${body}`)

export const dayBeside =
  (db: Db): BesideEvent =>
  async (visit, event, me) =>
    eventPart(event, await mayHelp(db, event, visit.viewer, me))
