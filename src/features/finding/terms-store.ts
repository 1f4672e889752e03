/** Remembers which skills of the vocabulary a role's words mean. The only file that writes the tables role_terms and roles_read. */
import type { Db, Tx } from '../../storage/db.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    role_terms: { role: string; project: string; term: string }
    roles_read: { role: string; vocabulary: string }
  }
}

/** Roles that have never been read with this vocabulary; of one project or of all. */
export async function listUnread(db: Db, vocabulary: string, most: number, project?: string) {
  let query = db
    .selectFrom('roles as r')
    .leftJoin('roles_read as d', 'd.role', 'r.id')
    .select(['r.id', 'r.project', 'r.skill'])
    .where('d.vocabulary', 'is distinct from', vocabulary)
    .orderBy('r.id')
    .limit(most)
  if (project !== undefined) query = query.where('r.project', '=', project)
  return query.execute()
}

export async function saveTerms(
  tx: Tx,
  read: readonly { id: string; project: string; terms: readonly string[] }[],
  vocabulary: string,
): Promise<void> {
  if (read.length === 0) return
  const roles = read.map(({ id }) => id)
  await tx.deleteFrom('role_terms').where('role', 'in', roles).execute()
  const rows = read.flatMap(({ id, project, terms }) => terms.map((term) => ({ role: id, project, term })))
  if (rows.length > 0) await tx.insertInto('role_terms').values(rows).execute()
  await tx
    .insertInto('roles_read')
    .values(roles.map((role) => ({ role, vocabulary })))
    .onConflict((conflict) => conflict.column('role').doUpdateSet({ vocabulary }))
    .execute()
}
