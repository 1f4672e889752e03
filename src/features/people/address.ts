/** The addresses of one person: each signs in, and letters go to one of them. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import { type Organisation, organisationsOf, type Recognised } from '../organisations/organisation.ts'

export type Address = {
  id: string
  email: string
  provenOn: Day
  takesLetters: boolean /** Since when letters come back from it. */
  bouncedOn?: Day
}

/** An address from which letters come back, as brokers see it. */
export type Bouncing = {
  id: string
  email: string
  person: { id: string; name: string; job: string }
  since: Day
  /** Another address of theirs works, so they can still sign in. */
  hasOther: boolean
}

export const MOST_ADDRESSES = 5

export type AddRefusal = 'yours already' | 'too many addresses'
export type RemoveRefusal = 'not yours' | 'the last one'
export type VouchAddressRefusal = AddRefusal | 'not a broker' | 'taken'
export type MoveRefusal = 'not yours' | 'not told by this address' | 'works there already'
export type LeaveRefusal = 'no organisation' | 'no other address'

export function mayAdd(addresses: readonly Address[], email: string): Answer<true, AddRefusal> {
  if (addresses.some((address) => address.email === email)) return no('yours already')
  return addresses.length < MOST_ADDRESSES ? yes(true) : no('too many addresses')
}

/** Without an address nobody could sign in. */
export function mayRemove(addresses: readonly Address[], id: string): Answer<Address, RemoveRefusal> {
  const address = addresses.find((each) => each.id === id)
  if (!address) return no('not yours')
  return addresses.length > 1 ? yes(address) : no('the last one')
}

/** An address takes its person only to an organisation that it tells. */
export function move(current: string | undefined, told: Recognised | undefined, to: string): Answer<Organisation, MoveRefusal> {
  if (told === undefined) return no('not yours')
  const organisation = organisationsOf(told).find(({ id }) => id === to)
  if (!organisation) return no('not told by this address')
  return current === to ? no('works there already') : yes(organisation)
}

/** The addresses that somebody gives back who no longer works there; one must be left. */
export function leave(
  organisation: string | undefined,
  addresses: readonly (Address & { tells: Recognised })[],
): Answer<readonly Address[], LeaveRefusal> {
  if (organisation === undefined) return no('no organisation')
  const given = addresses.filter(({ tells }) => organisationsOf(tells).some(({ id }) => id === organisation))
  return given.length < addresses.length ? yes(given) : no('no other address')
}
