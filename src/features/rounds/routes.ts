/** The doors to rounds: the list, opening one, its page, joining and leaving. */
import { isId } from '../../basics/id.ts'
import { isMember } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { findApartness } from '../boundaries/actions.ts'
import { findOrganisationById, findOrganisationByName } from '../organisations/actions.ts'
import { endRound, joinRound, leaveRound, openRound, speaks } from './actions.ts'
import { roundForm } from './form-pages.ts'
import { countJoined, isAsked, listPaused } from './guest-store.ts'
import { roundsPage } from './list-pages.ts'
import { roundPage } from './pages.ts'
import { findProgress } from './progress-store.ts'
import { looksAfter, mayJoin, type Round, SIZES } from './round.ts'
import { audienceOf, begun, type ChosenRound, isExample, type RoundFaults, readRound, type TypedRound } from './round-form.ts'
import { END_REFUSALS, JOIN_REFUSALS, LEAVE_REFUSALS, ORGANISE_REFUSALS } from './round-words.ts'
import { listMeetingsOf } from './seat-store.ts'
import { findJoining, findRound, listOpenFor, listRoundsOf } from './store.ts'

const ON_A_PAGE = 20
const MOST_MINE = 50
const OPEN = 'Open a round'

export function roundRoutes(db: Db): Route[] {
  async function organiser(visit: Visit) {
    const viewer = somebody(visit)
    if (!(await speaks(db, viewer))) throw new Forbidden(ORGANISE_REFUSALS['may not organise'])
    return viewer
  }
  const form = (visit: Visit, typed: TypedRound, faults: RoundFaults) =>
    roundForm(visit, { typed, faults, isBroker: somebody(visit).broker, sizes: SIZES })

  /** Brokers name any organisation, speakers their own. */
  async function organisationIn(visit: Visit, typed: TypedRound, { audience }: ChosenRound) {
    const viewer = somebody(visit)
    if (audience !== 'organisation') return undefined
    const found = await findOrganisationByName(db, typed.organisation)
    return found && (viewer.broker || found.id === viewer.organisation) ? found : undefined
  }

  /** To whoever shares a block with its organiser there is no such page; who is in it keeps it, and can leave. */
  async function known(visit: Visit): Promise<Round> {
    const viewer = somebody(visit)
    const round = isId(visit.param('id')) ? await findRound(db, visit.param('id'), visit.zone) : undefined
    if (!round || !isMember(viewer)) throw new Missing()
    const isApart = round.organiser.id !== viewer.person && (await findApartness(db, viewer.person, round.organiser.id)).isApart
    if (isApart && !(await findJoining(db, round.id, viewer.person))) throw new Missing()
    return round
  }

  async function shown(visit: Visit, round: Round, fault?: string): Promise<Reply> {
    const viewer = somebody(visit)
    const { person } = viewer
    const isIn = (await findJoining(db, round.id, person)) !== undefined
    const asked = !isIn && (await isAsked(db, round.id, person))
    const isPaused = !isIn && (await listPaused(db, [person], visit.today)).size > 0
    const may = mayJoin(round, viewer, { isPaused, isAsked: asked }, visit.today)
    const about = {
      ...{ round, isIn, isAsked: asked, fault, joined: await countJoined(db, viewer, round.id) },
      meetings: await listMeetingsOf(db, round.id, person),
      progress: looksAfter(round, viewer) ? await findProgress(db, round.turn.id, visit.now, visit.zone) : undefined,
      ...(may.yes ? {} : { cannot: JOIN_REFUSALS[may.why] }),
    }
    const body = roundPage(visit, about)
    return fault ? pageWithMistakes(round.title, body, { narrow: true }) : page(round.title, body, { narrow: true })
  }

  return [
    get('/rounds', async (visit) => {
      const viewer = somebody(visit)
      const before = visit.query('before')
      const asked = { before: before && isId(before) ? before : undefined, most: ON_A_PAGE + 1, today: visit.today, zone: visit.zone }
      const open = isMember(viewer) ? await listOpenFor(db, viewer, asked) : []
      const mine = before ? [] : await listRoundsOf(db, viewer.person, MOST_MINE, visit.zone)
      const may = await speaks(db, viewer)
      const next = open.length > ON_A_PAGE ? open[ON_A_PAGE - 1]?.id : undefined
      return page('Rounds', roundsPage(visit, { mine, open: open.slice(0, ON_A_PAGE), next, mayOrganise: may }))
    }),

    get('/rounds/new', async (visit) => {
      const viewer = await organiser(visit)
      const example = visit.query('example')
      const own = viewer.organisation ? await findOrganisationById(db, viewer.organisation) : undefined
      const typed = { ...begun(isExample(example) ? example : undefined, visit.today), organisation: own?.name ?? '' }
      return page(OPEN, form(visit, typed, {}), { narrow: true })
    }),

    post('/rounds', async (visit) => {
      const viewer = await organiser(visit)
      const typed = typedIn(visit)
      const again = (faults: RoundFaults) => pageWithMistakes(OPEN, form(visit, typed, faults), { narrow: true })
      const read = readRound(typed, visit.today)
      if (!read.yes) return again(read.faults)
      const organisation = await organisationIn(visit, typed, read.value)
      if (read.value.audience === 'organisation' && !organisation) return again({ organisation: 'not your organisation' })
      const { title, line, size, across, meets, closesOn, meetDays, turns, everyWeeks, invites } = read.value
      const chosen = { title, line, size, across, meets, closesOn, meetDays, turns, everyWeeks, invites }
      const answer = await openRound(db, viewer, { ...chosen, audience: audienceOf(read.value, organisation) }, visit)
      if (!answer.yes) throw new Forbidden(ORGANISE_REFUSALS[answer.why])
      return goTo(`/rounds/${answer.value}?done=opened`)
    }),

    get('/rounds/:id', async (visit) => shown(visit, await known(visit))),

    post('/rounds/:id/joinings', async (visit) => {
      const round = await known(visit)
      const answer = await joinRound(db, round.id, somebody(visit), visit.form.has('three'), visit)
      if (answer.yes) return goTo(`/rounds/${round.id}?done=joined`)
      if (answer.why === 'not found') throw new Missing()
      return shown(visit, round, JOIN_REFUSALS[answer.why])
    }),

    post('/rounds/:id/departures', async (visit) => {
      const round = await known(visit)
      const answer = await leaveRound(db, round.id, somebody(visit).person, visit)
      if (answer.yes) return goTo(`/rounds/${round.id}?done=left`)
      if (answer.why === 'not found') throw new Missing()
      return shown(visit, round, LEAVE_REFUSALS[answer.why])
    }),

    post('/rounds/:id/endings', async (visit) => {
      const round = await known(visit)
      const answer = await endRound(db, round.id, somebody(visit), visit)
      if (answer.yes) return goTo(`/rounds/${round.id}?done=ended`)
      if (answer.why === 'not found') throw new Missing()
      if (answer.why === 'not yours') throw new Forbidden(END_REFUSALS[answer.why])
      return shown(visit, round, END_REFUSALS[answer.why])
    }),
  ]
}

function typedIn({ form }: Visit): TypedRound {
  const { text, texts } = form
  return {
    ...{ title: text('title'), line: text('line'), audience: text('audience'), organisation: text('organisation') },
    ...{ sectors: texts('sectors'), across: texts('across'), by: text('by'), kilometres: text('kilometres') },
    ...{ size: text('size'), closes: text('closes') },
    ...{ days: text('days'), turns: text('turns'), weeks: text('weeks'), invites: form.has('invites') },
  }
}
