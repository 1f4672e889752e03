/** What a project's page shows of pledges and gifts. */
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Db } from '../../storage/db.ts'
import { html } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { listHavesOf } from '../listings/actions.ts'
import type { BesideProject } from '../projects/pages.ts'
import type { Project, Role } from '../projects/project.ts'
import type { Gift } from './gift.ts'
import { giftOffersPart } from './gift-pages.ts'
import { listGiftsOfProject } from './gift-store.ts'
import { offersPart } from './pages.ts'
import { isHeld, LIVING, type PledgeState } from './pledge.ts'
import { listPledgesOfProject } from './store.ts'
import { sayPledger, sayShortState } from './words.ts'

/** What a project's page says about pledges and gifts to this visitor. */
export const besideProject =
  (db: Db, knowledge: Knowledge) =>
  async (visit: Visit, project: Project): Promise<Pick<BesideProject, 'mine' | 'fits' | 'gifts' | 'offers'>> => {
    const gifts = project.others.length > 0 ? await listGiftsOfProject(db, project.id, ['offered', 'accepted', 'given']) : []
    if (!visit.viewer) return { mine: new Map(), fits: new Map(), gifts: giftsByNeed(visit, gifts), offers: '' }
    const isOwner = project.owner.id === visit.viewer.person
    const haves = isOwner || project.state === 'ended' ? [] : await listHavesOf(db, visit.viewer.person, visit)
    const living = await listPledgesOfProject(db, project.id, LIVING, visit.zone)
    const mine = living.filter((pledge) => pledge.person.id === visit.viewer?.person)
    const asked = (state: PledgeState) => (isOwner ? living.filter((pledge) => pledge.state === state && !isHeld(pledge)) : [])
    return {
      mine: new Map(mine.map((pledge) => [pledge.role, { id: pledge.id, said: sayShortState(pledge, visit.today) }])),
      fits: fittingRoles(knowledge, project.roles, haves),
      gifts: giftsByNeed(visit, gifts),
      offers: html`${offersPart(visit, asked('offered'), asked('waiting'))}${giftOffersPart(visit, isOwner ? gifts.filter(({ state }) => state === 'offered') : [])}`,
    }
  }

/** What of somebody's haves meets each role. */
export function fittingRoles(knowledge: Knowledge, roles: readonly Role[], haves: readonly string[]): ReadonlyMap<string, string> {
  const fitting = roles.flatMap((role): [string, string][] => {
    const have = haves.find((each) => knowledge.fit(role.skill, knowledge.termsIn(each)) !== undefined)
    return have === undefined ? [] : [[role.id, have]]
  })
  return new Map(fitting)
}

function giftsByNeed(visit: Visit, gifts: readonly Gift[]): BesideProject['gifts'] {
  const needs = new Set(gifts.map(({ need }) => need))
  return new Map(
    [...needs].map((need) => {
      const here = gifts.filter((gift) => gift.need === need)
      const mine = here.find(({ person }) => person.id === visit.viewer?.person)
      const givers = here.filter(({ state }) => state !== 'offered').map((gift) => sayPledger(visit.viewer, gift))
      return [need, { givers, ...(mine ? { mine: { id: mine.id, said: 'You offered this' } } : {}) }]
    }),
  )
}
