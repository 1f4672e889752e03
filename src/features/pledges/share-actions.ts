/** How much of somebody's week their promises take. */
import type { Day } from '../../basics/day.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { findChapter } from '../chapters/actions.ts'
import { AS_IT_COMES, type Sharing } from '../chapters/chapter.ts'
import { type Promised, type Share, type Shared, shareFrom, shareWith } from '../managers/share.ts'
import { isAlive, type Pledge, type PromisedHere } from './pledge.ts'
import { listPromised } from './store.ts'

const sharingOf = async (db: Db) => ((await findChapter(db)) ?? AS_IT_COMES).share

/**
 * What the caller knows already is not asked again. Undefined where the hours are nobody's week: what a speaker promises for the organisation is the organisation's own decision, and
 * what suppliers promise is their trade.
 */
export async function shareOfOffer(
  db: Db,
  by: Pick<Viewer, 'person' | 'sector'>,
  promise: Promised & { isForOrganisation: boolean },
  { besides, sharing, promised }: { besides?: string; sharing?: Sharing; promised?: readonly PromisedHere[] } = {},
): Promise<Shared | undefined> {
  if (promise.isForOrganisation || by.sector === 'supplier') return undefined
  const known = sharing ?? (await sharingOf(db))
  const others = (promised ?? (await listPromised(db, by.person))).filter(
    ({ id, isForOrganisation }) => id !== besides && !isForOrganisation,
  )
  return { hours: promise.hoursAWeek, share: shareWith(promise, others, known), sharing: known }
}

/** Of all that a member has promised for today and later; undefined without any such promise. */
export async function shareOfAll(db: Db, viewer: Viewer, pledges: readonly Pledge[], today: Day): Promise<Share | undefined> {
  const isTheirWeek = isMember(viewer) && viewer.sector !== 'supplier'
  const promised = pledges.filter((each) => isTheirWeek && isAlive(each) && !each.isForOrganisation && each.until >= today)
  return promised.length === 0 ? undefined : shareFrom(today, promised, await sharingOf(db))
}
