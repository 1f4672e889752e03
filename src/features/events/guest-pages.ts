/** Who somebody is who has no account: what a form asks them, and what their browser keeps. */
import { readText } from '../../basics/text.ts'
import { isMember } from '../../basics/viewer.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Cookie, Visit } from '../../web/visit.ts'
import { MOST_NAME } from '../people/person.ts'
import { COOKIE_DAYS, cookieFor, MOST_TEAM } from './attendee.ts'
import type { SaidFaults } from './form-words.ts'
import { NAME_FAULTS, NOT_KNOWN, TEAM_FAULTS, WITHOUT_ACCOUNT } from './words.ts'

export type TypedGuest = { name: string; team: string; code: string; needs?: string }

/** Whoever is signed in has said who they are; members need no code either. */
export function guestFields({ viewer }: Visit, guest: TypedGuest, faults: SaidFaults): Markup | '' {
  if (isMember(viewer)) return ''
  return viewer ? codeField(guest, faults, NOT_KNOWN) : html`${nameFields(guest, faults)}${codeField(guest, faults, WITHOUT_ACCOUNT)}`
}

const nameFields = (guest: TypedGuest, faults: SaidFaults): Markup => html`
${textField({ name: 'name', label: 'Your name', autocomplete: 'name', value: guest.name, error: faults['name'] })}
${textField({ name: 'team', label: 'Where you work (optional)', hint: 'So that you are never asked to score your own team.', autocomplete: 'organization', value: guest.team, error: faults['team'] })}`

const codeField = (guest: TypedGuest, faults: SaidFaults, hint: string): Markup =>
  textField({
    name: 'code',
    label: 'The code of the event',
    hint,
    width: 10,
    autocapitalize: 'characters',
    spellcheck: false,
    value: guest.code,
    error: faults['code'],
  })

export const guestIn = ({ form, query }: Visit): TypedGuest => ({
  name: form.text('name'),
  team: form.text('team'),
  code: form.text('code') || (query('code') ?? ''),
})

export type ReadGuest = { yes: true; value: { name: string; team: string; code: string } } | { yes: false; faults: SaidFaults }

export function readGuest({ code, ...typed }: TypedGuest): ReadGuest {
  const [name, team] = [readText(typed.name, { most: MOST_NAME }), readText(typed.team, { most: MOST_TEAM, optional: true })]
  if (name.yes && team.yes) return { yes: true, value: { name: name.value, team: team.value, code } }
  return {
    yes: false,
    faults: { ...(name.yes ? {} : { name: NAME_FAULTS[name.why] }), ...(team.yes ? {} : { team: TEAM_FAULTS[team.why] }) },
  }
}

/** Its path is that of all pages: a name that begins with __Host- allows no other. */
export const comerCookie = (event: string, token: string): Cookie => ({
  name: cookieFor(event),
  value: token,
  maxAge: token === '' ? 0 : COOKIE_DAYS * 24 * 3600,
})
