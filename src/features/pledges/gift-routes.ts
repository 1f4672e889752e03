/** The doors to gifts. */
import { isId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import { maySee } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { termOf } from '../asks/actions.ts'
import { lookUpProject } from '../projects/actions.ts'
import type { OtherNeed, Project } from '../projects/project.ts'
import { type Gift, type GiveRefusal, give } from './gift.ts'
import { acceptGift, declineGift, makeGift, withdrawGift } from './gift-actions.ts'
import { giftForm, giftPage, noGiftPage } from './gift-pages.ts'
import { findGift, findLivingGift, findProjectOfNeed } from './gift-store.ts'
import { GIFT_ANSWER_REFUSALS, GIFT_LINE_FAULTS, GIVE_REFUSALS, TAKE_BACK_REFUSALS } from './gift-words.ts'
import { MOST_LINE, readerOf } from './pledge.ts'
import { findWhomISpeakFor } from './speaking-actions.ts'

export function giftRoutes(db: Db): Route[] {
  async function wanted(visit: Visit): Promise<{ project: Project; need: OtherNeed }> {
    const id = visit.param('id')
    const of = isId(id) ? await findProjectOfNeed(db, id) : undefined
    const project = of === undefined ? undefined : await lookUpProject(db, of, visit.zone)
    const need = project?.others.find((each) => each.id === id)
    if (!project || !need) throw new Missing()
    return { project, need }
  }

  /** The giver's, the owner's and the broker's to see; to everybody else there is no such page. */
  async function known(visit: Visit): Promise<Gift> {
    const viewer = somebody(visit)
    const gift = isId(visit.param('id')) ? await findGift(db, visit.param('id')) : undefined
    if (!gift || !maySee(viewer, { is: 'pledge', by: gift.person.id, owner: gift.owner })) throw new Missing()
    return gift
  }

  const show = (visit: Visit, gift: Gift, refused?: string) => giftPage(visit, gift, readerOf(gift, visit.viewer?.person), refused)
  const refuse = async (visit: Visit, refused: string): Promise<Reply> => {
    const gift = await known(visit)
    return pageWithMistakes(gift.what, show(visit, gift, refused), { narrow: true })
  }

  return [
    get('/needs/:id/gift', async (visit) => {
      const viewer = somebody(visit)
      const { project, need } = await wanted(visit)
      const living = await findLivingGift(db, need.id, viewer.person)
      if (living) return goTo(`/gifts/${living.id}`)
      const may = give(project, viewer, false, visit.today)
      if (!may.yes) return page(need.what, noGiftPage(project, GIVE_REFUSALS[may.why]), { narrow: true })
      const about = { project, need, typed: '', speaksFor: await findWhomISpeakFor(db, viewer), isForOrganisation: false }
      return page(`Give: ${need.what}`, giftForm(visit, { ...about, answerBy: (await termOf(db, visit)).answerBy }), { narrow: true })
    }),

    post('/needs/:id/gifts', async (visit) => {
      const viewer = somebody(visit)
      const { project, need } = await wanted(visit)
      const typed = visit.form.text('line')
      const line = readText(typed, { most: MOST_LINE, lines: 'many' })
      const speaksFor = await findWhomISpeakFor(db, viewer)
      const isForOrganisation = speaksFor !== undefined && visit.form.text('for') === 'organisation'
      if (!line.yes) {
        const { answerBy } = await termOf(db, visit)
        const about = { project, need, typed, fault: GIFT_LINE_FAULTS[line.why], speaksFor, isForOrganisation, answerBy }
        return pageWithMistakes(`Give: ${need.what}`, giftForm(visit, about), { narrow: true })
      }
      const answer = await makeGift(db, need.id, viewer, { line: line.value, isForOrganisation }, visit)
      if (answer.yes) return goTo(`/gifts/${answer.value}`)
      return notGiven(visit, project, need, answer.why)
    }),

    get('/gifts/:id', async (visit) => {
      const gift = await known(visit)
      return page(gift.what, show(visit, gift), { narrow: true })
    }),

    post('/gifts/:id/acceptance', async (visit) => {
      const gift = await known(visit)
      const answer = await acceptGift(db, gift.id, somebody(visit), visit)
      if (answer.yes) return goTo(`/projects/${gift.project}?done=accepted`)
      if (answer.why === 'not found') throw new Missing()
      return refuse(visit, GIFT_ANSWER_REFUSALS[answer.why])
    }),

    post('/gifts/:id/refusal', async (visit) => {
      const gift = await known(visit)
      const answer = await declineGift(db, gift.id, somebody(visit), '', visit)
      if (answer.yes) return goTo(`/projects/${gift.project}?done=declined`)
      if (answer.why === 'not found') throw new Missing()
      return refuse(visit, GIFT_ANSWER_REFUSALS[answer.why])
    }),

    post('/gifts/:id/withdrawal', async (visit) => {
      const gift = await known(visit)
      const answer = await withdrawGift(db, gift.id, somebody(visit), visit)
      if (answer.yes) return goTo(`/gifts/${gift.id}`)
      if (answer.why === 'not found') throw new Missing()
      return refuse(visit, TAKE_BACK_REFUSALS[answer.why])
    }),
  ]

  /** A second press lands on the gift that the first one made. */
  async function notGiven(visit: Visit, project: Project, need: OtherNeed, why: GiveRefusal | 'not found'): Promise<Reply> {
    if (why === 'not found') throw new Missing()
    const living = why === 'given before' ? await findLivingGift(db, need.id, somebody(visit).person) : undefined
    if (living) return goTo(`/gifts/${living.id}`)
    return pageWithMistakes(need.what, noGiftPage(project, GIVE_REFUSALS[why]), { narrow: true })
  }
}
