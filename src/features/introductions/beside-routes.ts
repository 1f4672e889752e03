/** What a person's page shows of introductions: the way to meet them. */
import { isMember } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import type { Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Person } from '../people/person.ts'
import { isLately } from './introduction.ts'
import { meetPart } from './pages.ts'
import { findLast } from './store.ts'

type Meeting = { offered: Markup | ''; areIntroduced: boolean }

/** What is under way, or was lately, is led to. Whether they may ask now is said by the form. */
export const meetBeside =
  (db: Db) =>
  async ({ viewer, today, zone }: Visit, { id, organisation }: Person): Promise<Meeting> => {
    if (!viewer || viewer.person === id) return { offered: '', areIntroduced: false }
    const last = await findLast(db, viewer.person, id, zone)
    const known = last?.isKnown && isLately(last, today) ? last.id : undefined
    const may = isMember(viewer) && viewer.sector !== 'supplier' && organisation !== undefined && organisation.id !== viewer.organisation
    return { offered: meetPart(id, { may, last: known }), areIntroduced: last?.areMet ?? false }
  }
