/** Every sentence people read about their addresses. */

import type { AskRefusal } from '../accounts/sign-in.ts'
import { ASK_REFUSALS, USE_REFUSALS } from '../accounts/words.ts'
import {
  type AddRefusal,
  type LeaveRefusal,
  MOST_ADDRESSES,
  type MoveRefusal,
  type RemoveRefusal,
  type VouchAddressRefusal,
} from '../people/address.ts'

const NOT_YOURS = 'This is none of your addresses.'

export const ADD_REFUSALS: Record<AddRefusal | AskRefusal, string> = {
  ...ASK_REFUSALS,
  'yours already': 'This is one of your addresses already.',
  'too many addresses': `You have ${MOST_ADDRESSES} addresses. Remove one before you add another.`,
}

export const PROVE_REFUSALS: Record<keyof typeof USE_REFUSALS | AddRefusal | 'taken', string> = {
  ...USE_REFUSALS,
  ...ADD_REFUSALS,
  'too many wrong codes': 'That was a wrong code too many times. Ask for a new letter.',
  taken: 'Somebody has joined with this address meanwhile, so it cannot be added.',
}

export const VOUCH_ADDRESS_REFUSALS: Record<VouchAddressRefusal, string> = {
  'not a broker': 'Only a broker can do this.',
  'yours already': 'This is one of their addresses already.',
  'too many addresses': `They have ${MOST_ADDRESSES} addresses, and cannot have more.`,
  taken: 'Somebody has joined with this address already.',
}

export const REMOVE_REFUSALS: Record<RemoveRefusal, string> = {
  'not yours': NOT_YOURS,
  'the last one': 'This is your only address. Without it you could not sign in. Add another one first.',
}

export const MOVE_REFUSALS: Record<MoveRefusal, string> = {
  'not yours': NOT_YOURS,
  'not told by this address': 'This address does not tell us that you work there.',
  'works there already': 'You belong to this organisation already.',
}

export const LEAVE_REFUSALS: Record<LeaveRefusal, string> = {
  'no organisation': 'You belong to no organisation.',
  'no other address':
    'Your only address is one of this organisation, and it goes when you leave. Add a private address first, so that you can still sign in.',
}

/** What the page says after something was done: the address carries the key. */
export const ADDRESS_DONE: Readonly<Record<string, { title: string; text: string }>> = {
  added: { title: 'Your address is added', text: 'You can sign in with it from now on.' },
  works: { title: 'Thank you', text: 'We write to this address again. What was not sent meanwhile is not sent any more.' },
  removed: { title: 'The address is removed', text: 'It opens nothing any more. We have told every address.' },
  letters: { title: 'Done', text: 'Your letters go there from now on.' },
  moved: { title: 'Done', text: 'You belong to your new organisation. What you pledged before keeps the old one.' },
}

/** The same, to a broker. */
export const BOUNCE_DONE: Readonly<Record<string, { title: string; text: string }>> = {
  works: { title: 'Done', text: 'We write to this address again.' },
  vouched: { title: 'Done', text: 'They can sign in with the new address now. Each of their addresses is told.' },
}

export const COMES_BACK = 'Letters come back from this address. Only codes to sign in are sent there until you say that it works again.'
