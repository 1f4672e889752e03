/** Why one certain other fits somebody. */
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { scoreAmong } from '../../matching/pair-score.ts'
import type { Db } from '../../storage/db.ts'
import { listTold } from '../profiles/candidate-actions.ts'
import { listMembers } from './store.ts'
import { type PersonSuggestion, suggestMember } from './suggestion.ts'

type Somebodys = Pick<Viewer, 'person' | 'organisation'>

/** By what the other shows, and by what the viewer has said; for whoever asks on behalf of both, by what each shows. */
export async function fitOf(
  db: Db,
  knowledge: Knowledge,
  viewer: Somebodys,
  other: Somebodys,
  isForBoth: boolean,
  at: Moment,
): Promise<PersonSuggestion | undefined> {
  const { person, organisation = '' } = viewer
  const wanted = [
    { person, organisation, candidate: other.person },
    { person: other.person, organisation: other.organisation ?? '', candidate: person },
  ]
  const members = await listMembers(db, wanted, at.today)
  const member = members.get(person)?.[0]
  if (!member || (isForBoth && !members.has(other.person))) return undefined
  const told = await listTold(db, knowledge, [person, other.person], at)
  const [me, them] = [told.find(({ all }) => all.id === person), told.find(({ all }) => all.id === other.person)]
  const score = scoreAmong(
    knowledge.neighbourhood,
    told.map(({ all }) => all),
  )
  return me && them && suggestMember(knowledge, score, me, member, them, isForBoth)
}
