/** Gathers all that is stored of somebody; of others it says no more than their pages do. */
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { listBlocked } from '../boundaries/actions.ts'
import { listIntroductionsOf } from '../introductions/actions.ts'
import { type Introduction, partnerOf, whyFor } from '../introductions/introduction.ts'
import { sayWho } from '../people/person.ts'
import { listAway } from '../suggestions/wish-actions.ts'
import type { Copy, Facts } from './copy.ts'
import { findOwnParts } from './store.ts'

const ALL = 100_000

export async function copyOf(db: Db, viewer: Viewer, at: Moment): Promise<Copy | undefined> {
  const { person } = viewer
  const own = await findOwnParts(db, person)
  if (!own) return undefined
  const { likes, ...parts } = own
  const [blocked, away] = [await listBlocked(db, person, ALL), await listAway(db, viewer, at.today, ALL)]
  const introductions = await listIntroductionsOf(db, person, ALL, at.zone)
  return {
    ...parts,
    blocked: blocked.map((who) => ({ who: sayWho(viewer, who) })),
    wishes: [...away.map(({ who, until }) => ({ notSuggested: sayWho(viewer, who), until: until ?? 'for good' })), ...likes],
    introductions: introductions.map((each) => introductionFacts(viewer, each)),
  }
}

/** A no is told only to whoever said it. */
function introductionFacts(viewer: Viewer, introduction: Introduction): Facts {
  const { person, other, broker, line, state, answerBy, declinedBy, metOn } = introduction
  const isBroker = broker?.id === viewer.person
  return {
    with: isBroker ? [sayWho(viewer, person), sayWho(viewer, other)] : sayWho(viewer, partnerOf(introduction, viewer.person)),
    why: whyFor(introduction, viewer.person),
    ...{ line, state, answerBy, bothSaidYesOn: metOn },
    ...(declinedBy === viewer.person ? { iSaidNo: true } : {}),
    ...(broker ? { proposedBy: sayWho(viewer, broker) } : {}),
  }
}
