/** The page for whoever was asked by their address: behind a signed link, with one button each, and looking changes nothing. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { aPublishedBrief, runDue } from '../../../tests/town.ts'
import type { Envelope } from '../../mail/envelope.ts'
import { doorTokenOf, readDoorToken } from './door-token.ts'

const ID = '01kaa8mvr00001abcdefghjkmn'
const TERMS = { from: '2026-12-01', until: '2027-03-31', line: 'I know wards.' }

it('a door opens with its own signature only', () => {
  const token = doorTokenOf('key', ID)
  assert.equal(readDoorToken('key', token), ID)
  for (const other of [ID, token.slice(0, -1), `${token}x`, token.replace(ID, ID.replace('n', 'p')), doorTokenOf('other', ID)])
    assert.equal(readDoorToken('key', other), undefined)
})

describe('a manager without an account', () => {
  const place = aPlace()
  /** What the manager finds in their mailbox. */
  async function aLetter(): Promise<Envelope> {
    const project = await aPublishedBrief(place.storage.db, place.town.owner)
    const nurse = await place.house.as(place.town.nurse.person)
    const path = `/roles/${project.roles[0]?.id}/pledges`
    const asked = await nurse.post(path, { ...TERMS, hours: '9' })
    assert.deepEqual([asked.status, /I know wards\./.test(asked.html), /value="9"/.test(asked.html)], [422, true, true])
    assert.match(asked.text, /Enter your manager's work e-mail address, or pledge fewer hours\./)
    assert.match(asked.text, /9 hours a week: that is 9 of 37 hours, 24 % of a week\. This is above 20 % of a week/)
    const wrong = await nurse.post(path, { ...TERMS, hours: '9', manager: 'boss@vennick.example' })
    assert.match(wrong.text, /Enter an address of your own organisation/)
    const sent = await nurse.post(path, { ...TERMS, hours: '9', manager: 'boss@tarnbeck.example' })
    assert.match(sent.text, /Your manager has been asked .*answers by 7 December\..* Waits for your manager until 7 December/)
    assert.doesNotMatch((await (await place.house.as(place.town.owner.person)).get(`/projects/${project.id}`)).text, /9 hours/)
    const carried: Envelope[] = []
    const carrier = { keepsSecrets: false, carry: async (envelope: Envelope) => void carried.push(envelope) }
    await runDue(place.storage, MONDAY, carrier)
    return carried.find(({ to }) => to === 'boss@tarnbeck.example') ?? assert.fail('no letter to the manager')
  }
  const doorIn = ({ text }: Envelope): string => /\/answers\/[\w-]+/.exec(text)?.[0] ?? assert.fail('no door')

  it('reads what the letter says, and answers with a button, once', async () => {
    const letter = await aLetter()
    assert.match(letter.text, /nurse, officer, Tarnbeck NHS Trust would like to help "Report a missed bin"/)
    const boss = place.house.visitor()
    const door = doorIn(letter)
    const seen = await boss.get(door)
    assert.match(seen.html, /<meta name="robots" content="noindex/)
    assert.match(seen.text, /Answer by 7 December .*9 of 37 hours, 24 % of a week.*I agree Not this time/)
    assert.equal((await boss.get(`${door.slice(0, -1)}x`)).status, 404)
    assert.match((await boss.get(door)).text, /Answer by 7 December/, 'looking changes nothing')
    assert.equal((await boss.post(door, { answer: 'perhaps' })).status, 422)
    for (const _ of [1, 2]) assert.match((await boss.post(door, { answer: 'no' })).text, /Your answer Not this time\. Thank you\./)
    assert.match((await boss.post(door, { answer: 'yes' })).text, /The first answer counts/)
    assert.match((await (await place.house.as(place.town.nurse.person)).get('/mine')).text, /Withdrawn/)
  })
  it('is asked no more after one click in a mail program, which no link does by itself', async () => {
    const letter = await aLetter()
    const boss = place.house.visitor()
    const stop = (letter.unsubscribe ?? '').replace('http://localhost:3000', '')
    assert.equal(stop, `${doorIn(letter)}/stop`)
    assert.match((await boss.get(stop)).text, /If you press nothing, nothing changes/)
    assert.match((await boss.get(doorIn(letter))).text, /Answer by/)
    assert.match((await boss.post(stop, {}, { origin: 'https://mail.example' })).text, /Nobody asks you any more/)
    assert.match((await boss.get(doorIn(letter))).text, /It needs no answer any more/)
  })
})
