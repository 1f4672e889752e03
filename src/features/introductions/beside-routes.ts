/** What a person's page shows of introductions: the way to meet them. */
import type { Db } from '../../storage/db.ts'
import type { Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { lookAtBoth } from './actions.ts'
import { mayIntroduce } from './introduction.ts'
import { meetPart } from './pages.ts'

/** Where they may not ask, or have lately, nothing is offered; what is under way is led to. */
export const meetBeside =
  (db: Db) =>
  async (visit: Visit, person: string): Promise<Markup | ''> => {
    if (!visit.viewer || visit.viewer.person === person) return ''
    const both = await lookAtBoth(db, visit.viewer.person, person, visit)
    if (!both) return ''
    const may = mayIntroduce(both.asker, both.other, both.between, visit.today)
    const { last } = both.between
    return meetPart(person, { may: may.yes, last: !may.yes && may.why === 'introduced lately' ? last?.id : undefined })
  }
