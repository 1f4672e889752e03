/** The broker's round: promises that are broken are noticed, and what has mended by itself leaves the inbox. */
import type { Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { plan } from '../../storage/due-work.ts'
import { findChapter } from '../chapters/actions.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { openItem, settle } from './actions.ts'
import { listBroken, listMended } from './broken-store.ts'

export const ROUND = "broker's round"
const EVERY = 15 * 60_000

/** It looks at what is so now and remembers nothing from before: whatever it missed, the next one finds. */
export async function goRound(tx: Tx, about: string, at: Moment): Promise<void> {
  const { calendar } = (await findChapter(tx)) ?? AS_IT_COMES
  for (const id of await listMended(tx, at, calendar)) await settle(tx, id, at)
  for (const { kind, about: thing, since, project, person, what } of await listBroken(tx, at, calendar)) {
    const facts = { project: project ?? undefined, person: person ?? undefined, what }
    await openItem(tx, { kind, about: thing, since: since ?? at.today, facts }, at)
  }
  await plan(tx, { kind: ROUND, about, at: new Date(at.now.getTime() + EVERY) })
}

/** Something has happened that the next round would find: it comes at once. */
export const lookNow = (tx: Tx, at: Moment): Promise<void> => plan(tx, { kind: ROUND, about: 'chapter', at: at.now })
