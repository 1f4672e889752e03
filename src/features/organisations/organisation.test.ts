/** Which organisation an address speaks for. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { recognise } from './organisation.ts'

const anOwner = (domain: string, name: string) => ({ domain, id: name, name, sector: 'local' as const })
const OWNERS = [
  anOwner('leeds.gov.uk', 'Leeds'),
  anOwner('adur-worthing.gov.uk', 'Adur'),
  anOwner('adur-worthing.gov.uk', 'Worthing'),
  anOwner('schools.leeds.gov.uk', 'Leeds Schools'),
]
const ENDINGS = [
  { ending: 'nhs.uk', sector: 'health' as const },
  { ending: 'gov.uk', sector: undefined },
  { ending: 'police.uk', sector: 'police' as const },
]
const said = (email: string): string => {
  const found = recognise(email, OWNERS, ENDINGS)
  if (found.is === 'one') return found.organisation.name
  return found.is === 'several' ? found.organisations.map(({ name }) => name).join(' or ') : `nobody, ${found.sector ?? 'sector not known'}`
}

const CASES = [
  ['ann@leeds.gov.uk', 'Leeds'],
  ['ann@mail.leeds.gov.uk', 'Leeds'],
  ['ann@schools.leeds.gov.uk', 'Leeds Schools'],
  ['ann@adur-worthing.gov.uk', 'Adur or Worthing'],
  ['ann@notleeds.gov.uk', 'nobody, sector not known'],
  ['ann@trust.nhs.uk', 'nobody, health'],
  ['ann@kent.police.uk', 'nobody, police'],
  ['ann@leeds.gov.uk.example.com', 'nobody, sector not known'],
  ['ann@example.org.uk', 'nobody, sector not known'],
  ['ann@gmail.com', 'nobody, sector not known'],
] as const

describe('an address', () => {
  for (const [email, organisation] of CASES) it(`${email} speaks for ${organisation}`, () => assert.equal(said(email), organisation))
})
