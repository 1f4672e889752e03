/** The doors to offering a pledge to a role, or taking a place in its line. */
import { laterOf } from '../../basics/day.ts'
import { isId } from '../../basics/id.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Db } from '../../storage/db.ts'
import { Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { termFrom } from '../asks/ask.ts'
import { findChapter } from '../chapters/actions.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { listHavesOf } from '../listings/actions.ts'
import { isManagerRefusal } from '../managers/words.ts'
import { lookUpProject } from '../projects/actions.ts'
import { isFilled, isRoleOver, lastDayOfRole, type Project, type Role } from '../projects/project.ts'
import { makePledge } from './actions.ts'
import { fittingRoles } from './beside-routes.ts'
import { noPledgePage, type OtherRole, type PledgeForm, pledgeForm } from './pages.ts'
import { offer, type PromisedHere, readTerms, type TermFaults, type TypedTerms } from './pledge.ts'
import { shareOfOffer } from './share-actions.ts'
import { findWhomISpeakFor } from './speaking-actions.ts'
import { findLivingPledge, findProjectOfRole, listPromised } from './store.ts'
import { OFFER_REFUSALS } from './words.ts'

type Wanted = { project: Project; role: Role }

export function offerRoutes(db: Db, knowledge: Knowledge): Route[] {
  async function wanted(visit: Visit): Promise<Wanted> {
    const id = visit.param('id')
    const of = isId(id) ? await findProjectOfRole(db, id) : undefined
    const project = of === undefined ? undefined : await lookUpProject(db, of, visit.zone)
    const role = project?.roles.find((each) => each.id === id)
    if (!project || !role) throw new Missing()
    return { project, role: { ...role, until: lastDayOfRole(project, role, visit.today) } }
  }

  /** What the form needs beside what was typed; a filled role shows which others are free, those that fit first. */
  async function form(
    visit: Visit,
    { project, role }: Wanted,
    typed: TypedTerms,
    faults: TermFaults,
    { promised, ...trouble }: Pick<PledgeForm, 'refused' | 'managerFault'> & { promised?: readonly PromisedHere[] } = {},
  ) {
    const viewer = somebody(visit)
    const speaksFor = await findWhomISpeakFor(db, viewer)
    const others = isFilled(role) ? await freeRoles(visit, project) : []
    const chapter = (await findChapter(db)) ?? AS_IT_COMES
    const { answerBy } = termFrom(visit.today, chapter)
    const { terms, faults: unread } = readTerms(typed, role, visit.today)
    const isReadable = !unread.hours && !unread.from && !unread.until
    const known = { sharing: chapter.share, ...(promised ? { promised } : {}) }
    const shared = isReadable ? await shareOfOffer(db, viewer, terms, known) : undefined
    return pledgeForm(visit, { project, role, typed, faults, speaksFor, others, answerBy, shared, ...trouble })
  }

  async function freeRoles(visit: Visit, project: Project): Promise<OtherRole[]> {
    const free = project.roles.filter((role) => !isFilled(role) && !isRoleOver(project, role, visit.today))
    const fitting = fittingRoles(knowledge, free, await listHavesOf(db, somebody(visit).person, visit))
    return free.map((role) => ({ role, fits: fitting.has(role.id) })).sort((a, b) => Number(b.fits) - Number(a.fits))
  }

  return [
    get('/roles/:id/pledge', async (visit) => {
      const viewer = somebody(visit)
      const { project, role } = await wanted(visit)
      const promised = await listPromised(db, viewer.person)
      const living = promised.find((each) => each.role === role.id)
      if (living) return goTo(`/pledges/${living.id}`)
      const may = offer(project, role, viewer, false, visit.today, true)
      const title = `Pledge ${role.skill}`
      if (!may.yes) return page(title, noPledgePage(project, role, OFFER_REFUSALS[may.why]), { narrow: true })
      const typed = { hours: String(role.hoursAWeek), from: laterOf(role.from, visit.today), until: role.until, line: '', for: 'me' }
      return page(title, await form(visit, { project, role }, typed, {}, { promised }), { narrow: true })
    }),

    post('/roles/:id/pledges', async (visit) => {
      const viewer = somebody(visit)
      const { project, role } = await wanted(visit)
      const { text } = visit.form
      const speaks = text('for') === 'organisation' && (await findWhomISpeakFor(db, viewer)) !== undefined
      const typed = {
        hours: text('hours'),
        from: text('from'),
        until: text('until'),
        line: text('line'),
        for: speaks ? 'organisation' : 'me',
        manager: text('manager'),
      }
      const takesLine = text('line-up') === 'yes'
      const { terms, faults } = readTerms(typed, role, visit.today)
      const title = `Pledge ${role.skill}`
      const living = await findLivingPledge(db, role.id, viewer.person, visit.zone)
      if (living) return goTo(`/pledges/${living.id}?done=pledged`)
      const may = offer(project, role, viewer, false, visit.today, true)
      if (may.yes && Object.keys(faults).length > 0)
        return pageWithMistakes(title, await form(visit, { project, role }, typed, faults), { narrow: true })
      const answer = await makePledge(db, role.id, viewer, { ...terms, takesLine, manager: typed.manager }, visit)
      if (answer.yes) return goTo(`/pledges/${answer.value}?done=pledged`)
      if (answer.why === 'not found') throw new Missing()
      if (isManagerRefusal(answer.why))
        return pageWithMistakes(title, await form(visit, { project, role }, typed, faults, { managerFault: answer.why }), { narrow: true })
      const refused = OFFER_REFUSALS[answer.why]
      // Filled while it was being typed: the same words may join the line.
      if (answer.why === 'role filled')
        return pageWithMistakes(title, await form(visit, await wanted(visit), typed, faults, { refused }), { narrow: true })
      return pageWithMistakes(title, noPledgePage(project, role, refused), { narrow: true })
    }),
  ]
}
