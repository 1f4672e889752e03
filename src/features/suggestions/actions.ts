/** Finds who and what fits somebody: the memory proposes, the database says what is still true, the rule says why. */
import type { Moment } from '../../basics/day.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { listListingsOf } from '../listings/actions.ts'
import type { ListingKind } from '../listings/listing.ts'
import { whoLooksFor } from './lookout-actions.ts'
import type { Recall } from './memory-actions.ts'
import { listMembers, listOpenRoles } from './store.ts'
import { type Fitting, MOST_SUGGESTED, rank, type Said, type Suggestion, suggestMember, suggestRole, termsOf } from './suggestion.ts'

/** More than are shown, because not all that is proposed is still true. */
const PROPOSED = 60

/** What a page shows somebody. */
export async function fittingFor(db: Db, recall: Recall, visit: Moment & { viewer: Viewer | undefined }): Promise<Fitting> {
  if (!visit.viewer) return { suggestions: [], hasSaid: false, lookout: undefined }
  const said = await listSaid(db, visit.viewer.person, visit)
  const hasSaid = said.haves.length + said.needs.length > 0
  const suggestions = hasSaid ? await suggest(db, recall, visit.viewer, said, MOST_SUGGESTED, visit) : []
  const lookout = hasSaid && suggestions.length === 0 ? await whoLooksFor(db, visit.viewer.person, visit) : undefined
  return { suggestions, hasSaid, lookout }
}

/** By what somebody has said that they have and need. */
export async function suggestFor(db: Db, recall: Recall, viewer: Viewer, most: number, at: Moment): Promise<Suggestion[]> {
  return suggest(db, recall, viewer, await listSaid(db, viewer.person, at), most, at)
}

/** What somebody has and needs, in their own words. */
export async function listSaid(db: Db, person: string, at: Moment): Promise<Said> {
  const listings = await listListingsOf(db, person, at)
  const said = (is: ListingKind) => listings.flatMap((each) => (each.is === is ? [each.what] : []))
  return { haves: said('have'), needs: said('need') }
}

async function suggest(db: Db, recall: Recall, viewer: Viewer, said: Said, most: number, at: Moment): Promise<Suggestion[]> {
  if (said.haves.length + said.needs.length === 0) return []
  const memory = await recall()
  const { knowledge } = memory
  const [haves, needs] = [termsOf(knowledge, said.haves), termsOf(knowledge, said.needs)]
  const roles = await listOpenRoles(db, memory.rolesFor(haves, PROPOSED), viewer, at.today)
  // Whoever is no member yet sees briefs only, and so do suppliers, who never write to people first.
  const seesPeople = isMember(viewer) && viewer.sector !== 'supplier'
  const people = new Set(seesPeople ? [...memory.peopleWith(needs, PROPOSED), ...memory.peopleWhoNeed(haves, PROPOSED)] : [])
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
