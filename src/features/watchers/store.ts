/** Remembers who watches which project. The only file that writes the table watchers. */
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Watching } from './watcher.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    watchers: { project: string; person: string; since: Date }
  }
}

/** In one query, as every visit of a project's page asks. */
export async function countWatchers(
  db: Db,
  { id, organisation }: { id: string; organisation: string },
  person: string | undefined,
): Promise<Watching> {
  const { rows } = await sql<Watching>`
    select count(*) as watchers, coalesce(bool_or(person = ${person ?? ''}), false) as "isMine",
      exists (select from speakers where organisation = ${organisation} and person = ${person ?? ''}) as speaks
      from watchers where project = ${id}`.execute(db)
  return rows[0] ?? { watchers: 0, isMine: false, speaks: false }
}

/** Who watches, and who gives something other than time: neither fills a place, and both want to hear. */
export async function listFollowers(db: Db, project: string): Promise<string[]> {
  const rows = await db
    .selectFrom('watchers')
    .select('person')
    .where('project', '=', project)
    .union(db.selectFrom('gifts').select('person').where('project', '=', project).where('state', 'in', ['accepted', 'given']))
    .orderBy('person')
    .execute()
  return rows.map(({ person }) => person)
}

/** Those who watch and have promised or offered nothing here: the others have a letter of their own when it ends. */
export async function listWatchersWithoutOffer(db: Db, project: string): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select w.person from watchers w where w.project = ${project}
      and not exists (select from pledges pl where pl.project = w.project and pl.person = w.person and pl.state in ('offered', 'waiting'))
      and not exists (select from gifts gi where gi.project = w.project and gi.person = w.person and gi.state in ('offered', 'accepted'))
      order by w.person`.execute(db)
  return rows.map(({ person }) => person)
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
