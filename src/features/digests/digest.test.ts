/** When a digest comes, in every zone and on the days on which clocks change; and whether it is worth sending. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { type Digest, isMadeUpForBy, isWorthSending, newsFrom, nextDigest, weekOf } from './digest.ts'
import { recentIn, remember } from './remembered.ts'
import { saySubject } from './words.ts'

const next = (zone: string, now: string): string => nextDigest(zone, new Date(now)).toISOString().slice(0, 16)

it('comes on Monday at nine where its reader is', () => {
  const friday = '2026-11-27T12:00Z'
  assert.equal(next('Europe/London', friday), '2026-11-30T09:00')
  assert.equal(next('America/St_Johns', friday), '2026-11-30T12:30')
  assert.equal(next('Asia/Kathmandu', friday), '2026-11-30T03:15')
  assert.equal(next('Pacific/Auckland', friday), '2026-11-29T20:00')
  assert.equal(next('Europe/London', '2026-11-30T09:00Z'), '2026-12-07T09:00', 'not twice on one Monday')
})
it('keeps to nine when the clocks have changed on the day before', () => {
  assert.equal(next('Europe/London', '2027-03-26T12:00Z'), '2027-03-29T08:00')
  assert.equal(next('Europe/London', '2026-10-23T12:00Z'), '2026-10-26T09:00')
  assert.equal(next('America/St_Johns', '2027-03-12T12:00Z'), '2027-03-15T11:30')
  assert.equal(next('Pacific/Auckland', '2027-04-02T12:00Z'), '2027-04-04T21:00')
})
it('is left to the next one when it was missed and that comes within two days', () => {
  const isLeft = (now: string) => isMadeUpForBy(nextDigest('Europe/London', new Date(now)), new Date(now))
  assert.deepEqual(
    ['2026-11-23T09:00:00Z', '2026-11-27T20:00:00Z', '2026-11-28T08:59:00Z', '2026-11-28T09:00:00Z', '2026-11-29T22:00:00Z'].map(isLeft),
    [false, false, false, true, true],
  )
})
it('belongs to a week, which begins with its Monday', () => {
  assert.equal(weekOf('Europe/London', new Date('2026-11-30T00:30Z')), '2026-11-30')
  assert.equal(weekOf('America/St_Johns', new Date('2026-11-30T00:30Z')), '2026-11-23', 'there it is Sunday still')
  assert.equal(weekOf('Europe/London', new Date('2026-12-06T23:00Z')), '2026-11-30')
})
it('tells from the last one on, of a month at most', () => {
  const days = (toldAt?: Date) => Math.round((MONDAY.now.getTime() - newsFrom(toldAt ? { toldAt } : {}, MONDAY.now).getTime()) / 86_400_000)
  assert.deepEqual([days(), days(new Date('2026-11-20T10:00Z')), days(new Date('2026-01-05T10:00Z'))], [7, 3, 28])
})

const NOTHING: Digest = { asks: [], waiting: [], suggestions: [], hasNewSuggestions: false, news: [] }
const role = { role: 'r', skill: 'law', hoursAWeek: 1, project: 'p', title: 'T', openUntil: '2026-12-14', isOpen: true }
const brief = {
  ...({ is: 'brief', id: 'r', organisation: 'o', sector: 'local', mine: 'law', theirs: 'law', closeness: 1 } as const),
  role: { ...role, organisation: 'o', organisationName: 'O', sector: 'local' },
} as const
const quiet = { project: 'p', isMine: true, isReady: false, updates: 1, posts: 0, joined: 0, watchers: 0 }

it('is not worth sending when there is nothing, or only what was suggested before', () => {
  assert.equal(isWorthSending(NOTHING), false)
  assert.equal(isWorthSending({ ...NOTHING, suggestions: [brief] }), false)
  assert.equal(isWorthSending({ ...NOTHING, suggestions: [brief], hasNewSuggestions: true }), true)
  assert.equal(isWorthSending({ ...NOTHING, news: [{ ...quiet, title: 'T' }] }), true)
})
it('says in its subject what is in it', () => {
  const person = { ...brief, is: 'has', person: { id: 'a', name: 'Ann', job: '', organisationName: 'O' } } as const
  const news = [{ ...quiet, title: 'Bins on time' }]
  const say = (waiting: number, suggestions: readonly (typeof brief | typeof person)[], many: number) =>
    saySubject({ waiting, suggestions, news: news.slice(0, many), allNews: many })
  assert.equal(say(3, [brief, brief], 0), '3 things wait for you, and 2 briefs fit you')
  assert.equal(say(1, [brief, person], 1), '1 thing waits for you, 1 brief and 1 person fit you and news of Bins on time')
  assert.equal(say(0, [], 2), 'News of 2 projects')
})
it('remembers what it suggested for half a year', () => {
  const once = remember({}, ['ann'], '2026-01-05')
  assert.ok(recentIn(once, '2026-07-01').has('ann'))
  assert.equal(recentIn(once, '2026-07-06').size, 0)
  assert.deepEqual(Object.keys(remember(once, ['bo'], '2026-11-23')), ['bo'], 'what is long ago is forgotten')
})
