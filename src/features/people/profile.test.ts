/** Who sees somebody's page, and what of it. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { COLLEAGUE, NURSE, OWNER, STRANGER } from '../../../tests/cast.ts'
import type { Person } from './person.ts'
import { maySeePerson, PROFILE_AT_FIRST, PROFILE_FIELDS, type Profile, showsField } from './profile.ts'

const BROKER = { ...STRANGER, person: 'broker', broker: true }
const member: Pick<Person, 'id' | 'organisation'> = { id: NURSE.person, organisation: { id: 'trust', name: 'Trust', sector: 'health' } }
const held: Pick<Person, 'id' | 'organisation'> = { id: STRANGER.person }

it('shows members to members and brokers, and to nobody else', () => {
  const seen = [undefined, { ...STRANGER, person: 'another' }, OWNER, NURSE, BROKER].map((viewer) =>
    maySeePerson(viewer, member, undefined),
  )
  assert.deepEqual(seen, [false, false, true, true, true])
})

it('shows somebody who is held to themselves, to brokers, and to the colleagues whom they claim', () => {
  const seen = (claimed: string | undefined) =>
    [undefined, STRANGER, OWNER, COLLEAGUE, NURSE, BROKER].map((viewer) => maySeePerson(viewer, held, claimed))
  assert.deepEqual(seen('council'), [false, true, true, true, false, true])
  assert.deepEqual(seen(undefined), [false, true, false, false, false, true])
})

it('shows of a member what they ticked, of somebody held nothing, and of oneself everything', () => {
  const profile: Profile = { ...PROFILE_AT_FIRST, shown: ['needs', 'place'] }
  const fields = (viewer: typeof OWNER, of: typeof member) => PROFILE_FIELDS.filter((field) => showsField(viewer, of, profile, field))
  assert.deepEqual(fields(OWNER, member), ['needs', 'place'])
  assert.deepEqual(fields(BROKER, held), [])
  assert.deepEqual(fields(STRANGER, held), [...PROFILE_FIELDS])
})
