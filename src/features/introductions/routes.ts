/** The doors to introductions. */
import { isId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import { isMember } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { file, get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { termOf } from '../asks/actions.ts'
import { findApartness } from '../boundaries/actions.ts'
import { findChoices } from '../letters/choice-actions.ts'
import { findAddressOf, findPerson, findPersonWithAddress } from '../people/actions.ts'
import { type Person, readEmail, somebodyOf } from '../people/person.ts'
import { OPENLY, relationOf, showsName, sightOf } from '../people/profile.ts'
import { EMAIL_FAULTS } from '../people/words.ts'
import { askToMeet, type Both, lookAtBoth, proposeIntroduction, reasonOf } from './actions.ts'
import { calendarFile } from './calendar-file.ts'
import { problemOf } from './diary-actions.ts'
import { concerns, type Introduction, MOST_LINE, mayIntroduce, partnerOf, whyFor } from './introduction.ts'
import { askedAfter } from './outcome-actions.ts'
import { introductionPage, type MeetForm, meetForm } from './pages.ts'
import { type ProposalForm, proposalForm } from './proposal-pages.ts'
import { findIntroduction, findOpenAsk } from './store.ts'
import { endOfTalk } from './three-times.ts'
import { INTRODUCE_REFUSALS, LINE_FAULTS, PROPOSE_REFUSALS, sayQuestion } from './words.ts'

const TITLE = 'An introduction'

export function introductionRoutes(db: Db, knowledge: Knowledge): Route[] {
  /** A member's page is where it begins: whoever may not see it finds no door here. */
  async function member(visit: Visit): Promise<{ person: Person; both: Both }> {
    const viewer = somebody(visit)
    const person = isId(visit.param('id')) ? await findPerson(db, visit.param('id')) : undefined
    if (!person?.organisation || !isMember(viewer)) throw new Missing()
    const both = await lookAtBoth(db, viewer.person, person.id, visit, true)
    if (!both) throw new Missing()
    const relation = relationOf(viewer, person, both.areMet)
    const standing = { ...OPENLY, ...(await findApartness(db, viewer.person, person.id)) }
    if (sightOf(relation, standing) === 'nothing') throw new Missing()
    return { person: showsName(relation, standing) ? person : { ...person, name: '' }, both }
  }

  async function form(
    visit: Visit,
    { person: other, both }: { person: Person; both: Both },
    typed: string,
    more: Pick<MeetForm, 'fault' | 'refused'> = {},
  ) {
    const me = await findPerson(db, somebody(visit).person)
    if (!me) throw new Missing()
    const may = mayIntroduce(both.asker, both.other, both.between, visit.today)
    return meetForm(visit, {
      ...{ other: inShort(other), me: inShort(me), why: await reasonOf(db, knowledge, both, visit) },
      ...{ until: (await termOf(db, visit)).answerBy, typed },
      ...(may.yes ? {} : { refused: INTRODUCE_REFUSALS[may.why] }),
      ...more,
    })
  }

  async function proposed(visit: Visit): Promise<Person> {
    if (!somebody(visit).broker) throw new Forbidden(PROPOSE_REFUSALS['not a broker'])
    return (await member(visit)).person
  }
  const proposal = async (visit: Visit, person: Person, typed: ProposalForm['typed'], faults: ProposalForm['faults']) =>
    proposalForm(visit, { person: inShort(person), until: (await termOf(db, visit)).answerBy, typed, faults })

  /** To everybody whom it does not concern there is no such page. */
  async function known(visit: Visit): Promise<Introduction> {
    const viewer = somebody(visit)
    const found = isId(visit.param('id')) ? await findIntroduction(db, visit.param('id'), visit.zone) : undefined
    if (!found || !concerns(found, viewer.person)) throw new Missing()
    return found
  }
  const isOneOfBoth = ({ person, other }: Introduction, who: string) => [person.id, other.id].includes(who)

  return [
    get('/people/:id/introduction', async (visit) => {
      const other = await member(visit)
      return page('Meet somebody', await form(visit, other, ''), { narrow: true })
    }),

    post('/people/:id/introductions', async (visit) => {
      const other = await member(visit)
      const typed = visit.form.text('line')
      const line = readText(typed, { most: MOST_LINE, lines: 'many', optional: true })
      if (!line.yes)
        return pageWithMistakes('Meet somebody', await form(visit, other, typed, { fault: LINE_FAULTS[line.why] }), { narrow: true })
      const answer = await askToMeet(db, knowledge, somebody(visit), other.person.id, line.value, visit)
      if (answer.yes) return goTo(`/introductions/${answer.value}`)
      if (answer.why === 'not found' || answer.why === 'blocked') throw new Missing()
      return pageWithMistakes('Meet somebody', await form(visit, other, typed, { refused: INTRODUCE_REFUSALS[answer.why] }), {
        narrow: true,
      })
    }),

    get('/people/:id/proposal', async (visit) =>
      page('Propose an introduction', await proposal(visit, await proposed(visit), { email: '', line: '' }, {}), { narrow: true }),
    ),

    post('/people/:id/proposals', async (visit) => {
      const person = await proposed(visit)
      const typed = { email: visit.form.text('email'), line: visit.form.text('line') }
      const again = async (faults: ProposalForm['faults']) =>
        pageWithMistakes('Propose an introduction', await proposal(visit, person, typed, faults), { narrow: true })
      const [email, line] = [readEmail(typed.email), readText(typed.line, { most: MOST_LINE, lines: 'many', optional: true })]
      if (!email.yes || !line.yes)
        return again({
          ...(email.yes ? {} : { email: EMAIL_FAULTS[email.why] }),
          ...(line.yes ? {} : { line: LINE_FAULTS[line.why] }),
        })
      const other = await findPersonWithAddress(db, email.value)
      const answer =
        other &&
        (await proposeIntroduction(db, knowledge, somebody(visit), { person: person.id, other: other.id, line: line.value }, visit))
      if (answer?.yes) return goTo(`/introductions/${answer.value}`)
      return again({ email: answer && answer.why !== 'not found' ? PROPOSE_REFUSALS[answer.why] : 'No member has this address.' })
    }),

    get('/introductions/:id', async (visit) => {
      const introduction = await known(visit)
      const me = somebody(visit).person
      const isMet = introduction.state === 'met' && isOneOfBoth(introduction, me)
      const about = {
        ask: await findOpenAsk(db, introduction.id, me),
        address: isMet ? await findAddressOf(db, partnerOf(introduction, me).id) : undefined,
        problem: isMet ? await problemOf(db, partnerOf(introduction, me).id) : undefined,
        zone: (await findChoices(db, me)).zone ?? visit.zone,
        askedOn: introduction.metOn && (await askedAfter(db, introduction.metOn)),
      }
      return page(TITLE, introductionPage(visit, introduction, about), { narrow: true })
    }),

    get('/introductions/:id/meeting.ics', async (visit) => {
      const introduction = await known(visit)
      const me = somebody(visit).person
      const slot = Number(visit.query('slot') ?? '1')
      const from = introduction.slots[slot - 1]
      if (!from || introduction.state !== 'met' || !isOneOfBoth(introduction, me)) throw new Missing()
      const { id, person, other } = introduction
      const partner = partnerOf(introduction, me)
      const url = `${visit.origin}/introductions/${id}`
      const about = `${sayQuestion(whyFor(introduction, me), [person.id, other.id])}\n${(await findAddressOf(db, partner.id)) ?? ''}\n${url}`
      const meeting = {
        uid: `${id}-${slot}@${new URL(visit.origin).hostname}`,
        writtenAt: visit.now,
        from,
        until: endOfTalk(from),
        title: `Talk with ${partner.name}`,
        about,
        url,
      }
      return file('text/calendar; charset=utf-8', calendarFile(meeting), { name: 'meeting.ics' })
    }),
  ]
}

const inShort = ({ id, name, job, organisation }: Person) =>
  somebodyOf({ id, name, job, organisation_name: organisation?.name ?? null, sector: organisation?.sector ?? null })
