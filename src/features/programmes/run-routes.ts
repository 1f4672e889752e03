/** The doors of whoever runs a programme: inviting, the preview, sending, stopping. */
import { isId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { readEmail } from '../people/person.ts'
import { EMAIL_FAULTS } from '../people/words.ts'
import { inviteToProgramme, stopProgramme } from './actions.ts'
import { partPair } from './matching-actions.ts'
import { countMembers } from './member-store.ts'
import { countFigures } from './nudge-store.ts'
import { listPairs, listPreview } from './pair-store.ts'
import { isRunBy, isSide, mayStop, type Programme, type RunRefusal } from './programme.ts'
import { findKnown, type Running, showProgramme } from './routes.ts'
import { previewPage, type RunPart, runPart, stopPage } from './run-pages.ts'
import { sendProgramme } from './sending-actions.ts'
import { findProgramme } from './store.ts'
import { LINE_FAULTS, RUN_REFUSALS } from './words.ts'

const NARROW = { narrow: true } as const
const [A_PAGE, MOST_LINE] = [50, 500]
const PREVIEW = 'Who meets whom'

export const runningOf =
  (db: Db, more: Partial<Pick<RunPart, 'typed' | 'fault'>> = {}): Running =>
  async (visit, programme, counts) =>
    runPart(visit, programme, { counts, figures: await countFigures(db, programme.id), typed: { side: 'left', email: '' }, ...more })

export function runRoutes(db: Db, knowledge: Knowledge): Route[] {
  async function run(visit: Visit): Promise<Programme> {
    const viewer = somebody(visit)
    const programme = await findKnown(db, visit)
    if (!isRunBy(programme, viewer)) throw new Forbidden(RUN_REFUSALS['not the organiser'])
    return programme
  }

  async function preview(visit: Visit, programme: Programme, refused?: string) {
    const after = visit.query('after') ?? ''
    const found = await listPreview(db, programme.id, somebody(visit), { after: isId(after) ? after : '', most: A_PAGE + 1 })
    const pairs = found.slice(0, A_PAGE)
    const next = found.length > A_PAGE ? `/programmes/${programme.id}/preview?after=${pairs.at(-1)?.id ?? ''}` : undefined
    return previewPage(visit, { programme, pairs, counts: await countMembers(db, programme.id), next, refused })
  }

  async function after(visit: Visit, programme: Programme, why: RunRefusal | 'not found'): Promise<Reply> {
    if (why === 'not found') throw new Missing()
    return pageWithMistakes(PREVIEW, await preview(visit, programme, RUN_REFUSALS[why]))
  }

  return [
    post('/programmes/:id/invitations', async (visit) => {
      const programme = await run(visit)
      const typed = { email: visit.form.text('email'), side: visit.form.text('side') }
      const email = readEmail(typed.email)
      const again = async (fault: string) =>
        pageWithMistakes(programme.title, await showProgramme(db, visit, programme, runningOf(db, { typed, fault })))
      if (!email.yes || !isSide(typed.side)) return again(email.yes ? RUN_REFUSALS.over : EMAIL_FAULTS[email.why])
      const answer = await inviteToProgramme(db, programme.id, somebody(visit), { side: typed.side, email: email.value }, visit)
      if (answer.yes) return goTo(`/programmes/${programme.id}?done=invited`)
      if (answer.why === 'not found') throw new Missing()
      return again(RUN_REFUSALS[answer.why])
    }),

    get('/programmes/:id/preview', async (visit) => {
      const programme = await run(visit)
      if (programme.state === 'open') return goTo(`/programmes/${programme.id}`)
      return page(PREVIEW, await preview(visit, programme))
    }),

    post('/programmes/:id/sending', async (visit) => {
      const programme = await run(visit)
      const answer = await sendProgramme(db, programme.id, somebody(visit), visit)
      return answer.yes ? goTo(`/programmes/${programme.id}?done=sent`) : after(visit, programme, answer.why)
    }),

    post('/pairs/:id/parting', async (visit) => {
      const viewer = somebody(visit)
      const [pair] = isId(visit.param('id')) ? await listPairs(db, [visit.param('id')]) : []
      const programme = pair && (await findProgramme(db, pair.programmeId))
      if (!pair || !programme) throw new Missing()
      if (!isRunBy(programme, viewer)) throw new Forbidden(RUN_REFUSALS['not the organiser'])
      const answer = await partPair(db, knowledge, pair.id, viewer, visit)
      return answer.yes ? goTo(`/programmes/${programme.id}/preview`) : after(visit, programme, answer.why)
    }),

    get('/programmes/:id/ending', async (visit) => {
      const programme = await run(visit)
      if (!mayStop(programme, somebody(visit)).yes) return goTo(`/programmes/${programme.id}`)
      return page(programme.title, stopPage({ programme, typed: '' }), NARROW)
    }),

    post('/programmes/:id/ending', async (visit) => {
      const programme = await run(visit)
      const typed = visit.form.text('line')
      const line = readText(typed, { most: MOST_LINE, lines: 'many' })
      const again = (fault: string) => pageWithMistakes(programme.title, stopPage({ programme, typed, fault }), NARROW)
      if (!line.yes) return again(LINE_FAULTS[line.why])
      const answer = await stopProgramme(db, programme.id, somebody(visit), line.value, visit)
      if (answer.yes) return goTo(`/programmes/${programme.id}?done=stopped`)
      if (answer.why === 'not found') throw new Missing()
      return again(RUN_REFUSALS[answer.why])
    }),
  ]
}
