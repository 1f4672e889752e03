/** Finds who and what fits somebody: the memory proposes, the database says what is still true, the rule says why. */
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { findApartness } from '../boundaries/actions.ts'
import { listListingsOf } from '../listings/actions.ts'
import type { ListingKind } from '../listings/listing.ts'
import { findPerson, findProfile } from '../people/actions.ts'
import { OPENLY, relationOf, showsField } from '../people/profile.ts'
import { whoLooksFor } from './lookout-actions.ts'
import type { Recall } from './memory-actions.ts'
import { listMembers, listOpenRoles } from './store.ts'
import { chosen, type Fitting, MOST_SUGGESTED, type Said, type Suggestion, seesPeople, termsOf } from './suggestion.ts'
import { listLikes } from './wish-store.ts'

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

/** As much of it as a broker who looks for them may see. */
export async function listShownTo(db: Db, viewer: Viewer, person: string, at: Moment): Promise<Said> {
  const [found, profile] = [await findPerson(db, person), await findProfile(db, person)]
  if (!found || !profile) return { haves: [], needs: [] }
  // Also of somebody whose organisation is not known yet: the broker was asked to look for them.
  const standing = { ...OPENLY, ...(await findApartness(db, viewer.person, person)) }
  const relation = relationOf(viewer, found, false)
  const said = await listSaid(db, person, at)
  const shows = (field: 'haves' | 'needs') => showsField(relation, standing, profile.seenBy[field])
  return { haves: shows('haves') ? said.haves : [], needs: shows('needs') ? said.needs : [] }
}

async function suggest(db: Db, recall: Recall, viewer: Viewer, said: Said, most: number, at: Moment): Promise<Suggestion[]> {
  if (said.haves.length + said.needs.length === 0) return []
  const memory = await recall()
  const { knowledge } = memory
  const [haves, needs] = [termsOf(knowledge, said.haves), termsOf(knowledge, said.needs)]
  const { person, organisation = '', sector } = viewer
  const isSupplier = sector === 'supplier'
  const wantedRoles = memory.rolesFor(haves, PROPOSED).map((role) => ({ person, role, isSupplier }))
  const roles = (await listOpenRoles(db, wantedRoles, at.today)).get(person) ?? []
  const people = seesPeople(viewer) ? [...memory.peopleWith(needs, PROPOSED), ...memory.peopleWhoNeed(haves, PROPOSED)] : []
  const wanted = [...new Set(people)].map((candidate) => ({ person, organisation, candidate }))
  const members = (await listMembers(db, wanted, at.today)).get(person) ?? []
  const liked = (await listLikes(db, [person])).get(person)
  return chosen(knowledge, viewer, said, { roles, members }, liked).slice(0, most)
}
