/** The doors to programmes: the list, opening one, its page, joining and leaving. */
import { addDays } from '../../basics/day.ts'
import { isId } from '../../basics/id.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import type { Form } from '../../web/form.ts'
import type { Markup } from '../../web/markup.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { findOrganisationById, findOrganisationByName } from '../organisations/actions.ts'
import { listPartnersOf } from '../partnerships/actions.ts'
import { joinProgramme, leaveProgramme, openProgramme, speaks, waitForSide } from './actions.ts'
import { programmeForm } from './form-pages.ts'
import { type SaidFaults, sayProgrammeFaults } from './form-words.ts'
import { matchAgain } from './matching-actions.ts'
import { countMembers, findStanding } from './member-store.ts'
import { type ProgrammeAbout, programmePage, programmesPage } from './pages.ts'
import { listPairsShown } from './pair-store.ts'
import { isRunBy, isSide, type JoinRefusal, mayOpenProgramme, type Programme, type SideKey } from './programme.ts'
import { type Choosable, EMPTY_SIDE, readProgramme, type TypedProgramme, type TypedSide } from './programme-form.ts'
import { findProgramme, listProgrammes, listProgrammesOf } from './store.ts'
import { JOIN_REFUSALS, OPEN_REFUSALS } from './words.ts'

const [TITLE, NEW] = ['Programmes', 'Open a programme']
const [A_PAGE, MOST_OWN] = [25, 50]

/** What the organiser sees on the page of their programme, from the doors that are theirs. */
export type Running = (visit: Visit, programme: Programme, counts: { left: number; right: number; out: number }) => Promise<Markup>

export const findKnown = async (db: Db, visit: Visit): Promise<Programme> => {
  const programme = isId(visit.param('id')) ? await findProgramme(db, visit.param('id')) : undefined
  if (!programme) throw new Missing()
  return programme
}

/** The whole page, for whichever door has something to say on it. */
export async function showProgramme(
  db: Db,
  visit: Visit,
  programme: Programme,
  running: Running,
  more: Pick<ProgrammeAbout, 'refused' | 'typed'> = {},
): Promise<Markup> {
  const { viewer, today } = visit
  const counts = await countMembers(db, programme.id)
  const standing = viewer && (await findStanding(db, programme.id, viewer.person, today))
  const hasPairs = viewer && standing?.membership && programme.state !== 'open' && programme.state !== 'preview'
  return programmePage(visit, programme, {
    counts,
    membership: standing?.membership,
    waitsFor: standing?.waitsFor,
    ask: standing?.ask,
    pairs: hasPairs ? await listPairsShown(db, programme.id, viewer.person) : [],
    run: isRunBy(programme, viewer) ? await running(visit, programme, counts) : '',
    ...more,
  })
}

export function programmeRoutes(db: Db, knowledge: Knowledge, running: Running): Route[] {
  async function organiser(visit: Visit) {
    const viewer = somebody(visit)
    const may = mayOpenProgramme(viewer, await speaks(db, viewer))
    if (!may.yes) throw new Forbidden(OPEN_REFUSALS[may.why])
    return viewer
  }

  /** Those that whoever opens it would choose most: their own organisation, its partners, and each partnership. */
  async function choosable(visit: Visit, typed: TypedProgramme): Promise<Choosable> {
    const { organisation } = somebody(visit)
    const own = organisation === undefined ? undefined : await findOrganisationById(db, organisation)
    const partners = own ? await listPartnersOf(db, own.id, visit.today) : []
    const named = async (side: SideKey) => (typed[side].who === 'named' ? findOrganisationByName(db, typed[side].organisation) : undefined)
    return {
      organisations: own ? [own, ...partners] : [],
      partnerships: partners.map(({ id, name, partnership }) => ({
        ...{ id: partnership, name: `${own?.name ?? ''} and ${name}` },
        organisations: [own?.id ?? '', id],
      })),
      named: { left: await named('left'), right: await named('right') },
    }
  }
  const form = async (visit: Visit, typed: TypedProgramme, faults: SaidFaults = {}) =>
    programmeForm(visit, { typed, choosable: await choosable(visit, typed), faults })

  async function refused(visit: Visit, programme: Programme, why: JoinRefusal | 'not found', typed: { side: string; partners: string }) {
    if (why === 'not found') throw new Missing()
    const body = await showProgramme(db, visit, programme, running, { refused: JOIN_REFUSALS[why], typed })
    return pageWithMistakes(programme.title, body)
  }

  return [
    get('/programmes', async (visit) => {
      const { viewer } = visit
      const before = visit.query('before') ?? ''
      const found = await listProgrammes(db, { before: isId(before) ? before : undefined, most: A_PAGE + 1, person: viewer?.person ?? '' })
      const all = found.slice(0, A_PAGE)
      const about = {
        own: viewer ? await listProgrammesOf(db, viewer.person, MOST_OWN) : [],
        all,
        mayOpen: viewer !== undefined && mayOpenProgramme(viewer, await speaks(db, viewer)).yes,
        next: found.length > A_PAGE ? `/programmes?before=${all.at(-1)?.id ?? ''}` : undefined,
      }
      return page(TITLE, programmesPage(visit, about))
    }),

    get('/programmes/new', async (visit) => {
      await organiser(visit)
      const partnership = visit.query('partnership')
      const empty = emptyIn(visit)
      if (partnership === undefined || !isId(partnership)) return page(NEW, await form(visit, empty))
      const side = { ...EMPTY_SIDE, who: `partnership ${partnership}` }
      return page(NEW, await form(visit, { ...empty, left: side, right: side }))
    }),

    post('/programmes', async (visit) => {
      const viewer = await organiser(visit)
      const typed = typedIn(visit.form)
      const read = readProgramme(typed, await choosable(visit, typed), visit.today)
      if (!read.yes) return pageWithMistakes(NEW, await form(visit, typed, sayProgrammeFaults(read.faults)))
      const answer = await openProgramme(db, viewer, read.value, visit)
      if (!answer.yes) throw new Forbidden(OPEN_REFUSALS[answer.why])
      return goTo(`/programmes/${answer.value}?done=opened`)
    }),

    get('/programmes/:id', async (visit) => {
      const programme = await findKnown(db, visit)
      return page(programme.title, await showProgramme(db, visit, programme, running))
    }),

    post('/programmes/:id/members', async (visit) => {
      const programme = await findKnown(db, visit)
      const typed = { side: visit.form.text('side'), partners: visit.form.text('partners') }
      if (!isSide(typed.side)) throw new Missing()
      const joined = { side: typed.side, partners: Number(typed.partners || 1) }
      const answer = await joinProgramme(db, programme.id, somebody(visit), joined, visit)
      return answer.yes ? goTo(`/programmes/${programme.id}?done=joined`) : refused(visit, programme, answer.why, typed)
    }),

    post('/programmes/:id/waiters', async (visit) => {
      const programme = await findKnown(db, visit)
      const side = visit.form.text('side')
      if (!isSide(side)) throw new Missing()
      const answer = await waitForSide(db, programme.id, somebody(visit), side, visit)
      if (!answer.yes) return refused(visit, programme, answer.why, { side, partners: '1' })
      return goTo(`/programmes/${programme.id}?done=waiting`)
    }),

    post('/programmes/:id/departure', async (visit) => {
      const { id } = await findKnown(db, visit)
      const answer = await leaveProgramme(db, id, somebody(visit), visit)
      if (!answer.yes) return goTo(`/programmes/${id}`)
      if (answer.value.state === 'preview') await matchAgain(db, knowledge, id, visit)
      return goTo(`/programmes/${id}?done=left`)
    }),
  ]
}

/** Half a year of six meetings, the usual case. */
function emptyIn({ today }: Visit): TypedProgramme {
  const [closes, first, last] = [21, 35, 217].map((days) => addDays(today, days))
  return {
    ...{ title: '', what: '', left: EMPTY_SIDE, right: EMPTY_SIDE, scarce: '', head: '7', meetings: '6' },
    ...{ closes: closes ?? '', first: first ?? '', last: last ?? '' },
  }
}

const sideIn = ({ text }: Form, side: SideKey): TypedSide => ({
  name: text(`${side}-name`),
  who: text(`${side}-who`),
  organisation: text(`${side}-organisation`),
  capacity: text(`${side}-capacity`),
})

function typedIn(form: Form): TypedProgramme {
  const { text } = form
  return {
    ...{ title: text('title'), what: text('what'), left: sideIn(form, 'left'), right: sideIn(form, 'right') },
    ...{ scarce: isSide(text('scarce')) ? text('scarce') : '', head: text('head') },
    ...{ closes: text('closes'), first: text('first'), last: text('last'), meetings: text('meetings') },
  }
}
