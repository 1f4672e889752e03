/** Reads who has pledged to a project and not been freed. Writes nothing. */
import type { Db } from '../../storage/db.ts'

export async function listPledging(db: Db, project: string): Promise<string[]> {
  const rows = await db
    .selectFrom('pledges')
    .select('person')
    .distinct()
    .where('project', '=', project)
    .where('state', 'in', ['offered', 'waiting', 'accepted', 'active'])
    .orderBy('person')
    .execute()
  return rows.map(({ person }) => person)
}
