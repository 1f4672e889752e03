/** The doors to a meeting of a round, for those who are in it. */
import { isId } from '../../basics/id.ts'
import { isMember } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Db } from '../../storage/db.ts'
import { Missing, somebody } from '../../web/faults.ts'
import { file, get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { findWhoIsApart } from '../boundaries/actions.ts'
import { calendarFile } from '../introductions/calendar-file.ts'
import { endOfTalk } from '../introductions/three-times.ts'
import { sayQuestion } from '../introductions/words.ts'
import { findChoices } from '../letters/choice-actions.ts'
import { listAddressesOf } from '../people/actions.ts'
import { findOpenAbout } from './guest-store.ts'
import { isIn, mayWithdraw, othersOf, type RoundMeeting } from './meeting.ts'
import { meetingPage } from './meeting-pages.ts'
import { firstTwo, namesIn, readBy, reasonsBetween, whyAsked } from './reading.ts'
import { withdraw } from './repair-actions.ts'
import { sayWhyTo, WITHDRAW_REFUSALS } from './round-words.ts'
import { findMeeting } from './seat-store.ts'

const TITLE = 'Your meeting'

export function meetingRoutes(db: Db, knowledge: Knowledge): Route[] {
  /** To everybody else there is no such page; nor before it has been sent. */
  async function known(visit: Visit): Promise<RoundMeeting> {
    const viewer = somebody(visit)
    const found = isId(visit.param('id')) ? await findMeeting(db, visit.param('id')) : undefined
    if (found?.turn.state !== 'sent' || !isIn(found, viewer.person) || !isMember(viewer)) throw new Missing()
    return found
  }

  async function readers(visit: Visit, meeting: RoundMeeting) {
    const me = somebody(visit).person
    const self = meeting.members.find(({ id }) => id === me)
    // Whoever has blocked the other since is not there any more.
    const isApart = await findWhoIsApart(
      db,
      meeting.members.map(({ id }) => id),
    )
    const others = othersOf(meeting, me).filter(({ id }) => !isApart(me, id))
    const addresses = await listAddressesOf(
      db,
      others.map(({ id }) => id),
    )
    const nameOf = namesIn(knowledge)
    const reasons = others.map((who) => (self ? reasonsBetween(meeting.whys, self, who) : []))
    const question = sayQuestion(whyAsked(me, others.length === 1 ? (reasons[0] ?? []) : [], nameOf), firstTwo(meeting.members))
    return {
      question,
      others: others.map((who, at) => ({
        who,
        address: addresses.get(who.id) ?? '',
        why: sayWhyTo(readBy(me, reasons[at] ?? [], nameOf)),
      })),
    }
  }

  async function shown(visit: Visit, meeting: RoundMeeting, fault?: string): Promise<Reply> {
    const me = somebody(visit).person
    const about = {
      ...{ meeting, fault, mayWithdraw: mayWithdraw(meeting, me, visit.today).yes },
      ...(await readers(visit, meeting)),
      ask: await findOpenAbout(db, meeting.id, me),
      zone: (await findChoices(db, me)).zone ?? visit.zone,
    }
    const body = meetingPage(visit, about)
    return fault ? pageWithMistakes(TITLE, body, { narrow: true }) : page(TITLE, body, { narrow: true })
  }

  return [
    get('/round-meetings/:id', async (visit) => shown(visit, await known(visit))),

    get('/round-meetings/:id/meeting.ics', async (visit) => {
      const meeting = await known(visit)
      const slot = Number(visit.query('slot') ?? '1')
      const from = meeting.slots[slot - 1]
      if (!from) throw new Missing()
      const { question, others } = await readers(visit, meeting)
      const url = `${visit.origin}/round-meetings/${meeting.id}`
      const talk = {
        uid: `${meeting.id}-${slot}@${new URL(visit.origin).hostname}`,
        writtenAt: visit.now,
        from,
        until: endOfTalk(from),
        title: `Talk with ${others.map(({ who }) => who.name).join(', ')}`,
        about: `${question}\n${others.map(({ address }) => address).join('\n')}\n${url}`,
        url,
      }
      return file('text/calendar; charset=utf-8', calendarFile(talk), { name: 'meeting.ics' })
    }),

    post('/round-meetings/:id/departures', async (visit) => {
      const meeting = await known(visit)
      const answer = await withdraw(db, meeting.id, somebody(visit).person, visit)
      if (answer.yes) return goTo(`/rounds/${meeting.round}?done=withdrawn`)
      if (answer.why === 'not found') throw new Missing()
      return shown(visit, meeting, WITHDRAW_REFUSALS[answer.why])
    }),
  ]
}
