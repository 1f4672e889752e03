/** Putting people together is seen while it runs, and what its organiser calls off is neither kept nor sent, whoever works at it. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { later, MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPlace } from '../../../tests/place.ts'
import { aMatchingThatRuns, aRoundThatRuns } from '../../../tests/round-place.ts'
import { aTown, letterBox, plansFor, runDue } from '../../../tests/town.ts'
import { Knowledge, NOTHING_KNOWN } from '../../matching/knowledge.ts'
import { joinRound, leaveRound, openRound } from './actions.ts'
import { matchAnew, matchTurn, orderSending } from './match-actions.ts'
import { type Engine, inProcess } from './plan.ts'
import { callOffMatching } from './progress-actions.ts'
import { findProgress } from './progress-store.ts'
import { listSeated } from './seat-store.ts'
import { sendTurn } from './send-actions.ts'
import { findRound } from './store.ts'

const TERMS = { title: 'Coffee', line: '', audience: { is: 'everybody' }, size: 2, across: [], closesOn: '2026-12-04' } as const
const CLOSED = later(MONDAY, 14)
const knowledge = new Knowledge(NOTHING_KNOWN)

onEachDatabase('putting a round together', (storage) => {
  async function closed() {
    const { db } = storage()
    const town = await aTown(db)
    const { owner, nurse, officer } = town
    const answer = await openRound(db, owner, { ...TERMS, meetDays: 14, turns: 1, everyWeeks: 1, invites: false }, MONDAY)
    const id = answer.yes ? answer.value : assert.fail(answer.why)
    for (const each of [owner, nurse, officer]) assert.ok((await joinRound(db, id, each, true, MONDAY)).yes)
    const turn = (await findRound(db, id, ZONE))?.turn.id ?? ''
    const letters = letterBox(db)
    await letters()
    return { db, town, id, turn, letters, progress: (at = CLOSED) => findProgress(db, turn, at.now, ZONE) }
  }
  type Closed = Awaited<ReturnType<typeof closed>>
  /** It is called off amid the work, and whoever works at it does not even stop in time. */
  const calledOff = ({ db, id, town, progress }: Closed, at = CLOSED): Engine => ({
    knowledge,
    async plan(request, goesOn) {
      assert.equal(await goesOn?.(40), true)
      assert.deepEqual(await progress(at), { is: 'runs', percent: 40 })
      assert.deepEqual(await callOffMatching(db, id, town.nurse, at), { yes: false, why: 'not yours' })
      assert.ok((await callOffMatching(db, id, town.owner, at)).yes)
      assert.equal(await goesOn?.(50), false)
      return inProcess(knowledge).plan(request)
    },
  })
  const stateOf = async ({ db, id }: Closed) => (await findRound(db, id, ZONE))?.turn.state

  it('keeps nothing that was called off, and begins by itself the next day', async () => {
    const round = await closed()
    const { db, turn, letters, progress } = round
    assert.deepEqual(await progress(), { is: 'waits' })
    await matchTurn(db, calledOff(round), turn, CLOSED)
    await runDue(storage(), CLOSED)
    assert.deepEqual([await stateOf(round), await letters(), (await listSeated(db, turn)).meetings], ['open', [], []])
    assert.deepEqual(await progress(), { is: 'rests', until: '2026-12-08' })
    await matchTurn(db, inProcess(knowledge), turn, CLOSED)
    assert.equal(await stateOf(round), 'open', 'whoever had taken it already begins nothing')
    await runDue(storage(), later(CLOSED, 1))
    assert.deepEqual([await stateOf(round), await letters(), await progress()], ['matched', ['owner: look at round'], undefined])
  })

  it('sends nothing that was called off, and asks its organiser to look once more', async () => {
    const round = await closed()
    const { db, town, turn, letters, id } = round
    await runDue(storage(), CLOSED)
    assert.ok((await leaveRound(db, id, town.officer.person, CLOSED)).yes)
    assert.ok((await orderSending(db, turn, town.owner, CLOSED)).yes)
    await letters()
    await sendTurn(db, calledOff(round), turn, CLOSED)
    assert.deepEqual([await stateOf(round), await letters()], ['matched', ['owner: look at round']])
    assert.ok((await plansFor(db, turn)).includes('send round 2026-12-10'))
    await runDue(storage(), later(CLOSED, 3))
    assert.equal(await stateOf(round), 'sent')
  })

  it('is taken over from a process that ended amid it', async () => {
    const round = await closed()
    const { db, id, town, turn, progress } = round
    await aMatchingThatRuns(db, turn, CLOSED.now)
    assert.deepEqual(await progress(), { is: 'runs', percent: 20 })
    await matchTurn(db, inProcess(knowledge), turn, CLOSED)
    assert.deepEqual([await stateOf(round), await progress()], ['matched', undefined])
    await aMatchingThatRuns(db, turn, CLOSED.now)
    assert.equal(await progress(later(CLOSED, 1)), undefined)
    assert.ok((await callOffMatching(db, id, town.owner, CLOSED)).yes)
  })

  it('is begun anew by its organiser, and then does not begin by itself as well', async () => {
    const round = await closed()
    const { db, id, town, turn } = round
    assert.ok((await callOffMatching(db, id, town.owner, CLOSED)).yes)
    assert.ok((await plansFor(db, turn)).includes('round closes 2026-12-08'))
    assert.equal(await matchAnew(db, inProcess(knowledge), (await findRound(db, id, ZONE)) ?? assert.fail(), CLOSED), true)
    assert.equal(await stateOf(round), 'matched')
    assert.ok(!(await plansFor(db, turn)).some((each) => each.startsWith('round closes')))
  })
})

describe('how far it is', () => {
  const place = aPlace()
  it('is a page for its organiser that asks again by itself, with a button that calls it off', async () => {
    const { db } = place.storage
    const { owner, nurse } = place.town
    const path = `/rounds/${await aRoundThatRuns(db, place.town)}`
    const visitor = await place.house.as(owner.person)
    const seen = await visitor.get(`${path}/progress`)
    assert.deepEqual([seen.headers.get('refresh'), /20 % done/.test(seen.text)], ['3', true])
    assert.equal((await visitor.get(`${path}/progress?still=yes`)).headers.get('refresh'), null)
    assert.match((await visitor.get(path)).text, /Everybody is being put together: 20 % is done/)
    assert.equal((await (await place.house.as(nurse.person)).get(`${path}/progress`)).status, 403)
    assert.equal((await (await place.house.as(nurse.person)).post(`${path}/progress/ending`)).status, 403)
    assert.match((await visitor.post(`${path}/progress/ending`)).text, /Called off/)
    assert.match((await visitor.post(`${path}/progress/ending`)).text, /There is nothing to call off/)
    assert.equal((await visitor.get(`${path}/progress`)).path, `${path}/preview`)
  })
})
