/** Answering somebody who says that they belong. The person is locked first and the claim read after, so two who answer at once get one winner. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forget } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { dropAsks, settleAsk } from '../asks/actions.ts'
import type { Given } from '../asks/ask.ts'
import { tell } from '../letters/actions.ts'
import { addOrganisations, findOrganisationById, findOrganisationByName } from '../organisations/actions.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { joinOrganisation, lockPerson } from '../people/actions.ts'
import { CLAIM_CLOCKS } from './actions.ts'
import {
  type Admission,
  type AdmissionRefusal,
  type BrokerRefusal,
  type Claim,
  mayDecide,
  mayVouch,
  nameOfClaimed,
  readOrganisationName,
  type VouchRefusal,
} from './claim.ts'
import { addPass, findClaim, saveAnswered } from './store.ts'

type Missing = 'not found'

/** "Yes, they work with us." */
export async function vouch(db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<Claim, VouchRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, claim, isFree) => {
    if (hasAnswered(claim, 'vouched', viewer)) return yes(claim)
    const answer = mayVouch(claim, viewer)
    if (!answer.yes) return answer
    if (!isFree) return no('answered before')
    if (!claim.organisation) return no('not a colleague')
    await letIn(tx, claim, 'vouched', claim.organisation, viewer, at)
    return yes(claim)
  })
}

/** "I do not know them": others may. */
export async function passOn(db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<Claim, VouchRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, claim) => {
    const answer = mayVouch(claim, viewer)
    if (!answer.yes) return answer
    await addPass(tx, id, viewer.person, at.now)
    await settleAsk(tx, 'works with us', id, { answer: 'no', line: '' }, at, viewer.person)
    await record(tx, { at: at.now, who: viewer.person, did: 'claim passed on', about: id })
    return yes(claim)
  })
}

export async function admit(
  db: Db,
  id: string,
  viewer: Viewer,
  admission: Admission,
  at: Moment,
): Promise<Answer<Claim, AdmissionRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, claim, isFree) => {
    if (hasAnswered(claim, 'admitted', viewer)) return yes(claim)
    const answer = mayDecide(claim, viewer)
    if (!answer.yes) return answer
    if (!isFree) return no('has an organisation')
    const organisation = await organisationOf(tx, admission, at.now)
    if (!organisation.yes) return organisation
    await letIn(tx, claim, 'admitted', organisation.value, viewer, at)
    return yes(claim)
  })
}

export async function decline(
  db: Db,
  id: string,
  viewer: Viewer,
  line: string,
  at: Moment,
): Promise<Answer<Claim, BrokerRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, claim) => {
    if (hasAnswered(claim, 'declined', viewer)) return yes(claim)
    const answer = mayDecide(claim, viewer)
    if (!answer.yes) return answer
    await saveAnswered(tx, id, { state: 'declined', by: viewer.person, line }, at.now)
    await answered(tx, id, { answer: 'no', line }, viewer, at)
    await record(tx, { at: at.now, who: viewer.person, did: 'claim declined', about: id })
    const facts = { claim: id, organisation: nameOfClaimed(claim), broker: viewer.name, line }
    await tell(tx, claim.person.id, 'claim declined', facts, at.now)
    return yes(claim)
  })
}

async function letIn(
  tx: Tx,
  claim: Claim,
  state: 'vouched' | 'admitted',
  organisation: Organisation | { id: string; name: string },
  viewer: Viewer,
  at: Moment,
): Promise<void> {
  await saveAnswered(tx, claim.id, { state, by: viewer.person, organisation: organisation.id }, at.now)
  await answered(tx, claim.id, { answer: 'yes', line: '' }, viewer, at)
  // Who answered for whom: the one who did it, and the person it is about.
  await record(tx, { at: at.now, who: viewer.person, did: state === 'vouched' ? 'vouched for' : 'admitted', about: claim.person.id })
  await joinOrganisation(tx, claim.person.id, organisation, at.now)
  const by = { name: viewer.name, is: state === 'vouched' ? ('colleague' as const) : ('broker' as const) }
  await tell(tx, claim.person.id, 'claim granted', { claim: claim.id, organisation: organisation.name, by }, at.now)
}

/** The first answer counts; what the others were asked is over. */
async function answered(tx: Tx, id: string, given: Given, viewer: Viewer, at: Moment): Promise<void> {
  for (const kind of CLAIM_CLOCKS) await forget(tx, kind, id)
  await settleAsk(tx, ['works with us', 'claim waits', 'unknown claim waits'], id, given, at, viewer.person)
  await dropAsks(tx, id, at)
}

async function organisationOf(tx: Tx, admission: Admission, now: Date): Promise<Answer<{ id: string; name: string }, AdmissionRefusal>> {
  if (admission.is === 'known') {
    const known = await findOrganisationById(tx, admission.organisation)
    return known ? yes(known) : no('no such organisation')
  }
  const name = readOrganisationName(admission.name)
  if (!name.yes) return name
  const known = await findOrganisationByName(tx, name.value)
  if (known) return yes(known)
  if (admission.is === 'named') return no('no such organisation')
  if (admission.sector === undefined) return no('no sector')
  await addOrganisations(tx, [{ name: name.value, sector: admission.sector, domains: [] }], now)
  const added = await findOrganisationByName(tx, name.value)
  return added ? yes(added) : no('no such organisation')
}

/** A second click finds the answer of the first. */
const hasAnswered = (claim: Claim, state: Claim['state'], viewer: Viewer): boolean =>
  claim.state === state && claim.answered?.by === viewer.person

function withLocked<T, W extends string>(
  db: Db,
  id: string,
  at: Moment,
  work: (tx: Tx, claim: Claim, isFree: boolean) => Promise<Answer<T, W>>,
): Promise<Answer<T, W | Missing>> {
  return together(db, async (tx) => {
    const seen = await findClaim(tx, id, at.zone)
    const person = seen && (await lockPerson(tx, seen.person.id))
    const claim = person && (await findClaim(tx, id, at.zone))
    return claim ? work(tx, claim, person.organisation === undefined) : no('not found')
  })
}
