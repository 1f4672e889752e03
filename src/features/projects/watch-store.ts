/** Remembers who watches which project. The only file that writes the table watchers. */
import { dayIn } from '../../basics/day.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Watched, Watching } from './watch.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    watchers: { project: string; person: string; since: Date }
  }
}

export async function countWatchers(db: Db, project: string, person: string | undefined): Promise<Watching> {
  const row = await db
    .selectFrom('watchers')
    .select([sql<number>`count(*)`.as('watchers'), sql<boolean>`coalesce(bool_or(person = ${person ?? ''}), false)`.as('isMine')])
    .where('project', '=', project)
    .executeTakeFirstOrThrow()
  return row
}

export async function listWatchers(db: Db, project: string): Promise<string[]> {
  const rows = await db.selectFrom('watchers').select('person').where('project', '=', project).orderBy('person').execute()
  return rows.map(({ person }) => person)
}

/** Those who watch and have nothing promised or offered here: the others have a letter of their own. */
export async function listWatchersWithoutPledge(db: Db, project: string): Promise<string[]> {
  const rows = await db
    .selectFrom('watchers as w')
    .select('w.person')
    .where('w.project', '=', project)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('pledges as pl')
            .select('pl.id')
            .whereRef('pl.project', '=', 'w.project')
            .whereRef('pl.person', '=', 'w.person')
            .where('pl.state', 'in', ['offered', 'waiting']),
        ),
      ),
    )
    .orderBy('w.person')
    .execute()
  return rows.map(({ person }) => person)
}

/** What somebody watches, the latest first, with the day of its last update. */
export async function listWatched(db: Db, person: string, page: { most: number; zone: string }): Promise<Watched[]> {
  const rows = await db
    .selectFrom('watchers as w')
    .innerJoin('projects as p', 'p.id', 'w.project')
    .leftJoin('endings as e', 'e.project', 'p.id')
    .select(['p.id', 'p.title', 'p.state', 'p.open_until', 'e.how'])
    .select(sql<Date | null>`(select max(u.said_at) from updates u where u.project = p.id)`.as('updated_at'))
    .where('w.person', '=', person)
    .orderBy('w.since', 'desc')
    .orderBy('p.id', 'desc')
    .limit(page.most)
    .execute()
  return rows.map(({ open_until, updated_at, how, ...row }) => ({
    ...row,
    openUntil: open_until,
    ...(how ? { how } : {}),
    ...(updated_at ? { updatedOn: dayIn(page.zone, updated_at) } : {}),
  }))
}

/** Whether it is new: a second press changes nothing. */
export async function addWatcher(tx: Tx, project: string, person: string, since: Date): Promise<boolean> {
  const added = await tx
    .insertInto('watchers')
    .values({ project, person, since })
    .onConflict((conflict) => conflict.columns(['project', 'person']).doNothing())
    .returning('project')
    .executeTakeFirst()
  return added !== undefined
}

export async function dropWatcher(tx: Tx, project: string, person: string): Promise<boolean> {
  const gone = await tx.deleteFrom('watchers').where('project', '=', project).where('person', '=', person).executeTakeFirst()
  return gone.numDeletedRows > 0n
}
