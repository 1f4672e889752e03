/** Reporting a post, and answering what was reported. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, dayIn, type Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forget, planAfter } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { tell } from '../letters/actions.ts'
import type { Post, Subject } from './post.ts'
import { type JudgeRefusal, judge, LOOK_DAYS, type ReportRefusal, report, type Verdict } from './report.ts'
import { addReport, findReportBy, listModerators, listOpenReports, saveAnswered } from './report-store.ts'
import { findPostForUpdate, findSubject, saveRemoved } from './store.ts'

type Missing = 'not found'
const REMINDER = 'reports wait'

/** The moderators hear of a post once, at its first report; those who report it after that stand beside it on their page. */
export async function reportPost(
  db: Db,
  id: string,
  viewer: Viewer,
  reason: string,
  at: Moment,
): Promise<Answer<string, ReportRefusal | Missing>> {
  return withLocked(db, id, async (tx, post, subject) => {
    const earlier = await findReportBy(tx, id, viewer.person)
    if (earlier && !earlier.isAnswered) return yes(id)
    const moderators = await listModerators(tx, post.person.id)
    const answer = report(post, viewer, earlier, moderators.length)
    if (!answer.yes) return answer
    const isFirst = (await listOpenReports(tx, [id])).length === 0
    await addReport(tx, { id: newId(at.now), post: id, person: viewer.person, reason, said: post.said }, at.now)
    await record(tx, { at: at.now, who: viewer.person, did: 'post reported', about: id })
    if (!isFirst) return yes(id)
    const by = addDays(at.today, LOOK_DAYS)
    await planReminder(tx, id, by, at)
    for (const moderator of moderators)
      await tell(tx, moderator, 'post reported', { post: id, title: subject.title, by, today: at.today }, at.now)
    return yes(id)
  })
}

/** One answer to all that was reported about a post: its writer is told when it goes, and whoever reported it either way. */
export async function judgePost(
  db: Db,
  id: string,
  viewer: Viewer,
  verdict: Verdict,
  reason: string,
  at: Moment,
): Promise<Answer<string, JudgeRefusal | Missing>> {
  return withLocked(db, id, async (tx, post, subject) => {
    const open = await listOpenReports(tx, [id])
    const answer = judge(post, viewer, open.length)
    if (!answer.yes) return answer
    await saveAnswered(tx, id, verdict, viewer.person, at.now)
    await forget(tx, REMINDER, id)
    await record(tx, { at: at.now, who: viewer.person, did: `reported post ${verdict}`, about: id, numbers: { reports: open.length } })
    const facts = { title: subject.title, path: subject.path, on: dayIn(at.zone, post.saidAt), reason, today: at.today }
    if (verdict === 'removed') {
      const said = post.said || (open.at(-1)?.said ?? '')
      await saveRemoved(tx, id, 'moderator', at.now)
      await tell(tx, post.person.id, 'post removed', { ...facts, said }, at.now)
    }
    for (const { by } of open) await tell(tx, by.id, 'report answered', { ...facts, verdict }, at.now)
    return yes(id)
  })
}

/** The clock's part: what nobody has looked at is not forgotten. */
export async function remindOfReports(tx: Tx, id: string, at: Moment): Promise<void> {
  const post = await findPostForUpdate(tx, id)
  const subject = post && (await findSubject(tx, post.about))
  const reports = await listOpenReports(tx, [id])
  const since = reports[0]?.at
  if (!post || !subject || !since) return
  for (const moderator of await listModerators(tx, post.person.id))
    await tell(
      tx,
      moderator,
      'reports wait',
      { post: id, title: subject.title, since: dayIn(at.zone, since), today: at.today, again: LOOK_DAYS },
      at.now,
    )
  await planReminder(tx, id, addDays(at.today, LOOK_DAYS - 1), at)
}

/** On the morning after a day. */
const planReminder = (tx: Tx, id: string, after: Day, at: Moment): Promise<void> =>
  planAfter(tx, { kind: REMINDER, about: id }, after, at.zone)

function withLocked<W extends string>(
  db: Db,
  id: string,
  work: (tx: Tx, post: Post, subject: Subject) => Promise<Answer<string, W>>,
): Promise<Answer<string, W | Missing>> {
  return together(db, async (tx) => {
    const post = await findPostForUpdate(tx, id)
    const subject = post && (await findSubject(tx, post.about))
    return post && subject ? work(tx, post, subject) : no('not found')
  })
}
