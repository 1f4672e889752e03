/** Choosing who finds one, blocking somebody, and reporting somebody to a moderator of neither organisation. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { ask, termOf } from '../asks/actions.ts'
import { tell } from '../letters/actions.ts'
import {
  type BlockRefusal,
  type Boundaries,
  block,
  type JudgeRefusal,
  judge,
  type ReportRefusal,
  report,
  type Verdict,
} from './boundary.ts'
import {
  addBlock,
  addReport,
  findReportForUpdate,
  listKeptApart,
  listModeratorsOutside,
  removeBlock,
  saveBoundaries,
  saveJudged,
} from './store.ts'

export { findApartness, findBoundaries, listBlocked, listKeptApart, listModeratorsOutside } from './store.ts'

/** What a block calls for: nobody is asked any more whether they would meet the other, meets them in a round, or has met them in a programme. */
const BLOCKED = ['somebody blocked', 'guest blocked', 'partner blocked']

export async function changeBoundaries(db: Db, person: string, boundaries: Boundaries, at: Moment): Promise<void> {
  await together(db, async (tx) => {
    await saveBoundaries(tx, person, boundaries)
    await record(tx, { at: at.now, who: person, did: 'boundaries changed', about: person })
  })
}

/** Both do not find each other any more; the other is never told. To do it twice is nothing. */
export async function blockPerson(db: Db, by: Viewer, person: string, at: Moment): Promise<Answer<true, BlockRefusal>> {
  const may = block(by, person)
  if (!may.yes) return may
  return together(db, async (tx) => {
    if (await addBlock(tx, by.person, person, at.now))
      await record(tx, { at: at.now, who: by.person, did: 'blocked', about: person, callsFor: BLOCKED })
    return yes(true)
  })
}

export async function unblockPerson(db: Db, by: string, person: string, at: Moment): Promise<void> {
  await together(db, async (tx) => {
    if (await removeBlock(tx, by, person)) await record(tx, { at: at.now, who: by, did: 'unblocked', about: person })
  })
}

/** One moderator is asked; should they say nothing, the next. A second report of the same, before there is an answer, is the first. */
export async function reportPerson(
  db: Db,
  by: Viewer,
  person: string,
  { reason, blocks }: { reason: string; blocks: boolean },
  at: Moment,
): Promise<Answer<true, ReportRefusal>> {
  return together(db, async (tx) => {
    const moderators = await listModeratorsOutside(tx, by.person, person)
    const may = report(by, person, moderators.length)
    if (!may.yes) return may
    const id = newId(at.now)
    if (await addReport(tx, { id, person, reporter: by.person, reason }, at.now)) {
      await record(tx, { at: at.now, who: by.person, did: 'person reported', about: id })
      await askModerator(tx, id, moderators[0], at)
    }
    return blocks ? blockPerson(tx, by, person, at) : yes(true)
  })
}

async function askModerator(tx: Tx, id: string, moderator: string | undefined, at: Moment): Promise<void> {
  const found = await findReportForUpdate(tx, id)
  if (!found || found.isAnswered || moderator === undefined) return
  const { person, reporter, reason } = found
  const facts = { who: person, reporter, reason }
  await ask(tx, { kind: 'person reported', about: id, person: moderator, facts, term: await termOf(tx, at) }, at)
}

/** Nobody has answered in time: another moderator is asked, and the same once more where there is no other. */
export async function askNextModerator(tx: Tx, id: string, silent: string, at: Moment): Promise<void> {
  const found = await findReportForUpdate(tx, id)
  if (!found) return
  const moderators = await listModeratorsOutside(tx, found.person.id, found.reporter.id)
  await askModerator(tx, id, moderators.find((each) => each !== silent) ?? moderators[0], at)
}

/** Whoever reported hears of it either way; whoever was reported only when they are warned, and never by whom. */
export async function judgePerson(
  tx: Tx,
  id: string,
  by: Viewer,
  { verdict, line }: { verdict: Verdict; line: string },
  at: Moment,
): Promise<Answer<true, JudgeRefusal | 'not found'>> {
  const found = await findReportForUpdate(tx, id)
  if (!found) return no('not found')
  const may = judge(found, by)
  if (!may.yes) return may
  await saveJudged(tx, id, verdict, by.person, at.now)
  await record(tx, { at: at.now, who: by.person, did: `reported person ${verdict}`, about: id })
  if (verdict === 'warned') await tell(tx, found.person.id, 'person warned', { reason: line }, at.now)
  await tell(tx, found.reporter.id, 'person report answered', { verdict, line }, at.now)
  return yes(true)
}

/** Tells of two of some people, in either order, whether they are never put together. */
export async function findWhoIsApart(db: Db, ids: readonly string[]): Promise<(one: string, other: string) => boolean> {
  const pairs = new Set((await listKeptApart(db, ids)).flatMap(({ one, other }) => [`${one} ${other}`, `${other} ${one}`]))
  return (one, other) => pairs.has(`${one} ${other}`)
}
