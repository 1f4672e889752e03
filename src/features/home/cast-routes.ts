/** The door at which a visitor of the demo chooses whom to be. */
import type { Db } from '../../storage/db.ts'
import { get, page, type Route } from '../../web/visit.ts'
import { castPage } from './cast-pages.ts'
import { listCast } from './cast-store.ts'

const MOST_CAST = 200

export const castRoutes = (db: Db): Route[] => [
  get('/demo', async (visit) => page('Sign in as somebody', castPage(await listCast(db, MOST_CAST, visit.today), visit.viewer?.person))),
]
