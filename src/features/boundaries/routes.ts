/** The doors to who finds one, to blocking somebody and to reporting them. */
import { isId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { termOf } from '../asks/actions.ts'
import { PAUSE_REFUSALS } from '../letters/words.ts'
import { findPerson } from '../people/actions.ts'
import type { Somebody } from '../people/person.ts'
import { OPENLY, relationOf, sightOf } from '../people/profile.ts'
import { blockPerson, changeBoundaries, reportPerson, unblockPerson } from './actions.ts'
import { block, isPaused, MOST_REASON, readBoundaries, type TypedBoundaries } from './boundary.ts'
import { blockPage, boundariesPage, type ReportPage, reportPage } from './pages.ts'
import { findApartness, findBoundaries, listBlocked } from './store.ts'
import { BLOCK_REFUSALS, PERSON_REPORT_REFUSALS, REASON_FAULTS, WHO_FINDS_YOU } from './words.ts'

const MOST_BLOCKED = 200
const NARROW = { narrow: true } as const

/** Whether both have said yes to being introduced: a later feature knows. */
export type AreIntroduced = (one: string, other: string) => Promise<boolean>

export function boundaryRoutes(db: Db, areIntroduced: AreIntroduced): Route[] {
  async function show(visit: Visit, again?: { typed: TypedBoundaries; fault: string }): Promise<Reply> {
    const { person } = somebody(visit)
    const now = await findBoundaries(db, person)
    const pausedUntil = isPaused(now, visit.today) ? now.pausedUntil : undefined
    const typed = again?.typed ?? { hides: now.hides, isAnonymous: now.isAnonymous, until: pausedUntil ?? '' }
    const body = boundariesPage(visit, { typed, pausedUntil, blocked: await listBlocked(db, person, MOST_BLOCKED), fault: again?.fault })
    return again ? pageWithMistakes(WHO_FINDS_YOU, body, NARROW) : page(WHO_FINDS_YOU, body, NARROW)
  }

  /** Whoever may be seen may be blocked and reported. */
  async function known(visit: Visit): Promise<Somebody> {
    const viewer = somebody(visit)
    const person = isId(visit.param('id')) ? await findPerson(db, visit.param('id')) : undefined
    if (!person) throw new Missing()
    const may = block(viewer, person.id)
    if (!may.yes) throw new Forbidden(BLOCK_REFUSALS[may.why])
    const standing = { ...OPENLY, isHeld: person.organisation === undefined, ...(await findApartness(db, viewer.person, person.id)) }
    const sight = sightOf(relationOf(viewer, person, await areIntroduced(viewer.person, person.id)), standing)
    if (sight === 'nothing') throw new Missing()
    return {
      id: person.id,
      name: sight === 'profile' ? person.name : '',
      job: person.job,
      organisationName: person.organisation?.name ?? '',
    }
  }

  const reporting = async (visit: Visit, more: Pick<ReportPage, 'typed' | 'blocks' | 'fault' | 'refused'>) =>
    reportPage(visit, { who: await known(visit), by: (await termOf(db, visit)).answerBy, ...more })

  return [
    get('/boundaries', (visit) => show(visit)),

    post('/boundaries', async (visit) => {
      const { person } = somebody(visit)
      const finds = visit.form.texts('finds')
      const typed = { hides: finds.includes('hides'), isAnonymous: finds.includes('anonymous'), until: visit.form.text('until') }
      const read = readBoundaries(typed, visit.today)
      if (!read.yes) return show(visit, { typed, fault: PAUSE_REFUSALS[read.why] })
      await changeBoundaries(db, person, read.value, visit)
      return goTo('/boundaries?done=saved')
    }),

    get('/people/:id/block', async (visit) => page('Block', blockPage(visit, await known(visit)), NARROW)),

    post('/people/:id/blocks', async (visit) => {
      const who = await known(visit)
      const answer = await blockPerson(db, somebody(visit), who.id, visit)
      if (!answer.yes) throw new Forbidden(BLOCK_REFUSALS[answer.why])
      return goTo('/boundaries?done=blocked')
    }),

    post('/blocks/:person/removal', async (visit) => {
      const { person } = somebody(visit)
      await unblockPerson(db, person, visit.param('person'), visit)
      return goTo('/boundaries?done=unblocked')
    }),

    get('/people/:id/report', async (visit) => page('Report', await reporting(visit, { typed: '', blocks: true }), NARROW)),

    post('/people/:id/reports', async (visit) => {
      const who = await known(visit)
      const [typed, blocks] = [visit.form.text('reason'), visit.form.has('block')]
      const reason = readText(typed, { most: MOST_REASON, lines: 'many', optional: true })
      const again = async (more: Pick<ReportPage, 'fault' | 'refused'>) =>
        pageWithMistakes('Report', await reporting(visit, { typed, blocks, ...more }), NARROW)
      if (!reason.yes) return again({ fault: REASON_FAULTS[reason.why] })
      const answer = await reportPerson(db, somebody(visit), who.id, { reason: reason.value, blocks }, visit)
      return answer.yes ? goTo('/boundaries?done=reported') : again({ refused: PERSON_REPORT_REFUSALS[answer.why] })
    }),
  ]
}
