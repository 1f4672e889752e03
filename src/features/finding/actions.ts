/** Reading roles: which skills of the chapter's vocabulary their words mean, so that those who have them find the role. */
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Tx } from '../../storage/db.ts'
import { listUnread, saveTerms } from './terms-store.ts'

/** As many as one transaction should hold. */
const AT_ONCE = 500

/** Reads roles that were never read with this vocabulary. False when some are left. */
export async function readRoles(tx: Tx, knowledge: Knowledge, project?: string): Promise<boolean> {
  const unread = await listUnread(tx, knowledge.edition, AT_ONCE, project)
  const read = unread.map(({ id, project, skill }) => ({ id, project, terms: knowledge.termsIn(skill) }))
  await saveTerms(tx, read, knowledge.edition)
  return unread.length < AT_ONCE
}
