/** The doors to pitches: the list of an event, saying one, one of them, hosting and supporting it, and cards to print. */
import { isId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing } from '../../web/faults.ts'
import type { Markup } from '../../web/markup.ts'
import { type Cookie, get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { findEvent } from '../events/actions.ts'
import type { Attendee } from '../events/attendee.ts'
import { attendeeOf } from '../events/attendee-actions.ts'
import { type Event, isOrganiser } from '../events/event.ts'
import type { SaidFaults } from '../events/form-words.ts'
import { comerCookie, guestIn, readGuest } from '../events/guest-pages.ts'
import { signUp as joinAs } from '../events/sign-up-actions.ts'
import { NAME_FAULTS, RUN_REFUSALS } from '../events/words.ts'
import { MOST_NAME } from '../people/person.ts'
import { hostPitch, sayPitch, supportPitch, takePitchBack } from './actions.ts'
import { alikePairs, alikeTo } from './alike.ts'
import { cardsPage } from './card-pages.ts'
import { type PitchForm, pitchForm, type TypedPitch } from './form-pages.ts'
import { type PitchesPage, pitchesPage } from './list-pages.ts'
import { mergePart, organiserPart, waitingFor } from './merging-pages.ts'
import { listOpenMergings } from './merging-store.ts'
import { pitchPage } from './pages.ts'
import { isOpenToPitches, isSource, MOST_TITLE, type Pitch } from './pitch.ts'
import { findPitch, type HostReader, listPitches, supports } from './store.ts'
import { ATTEND_REFUSALS, JOIN_REFUSALS, PITCH_REFUSALS, TAKE_BACK_REFUSALS, TITLE_FAULTS } from './words.ts'

const [PITCHES, SAY] = ['Pitches', 'What would you talk about?']
const A_PAGE = 50

/** The event of a page, and whoever looks, when they come to it. */
const known = async (db: Db, visit: Visit): Promise<{ event: Event; me: Attendee | undefined }> => {
  const event = found(await findEvent(db, visit.param('id')))
  return { event, me: await attendeeOf(db, event.id, visit) }
}

const readerOf = ({ viewer }: Visit, event: Event): HostReader => ({
  ...{ person: viewer?.person ?? '', organisation: viewer?.organisation ?? null },
  isOrganiser: isOrganiser(event, viewer),
})

type KnownPitch = { pitch: Pitch; event: Event; me: Attendee | undefined }
export const knownPitch = async (db: Db, visit: Visit): Promise<KnownPitch> => {
  const { id, event: about } = found(isId(visit.param('id')) ? await findPitch(db, visit.param('id')) : undefined)
  const event = found(await findEvent(db, about))
  return { pitch: found(await findPitch(db, id, readerOf(visit, event))), event, me: await attendeeOf(db, event.id, visit) }
}

export function pitchRoutes(db: Db): Route[] {
  type More = Partial<Pick<PitchForm, 'faults' | 'refused' | 'alike'>>
  const form = (visit: Visit, event: Event, me: Attendee | undefined, typed: TypedPitch, more: More = {}) =>
    pitchForm(visit, event, { me, typed, guest: guestIn(visit), faults: {}, ...more })

  /** Whoever has not signed up does it with their first pitch: by the code, or by their account. */
  async function signUp(
    visit: Visit,
    event: Event,
  ): Promise<{ me: Attendee; cookies: Cookie[] } | { faults: SaidFaults } | { refused: string }> {
    const read = visit.viewer ? undefined : readGuest(guestIn(visit))
    if (read && !read.yes) return { faults: read.faults }
    const answer = await joinAs(db, event.id, visit, read?.value ?? guestIn(visit))
    if (answer.yes) return { me: answer.value.attendee, cookies: answer.value.token ? [comerCookie(event.id, answer.value.token)] : [] }
    if (answer.why === 'not found') throw new Missing()
    return answer.why === 'wrong code' ? { faults: { code: ATTEND_REFUSALS[answer.why] } } : { refused: ATTEND_REFUSALS[answer.why] }
  }

  async function show(visit: Visit, { pitch, event, me }: KnownPitch, more: { refused?: string } = {}): Promise<Markup> {
    const open = await listOpenMergings(db, event.id)
    const runs = isOrganiser(event, visit.viewer) && isOpenToPitches(event) && !pitch.mergedInto
    const others = runs ? (await listPitches(db, event.id, readerOf(visit, event))).filter(({ id }) => id !== pitch.id) : []
    return pitchPage(visit, event, pitch, {
      me,
      comes: me !== undefined && (await supports(db, pitch.id, me.id)),
      mine: waitingFor(open, me).filter((each) => each.pitch.id === pitch.id || each.into.id === pitch.id),
      organiser: mergePart(event, pitch, others),
      ...more,
    })
  }

  return [
    get('/events/:id/pitches', async (visit) => {
      const { event, me } = await known(db, visit)
      const after = visit.query('after') ?? ''
      const all = await listPitches(db, event.id, readerOf(visit, event))
      const rest = all.filter(({ id }) => id > after)
      const pitches = rest.slice(0, A_PAGE)
      const open = await listOpenMergings(db, event.id)
      const runs = isOrganiser(event, visit.viewer) && isOpenToPitches(event)
      const asked = new Set(open.flatMap(({ pitch, into }) => [pitch.id, into.id]))
      const alike = runs ? alikePairs(all.filter(({ id }) => !asked.has(id))) : []
      const about: PitchesPage = {
        ...{ me, pitches, mine: waitingFor(open, me), organiser: runs ? organiserPart(event, { alike, open }) : '' },
        next: rest.length > A_PAGE ? `/events/${event.id}/pitches?after=${pitches.at(-1)?.id ?? ''}` : undefined,
      }
      return page(PITCHES, pitchesPage(visit, event, about))
    }),

    get('/events/:id/pitches/new', async (visit) => {
      const { event, me } = await known(db, visit)
      if (!isOpenToPitches(event)) throw new Forbidden(PITCH_REFUSALS['not pitching'])
      const source = visit.query('from') === 'paper' ? 'paper' : 'screen'
      return page(SAY, form(visit, event, me, { title: '', source, host: '' }))
    }),

    post('/events/:id/pitches', async (visit) => {
      const { event, me } = await known(db, visit)
      const typed = typedIn(visit)
      const mistakes = (more: More) => pageWithMistakes(SAY, form(visit, event, me, typed, more))
      const [title, host] = [readText(typed.title, { most: MOST_TITLE }), readText(typed.host, { most: MOST_NAME, optional: true })]
      if (!isOpenToPitches(event)) return mistakes({ refused: PITCH_REFUSALS['not pitching'] })
      const isKnown = me !== undefined && me.state !== 'left'
      const guest = isKnown || visit.viewer ? undefined : readGuest(guestIn(visit))
      if (!title.yes || !host.yes || guest?.yes === false) {
        const faults = { ...(title.yes ? {} : { title: TITLE_FAULTS[title.why] }), ...(host.yes ? {} : { host: NAME_FAULTS[host.why] }) }
        return mistakes({ faults: { ...faults, ...(guest?.yes === false ? guest.faults : {}) } })
      }
      const all = await listPitches(db, event.id)
      // Sent twice, on a bad line.
      if (all.some((each) => each.by === me?.id && each.title === title.value)) return goTo(`/events/${event.id}/pitches?done=said`)
      const alike = visit.form.has('distinct') ? [] : alikeTo(title.value, all)
      if (alike.length > 0) return mistakes({ alike })
      const signed = isKnown ? { me, cookies: [] } : await signUp(visit, event)
      if (!('me' in signed)) return mistakes(signed)
      // Whoever signs up by a card types in their own; whoever is in already does it for others.
      const isOwn = typed.source === 'screen' || (typed.source === 'paper' && !isKnown)
      const said = { title: title.value, source: typed.source, host: host.value, isOwn }
      const answer = await sayPitch(db, event.id, signed.me, said, visit)
      if (answer.yes) return goTo(`/events/${event.id}/pitches?done=said`, signed.cookies)
      if (answer.why === 'not found') throw new Missing()
      const refused = pitchForm(visit, event, {
        me: signed.me,
        typed,
        guest: guestIn(visit),
        faults: {},
        refused: PITCH_REFUSALS[answer.why],
      })
      return pageWithMistakes(SAY, refused, { cookies: signed.cookies })
    }),

    get('/events/:id/cards', async (visit) => {
      const { event } = await known(db, visit)
      if (!isOrganiser(event, visit.viewer)) throw new Forbidden(RUN_REFUSALS['not the organiser'])
      const address = `${visit.origin}/events/${event.id}/pitches/new?from=paper&code=${event.code}`
      return page('Cards to print', cardsPage(event, address), { unlisted: true })
    }),

    get('/pitches/:id', async (visit) => {
      const known = await knownPitch(db, visit)
      return page(known.pitch.title, await show(visit, known))
    }),

    post('/pitches/:id/supporters', async (visit) => {
      const known = await knownPitch(db, visit)
      const { pitch, me } = known
      const comes = visit.form.text('on') === 'yes'
      const answer = await supportPitch(db, pitch.id, me, comes)
      return after(visit, known, answer, `/pitches/${pitch.id}?done=${comes ? 'supported' : 'not-supported'}`, JOIN_REFUSALS)
    }),

    post('/pitches/:id/hosts', async (visit) => {
      const known = await knownPitch(db, visit)
      const { pitch, me } = known
      const hosts = visit.form.text('on') === 'yes'
      const answer = await hostPitch(db, pitch.id, me, hosts, visit)
      return after(visit, known, answer, `/pitches/${pitch.id}?done=${hosts ? 'hosting' : 'not-hosting'}`, JOIN_REFUSALS)
    }),

    post('/pitches/:id/removal', async (visit) => {
      const known = await knownPitch(db, visit)
      const { pitch, me, event } = known
      const answer = await takePitchBack(db, pitch.id, visit.viewer, me, visit)
      return after(visit, known, answer, `/events/${event.id}/pitches?done=taken-back`, TAKE_BACK_REFUSALS)
    }),
  ]

  async function after<W extends string>(
    visit: Visit,
    known: KnownPitch,
    answer: { yes: true } | { yes: false; why: W | 'not found' },
    to: string,
    words: Record<W, string>,
  ): Promise<Reply> {
    if (answer.yes) return goTo(to)
    if (answer.why === 'not found') throw new Missing()
    return pageWithMistakes(known.pitch.title, await show(visit, known, { refused: words[answer.why] }))
  }
}

function typedIn({ form }: Visit): TypedPitch {
  const source = form.text('source')
  return { title: form.text('title'), source: isSource(source) ? source : 'screen', host: form.text('host') }
}
