/** What later features ask of an agenda. */
import { isId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import type { NameReader } from '../../storage/pieces.ts'
import { type Attendee, type Comer, isIn } from '../events/attendee.ts'
import { type Event, isOrganiser } from '../events/event.ts'
import { type Agenda, isPublished, type Session } from './agenda.ts'
import { findPublished, findSession as findStored, listSessions } from './store.ts'

export { listSessions } from './store.ts'

/** The whole: what is made and not published yet too, which only its organiser sees. Without a reader it names nobody. */
export async function findAgenda(db: Db, event: string, reader?: NameReader): Promise<Agenda | undefined> {
  const made = isId(event) ? await findPublished(db, event) : undefined
  if (!made) return undefined
  const { publishedAt } = made
  return { event, ...(publishedAt ? { publishedAt } : {}), sessions: await listSessions(db, event, reader) }
}

/** What is made and not published yet is there for its organiser alone. */
export const seesSessions = async (db: Db, event: Event, viewer: Viewer | undefined): Promise<boolean> =>
  isOrganiser(event, viewer) || isPublished(await findPublished(db, event.id))

/** Names are for those who come, and for whoever runs it. */
export function readerOf({ viewer }: Pick<Comer, 'viewer'>, event: Event, me: Attendee | undefined): NameReader | undefined {
  const runs = isOrganiser(event, viewer)
  return runs || isIn(me) ? { person: viewer?.person ?? '', organisation: viewer?.organisation ?? null, isOrganiser: runs } : undefined
}

/** Whatever stands in an address may be asked for. */
export const findSession = async (db: Db, id: string, reader?: NameReader): Promise<Session | undefined> =>
  isId(id) ? findStored(db, id, reader) : undefined
