/** The doors to briefs while they are written: only their writer may open them. */
import { no } from '../../basics/answer.ts'
import { sayTime } from '../../basics/day.ts'
import { isId, newId } from '../../basics/id.ts'
import { maySee } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Db } from '../../storage/db.ts'
import { found, Missing, somebody } from '../../web/faults.ts'
import type { Form } from '../../web/form.ts'
import type { Markup } from '../../web/markup.ts'
import { get, goTo, json, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { findPerson } from '../people/actions.ts'
import { lookUpProject } from '../projects/actions.ts'
import type { Project } from '../projects/project.ts'
import { startWatching } from '../watchers/actions.ts'
import { WATCH_REFUSALS } from '../watchers/words.ts'
import { findSame, findTwin, keepDraft, publish, throwDraftAway } from './actions.ts'
import { type Draft, EMPTY_BRIEF, readBrief, type SaveRefusal, type TypedBrief, tooLongToKeep } from './brief.ts'
import { typedBriefOf, withChangedRows } from './brief-form.ts'
import { type FindLookAlikes, type LookAlike, lookedForBy, MOST_PROPOSED } from './look-alike.ts'
import { joinTheirs, showLookAlikes } from './look-alike-actions.ts'
import { alikePart, joinedNote } from './look-alike-pages.ts'
import { type DraftPage, draftPage, removalPage, sayIn } from './pages.ts'
import { previewProject } from './preview.ts'
import { type PreviewPage, previewPage } from './preview-pages.ts'
import { findDraft } from './store.ts'
import { choiceFor, knownTags } from './tag.ts'
import { tagPart } from './tag-pages.ts'
import { JOIN_REFUSALS, PUBLISH_REFUSALS, SAVE_REFUSALS, saySaved } from './words.ts'

const TITLE = 'Write a brief'
/** Before the id of the project in the value of a button. */
const WATCH = 'watch-'
const JOINED = 'joined'

export function briefRoutes(db: Db, knowledge: Knowledge, findLookAlikes: FindLookAlikes): Route[] {
  async function own(visit: Visit): Promise<Draft> {
    const viewer = somebody(visit)
    const draft = isId(visit.param('id')) ? await findDraft(db, visit.param('id')) : undefined
    if (!draft || !maySee(viewer, { is: 'draft', by: draft.person })) throw new Missing()
    return draft
  }

  function sentBy(form: Form): TypedBrief {
    const typed = typedBriefOf(form)
    return { ...typed, tags: knownTags(knowledge, typed.tags) }
  }

  async function look(visit: Visit, typed: TypedBrief): Promise<readonly LookAlike[]> {
    if (`${typed.title}${typed.problem}`.trim() === '') return []
    const found = await findLookAlikes(lookedForBy(typed, visit.viewer?.organisation), MOST_PROPOSED)
    return showLookAlikes(db, knowledge, { title: typed.title, found, person: somebody(visit).person, zone: visit.zone })
  }

  async function besideOf(visit: Visit, id: string, typed: TypedBrief): Promise<Pick<DraftPage, 'choice' | 'alikes'>> {
    const viewer = somebody(visit)
    return {
      choice: choiceFor(knowledge, typed),
      alikes: { found: await look(visit, typed), twin: await findTwin(db, id, viewer, typed) },
    }
  }

  const show = async (visit: Visit, drawn: Omit<DraftPage, 'choice' | 'alikes'>): Promise<Markup> =>
    draftPage(visit, { ...drawn, ...(await besideOf(visit, drawn.id, drawn.typed)) })

  const withMistakes = async (visit: Visit, drawn: Omit<DraftPage, 'choice' | 'alikes'>): Promise<Reply> =>
    pageWithMistakes(TITLE, await show(visit, drawn))

  /** Nothing was saved, so the page must not lose anything: it comes back as it was sent. */
  async function notKept(visit: Visit, id: string, typed: TypedBrief, why: SaveRefusal): Promise<Reply> {
    if (why === 'not found') throw new Missing()
    const refused = SAVE_REFUSALS[why]
    return visit.isScript ? json({ refused }, 422) : withMistakes(visit, { id, typed, faults: tooLongToKeep(typed), refused })
  }

  async function toScript(visit: Visit, id: string, typed: TypedBrief): Promise<Reply> {
    const { choice, alikes } = await besideOf(visit, id, typed)
    const say = sayIn([])
    const beside = {
      alike: String(await alikePart(visit, id, alikes, typed.noneFits, say)),
      ...(choice ? { about: String(await tagPart(choice, say, false)) } : {}),
    }
    return json({ path: `/drafts/${id}`, saved: saySaved(sayTime(visit.zone, visit.now), alikes.found.length), beside })
  }

  async function preview(visit: Visit, { id, typed }: Draft, more: Pick<PreviewPage, 'refused' | 'same'> = {}): Promise<Markup> {
    const viewer = somebody(visit)
    const person = await findPerson(db, viewer.person)
    if (!person) throw new Missing()
    const { brief } = readBrief(typed, visit.today)
    const same = more.same ?? (await findSame(db, viewer, brief))
    const found = (await look(visit, typed)).filter(({ project }) => project.id !== same?.id)
    return previewPage(visit, { project: previewProject(id, brief, person), tags: knowledge.tagsCalled(brief.tags), found, same, ...more })
  }

  async function watch(visit: Visit, draft: Pick<Draft, 'id' | 'typed' | 'savedAt'>, project: string): Promise<Reply> {
    const answer = await startWatching(db, found(await lookUpProject(db, project, visit.zone)), somebody(visit), visit)
    if (answer.yes) return goTo(`/drafts/${draft.id}#alike`)
    return withMistakes(visit, { ...draft, faults: [], refused: WATCH_REFUSALS[answer.why] })
  }

  return [
    // Nothing is kept until something is typed: the page only chooses the address under which its draft will be kept.
    get('/projects/new', async (visit) => {
      somebody(visit)
      return page(TITLE, await show(visit, { id: newId(visit.now), typed: EMPTY_BRIEF, faults: [] }))
    }),

    get('/drafts/:id', async (visit) => page(TITLE, await show(visit, { ...(await own(visit)), faults: [] }))),

    post('/drafts/:id', async (visit) => {
      const viewer = somebody(visit)
      const id = visit.param('id')
      const then = visit.form.text('then')
      const sent = sentBy(visit.form)
      const typed = withChangedRows(sent, then)
      const answer = isId(id) ? await keepDraft(db, id, viewer, typed, visit) : no('not found')
      if (!answer.yes) return notKept(visit, id, sent, answer.why)
      if (visit.isScript) return toScript(visit, id, typed)
      if (then === 'later') return goTo('/mine')
      if (then.startsWith(WATCH)) return watch(visit, { id, typed, savedAt: visit.now }, then.slice(WATCH.length))
      if (then !== 'preview') return goTo(`/drafts/${id}${anchorOf(typed, then)}`)
      const { faults } = readBrief(typed, visit.today)
      return faults.length > 0 ? withMistakes(visit, { id, typed, faults, savedAt: visit.now }) : goTo(`/drafts/${id}/preview`)
    }),

    get('/drafts/:id/preview', async (visit) => {
      const draft = await own(visit)
      const { brief, faults } = readBrief(draft.typed, visit.today)
      return faults.length > 0 ? withMistakes(visit, { ...draft, faults }) : page(brief.title, await preview(visit, draft))
    }),

    post('/drafts/:id/publication', async (visit) => {
      const viewer = somebody(visit)
      const { form } = visit
      const id = visit.param('id')
      const before = isId(id) ? await findDraft(db, id) : undefined
      const noneFits = form.has('none-fits') ? form.text('none-fits') : (before?.typed.noneFits ?? '')
      const hasLookAlikes = before?.person === viewer.person && (await look(visit, before.typed)).length > 0
      const answer = await publish(db, id, viewer, visit, { noneFits, hasLookAlikes, isNotTheSame: form.has('not-the-same'), knowledge })
      if (answer.yes) return goTo(`/projects/${id}?done=published`)
      if (answer.why === 'not found') throw new Missing()
      const draft = await own(visit)
      if (answer.why === 'faults') return withMistakes(visit, { ...draft, faults: answer.faults ?? [] })
      const text = PUBLISH_REFUSALS[answer.why]
      if (answer.why === 'no organisation') return withMistakes(visit, { ...draft, faults: [], refused: text })
      const href = answer.why === 'same' ? '#not-the-same' : '#none-fits'
      return pageWithMistakes(draft.typed.title, await preview(visit, draft, { refused: { text, href }, same: answer.same }))
    }),

    // From the form it brings all that is typed; from the preview only the project.
    post('/drafts/:id/joining', async (visit) => {
      const viewer = somebody(visit)
      const { form } = visit
      const id = visit.param('id')
      const project = form.text('project')
      if (form.has('title')) {
        const sent = sentBy(form)
        const kept = isId(id) ? await keepDraft(db, id, viewer, sent, visit) : no('not found')
        if (!kept.yes) return notKept(visit, id, sent, kept.why)
      }
      const draft = await own(visit)
      const answer = isId(project) ? await joinTheirs(db, id, project, viewer, visit) : no('not found')
      if (answer.yes) return goTo(`/projects/${project}#joined`, [{ name: JOINED, value: `${project}.${id}`, maxAge: 60 }])
      if (answer.why === 'not found') throw new Missing()
      if (answer.why === 'faults') return withMistakes(visit, { ...draft, faults: answer.faults ?? [] })
      return withMistakes(visit, { ...draft, faults: [], refused: JOIN_REFUSALS[answer.why] })
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

/** On the page of a project that somebody has just joined: only their own browser knows, so no address can say it falsely. */
export function joinedBeside(visit: Visit, project: Pick<Project, 'id'>): Markup | '' {
  const [of, draft = ''] = (visit.cookie(JOINED) ?? '').split('.')
  return visit.viewer && of === project.id && isId(draft) ? joinedNote(draft) : ''
}

/** The page comes back where its writer goes on. */
function anchorOf({ haves, roles, others }: TypedBrief, then: string): string {
  if (then === 'suggest') return '#about'
  if (then.endsWith('have')) return `#have-${haves.length}-what`
  if (then.endsWith('role')) return `#role-${roles.length}-skill`
  return then.endsWith('other') ? `#other-${others.length}-what` : ''
}
