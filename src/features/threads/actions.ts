/** What members do in a thread: write, edit and remove their own. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { maySee, type Viewer } from '../../basics/viewer.ts'
import { type Db, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { A_PAGE, type ChangeRefusal, change, hasRemoved, type Thread, type WriteRefusal, write } from './post.ts'
import { addPost, countPosts, findPostForUpdate, findSent, findSubject, listPosts, saveRemoved, saveSaid } from './store.ts'

type Missing = 'not found'

/** For later features that show a thread: its newest posts, or how many there are to whoever may not read them. */
export async function readThread(db: Db, viewer: Viewer | undefined, about: string): Promise<Thread> {
  if (!maySee(viewer, { is: 'thread' })) return { is: 'closed', posts: await countPosts(db, about) }
  return { is: 'open', ...(await listPosts(db, about, { most: A_PAGE })) }
}

/** `form` is the page's own mark: the same words sent twice from one page are one post, other words are another. */
export async function writePost(
  db: Db,
  about: string,
  viewer: Viewer,
  { form, said }: { form: string; said: string },
  { now }: Moment,
): Promise<Answer<string, WriteRefusal | Missing>> {
  const answer = write(viewer)
  if (!answer.yes) return answer
  return together(db, async (tx) => {
    if (!(await findSubject(tx, about))) return no('not found')
    const id = newId(now)
    const post = { id, about, person: viewer.person, said }
    if (!(await addPost(tx, { ...post, form }, now))) {
      const sent = await findSent(tx, viewer.person, form)
      if (sent?.said === said) return yes(sent.id)
      await addPost(tx, { ...post, form: id }, now)
    }
    await record(tx, { at: now, who: viewer.person, did: 'post written', about: id })
    return yes(id)
  })
}

export async function editPost(
  db: Db,
  id: string,
  viewer: Viewer,
  said: string,
  { now }: Moment,
): Promise<Answer<string, ChangeRefusal | Missing>> {
  return together(db, async (tx) => {
    const post = await findPostForUpdate(tx, id)
    if (!post) return no('not found')
    const answer = change(post, viewer)
    if (!answer.yes) return answer
    if (post.said === said) return yes(id)
    await saveSaid(tx, id, said, now)
    await record(tx, { at: now, who: viewer.person, did: 'post edited', about: id })
    return yes(id)
  })
}

export async function removePost(db: Db, id: string, viewer: Viewer, { now }: Moment): Promise<Answer<string, ChangeRefusal | Missing>> {
  return together(db, async (tx) => {
    const post = await findPostForUpdate(tx, id)
    if (!post) return no('not found')
    if (hasRemoved(post, viewer.person)) return yes(id)
    const answer = change(post, viewer)
    if (!answer.yes) return answer
    await saveRemoved(tx, id, 'own', now)
    await record(tx, { at: now, who: viewer.person, did: 'post removed', about: id })
    return yes(id)
  })
}
