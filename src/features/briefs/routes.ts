/** The doors to briefs while they are written: only their writer may open them. */
import { no } from '../../basics/answer.ts'
import { sayTime } from '../../basics/day.ts'
import { isId, newId } from '../../basics/id.ts'
import { maySee } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Db } from '../../storage/db.ts'
import { Missing, somebody } from '../../web/faults.ts'
import { get, goTo, json, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { findPerson } from '../people/actions.ts'
import { keepDraft, publish, throwDraftAway } from './actions.ts'
import {
  type Draft,
  EMPTY_BRIEF,
  readBrief,
  type SaveRefusal,
  type TypedBrief,
  tooLongToKeep,
  typedBriefOf,
  withChangedRows,
} from './brief.ts'
import { draftPage, previewPage, removalPage } from './pages.ts'
import { previewProject } from './preview.ts'
import { findDraft } from './store.ts'
import { PUBLISH_REFUSALS, SAVE_REFUSALS } from './words.ts'

const TITLE = 'Write a brief'

export function briefRoutes(db: Db, knowledge: Knowledge): Route[] {
  async function own(visit: Visit): Promise<Draft> {
    const viewer = somebody(visit)
    const draft = isId(visit.param('id')) ? await findDraft(db, visit.param('id')) : undefined
    if (!draft || !maySee(viewer, { is: 'draft', by: draft.person })) throw new Missing()
    return draft
  }

  return [
    // Nothing is kept until something is typed: the page only chooses the address under which its draft will be kept.
    get('/projects/new', (visit) => {
      somebody(visit)
      return page(TITLE, draftPage(visit, { id: newId(visit.now), typed: EMPTY_BRIEF, faults: [] }))
    }),

    get('/drafts/:id', async (visit) => {
      const { id, typed, savedAt } = await own(visit)
      return page(TITLE, draftPage(visit, { id, typed, faults: [], savedAt }))
    }),

    post('/drafts/:id', async (visit) => {
      const viewer = somebody(visit)
      const id = visit.param('id')
      const { form } = visit
      const then = form.text('then')
      const sent = typedBriefOf(form)
      const typed = withChangedRows(sent, then)
      const answer = isId(id) ? await keepDraft(db, id, viewer, typed, visit) : no('not found')
      if (!answer.yes) return notKept(visit, id, sent, answer.why)
      if (visit.isScript)
        return json({ path: `/drafts/${id}`, saved: `Draft saved at ${sayTime(visit.zone, visit.now)}. Only you can see it.` })
      if (then === 'later') return goTo('/mine')
      if (then !== 'preview') return goTo(`/drafts/${id}${anchorOf(typed, then)}`)
      const { faults } = readBrief(typed, visit.today)
      if (faults.length > 0) return pageWithMistakes(TITLE, draftPage(visit, { id, typed, faults, savedAt: visit.now }))
      return goTo(`/drafts/${id}/preview`)
    }),

    get('/drafts/:id/preview', async (visit) => {
      const { id, typed, savedAt } = await own(visit)
      const { brief, faults } = readBrief(typed, visit.today)
      if (faults.length > 0) return pageWithMistakes(TITLE, draftPage(visit, { id, typed, faults, savedAt }))
      const person = await findPerson(db, somebody(visit).person)
      if (!person) throw new Missing()
      return page(brief.title, previewPage(visit, id, previewProject(id, brief, person), knowledge.tagsCalled(brief.tags)))
    }),

    post('/drafts/:id/publication', async (visit) => {
      const viewer = somebody(visit)
      const id = visit.param('id')
      const answer = await publish(db, id, viewer, visit)
      if (answer.yes) return goTo(`/projects/${id}?done=published`)
      if (answer.why === 'not found') throw new Missing()
      const { typed, savedAt } = await own(visit)
      const refused = answer.why === 'faults' ? undefined : PUBLISH_REFUSALS[answer.why]
      return pageWithMistakes(TITLE, draftPage(visit, { id, typed, faults: answer.faults ?? [], savedAt, refused }))
    }),

    get('/drafts/:id/removal', async (visit) => {
      const { id, typed } = await own(visit)
      return page('Throw this draft away?', removalPage(id, typed.title), { narrow: true })
    }),

    post('/drafts/:id/removal', async (visit) => {
      if (!(await throwDraftAway(db, visit.param('id'), somebody(visit)))) throw new Missing()
      return goTo('/mine')
    }),
  ]
}

/** Nothing was saved, so the page must not lose anything: it comes back as it was sent. */
function notKept(visit: Visit, id: string, typed: TypedBrief, why: SaveRefusal): Reply {
  if (why === 'not found') throw new Missing()
  const refused = SAVE_REFUSALS[why]
  if (visit.isScript) return json({ refused }, 422)
  return pageWithMistakes(TITLE, draftPage(visit, { id, typed, faults: tooLongToKeep(typed), refused }))
}

const anchorOf = (typed: TypedBrief, then: string): string =>
  then.endsWith('have') ? `#have-${typed.haves.length}-what` : then.endsWith('role') ? `#role-${typed.roles.length}-skill` : ''
