/** Remembers what was reported to the moderators. The only file that writes the table reports. */
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { somebodyOf } from '../people/person.ts'
import type { Report, Reported, Verdict } from './report.ts'
import { listPostsCalled, listSubjects } from './store.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    reports: {
      id: string
      post: string
      person: string
      reason: string
      said: string
      reported_at: Date
      answered_at: Date | null
      answered_by: string | null
      answer: Verdict | null
    }
  }
}

/** Moderators, without the one who wrote what is reported. */
export async function listModerators(db: Db, writer: string): Promise<string[]> {
  const rows = await db.selectFrom('people').select('id').where('moderator', '=', true).where('id', '!=', writer).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

export async function findReportBy(db: Db, post: string, person: string): Promise<Report | undefined> {
  const row = await reports(db).where('r.post', '=', post).where('r.person', '=', person).executeTakeFirst()
  return row && toReport(row)
}

/** What waits for an answer about these posts, in the order in which it came. */
export async function listOpenReports(db: Db, posts: readonly string[]): Promise<(Report & { post: string })[]> {
  if (posts.length === 0) return []
  const rows = await reports(db).where('r.post', 'in', posts).where('r.answered_at', 'is', null).orderBy('r.id').execute()
  return rows.map((row) => ({ ...toReport(row), post: row.post }))
}

/** Posts that wait for a moderator who did not write them; what has waited longest comes first. */
export async function listReported(
  db: Db,
  moderator: string,
  page: { post?: string; after?: string | undefined; most: number },
): Promise<Reported[]> {
  const first = sql<string>`min(r.id)`
  const rows = await db
    .selectFrom('reports as r')
    .innerJoin('posts as po', 'po.id', 'r.post')
    .select(['r.post', first.as('first')])
    .where('r.answered_at', 'is', null)
    .where('po.person', '!=', moderator)
    .$if(page.post !== undefined, (query) => query.where('r.post', '=', page.post ?? ''))
    .groupBy('r.post')
    .$if(page.after !== undefined, (query) => query.having(first, '>', page.after ?? ''))
    .orderBy(first)
    .limit(page.most)
    .execute()
  const ids = rows.map(({ post }) => post)
  const posts = await listPostsCalled(db, ids)
  const subjects = await listSubjects(
    db,
    posts.map(({ about }) => about),
  )
  const open = await listOpenReports(db, ids)
  return rows.flatMap((row) => {
    const post = posts.find(({ id }) => id === row.post)
    const subject = subjects.find(({ id }) => id === post?.about)
    return post && subject ? [{ first: row.first, post, subject, reports: open.filter((each) => each.post === post.id) }] : []
  })
}

type NewReport = { id: string; post: string; person: string; reason: string; said: string }

export async function addReport(tx: Tx, report: NewReport, now: Date): Promise<void> {
  await tx
    .insertInto('reports')
    .values({ ...report, reported_at: now, answered_at: null, answered_by: null, answer: null })
    .execute()
}

export async function saveAnswered(tx: Tx, post: string, answer: Verdict, by: string, now: Date): Promise<void> {
  await tx
    .updateTable('reports')
    .set({ answer, answered_at: now, answered_by: by })
    .where('post', '=', post)
    .where('answered_at', 'is', null)
    .execute()
}

const reports = (db: Db) =>
  db
    .selectFrom('reports as r')
    .innerJoin('people as w', 'w.id', 'r.person')
    .leftJoin('organisations as g', 'g.id', 'w.organisation')
    .select(['r.post', 'r.person', 'r.reason', 'r.said', 'r.reported_at', 'r.answered_at'])
    .select(['w.name', 'w.job', 'g.name as organisation_name', 'g.sector'])

type Row = Awaited<ReturnType<ReturnType<typeof reports>['executeTakeFirstOrThrow']>>

const toReport = (row: Row): Report => ({
  by: somebodyOf({ ...row, id: row.person }),
  reason: row.reason,
  said: row.said,
  at: row.reported_at,
  isAnswered: row.answered_at !== null,
})
