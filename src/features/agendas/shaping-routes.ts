/** The doors to changing a grid by hand: locks, moves, what is held once more, and what it keeps to. */
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { findSession } from './actions.ts'
import { isPublished } from './agenda.ts'
import { weigh } from './board.ts'
import { refused, runs } from './board-routes.ts'
import { onlyHeld, readInputs } from './input-actions.ts'
import { isNeed } from './inputs.ts'
import { type MovePage, movePage } from './move-pages.ts'
import { NOTHING_TYPED, rulesPage, type TypedRules } from './rules-pages.ts'
import { type KeepRefusal, lockSession, moveSession, putEncore, sayAway, sayNeeds, sayShut, takeEncoreOut } from './shaping-actions.ts'
import { findPublished } from './store.ts'
import { MAKE_REFUSALS, MOVE_REFUSALS, NOT_FREE, NOT_THERE } from './words.ts'

const [MOVE, RULES] = ['Move a session', 'What the agenda keeps to']

export function shapingRoutes(db: Db): Route[] {
  /** The whole page, of whichever session was chosen; a place is a time and a room. */
  async function move(visit: Visit, typed: MovePage['typed'], isLooking: boolean): Promise<Reply> {
    const { event, reader } = await runs(db, visit)
    const { inputs, sessions, counted } = await readInputs(db, event.id, visit, reader)
    const [slot = '', room = ''] = typed.to.split('.')
    const weighed = typed.session && typed.to ? weigh(onlyHeld(inputs), { session: typed.session, slot, room }) : undefined
    const about = { inputs, sessions, counted, typed, isPublished: isPublished(await findPublished(db, event.id)) }
    if (weighed && !weighed.yes)
      return pageWithMistakes(
        MOVE,
        movePage(visit, event, { ...about, refused: MOVE_REFUSALS[weighed.why] }),
        isLooking ? { status: 200 } : {},
      )
    return page(MOVE, movePage(visit, event, { ...about, weighed: weighed?.value }))
  }

  const eventOf = async (visit: Visit): Promise<string> => found(await findSession(db, visit.param('id'))).event

  async function rules(visit: Visit, more: { refused?: string; typed?: Partial<TypedRules> } = {}): Promise<Reply> {
    const { event, reader } = await runs(db, visit)
    const { inputs } = await readInputs(db, event.id, visit, reader)
    const body = rulesPage(visit, event, { inputs, refused: more.refused, typed: { ...NOTHING_TYPED, ...more.typed } })
    return more.refused ? pageWithMistakes(RULES, body) : page(RULES, body)
  }

  async function kept(
    visit: Visit,
    answer: { yes: true } | { yes: false; why: KeepRefusal | 'not found' },
    typed: Partial<TypedRules>,
  ): Promise<Reply> {
    if (answer.yes) return goTo(`/events/${visit.param('id')}/board/rules?done=kept`)
    if (answer.why === 'not found' || answer.why === 'not the organiser') return refused(answer.why)
    return rules(visit, { refused: answer.why === 'not there' ? NOT_THERE : MAKE_REFUSALS[answer.why], typed })
  }

  return [
    get('/events/:id/board/move', (visit) => move(visit, { session: visit.query('session') ?? '', to: visit.query('to') ?? '' }, true)),

    post('/sessions/:id/moves', async (visit) => {
      const [event, { text }] = [await eventOf(visit), visit.form]
      const to = { slot: text('slot'), room: text('room') }
      const answer = await moveSession(db, somebody(visit), { session: visit.param('id'), ...to }, visit)
      if (answer.yes) return goTo(`/events/${event}/board?done=moved`)
      if (answer.why === 'not found' || answer.why === 'not the organiser' || answer.why === 'over') return refused(answer.why)
      const again = { ...visit, param: () => event }
      return move(again, { session: visit.param('id'), to: `${to.slot}.${to.room}` }, false)
    }),

    post('/sessions/:id/locks', async (visit) => {
      const event = await eventOf(visit)
      const isLocked = visit.form.text('on') === 'yes'
      const answer = await lockSession(db, visit.param('id'), somebody(visit), isLocked, visit)
      return answer.yes ? goTo(`/events/${event}/board?done=${isLocked ? 'locked' : 'unlocked'}`) : refused(answer.why)
    }),

    post('/events/:id/encores', async (visit) => {
      const { event, viewer } = await runs(db, visit)
      const { text } = visit.form
      const answer = await putEncore(db, event.id, viewer, { pitch: text('pitch'), slot: text('slot'), room: text('room') }, visit)
      if (answer.yes) return goTo(`/events/${event.id}/board?done=encore`)
      if (answer.why === 'not free') throw new Forbidden(NOT_FREE)
      return refused(answer.why)
    }),

    post('/sessions/:id/removal', async (visit) => {
      const event = await eventOf(visit)
      const answer = await takeEncoreOut(db, visit.param('id'), somebody(visit), visit)
      return answer.yes ? goTo(`/events/${event}/board?done=no-encore`) : refused(answer.why)
    }),

    get('/events/:id/board/rules', (visit) => rules(visit)),

    post('/events/:id/session-needs', async (visit) => {
      const { event, viewer } = await runs(db, visit)
      const typed = { session: visit.form.text('session'), needs: visit.form.texts('need') }
      const answer = await sayNeeds(db, event.id, viewer, { pitch: typed.session, needs: typed.needs.filter(isNeed) }, visit)
      return kept(visit, answer, typed)
    }),

    post('/events/:id/host-absences', async (visit) => {
      const { event, viewer } = await runs(db, visit)
      const typed = { host: visit.form.text('host'), away: visit.form.texts('away') }
      return kept(visit, await sayAway(db, event.id, viewer, { host: typed.host, slots: typed.away }, visit), typed)
    }),

    post('/events/:id/room-closures', async (visit) => {
      const { event, viewer } = await runs(db, visit)
      const typed = { room: visit.form.text('room'), shut: visit.form.texts('shut') }
      return kept(visit, await sayShut(db, event.id, viewer, { room: typed.room, slots: typed.shut }, visit), typed)
    }),
  ]
}
