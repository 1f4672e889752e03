/** How much of somebody's week their promises take. */
import type { Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { findChapter } from '../chapters/actions.ts'
import { AS_IT_COMES, type Sharing } from '../chapters/chapter.ts'
import { type Promised, type Shared, shareWith } from '../managers/share.ts'
import type { PromisedHere } from './pledge.ts'
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
