/** Letters come as somebody chose, each once: put off by a pause, ended by a stop, taken back when what they tell is undone. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aTown, runDue, type Town } from '../../../tests/town.ts'
import { type Moment, momentAt } from '../../basics/day.ts'
import type { Carrier, Envelope } from '../../mail/carriers.ts'
import { together } from '../../storage/db.ts'
import { dropLetters, recall, type Telling, tell } from './actions.ts'
import { markBounced } from './bounce-actions.ts'
import { chooseLetters, findChoices, pauseUntil, resumeLetters, stopByToken, stopLetters } from './choice-actions.ts'

const NEWS = { claim: '01kaa8mvr00001abcdefghjkmn', organisation: 'Vennick', broker: '', line: '' }
const ASK = {
  ...{ project: '01kaa8mvr00001abcdefghjkmn', filled: 0, places: 2, missing: [] },
  ...{ until: '2026-12-07', brokerOn: '2026-11-26', today: MONDAY.today },
}
const minutes = (count: number): Moment => momentAt(MONDAY.zone, new Date(MONDAY.now.getTime() + count * 60_000))

onEachDatabase('letters as people chose them', (storage) => {
  let town: Town
  let carried: Envelope[]
  const carrier: Carrier = { keepsSecrets: false, atOnce: 3, carry: async (envelope) => void carried.push(envelope) }
  beforeEach(async () => {
    town = await aTown(storage().db)
    carried = []
  })
  const news = (line: string, more: Telling = {}, at = MONDAY, to = town.nurse) =>
    together(storage().db, (tx) => tell(tx, to.person, 'claim declined', { ...NEWS, organisation: line }, at.now, more))
  const ask = (title: string, more: Telling = {}, at = MONDAY) =>
    together(storage().db, (tx) => tell(tx, town.nurse.person, 'half time', { ...ASK, title }, at.now, more))
  const inTx = <T>(work: (tx: Parameters<Parameters<typeof together<T>>[1]>[0]) => Promise<T>) => together(storage().db, work)
  const leave = (at: Moment) => runDue(storage(), at, carrier)
  const subjects = () => carried.map(({ subject }) => subject)
  const states = async () => (await storage().db.selectFrom('letters').select('state').orderBy('id').execute()).map(({ state }) => state)

  it('are written once for each `once`, and to each person', async () => {
    await news('One', { once: 'claim 1' })
    await news('Two', { once: 'claim 1' })
    await news('Three', { once: 'claim 1' }, MONDAY, town.officer)
    await news('Four', { once: 'claim 2' })
    await news('Five')
    await leave(MONDAY)
    await news('Six', { once: 'claim 1' })
    await leave(later(MONDAY, 1))
    assert.deepEqual(subjects().sort(), ['Five: not yet', 'Four: not yet', 'One: not yet', 'Three: not yet'])
  })
  it('are held back for some minutes, and taken back meanwhile', async () => {
    await news('Kept', { after: 10, ask: 'a' })
    await news('Undone', { after: 10, ask: 'b' })
    await ask('About it', { ask: 'b' })
    await leave(minutes(9))
    await inTx((tx) => recall(tx, 'b'))
    await leave(minutes(10))
    assert.deepEqual(subjects(), ['About it: half of the time has passed', 'Kept: not yet'])
    assert.deepEqual(await states(), ['sent', 'recalled', 'sent'])
  })
  it('about one ask follow the first one to the same person', async () => {
    await ask('First', { ask: 'a' })
    await leave(MONDAY)
    await ask('Other', { ask: 'b' })
    await ask('Second', { ask: 'a' })
    await news('Asker', { ask: 'a' }, MONDAY, town.officer)
    await leave(MONDAY)
    await ask('Third', { ask: 'a' })
    await leave(MONDAY)
    const bySubject = new Map(carried.map((each) => [each.subject.split(':')[0], each]))
    const first = bySubject.get('First')?.id
    assert.deepEqual(
      ['First', 'Other', 'Second', 'Asker', 'Third'].map((name) => bySubject.get(name)?.inReplyTo),
      [undefined, undefined, first, undefined, first],
    )
  })

  it('wait during a pause and come the morning after it, each once, the oldest first', async () => {
    await inTx((tx) => pauseUntil(tx, town.nurse.person, '2026-11-25', MONDAY))
    await news('One')
    await ask('Two', { ask: 'over' })
    await ask('Three')
    await news('Held', { after: 5, ask: 'c' })
    await leave(later(MONDAY, 1))
    await leave(later(MONDAY, 2))
    await inTx((tx) => dropLetters(tx, [{ id: 'over', person: town.nurse.person }]))
    assert.deepEqual(subjects(), [])
    await leave(momentAt(MONDAY.zone, new Date('2026-11-26T08:59:00Z')))
    assert.deepEqual(subjects(), [])
    carrier.atOnce = 1
    await leave(momentAt(MONDAY.zone, new Date('2026-11-26T09:00:00Z')))
    carrier.atOnce = 3
    assert.deepEqual(subjects(), ['One: not yet', 'Three: half of the time has passed', 'Held: not yet'])
    assert.deepEqual(await states(), ['sent', 'pointless', 'sent', 'sent'])
  })
  it('come at once when a pause is ended', async () => {
    await inTx((tx) => pauseUntil(tx, town.nurse.person, '2026-12-25', MONDAY))
    await news('One')
    await leave(MONDAY)
    await inTx((tx) => resumeLetters(tx, town.nurse.person, later(MONDAY, 1)))
    await leave(later(MONDAY, 1))
    assert.deepEqual(subjects(), ['One: not yet'])
  })
  it('come in the morning of their reader', async () => {
    await inTx((tx) => chooseLetters(tx, town.nurse.person, { digest: true, news: true, zone: 'America/St_Johns' }, MONDAY))
    await inTx((tx) => pauseUntil(tx, town.nurse.person, '2026-11-25', MONDAY))
    await news('One')
    await leave(MONDAY)
    await leave(momentAt(MONDAY.zone, new Date('2026-11-26T12:29:00Z')))
    assert.deepEqual(subjects(), [])
    await leave(momentAt(MONDAY.zone, new Date('2026-11-26T12:30:00Z')))
    assert.deepEqual(subjects(), ['One: not yet'])
  })

  it('end with a stop, which is confirmed once and says so in the log; doors still open', async () => {
    await news('On its way')
    await inTx((tx) => stopLetters(tx, town.nurse.person, MONDAY))
    await inTx((tx) => stopLetters(tx, town.nurse.person, MONDAY))
    await ask('Later')
    await inTx((tx) => tell(tx, town.nurse.person, 'address added', { email: 'x@y.example' }, MONDAY.now))
    await leave(MONDAY)
    assert.deepEqual(subjects().sort(), ['No more letters from us', 'An address was added'].sort())
    assert.deepEqual(await states(), ['stopped', 'sent', 'stopped', 'sent'])
    await inTx((tx) => resumeLetters(tx, town.nurse.person, MONDAY))
    await ask('Again')
    await leave(MONDAY)
    assert.deepEqual(subjects().at(-1), 'Again: half of the time has passed')
  })
  it('of one class end with one click in a mail program, which asks carry no address for', async () => {
    await news('One')
    await ask('Two')
    await leave(MONDAY)
    const [first, second] = carried.sort((a, b) => a.subject.localeCompare(b.subject))
    assert.deepEqual([first?.subject, second?.unsubscribe], ['One: not yet', undefined])
    const token = first?.unsubscribe?.split('/').at(-1) ?? ''
    assert.equal(first?.unsubscribe, `http://localhost:3000/letters/stop/${token}`)
    assert.equal(await stopByToken(storage().db, `${token}x`, MONDAY), undefined)
    assert.equal(await stopByToken(storage().db, token, MONDAY), 'news')
    assert.equal(await stopByToken(storage().db, token, MONDAY), 'news', 'twice is no mistake')
    assert.deepEqual(await findChoices(storage().db, town.nurse.person), { digest: true, news: false })
    await news('Three')
    await ask('Four')
    await leave(MONDAY)
    assert.deepEqual(subjects().slice(2), ['Four: half of the time has passed'])
  })

  it('are sent no more to an address from which they come back, told by whoever knows', async () => {
    await news('One')
    await leave(MONDAY)
    const letter = carried[0]?.id ?? ''
    await inTx((tx) => markBounced(tx, { letter, status: '4.2.2', isForGood: false }, MONDAY.now))
    await news('Two')
    await leave(MONDAY)
    await inTx((tx) => markBounced(tx, { letter: carried[1]?.id ?? '', status: '5.1.1', isForGood: true }, MONDAY.now))
    await inTx((tx) => markBounced(tx, { recipient: 'officer@vennick.example', status: '5.1.1', isForGood: true }, MONDAY.now))
    await inTx((tx) =>
      markBounced(tx, { letter: 'unknown', recipient: 'owner@harrowmere.example', status: '5.1.1', isForGood: true }, MONDAY.now),
    )
    await news('Three')
    await news('Four', {}, MONDAY, town.officer)
    await news('Five', {}, MONDAY, town.owner)
    await leave(MONDAY)
    assert.deepEqual(subjects(), ['One: not yet', 'Two: not yet', 'Five: not yet'])
    assert.deepEqual(await states(), ['bounced', 'bounced', 'address bounces', 'address bounces', 'sent'])
  })
})
