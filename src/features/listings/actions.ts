/** Saying what one has and needs, and taking it back. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { planOn } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { lockPerson } from '../people/actions.ts'
import { askOn, isOpen, isSame, type Listing, type ListingKind, openUntil, readListings, type Said, type SayFault, say } from './listing.ts'
import { addListings, hasListing, listUnclosed, saveClosed, saveSaidAgain } from './store.ts'

export const ENDS_SOON = 'listings end soon'

type Saying<T> = (tx: Tx, person: string, typed: string, at: Moment) => Promise<Answer<T, SayFault>>

/** Whether it could be said; for a larger change that is made as a whole or not at all. */
export const maySayHaves: Saying<Said> = (tx, person, typed, at) => ask(tx, person, 'have', typed, at)
export const maySayNeeds: Saying<Said> = (tx, person, typed, at) => ask(tx, person, 'need', typed, at)

/** Each thing becomes a listing of its own; what is open already is open longer. Answers how many things were said. */
export const sayHaves: Saying<number> = (tx, person, typed, at) => sayAll(tx, person, 'have', typed, at)
export const sayNeeds: Saying<number> = (tx, person, typed, at) => sayAll(tx, person, 'need', typed, at)

async function ask(tx: Tx, person: string, is: ListingKind, typed: string, at: Moment): Promise<Answer<Said, SayFault>> {
  const whats = readListings(typed)
  return whats.yes ? askEach(tx, person, is, whats.value, at) : whats
}

async function askEach(tx: Tx, person: string, is: ListingKind, whats: readonly string[], at: Moment): Promise<Answer<Said, SayFault>> {
  if (whats.length === 0) return yes({ again: [], fresh: [] })
  await lockPerson(tx, person)
  const known = (await listUnclosed(tx, person, at.zone)).filter((listing) => listing.is === is)
  return say(known, whats, at.today)
}

async function sayAll(tx: Tx, person: string, is: ListingKind, typed: string, at: Moment): Promise<Answer<number, SayFault>> {
  const answer = await ask(tx, person, is, typed, at)
  return answer.yes ? yes(await keep(tx, person, is, answer.value, at)) : answer
}

export type Thing = { is: ListingKind; what: string; session: string }

/** One thing as it stands in the note of a session, with its commas. Answers with its listing. */
export async function sayThing(tx: Tx, person: string, { is, what, session }: Thing, at: Moment): Promise<Answer<string, SayFault>> {
  const answer = await askEach(tx, person, is, [what], at)
  if (!answer.yes) return answer
  await keep(tx, person, is, answer.value, at, session)
  const said = (await listListingsOf(tx, person, at)).find((listing) => listing.is === is && isSame(listing.what, what))
  if (!said) throw new Error('A listing that was just said is gone.')
  return yes(said.id)
}

async function keep(tx: Tx, person: string, is: ListingKind, { again, fresh }: Said, at: Moment, session?: string): Promise<number> {
  const said = again.length + fresh.length
  if (said === 0) return 0
  const until = openUntil(at.today)
  await saveSaidAgain(tx, again, until, at.now)
  await addListings(tx, person, is, fresh, until, at, session)
  await planAsking(tx, person, at)
  await record(tx, {
    at: at.now,
    who: person,
    did: `${is}s said`,
    about: person,
    numbers: { fresh: fresh.length, again: again.length },
    callsFor: ['first look'],
  })
  return said
}

/** The clock asks two weeks before the first thing ends; without anything open it asks nothing. */
export async function planAsking(tx: Tx, person: string, at: Moment, asked: readonly Listing[] = []): Promise<void> {
  const open = (await listListingsOf(tx, person, at)).filter(({ id }) => !asked.some((each) => each.id === id))
  const day = askOn(open, at.today)
  if (day) await planOn(tx, { kind: ENDS_SOON, about: person }, day, at.zone)
}

/** A second press finds it closed already: that is a success too. */
export async function closeListing(db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<string, 'not found'>> {
  return together(db, async (tx) => {
    if (await saveClosed(tx, id, viewer.person, at.now)) {
      await record(tx, { at: at.now, who: viewer.person, did: 'listing closed', about: id })
      return yes(id)
    }
    return (await hasListing(tx, id, viewer.person)) ? yes(id) : no('not found')
  })
}

/** What somebody has and needs today. */
export async function listListingsOf(db: Db, person: string, { today, zone }: Moment): Promise<Listing[]> {
  return (await listUnclosed(db, person, zone)).filter((listing) => isOpen(listing, today))
}

/** What somebody has today, in their own words. */
export const listHavesOf = async (db: Db, person: string, at: Moment): Promise<string[]> =>
  (await listListingsOf(db, person, at)).flatMap(({ is, what }) => (is === 'have' ? [what] : []))
