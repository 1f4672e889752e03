/** What people do to belong to an organisation that their address does not tell. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { A_DAY, addDays, type Day, type Moment, momentAt, startOfDay } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Sector } from '../../basics/sector.ts'
import type { Db, Tx } from '../../storage/db.ts'
import { forget, plan, planOn } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { askAgain, askMany, dropAsks } from '../asks/actions.ts'
import { waitsUntil } from '../asks/ask.ts'
import { findChapter } from '../chapters/actions.ts'
import { tell } from '../letters/actions.ts'
import { findOrganisationByName } from '../organisations/actions.ts'
import { listBrokers, lockPerson, recognisePerson } from '../people/actions.ts'
import { type Claim, type ClaimRefusal, claim, nameOfClaimed, readOrganisationName, type Said, type Standing, VOUCH_DAYS } from './claim.ts'
import {
  addClaim,
  countAskedSince,
  countPasses,
  findClaim,
  findOpenClaimId,
  findOpenClaimOf,
  listColleagues,
  saveAnswered,
} from './store.ts'

/** For later features that read. */
export { findOpenClaimOf } from './store.ts'

export const ASK_COLLEAGUES = 'ask colleagues'
export const UNANSWERED = 'claim unanswered'
export const CLAIM_CLOCKS = [ASK_COLLEAGUES, UNANSWERED] as const

/** The sector that a person's address tells by its ending; without one, an organisation that we do not know needs theirs. */
export async function sectorToldOf(db: Db, person: string): Promise<Sector | undefined> {
  return (await recognisePerson(db, person))
    .map((told) => (told.is === 'none' ? told.sector : undefined))
    .find((sector) => sector !== undefined)
}

/** Somebody who is held says for whom they work. Saying the same again changes nothing; saying another takes the first one back. */
export async function askToBelong(tx: Tx, person: string, said: Said, at: Moment): Promise<Answer<Claim, ClaimRefusal | 'not found'>> {
  const who = await lockPerson(tx, person)
  if (!who) return no('not found')
  const known = await findOrganisationByName(tx, said.organisationName)
  const [toldSector, before] = [await sectorToldOf(tx, person), await findOpenClaimOf(tx, person, at.zone)]
  const isSame = before !== undefined && (known ? before.organisation?.id === known.id : saysTheSame(before, said, toldSector))
  if (isSame && !who.organisation) return yes(before)
  const askedInADay = await countAskedSince(tx, person, new Date(at.now.getTime() - A_DAY))
  const answer = claim(who, said, { isKnown: known !== undefined, toldSector, askedInADay })
  if (!answer.yes) return answer
  const { saidName, sector } = answer.value
  if (before) await close(tx, before.id, 'withdrawn', person, at)
  const id = newId(at.now)
  await addClaim(tx, { id, person, organisation: known?.id, saidName, sector }, at.now)
  await record(tx, { at: at.now, who: person, did: 'claim asked', about: id })
  const made = await findClaim(tx, id, at.zone)
  if (!made) return no('not found')
  const { canBeVouched, broker, askedAgainOn } = await standingWith(tx, made, at.today)
  const facts = { claim: id, organisation: nameOfClaimed(made), canBeVouched, broker, askedAgainOn, today: at.today }
  await tell(tx, person, 'claim asked', facts, at.now)
  // Colleagues, or where there are none the brokers, are asked at once: by the clock, when all that is said of the person is kept.
  if (canBeVouched) await plan(tx, { kind: ASK_COLLEAGUES, about: id, at: at.now })
  await plan(tx, { kind: UNANSWERED, about: id, at: canBeVouched ? startOfDay(at.zone, askedAgainOn) : at.now })
  return yes(made)
}

function saysTheSame(before: Claim, said: Said, toldSector: Sector | undefined): boolean {
  const name = readOrganisationName(said.organisationName)
  return name.yes && before.saidName === name.value && before.sector === (toldSector ?? said.sector)
}

/** In a large organisation nobody needs more than some of them. */
const MOST_COLLEAGUES = 20

/** It waits on their pages and stands in their weekly letters; nobody gets a letter for it alone. */
export async function askColleagues(tx: Tx, claim: Claim, at: Moment): Promise<void> {
  const facts = { ...aboutOf(claim), domain: claim.person.domain }
  const colleagues = await listColleagues(tx, claim, MOST_COLLEAGUES)
  const term = waitsUntil(addDays(claim.askedOn, VOUCH_DAYS))
  await askMany(
    tx,
    colleagues.map((person) => ({ kind: 'works with us', about: claim.id, person, facts, term, isTold: true })),
    at,
  )
}

const aboutOf = (claim: Claim) => ({
  claim: claim.id,
  organisation: nameOfClaimed(claim),
  who: claim.person.name || 'Somebody',
  job: claim.person.job,
})

/** Every broker hears of a claim that nobody has answered, now and again for as long as it is open. */
export async function askBrokers(tx: Tx, claim: Claim, at: Moment): Promise<void> {
  const again = addDays(at.today, VOUCH_DAYS)
  const kind = claim.organisation ? 'claim waits' : 'unknown claim waits'
  const facts = { ...aboutOf(claim), passes: await countPasses(tx, claim.id), since: claim.askedOn }
  for (const { id: person } of await listBrokers(tx))
    await askAgain(tx, { kind, about: claim.id, person, facts, term: waitsUntil(again) }, at)
  await planOn(tx, { kind: UNANSWERED, about: claim.id }, again, at.zone)
}

/** Where somebody who is held stands: what they have said, and who answers until when. */
export async function standingOf(db: Db, person: string, at: Moment): Promise<Standing> {
  return standingWith(db, await findOpenClaimOf(db, person, at.zone), at.today)
}

export async function standingWith(db: Db, claim: Claim | undefined, today: Day): Promise<Standing> {
  const canBeVouched = claim?.canBeVouched ?? false
  const broker = (await listBrokers(db)).find(({ id, name }) => id !== claim?.person.id && name !== '')?.name ?? ''
  return { ...(claim ? { claim } : {}), canBeVouched, broker, askedAgainOn: nextAsked(claim?.askedOn ?? today, today) }
}

/** The day on which the brokers are asked next. */
function nextAsked(asked: Day, today: Day): Day {
  let day = addDays(asked, VOUCH_DAYS)
  while (day <= today) day = addDays(day, VOUCH_DAYS)
  return day
}

/** Whoever's address has told their organisation after all waits no longer. */
export async function closeClaimOf(tx: Tx, person: string, now: Date): Promise<void> {
  const open = await findOpenClaimId(tx, person)
  if (open !== undefined) await close(tx, open, 'recognised', person, momentAt((await findChapter(tx))?.zone ?? 'UTC', now))
}

async function close(tx: Tx, id: string, state: 'recognised' | 'withdrawn', person: string, at: Moment): Promise<void> {
  await saveAnswered(tx, id, { state }, at.now)
  for (const kind of CLAIM_CLOCKS) await forget(tx, kind, id)
  await dropAsks(tx, id, at)
  await record(tx, { at: at.now, who: person, did: `claim ${state}`, about: id })
}
