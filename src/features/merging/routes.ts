/** The doors to merging. */
import type { Answer } from '../../basics/answer.ts'
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { found, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { termOf } from '../asks/actions.ts'
import { lookUpProject } from '../projects/actions.ts'
import { REASON_FAULTS } from '../projects/form-words.ts'
import { ownedBy } from '../projects/owner-pages.ts'
import type { Project } from '../projects/project.ts'
import { readReason } from '../projects/reason.ts'
import { acceptMerge, declineMerge, offerToMerge, takeMergeBack } from './actions.ts'
import { type Alike, concerns, type MergeAnswerRefusal, type MergeOffer, projectIn } from './merge.ts'
import { type MergeForm, mergeForm, mergeOfferPage } from './pages.ts'
import { findMergeOffer } from './store.ts'
import { MERGE_ANSWER_REFUSALS, MERGE_REFUSALS } from './words.ts'

/** Living projects that look like this one, best first; app.ts hands it in. */
export type ListAlike = (project: Project, visit: Visit) => Promise<readonly Alike[]>

export function mergingRoutes(db: Db, listAlike: ListAlike): Route[] {
  const owned = async (visit: Visit): Promise<Project> =>
    ownedBy(somebody(visit), found(await lookUpProject(db, visit.param('id'), visit.zone)))

  const form = async (visit: Visit, project: Project, more: Partial<MergeForm> = {}) =>
    mergeForm(visit, {
      ...{ project, alike: await listAlike(project, visit), answerBy: (await termOf(db, visit)).answerBy },
      ...{ typed: { into: '', address: '', reason: '' }, faults: {} },
      ...more,
    })

  /** To everybody whom it does not concern there is no such page. */
  async function known(visit: Visit): Promise<MergeOffer> {
    const viewer = somebody(visit)
    const offer = isId(visit.param('id')) ? await findMergeOffer(db, visit.param('id')) : undefined
    if (!offer || !concerns(offer, viewer)) throw new Missing()
    return offer
  }

  async function after(visit: Visit, answer: Answer<MergeOffer, MergeAnswerRefusal | 'not found'>, to: string): Promise<Reply> {
    if (answer.yes) return goTo(to)
    if (answer.why === 'not found') throw new Missing()
    return pageWithMistakes('Two projects become one', mergeOfferPage(visit, await known(visit), MERGE_ANSWER_REFUSALS[answer.why]), {
      narrow: true,
    })
  }

  return [
    get('/projects/:id/merge-offer', async (visit) => {
      const project = await owned(visit)
      if (project.merging) return goTo(`/merge-offers/${project.merging.offer}`)
      return project.state === 'ended' ? goTo(`/projects/${project.id}`) : page(project.title, await form(visit, project), { narrow: true })
    }),

    post('/projects/:id/merge-offers', async (visit) => {
      const project = await owned(visit)
      const { text } = visit.form
      const typed = { into: text('into'), address: text('address'), reason: text('reason') }
      const into = projectIn(typed.address) ?? projectIn(typed.into)
      const reason = readReason(typed.reason)
      const faults = {
        ...(into ? {} : { into: MERGE_REFUSALS['no such project'] }),
        ...(reason.yes ? {} : { reason: REASON_FAULTS[reason.why] }),
      }
      const again = async (faults: MergeForm['faults']) =>
        pageWithMistakes(project.title, await form(visit, project, { typed, faults }), { narrow: true })
      if (!into || !reason.yes) return again(faults)
      const answer = await offerToMerge(db, project.id, somebody(visit), { into, reason: reason.value }, visit)
      if (answer.yes) return goTo(answer.value.isDone ? `/projects/${project.id}` : `/merge-offers/${answer.value.offer}`)
      if (answer.why === 'not found') throw new Missing()
      return again({ into: MERGE_REFUSALS[answer.why] })
    }),

    get('/merge-offers/:id', async (visit) => page('Two projects become one', mergeOfferPage(visit, await known(visit)), { narrow: true })),

    post('/merge-offers/:id/acceptance', async (visit) => {
      const offer = await known(visit)
      return after(visit, await acceptMerge(db, offer.id, somebody(visit), visit), `/projects/${offer.from.id}`)
    }),

    post('/merge-offers/:id/refusal', async (visit) => {
      const offer = await known(visit)
      return after(visit, await declineMerge(db, offer.id, somebody(visit), visit), `/projects/${offer.into.id}`)
    }),

    post('/merge-offers/:id/withdrawal', async (visit) => {
      const offer = await known(visit)
      return after(visit, await takeMergeBack(db, offer.id, somebody(visit), visit), `/projects/${offer.from.id}`)
    }),
  ]
}
