/** Remembers what members say to each other. The only file that writes the table posts. */
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { somebodyOf } from '../people/person.ts'
import type { Post, Remover, Stretch, Subject } from './post.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    posts: {
      id: string
      about: string
      person: string
      form: string
      said: string
      said_at: Date
      edited_at: Date | null
      removed_at: Date | null
      removed_by: Remover | null
    }
  }
}

export const findSubject = async (db: Db, id: string): Promise<Subject | undefined> => (await listSubjects(db, [id]))[0]

/** What has a thread: projects, as long as there is nothing else. */
export async function listSubjects(db: Db, ids: readonly string[]): Promise<Subject[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('projects').select(['id', 'title']).where('id', 'in', ids).execute()
  return rows.map((row) => ({ ...row, path: `/projects/${row.id}` }))
}

export const findPost = async (db: Db, id: string): Promise<Post | undefined> => (await listPostsCalled(db, [id]))[0]

export async function listPostsCalled(db: Db, ids: readonly string[]): Promise<Post[]> {
  if (ids.length === 0) return []
  return (await posts(db).where('po.id', 'in', ids).execute()).map(toPost)
}

export async function findPostForUpdate(tx: Tx, id: string): Promise<Post | undefined> {
  await tx.selectFrom('posts').select('id').where('id', '=', id).forUpdate().execute()
  return findPost(tx, id)
}

/** The newest, or those up to a post. */
export async function listPosts(db: Db, about: string, page: { until?: string | undefined; most: number }): Promise<Stretch> {
  const rows = await posts(db)
    .where('po.about', '=', about)
    .$if(page.until !== undefined, (query) => query.where('po.id', '<=', page.until ?? ''))
    .orderBy('po.id', 'desc')
    .limit(page.most + 1)
    .execute()
  const earlier = rows[page.most]?.id
  const hasLater = page.until !== undefined && (await isFollowed(db, about, page.until))
  return { posts: rows.slice(0, page.most).reverse().map(toPost), ...(earlier ? { earlier } : {}), hasLater }
}

const isFollowed = async (db: Db, about: string, post: string): Promise<boolean> =>
  (await db.selectFrom('posts').select('id').where('about', '=', about).where('id', '>', post).limit(1).executeTakeFirst()) !== undefined

export async function countPosts(db: Db, about: string): Promise<number> {
  const row = await db
    .selectFrom('posts')
    .select(sql<number>`count(*)`.as('posts'))
    .where('about', '=', about)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.posts
}

/** What became of a form that was sent before. */
export async function findSent(tx: Tx, person: string, form: string): Promise<{ id: string; said: string } | undefined> {
  return tx.selectFrom('posts').select(['id', 'said']).where('person', '=', person).where('form', '=', form).executeTakeFirst()
}

type NewPost = { id: string; about: string; person: string; form: string; said: string }

/** Whether it was kept: of two presses at once, the second finds the first one's post. */
export async function addPost(tx: Tx, post: NewPost, now: Date): Promise<boolean> {
  const added = await tx
    .insertInto('posts')
    .values({ ...post, said_at: now, edited_at: null, removed_at: null, removed_by: null })
    .onConflict((conflict) => conflict.columns(['person', 'form']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function saveSaid(tx: Tx, id: string, said: string, now: Date): Promise<void> {
  await tx.updateTable('posts').set({ said, edited_at: now }).where('id', '=', id).execute()
}

/** Its place stays, its words go. */
export async function saveRemoved(tx: Tx, id: string, by: Remover, now: Date): Promise<void> {
  await tx.updateTable('posts').set({ said: '', removed_at: now, removed_by: by }).where('id', '=', id).execute()
}

const posts = (db: Db) =>
  db
    .selectFrom('posts as po')
    .innerJoin('people as w', 'w.id', 'po.person')
    .leftJoin('organisations as g', 'g.id', 'w.organisation')
    .select(['po.id', 'po.about', 'po.person', 'po.said', 'po.said_at', 'po.edited_at', 'po.removed_at', 'po.removed_by'])
    .select(['w.name', 'w.job', 'g.name as organisation_name', 'g.sector'])

type Row = Awaited<ReturnType<ReturnType<typeof posts>['executeTakeFirstOrThrow']>>

const toPost = (row: Row): Post => ({
  id: row.id,
  about: row.about,
  person: somebodyOf({ ...row, id: row.person }),
  said: row.said,
  saidAt: row.said_at,
  ...(row.edited_at ? { editedAt: row.edited_at } : {}),
  ...(row.removed_at && row.removed_by ? { removed: { by: row.removed_by, at: row.removed_at } } : {}),
})
