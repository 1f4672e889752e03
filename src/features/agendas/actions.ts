/** What later features ask of an agenda. */
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import type { NameReader } from '../../storage/pieces.ts'
import type { Agenda, Session } from './agenda.ts'
import { findPublished, findSession as findStored, listSessions } from './store.ts'

export { listSessions } from './store.ts'

/** The whole: what is made and not published yet too, which only its organiser sees. Without a reader it names nobody. */
export async function findAgenda(db: Db, event: string, reader?: NameReader): Promise<Agenda | undefined> {
  const made = isId(event) ? await findPublished(db, event) : undefined
  if (!made) return undefined
  const { publishedAt } = made
  return { event, ...(publishedAt ? { publishedAt } : {}), sessions: await listSessions(db, event, reader) }
}

/** Whatever stands in an address may be asked for. */
export const findSession = async (db: Db, id: string, reader?: NameReader): Promise<Session | undefined> =>
  isId(id) ? findStored(db, id, reader) : undefined
