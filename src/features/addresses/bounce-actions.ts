/** What is done about an address from which letters come back: it works again, or a broker vouches for another one. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { tellEverywhere } from '../letters/actions.ts'
import { lockPerson } from '../people/actions.ts'
import { mayAdd, type VouchAddressRefusal } from '../people/address.ts'
import { chooseForLetters, findBouncing, giveAddress, listAddresses, noteWorks } from '../people/address-actions.ts'

/** Said by its person or by a broker. Said of an address with which nothing is wrong, it changes nothing. */
export async function sayItWorks(db: Db, viewer: Viewer, id: string, at: Moment): Promise<Answer<true, 'not found'>> {
  return together(db, async (tx) => {
    const own = (await listAddresses(tx, viewer.person, at.zone)).find((each) => each.id === id)
    const address = own ?? (viewer.broker ? await findBouncing(tx, id, at.zone) : undefined)
    if (!address) return no('not found')
    await noteWorks(tx, viewer.person, address.email, at.now)
    return yes(true)
  })
}

/**
 * Somebody whose codes come back cannot sign in to add another address, so a broker who knows them does it. The new one opens the door
 * only by a code that is sent there, every address hears of it, and the journal keeps who vouched.
 */
export async function vouchForAddress(
  db: Db,
  viewer: Viewer,
  id: string,
  email: string,
  at: Moment,
): Promise<Answer<string, VouchAddressRefusal | 'not found'>> {
  return together(db, async (tx) => {
    if (!viewer.broker) return no('not a broker')
    const bouncing = await findBouncing(tx, id, at.zone)
    if (!bouncing) return no('not found')
    const { person } = bouncing
    await lockPerson(tx, person.id)
    const before = await listAddresses(tx, person.id, at.zone)
    const may = mayAdd(before, email)
    if (!may.yes) return may
    const given = await giveAddress(tx, person.id, email, at.now)
    if (!given.yes) return given
    const added = (await listAddresses(tx, person.id, at.zone)).find((address) => address.email === email)
    if (added && before.every(({ id: known, takesLetters }) => known === id || !takesLetters)) {
      await chooseForLetters(tx, person.id, added.id, at.now)
    }
    await record(tx, { at: at.now, who: viewer.person, did: 'address vouched for', about: person.id })
    await tellEverywhere(tx, person.id, 'address vouched for', { email, broker: viewer.name }, at.now)
    return yes(person.id)
  })
}
