/** The doors to threads: only members come in. */
import { isId, newId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { editPost, removePost, writePost } from './actions.ts'
import { placeOf, removalPage, revisionPage, type TypedPost, threadPage } from './pages.ts'
import { A_PAGE, change, MOST_SAID, type Post, type Stretch, type Subject, write } from './post.ts'
import { findPost, findSubject, listPosts } from './store.ts'
import { CHANGE_REFUSALS, CONVERSATION, SAID_FAULTS, WRITE_REFUSALS } from './words.ts'

export function threadRoutes(db: Db): Route[] {
  function member(visit: Visit): Viewer {
    const viewer = somebody(visit)
    const may = write(viewer)
    if (!may.yes) throw new Forbidden(WRITE_REFUSALS[may.why])
    return viewer
  }

  async function about(visit: Visit): Promise<Subject> {
    const subject = isId(visit.param('id')) ? await findSubject(db, visit.param('id')) : undefined
    if (!subject) throw new Missing()
    return subject
  }

  async function known(visit: Visit): Promise<Post> {
    const post = isId(visit.param('id')) ? await findPost(db, visit.param('id')) : undefined
    if (!post) throw new Missing()
    return post
  }

  async function own(visit: Visit): Promise<Post> {
    const viewer = member(visit)
    const post = await known(visit)
    const may = change(post, viewer)
    if (!may.yes) throw new Forbidden(CHANGE_REFUSALS[may.why])
    return post
  }

  /** The page on which a post stands is the newest one, if it stands there. */
  async function stretchOf(visit: Visit, { id }: Subject): Promise<Stretch> {
    const [until, around] = [visit.query('until'), visit.query('around')]
    const stretch = await listPosts(db, id, { until, most: A_PAGE })
    const isThere = around === undefined || stretch.posts.some((each) => each.id === around)
    return isThere ? stretch : listPosts(db, id, { until: around, most: A_PAGE })
  }

  async function show(visit: Visit, subject: Subject, typed?: TypedPost): Promise<Reply> {
    const body = threadPage(visit, subject, await stretchOf(visit, subject), typed)
    const title = `${CONVERSATION}: ${subject.title}`
    return typed ? pageWithMistakes(title, body) : page(title, body)
  }

  return [
    get('/threads/:id', async (visit) => {
      member(visit)
      return show(visit, await about(visit))
    }),

    post('/threads/:id/posts', async (visit) => {
      const viewer = member(visit)
      const subject = await about(visit)
      const sent = visit.form.text('form')
      const typed = { form: isId(sent) ? sent : newId(visit.now), said: visit.form.text('said') }
      const said = readText(typed.said, { most: MOST_SAID, lines: 'many' })
      if (!said.yes) return show(visit, subject, { ...typed, fault: SAID_FAULTS[said.why] })
      const answer = await writePost(db, subject.id, viewer, { form: typed.form, said: said.value }, visit)
      if (answer.yes) return goTo(`${subject.path}#post-${answer.value}`)
      if (answer.why === 'not found') throw new Missing()
      throw new Forbidden(WRITE_REFUSALS[answer.why])
    }),

    get('/posts/:id/revision', async (visit) => {
      const post = await own(visit)
      return page('Edit your post', revisionPage(post, post.said), { narrow: true })
    }),

    // A post that a moderator removes meanwhile takes its writer's new words with it no more than a mistake would.
    post('/posts/:id/revision', async (visit) => {
      const viewer = member(visit)
      const post = await known(visit)
      const typed = visit.form.text('said')
      const said = readText(typed, { most: MOST_SAID, lines: 'many' })
      if (!said.yes) return pageWithMistakes('Edit your post', revisionPage(post, typed, SAID_FAULTS[said.why]), { narrow: true })
      const answer = await editPost(db, post.id, viewer, said.value, visit)
      if (answer.yes) return goTo(placeOf(post))
      if (answer.why === 'not found') throw new Missing()
      if (answer.why !== 'removed') throw new Forbidden(CHANGE_REFUSALS[answer.why])
      return pageWithMistakes('Edit your post', revisionPage(post, typed, CHANGE_REFUSALS[answer.why]), { narrow: true })
    }),

    get('/posts/:id/removal', async (visit) => page('Remove your post?', removalPage(await own(visit)), { narrow: true })),

    post('/posts/:id/removal', async (visit) => {
      const viewer = member(visit)
      const post = await known(visit)
      const answer = await removePost(db, post.id, viewer, visit)
      if (answer.yes) return goTo(placeOf(post))
      if (answer.why === 'not found') throw new Missing()
      throw new Forbidden(CHANGE_REFUSALS[answer.why])
    }),
  ]
}
