/** Finds who and what fits somebody: the memory proposes, the database says what is still true, the score and the rules say who comes first and why. */
import type { Moment } from '../../basics/day.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { findApartness } from '../boundaries/actions.ts'
import { listListingsOf } from '../listings/actions.ts'
import type { ListingKind } from '../listings/listing.ts'
import { findPerson, findProfile } from '../people/actions.ts'
import { OPENLY, relationOf, showsField } from '../people/profile.ts'
import { listTold } from '../profiles/candidate-actions.ts'
import { hasToldAnything, type Told } from '../profiles/told.ts'
import { capOf } from './exposure.ts'
import { roomOf } from './exposure-actions.ts'
import { whoLooksFor } from './lookout-actions.ts'
import type { Memory, SaidTerms } from './memory.ts'
import type { Recall } from './memory-actions.ts'
import { listMembers, listOpenRoles } from './store.ts'
import {
  type Fitting,
  type Member,
  MOST_SUGGESTED,
  rank,
  rankPeople,
  type Said,
  type Suggestion,
  seesPeople,
  suggestRole,
  termsOf,
  worksElsewhere,
} from './suggestion.ts'

/** More than are shown, because not all that is proposed is still true. */
const PROPOSED = 24
/** Those who fit one way best, among whom some fit both. */
const LOOKED_AT = 80

/** What a page shows somebody. */
export async function fittingFor(db: Db, recall: Recall, visit: Moment & { viewer: Viewer | undefined }): Promise<Fitting> {
  if (!visit.viewer) return { suggestions: [], hasSaid: false, lookout: undefined }
  const { hasSaid, suggestions } = await suggest(db, recall, visit.viewer, MOST_SUGGESTED, visit)
  const lookout = hasSaid && suggestions.length === 0 ? await whoLooksFor(db, visit.viewer.person, visit) : undefined
  return { suggestions, hasSaid, lookout }
}

/** By what somebody has said that they have and need. */
export const suggestFor = async (db: Db, recall: Recall, viewer: Viewer, most: number, at: Moment): Promise<readonly Suggestion[]> =>
  (await suggest(db, recall, viewer, most, at)).suggestions

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

async function suggest(db: Db, recall: Recall, viewer: Viewer, most: number, at: Moment): Promise<Omit<Fitting, 'lookout'>> {
  const memory = await recall()
  const { knowledge } = memory
  const { person, sector } = viewer
  const unheld = isMember(viewer) ? undefined : await listSaid(db, person, at)
  const asked = unheld ? { ...NOTHING_ASKED, haves: termsOf(knowledge, unheld.haves) } : memory.saidBy(person)
  const wantedRoles = memory.rolesFor(asked.haves, PROPOSED).map((role) => ({ person, role, isSupplier: sector === 'supplier' }))
  const roles = (await listOpenRoles(db, wantedRoles, at.today)).get(person) ?? []
  const members = seesPeople(viewer) ? await membersFor(db, memory, viewer, asked, at) : []
  const told = unheld ? [] : await listTold(db, knowledge, [person, ...members.map((each) => each.person.id)], at)
  const me = told.find(({ all }) => all.id === person)
  const said: Said = me?.said ?? unheld ?? NOTHING_SAID
  const briefs = roles.flatMap((role) => suggestRole(knowledge, said.haves, role) ?? [])
  const likes = memory.likesOf(person)
  const people = me ? rankPeople(knowledge, memory.score, me, together(members, told), likes) : []
  const hasSaid = me ? hasToldAnything(me) : said.haves.length + said.needs.length > 0
  return { suggestions: rank(viewer, briefs, people, likes).slice(0, most), hasSaid }
}

const NOTHING_ASKED: SaidTerms = { haves: [], needs: [], topics: [] }
const NOTHING_SAID: Said = { haves: [], needs: [] }

async function membersFor(
  db: Db,
  memory: Memory,
  { person, organisation = '' }: Viewer,
  asked: SaidTerms,
  at: Moment,
): Promise<readonly Member[]> {
  const proposed = memory.peopleFor(asked, { looked: LOOKED_AT, people: PROPOSED }, worksElsewhere(organisation))
  const wanted = proposed.map((candidate) => ({ person, organisation, candidate }))
  return withRoom(db, memory, (await listMembers(db, wanted, at.today)).get(person) ?? [], at)
}

function together(members: readonly Member[], told: readonly Told[]): { member: Member; told: Told }[] {
  const by = new Map(told.map((each) => [each.all.id, each]))
  return members.flatMap((member) => {
    const of = by.get(member.person.id)
    return of ? [{ member, told: of }] : []
  })
}

/** Without those who are on enough lists this week; see `exposure.ts`. */
async function withRoom(db: Db, memory: Memory, members: readonly Member[], at: Moment): Promise<readonly Member[]> {
  const isFine = (cap: number) => members.filter(({ lists, isTold }) => lists < cap || isTold)
  // While nobody is on many lists it need not be asked how many there are.
  if (isFine(capOf(0, 1)).length === members.length) return members
  const { lists, people } = await roomOf(db, memory, at)
  return isFine(capOf(lists, people))
}

/** What is asked of the memory. */
export const saidTermsOf = ({ knowledge }: Memory, { said, all }: Told): SaidTerms => ({
  haves: termsOf(knowledge, said.haves),
  needs: termsOf(knowledge, [...said.needs, ...said.learning]),
  topics: all.interests,
})
