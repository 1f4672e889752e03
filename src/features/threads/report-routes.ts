/** The doors to reports: members report, moderators answer. */
import { isId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import { maySee, type Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import type { Post } from './post.ts'
import { MOST_REASON, type Reported, report, type Verdict } from './report.ts'
import { judgePost, reportPost } from './report-actions.ts'
import { judgingPage, noReportPage, reportedPage, reportPage, reportsPage, type VerdictFaults } from './report-pages.ts'
import { findReportBy, listModerators, listReported } from './report-store.ts'
import { findPost } from './store.ts'
import { JUDGE_REFUSALS, REASON_FAULTS, REPORT_REFUSALS, VERDICT_FAULTS, WRITE_REFUSALS } from './words.ts'

const A_PAGE = 20
const REPORT = 'Report this post'
const REPORTED = 'A reported post'

export function reportRoutes(db: Db): Route[] {
  async function known(visit: Visit): Promise<Post> {
    if (!maySee(somebody(visit), { is: 'thread' })) throw new Forbidden(WRITE_REFUSALS['not a member'])
    const post = isId(visit.param('id')) ? await findPost(db, visit.param('id')) : undefined
    if (!post) throw new Missing()
    return post
  }

  function moderator(visit: Visit): Viewer {
    const viewer = somebody(visit)
    if (!viewer.moderator) throw new Forbidden(JUDGE_REFUSALS['not a moderator'])
    return viewer
  }

  return [
    get('/posts/:id/report', async (visit) => {
      const post = await known(visit)
      const viewer = somebody(visit)
      const earlier = await findReportBy(db, post.id, viewer.person)
      if (earlier && !earlier.isAnswered) return page('Reported', reportedPage(visit, post, earlier), { narrow: true })
      const may = report(post, viewer, earlier, (await listModerators(db, post.person.id)).length)
      return page(REPORT, may.yes ? reportPage(visit, post, '') : noReportPage(post, REPORT_REFUSALS[may.why]), { narrow: true })
    }),

    post('/posts/:id/reports', async (visit) => {
      const post = await known(visit)
      const typed = visit.form.text('reason')
      const reason = readText(typed, { most: MOST_REASON, lines: 'many' })
      if (!reason.yes) return pageWithMistakes(REPORT, reportPage(visit, post, typed, REASON_FAULTS[reason.why]), { narrow: true })
      const answer = await reportPost(db, post.id, somebody(visit), reason.value, visit)
      if (answer.yes) return goTo(`/posts/${post.id}/report`)
      if (answer.why === 'not found') throw new Missing()
      return pageWithMistakes(REPORT, reportPage(visit, post, typed, undefined, REPORT_REFUSALS[answer.why]), { narrow: true })
    }),

    get('/reports', async (visit) => {
      const { person } = moderator(visit)
      const found = await listReported(db, person, { after: visit.query('after'), most: A_PAGE + 1 })
      const shown = found.slice(0, A_PAGE)
      return page('Reports', reportsPage(visit, shown, found.length > A_PAGE ? `/reports?after=${shown.at(-1)?.first}` : undefined))
    }),

    get('/reports/:id', async (visit) => {
      const reported = await waiting(visit)
      return reported
        ? page(REPORTED, judgingPage(visit, reported, { verdict: '', reason: '' }), { narrow: true })
        : goTo('/reports?done=answered')
    }),

    post('/reports/:id/answer', async (visit) => {
      const reported = await waiting(visit)
      if (!reported) return goTo('/reports?done=answered')
      const typed = { verdict: visit.form.text('verdict'), reason: visit.form.text('reason') }
      const verdict = verdictOf(typed.verdict)
      const reason = readText(typed.reason, { most: MOST_REASON, lines: 'many', optional: verdict !== 'removed' })
      const faults: VerdictFaults = {
        ...(verdict ? {} : { verdict: VERDICT_FAULTS['no verdict'] }),
        ...(reason.yes ? {} : { reason: VERDICT_FAULTS[reason.why] }),
      }
      if (!verdict || !reason.yes) return pageWithMistakes(REPORTED, judgingPage(visit, reported, typed, faults), { narrow: true })
      const answer = await judgePost(db, reported.post.id, somebody(visit), verdict, reason.value, visit)
      if (answer.yes || answer.why === 'answered before') return goTo('/reports?done=answered')
      if (answer.why === 'not found') throw new Missing()
      throw new Forbidden(JUDGE_REFUSALS[answer.why])
    }),
  ]

  /** Undefined when another moderator has answered meanwhile. */
  async function waiting(visit: Visit): Promise<Reported | undefined> {
    const { person } = moderator(visit)
    const post = isId(visit.param('id')) ? await findPost(db, visit.param('id')) : undefined
    if (!post) throw new Missing()
    if (post.person.id === person) throw new Forbidden(JUDGE_REFUSALS['own words'])
    return (await listReported(db, person, { post: post.id, most: 1 }))[0]
  }
}

const verdictOf = (typed: string): Verdict | undefined => (typed === 'removed' || typed === 'kept' ? typed : undefined)
