/** Why one certain other fits somebody. */
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Db } from '../../storage/db.ts'
import { listSaid } from './actions.ts'
import { listMembers } from './store.ts'
import { type Said, type Suggestion, suggestMember } from './suggestion.ts'

type Somebodys = Pick<Viewer, 'person' | 'organisation'>

/** By what the other shows, and by what the viewer has said; for whoever asks on behalf of both, by what each shows. */
export async function fitOf(
  db: Db,
  knowledge: Knowledge,
  viewer: Somebodys,
  other: Somebodys,
  isForBoth: boolean,
  at: Moment,
): Promise<Suggestion | undefined> {
  const shown = async (of: Somebodys, to: Somebodys) =>
    (await listMembers(db, [{ person: to.person, organisation: to.organisation ?? '', candidate: of.person }], at.today)).get(
      to.person,
    )?.[0]
  const nothing: Said = { haves: [], needs: [] }
  const member = await shown(other, viewer)
  const mine = isForBoth ? ((await shown(viewer, other))?.said ?? nothing) : await listSaid(db, viewer.person, at)
  return member && suggestMember(knowledge, mine, member)
}
