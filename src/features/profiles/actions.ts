/** Arriving, and changing what one has said of oneself. */
import type { Moment } from '../../basics/day.ts'
import { type Db, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { maySayHaves, maySayNeeds, sayHaves, sayNeeds } from '../listings/actions.ts'
import { askToBelong } from '../members/actions.ts'
import type { Said } from '../members/claim.ts'
import { changeProfile, introduceWith, lockPerson } from '../people/actions.ts'
import type { About, ArrivalFaults } from './about.ts'
import type { Details } from './details.ts'
import { type Section, withSection } from './details-form.ts'
import { findDetails, saveDetails } from './store.ts'

export { findDetails } from './store.ts'

export type Arrival = {
  about: About
  /** One of those that their domain serves, by its id; or what they say; or nothing, because it is known. */
  organisation: { chosen: string } | { said: Said } | undefined
  haves: string
  needs: string
}

/** All of it or nothing, so that no half of somebody is here. Answers what is wrong; nothing, when it is done. */
export async function arrive(db: Db, person: string, arrival: Arrival, at: Moment): Promise<ArrivalFaults> {
  const { about, organisation, haves, needs } = arrival
  return together(db, async (tx) => {
    await lockPerson(tx, person)
    const [have, need] = [await maySayHaves(tx, person, haves, at), await maySayNeeds(tx, person, needs, at)]
    if (!have.yes || !need.yes) return { ...(have.yes ? {} : { haves: have.why }), ...(need.yes ? {} : { needs: need.why }) }
    if (organisation && 'said' in organisation) {
      const claim = await askToBelong(tx, person, organisation.said, at)
      if (!claim.yes && claim.why !== 'not found') return { organisation: claim.why }
    }
    const { name, job, ...place } = about
    const chosen = organisation && 'chosen' in organisation ? organisation.chosen : undefined
    await introduceWith(tx, person, { name, job, organisation: chosen }, at.now)
    await changeProfile(tx, person, place, at.now)
    await sayHaves(tx, person, haves, at)
    await sayNeeds(tx, person, needs, at)
    return {}
  })
}

export async function changeAbout(db: Db, person: string, about: About, at: Moment): Promise<void> {
  await together(db, async (tx) => {
    await lockPerson(tx, person)
    const { name, job, ...place } = about
    await introduceWith(tx, person, { name, job, organisation: undefined }, at.now)
    await changeProfile(tx, person, place, at.now)
  })
}

/** One section of what somebody tells; the others stay. */
export const changeDetails = (db: Db, person: string, section: Section, read: Partial<Details>, at: Moment): Promise<void> =>
  change(db, person, (before) => withSection(before, section, read), at)

/** Several sections at once. */
export const tellDetails = (db: Db, person: string, told: Partial<Details>, at: Moment): Promise<void> =>
  change(db, person, (before) => ({ ...before, ...told }), at)

async function change(db: Db, person: string, to: (before: Details) => Details, at: Moment): Promise<void> {
  await together(db, async (tx) => {
    await lockPerson(tx, person)
    await saveDetails(tx, person, to(await findDetails(tx, person)))
    await record(tx, { at: at.now, who: person, did: 'profile told', about: person })
  })
}
