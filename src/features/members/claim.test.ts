/** Who may say that they belong, and who may answer, on plain values. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { COLLEAGUE, NURSE, OWNER, STRANGER } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import { type Claim, claim, mayDecide, maySeeClaim, mayVouch } from './claim.ts'

const HELD = { id: 'stranger', name: 'Stranger', job: 'officer', broker: false, moderator: false }
const BROKER = { ...NURSE, person: 'broker', broker: true, moderator: false }
const aClaim = (more: Partial<Claim> = {}): Claim => ({
  id: 'claim',
  person: { id: STRANGER.person, name: 'Stranger', job: 'officer', domain: 'kindness.example' },
  organisation: { id: 'council', name: 'Harrowmere City Council' },
  canBeVouched: true,
  saidName: 'harrowmere city council',
  askedOn: '2026-11-23',
  state: 'open',
  line: '',
  ...more,
})
const unknownOne = (): Claim => {
  const { organisation: _, ...rest } = aClaim({ saidName: 'Kindness Together', sector: 'charity' })
  return rest
}

describe('saying for whom one works', () => {
  const known = { isKnown: true, toldSector: undefined, askedInADay: 4 }
  const unknown = { isKnown: false, toldSector: undefined, askedInADay: 4 }
  it('takes the name of an organisation that we know, and no more', () =>
    assert.deepEqual(
      claim(HELD, { organisationName: ' Harrowmere  City Council ' }, known),
      yes({ saidName: 'Harrowmere City Council', sector: undefined }),
    ))
  it('asks for the sector of one that we do not know, unless the address tells it', () => {
    assert.deepEqual(claim(HELD, { organisationName: 'Kindness Together' }, unknown), no('sector needed'))
    assert.deepEqual(
      claim(HELD, { organisationName: 'Kindness Together', sector: 'charity' }, unknown),
      yes({ saidName: 'Kindness Together', sector: 'charity' }),
    )
    assert.deepEqual(
      claim(HELD, { organisationName: 'A surgery', sector: 'police' }, { isKnown: false, toldSector: 'health', askedInADay: 0 }),
      yes({ saidName: 'A surgery', sector: 'health' }),
    )
  })
  it('is refused with the reason', () => {
    assert.deepEqual(claim(HELD, { organisationName: '  ' }, unknown), no('empty'))
    assert.deepEqual(claim(HELD, { organisationName: 'x'.repeat(121) }, unknown), no('too long'))
    const member = { ...HELD, organisation: { id: 'council', name: 'Harrowmere City Council', sector: 'local' as const } }
    assert.deepEqual(claim(HELD, { organisationName: 'Tarnbeck' }, { ...known, askedInADay: 5 }), no('asked too often'))
    assert.deepEqual(claim(member, { organisationName: 'Kindness Together' }, known), no('has an organisation'))
  })
})

describe('vouching', () => {
  it('is for colleagues, while nobody has answered', () => {
    for (const viewer of [OWNER, COLLEAGUE]) assert.deepEqual(mayVouch(aClaim(), viewer), yes(true))
    for (const state of ['vouched', 'admitted', 'declined', 'recognised', 'withdrawn'] as const)
      assert.deepEqual(mayVouch(aClaim({ state }), OWNER), no('answered before'))
  })
  it('is not for oneself, for others, or where no organisation is known', () => {
    assert.deepEqual(mayVouch(aClaim(), STRANGER), no('own claim'))
    assert.deepEqual(mayVouch(aClaim(), { ...STRANGER, organisation: 'council' }), no('own claim'))
    assert.deepEqual(mayVouch(aClaim(), NURSE), no('not a colleague'))
    assert.deepEqual(mayVouch(unknownOne(), { ...STRANGER, person: 'another' }), no('not a colleague'))
  })
})

describe('deciding', () => {
  it('is for brokers, on any open claim', () => {
    assert.deepEqual(mayDecide(unknownOne(), BROKER), yes(true))
    assert.deepEqual(mayDecide(aClaim(), OWNER), no('not a broker'))
    assert.deepEqual(mayDecide(aClaim({ state: 'vouched' }), BROKER), no('answered before'))
  })
})

describe('a claim', () => {
  it('is seen by the person, their colleagues to be and brokers, and by nobody else', () => {
    for (const viewer of [STRANGER, OWNER, COLLEAGUE, BROKER]) assert.equal(maySeeClaim(aClaim(), viewer), true)
    assert.equal(maySeeClaim(aClaim(), NURSE), false)
    for (const viewer of [OWNER, { ...STRANGER, person: 'another' }]) assert.equal(maySeeClaim(unknownOne(), viewer), false)
  })
})
