/** The doors to updates. */
import { isId, newId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { lookUpProject } from '../projects/actions.ts'
import type { Project } from '../projects/project.ts'
import { editUpdate, mayWriteUpdates, postUpdate, takeBackUpdate } from './actions.ts'
import { editPage, removalPage, type TypedUpdate, updateForm, updatesPage } from './pages.ts'
import { findUpdate, listUpdates } from './store.ts'
import { MOST_UPDATE, mayEditUpdate, removeUpdate, type Update } from './update.ts'
import { EDIT_REFUSALS, UPDATE_FAULTS, UPDATE_REFUSALS, UPDATES, WRITE_AN_UPDATE } from './words.ts'

const A_PAGE = 20

export function updateRoutes(db: Db): Route[] {
  const known = async (visit: Visit): Promise<Project> => found(await lookUpProject(db, visit.param('id'), visit.zone))

  async function writable(visit: Visit): Promise<Project> {
    const viewer = somebody(visit)
    const project = await known(visit)
    const may = await mayWriteUpdates(db, project, viewer)
    if (!may.yes) throw new Forbidden(UPDATE_REFUSALS[may.why])
    return project
  }

  async function written(visit: Visit): Promise<{ update: Update; project: Project; owner: string }> {
    const update = isId(visit.param('id')) ? await findUpdate(db, visit.param('id')) : undefined
    const project = update && (await lookUpProject(db, update.project, visit.zone))
    if (!update || !project) throw new Missing()
    return { update, project, owner: project.owner.id }
  }

  async function editable(visit: Visit): Promise<Update> {
    const viewer = somebody(visit)
    const { update, project, owner } = await written(visit)
    const { yes: writes } = await mayWriteUpdates(db, project, viewer)
    const may = mayEditUpdate(update, owner, { by: viewer.person, writes }, visit)
    if (!may.yes) throw new Forbidden(EDIT_REFUSALS[may.why])
    return update
  }

  return [
    get('/projects/:id/updates', async (visit) => {
      const project = await known(visit)
      const listed = await listUpdates(db, project.id, { before: visit.query('before'), most: A_PAGE + 1 })
      const shown = listed.slice(0, A_PAGE)
      const writes = visit.viewer !== undefined && (await mayWriteUpdates(db, project, visit.viewer)).yes
      const next = listed.length > A_PAGE ? `/projects/${project.id}/updates?before=${shown.at(-1)?.id}` : undefined
      return page(`${UPDATES}: ${project.title}`, updatesPage(visit, project, shown, { next, writes }))
    }),

    get('/projects/:id/update', async (visit) => page(WRITE_AN_UPDATE, updateForm(visit, await writable(visit)), { narrow: true })),

    post('/projects/:id/updates', async (visit) => {
      const project = await writable(visit)
      const sent = visit.form.text('form')
      const typed: TypedUpdate = { form: isId(sent) ? sent : newId(visit.now), said: visit.form.text('said') }
      const said = readText(typed.said, { most: MOST_UPDATE, lines: 'many' })
      if (!said.yes)
        return pageWithMistakes(WRITE_AN_UPDATE, updateForm(visit, project, { ...typed, fault: UPDATE_FAULTS[said.why] }), { narrow: true })
      const answer = await postUpdate(db, project.id, somebody(visit), { form: typed.form, said: said.value }, visit)
      if (answer.yes) return goTo(`/projects/${project.id}?done=updated#updates`)
      if (answer.why === 'not found') throw new Missing()
      throw new Forbidden(UPDATE_REFUSALS[answer.why])
    }),

    get('/updates/:id/revision', async (visit) => {
      const update = await editable(visit)
      return page('Edit your update', editPage(update, update.said), { narrow: true })
    }),

    // Whoever began to write on the last day loses nothing of it after midnight.
    post('/updates/:id/revision', async (visit) => {
      const viewer = somebody(visit)
      const { update } = await written(visit)
      const typed = visit.form.text('said')
      const said = readText(typed, { most: MOST_UPDATE, lines: 'many' })
      if (!said.yes) return pageWithMistakes('Edit your update', editPage(update, typed, UPDATE_FAULTS[said.why]), { narrow: true })
      const answer = await editUpdate(db, update.id, viewer, said.value, visit)
      if (answer.yes) return goTo(`/projects/${update.project}/updates#update-${update.id}`)
      if (answer.why === 'not found') throw new Missing()
      if (answer.why === 'not yours') throw new Forbidden(EDIT_REFUSALS[answer.why])
      return pageWithMistakes('Edit your update', editPage(update, typed, EDIT_REFUSALS[answer.why]), { narrow: true })
    }),

    get('/updates/:id/removal', async (visit) => {
      const viewer = somebody(visit)
      const { update, owner } = await written(visit)
      const may = removeUpdate(update, owner, viewer.person)
      if (!may.yes) throw new Forbidden(EDIT_REFUSALS[may.why])
      return page('Remove this update?', removalPage(update, visit), { narrow: true })
    }),

    post('/updates/:id/removal', async (visit) => {
      const answer = await takeBackUpdate(db, visit.param('id'), somebody(visit), visit)
      if (answer.yes) return goTo(`/projects/${answer.value.project}#updates`)
      if (answer.why === 'not found') throw new Missing()
      throw new Forbidden(EDIT_REFUSALS[answer.why])
    }),
  ]
}
