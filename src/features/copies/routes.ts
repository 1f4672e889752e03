/** The doors to a copy of what is stored of oneself. */
import type { Db } from '../../storage/db.ts'
import { found, somebody } from '../../web/faults.ts'
import { file, get, page, type Route, type Visit } from '../../web/visit.ts'
import { copyOf } from './actions.ts'
import { copyPage } from './pages.ts'
import { FILE_NAME, TITLE } from './words.ts'

export function copyRoutes(db: Db): Route[] {
  const own = async (visit: Visit) => found(await copyOf(db, somebody(visit), visit))
  return [
    get('/copy', async (visit) => page(TITLE, copyPage(await own(visit)), { narrow: true })),
    get('/copy.json', async (visit) =>
      file('application/json; charset=utf-8', JSON.stringify(await own(visit), null, 2), { name: FILE_NAME }),
    ),
  ]
}
