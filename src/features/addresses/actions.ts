/** What people do with their own addresses. Every change is said at each of their doors. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { makeSecrets, takeProof, voidLettersTo } from '../accounts/proof-actions.ts'
import type { AskRefusal, UseRefusal } from '../accounts/sign-in.ts'
import { tellAddress, tellEverywhere } from '../letters/actions.ts'
import { closeClaimOf } from '../members/actions.ts'
import { recogniseAddress } from '../organisations/actions.ts'
import { findPersonWithAddress, joinOrganisation, leaveOrganisation, lockPerson } from '../people/actions.ts'
import {
  type AddRefusal,
  type LeaveRefusal,
  leave,
  type MoveRefusal,
  mayAdd,
  mayRemove,
  move,
  type RemoveRefusal,
} from '../people/address.ts'
import { chooseForLetters, dropAddress, giveAddress, listAddresses, listAddressesWithOrganisations } from '../people/address-actions.ts'

/**
 * Writes a letter with a code to the address. If somebody else has it, their letter says so instead; here both look the same,
 * so that nobody learns who is a member.
 */
export async function askToAdd(
  db: Db,
  viewer: Viewer,
  asking: { email: string; source: string },
  at: Moment,
): Promise<Answer<true, AskRefusal | AddRefusal>> {
  return together(db, async (tx) => {
    const may = mayAdd(await listAddresses(tx, viewer.person, at.zone), asking.email)
    if (!may.yes) return may
    const secrets = await makeSecrets(tx, { ...asking, returnTo: '/addresses', addsTo: viewer.person }, at.now)
    if (!secrets.yes) return secrets
    const owner = await findPersonWithAddress(tx, asking.email)
    if (owner) await tellAddress(tx, asking.email, 'address taken', {}, at.now)
    else await tellAddress(tx, asking.email, 'prove address', { code: secrets.value.code }, at.now)
    return yes(true)
  })
}

export type ProveRefusal = UseRefusal | AddRefusal | 'taken' | 'not found'

/** The code of the letter adds its address. Whoever belongs to no organisation yet, and adds an address that tells one, is in. */
export async function proveAddress(
  db: Db,
  viewer: Viewer,
  { email, code }: { email: string; code: string },
  at: Moment,
): Promise<Answer<true, ProveRefusal>> {
  return together(db, async (tx) => {
    const proof = await takeProof(tx, viewer.person, email, code, at.now)
    if (!proof.yes) return proof
    const may = mayAdd(await listAddresses(tx, viewer.person, at.zone), email)
    if (!may.yes) return may
    const given = await giveAddress(tx, viewer.person, email, at.now)
    if (!given.yes) return given
    await tellEverywhere(tx, viewer.person, 'address added', { email }, at.now)
    const told = given.value.organisation ? undefined : await recogniseAddress(tx, email)
    if (told?.is === 'one') await join(tx, viewer.person, told.organisation.id, at)
    return yes(true)
  })
}

export async function removeAddress(db: Db, viewer: Viewer, id: string, at: Moment): Promise<Answer<true, RemoveRefusal>> {
  return together(db, async (tx) => {
    await lockPerson(tx, viewer.person)
    const answer = mayRemove(await listAddresses(tx, viewer.person, at.zone), id)
    if (!answer.yes) return answer
    const { email } = answer.value
    // While it is still theirs, so that the one that goes hears of it too.
    await tellEverywhere(tx, viewer.person, 'address removed', { email }, at.now)
    await giveBack(tx, viewer.person, answer.value, at)
    return yes(true)
  })
}

export async function sendLettersTo(db: Db, viewer: Viewer, id: string, at: Moment): Promise<Answer<true, 'not yours'>> {
  return together(db, async (tx) => {
    await lockPerson(tx, viewer.person)
    const address = (await listAddresses(tx, viewer.person, at.zone)).find((each) => each.id === id)
    if (!address) return no('not yours')
    if (!address.takesLetters) await chooseForLetters(tx, viewer.person, id, at.now)
    return yes(true)
  })
}

/** "I now work for them", said by an address of theirs. */
export async function workFor(
  db: Db,
  viewer: Viewer,
  address: string,
  organisation: string,
  at: Moment,
): Promise<Answer<true, MoveRefusal>> {
  return together(db, async (tx) => {
    const person = await lockPerson(tx, viewer.person)
    const known = (await listAddressesWithOrganisations(tx, viewer.person, at.zone)).find(({ id }) => id === address)
    const answer = move(person?.organisation?.id, known?.tells, organisation)
    if (!answer.yes) return answer
    await join(tx, viewer.person, answer.value.id, at)
    return yes(true)
  })
}

/** "I no longer work there": the addresses of that organisation go, the account stays. */
export async function leaveEmployer(db: Db, viewer: Viewer, at: Moment): Promise<Answer<true, LeaveRefusal>> {
  return together(db, async (tx) => {
    const person = await lockPerson(tx, viewer.person)
    const addresses = await listAddressesWithOrganisations(tx, viewer.person, at.zone)
    const answer = leave(person?.organisation?.id, addresses)
    if (!answer.yes) return answer
    if (!person?.organisation) return no('no organisation')
    const emails = answer.value.map(({ email }) => email)
    await tellEverywhere(tx, viewer.person, 'employer left', { organisation: person.organisation.name, emails }, at.now)
    for (const address of answer.value) await giveBack(tx, viewer.person, address, at)
    await leaveOrganisation(tx, viewer.person, person.organisation.id, at.now)
    return yes(true)
  })
}

async function join(tx: Tx, person: string, organisation: string, at: Moment): Promise<void> {
  await joinOrganisation(tx, person, { id: organisation }, at.now)
  await closeClaimOf(tx, person, at.now)
}

async function giveBack(tx: Tx, person: string, { id, email }: { id: string; email: string }, at: Moment): Promise<void> {
  await dropAddress(tx, person, id, at.now)
  await voidLettersTo(tx, email, at.now)
}
