/** The door to the search for people. */
import { isId } from '../../basics/id.ts'
import { isMember } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, somebody } from '../../web/faults.ts'
import { get, page, type Route } from '../../web/visit.ts'
import { findProfile } from '../people/actions.ts'
import { listAreaGroups } from '../profiles/area.ts'
import type { Recall } from '../suggestions/memory-actions.ts'
import { seesPeople } from '../suggestions/suggestion.ts'
import { findPeople } from './actions.ts'
import { directoryPage } from './pages.ts'
import { readSeek, soughtBy } from './seek.ts'
import { LOOK_REFUSALS, LOOKING } from './words.ts'

export const directoryRoutes = (db: Db, recall: Recall): Route[] => [
  get('/people', async (visit) => {
    const viewer = somebody(visit)
    if (!seesPeople(viewer)) throw new Forbidden(LOOK_REFUSALS[isMember(viewer) ? 'supplier' : 'not a member'])
    const memory = await recall()
    const seek = readSeek(visit.query, memory.knowledge)
    const of = (await findProfile(db, viewer.person))?.position
    const sought = soughtBy(seek, memory.knowledge, of)
    const said = visit.query('before') ?? ''
    const { found, next } = await findPeople(db, memory, sought, viewer, isId(said) ? said : undefined, visit)
    const areas = listAreaGroups(memory.knowledge)
    const about = { seek, areas, hasPlace: of !== undefined, isUnknown: sought.unknown, found, next }
    return page(seek.q === '' ? LOOKING : `${seek.q}: people`, directoryPage(visit, memory.knowledge, about))
  }),
]
