/** Finds who and what fits somebody: the memory proposes, the database says what is still true, the rule says why. */
import type { Moment } from '../../basics/day.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { listListingsOf } from '../listings/actions.ts'
import type { ListingKind } from '../listings/listing.ts'
import type { Recall } from './memory-actions.ts'
import { listMembers, listOpenRoles } from './store.ts'
import { rank, type Said, type Suggestion, suggestMember, suggestRole, termsOf } from './suggestion.ts'

/** More than are shown, because not all that is proposed is still true. */
const PROPOSED = 60

/** By what somebody has said that they have and need. */
export async function suggestFor(db: Db, recall: Recall, viewer: Viewer, most: number, at: Moment): Promise<Suggestion[]> {
  const listings = await listListingsOf(db, viewer.person, at)
  const said = (is: ListingKind) => listings.flatMap((each) => (each.is === is ? [each.what] : []))
  return suggest(db, recall, viewer, { haves: said('have'), needs: said('need') }, most, at)
}

async function suggest(db: Db, recall: Recall, viewer: Viewer, said: Said, most: number, at: Moment): Promise<Suggestion[]> {
  if (said.haves.length + said.needs.length === 0) return []
  const memory = await recall()
  const { knowledge } = memory
  const [haves, needs] = [termsOf(knowledge, said.haves), termsOf(knowledge, said.needs)]
  const roles = await listOpenRoles(db, memory.rolesFor(haves, PROPOSED), viewer, at.today)
  // Work is public, people are private: whoever is no member yet sees briefs only.
  const people = new Set(isMember(viewer) ? [...memory.peopleWith(needs, PROPOSED), ...memory.peopleWhoNeed(haves, PROPOSED)] : [])
  const members = await listMembers(db, [...people], viewer, at.today)
  const all = [
    ...roles.map((role) => suggestRole(knowledge, said.haves, role)),
    ...members.map((member) => suggestMember(knowledge, said, member)),
  ]
  return rank(
    viewer,
    all.flatMap((each) => each ?? []),
  ).slice(0, most)
}
